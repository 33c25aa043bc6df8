// SPDX-License-Identifier: Apache-2.0
// A sentence held against reports, for people.
#include "isnad/check.h"
#include "isnad/show.h"
#include "show/show_words.h"
#include "show/text_page.h"

namespace isnad {
namespace {

using show::Cell;
using show::Ink;
using show::ShowWords;
using show::TextPage;

constexpr std::size_t kMostShown = 12;   // of one stand; the JSON has all

std::string one_line(std::string_view text) {
  std::string out;
  for (char c : text) out += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
  return out;
}

class CheckPage {
 public:
  CheckPage(const Check& check, std::span<const Report> reports, const TextStyle& style)
      : check_(check), reports_(reports), words_(check.language),
        page_(style, words_.arabic()) {}

  std::string take() {
    page_.prose(0, 0, {one_line(check_.sentence.text.utf8()), Ink::Bold, true});
    if (check_.claims.empty()) {
      page_.blank();
      page_.prose(0, 0, {std::string(words_.get("check.no_claims"))});
    }
    for (const CheckedClaim& claim : check_.claims) write_claim(claim);
    return page_.take();
  }

 private:
  void write_claim(const CheckedClaim& claim) {
    page_.blank();
    page_.prose(0, 2, {words_.fill("check.claim", {{"what", claim.what},
                                                   {"stand", stand(claim.stand)}}), Ink::Bold});
    write_group(claim, Stand::Supported, claim.supported);
    write_group(claim, Stand::Contradicted, claim.contradicted);
    write_group(claim, Stand::Differently, claim.differently);
  }

  std::string stand(Stand stand) const {
    return std::string(words_.get(std::string("check.stand.") + stand_name(stand)));
  }

  void write_group(const CheckedClaim& claim, Stand stand, const Tally& tally) {
    if (tally.articles == 0) return;
    page_.prose(2, 2, {words_.fill(std::string("check.by.") + stand_name(stand),
                                   {{"articles", words_.count("reports", tally.articles)},
                                    {"outlets", words_.count("outlets", tally.outlets)},
                                    {"origins", words_.count("origins", tally.origins)}}),
                       stand == Stand::Contradicted ? Ink::Warn : Ink::Plain});
    std::size_t shown = 0, left = 0;
    for (const Saying& saying : claim.sayings) {
      if (saying.stand != stand) continue;
      if (shown >= kMostShown) { ++left; continue; }
      ++shown;
      write_saying(saying);
    }
    if (left > 0) {
      page_.prose(4, 0, {words_.fill("check.more", {{"n", words_.number(static_cast<std::int64_t>(left))}}),
                         Ink::Dim});
    }
  }

  void write_saying(const Saying& saying) {
    const Report& report = reports_[static_cast<std::size_t>(saying.place.report)];
    const std::string who = report.outlet.empty() ? report.input : report.outlet;
    page_.prose(4, 2, {words_.fill("check.saying", {{"who", who},
                                                    {"day", words_.published(report.published)},
                                                    {"why", saying.why},
                                                    {"holder", one_line(saying.holder)}})});
    page_.prose(6, 0, {one_line(report.text.slice(saying.place.span)), Ink::Dim, true});
  }

  const Check& check_;
  std::span<const Report> reports_;
  ShowWords words_;
  TextPage page_;
};

}  // namespace

std::string render_check_text(const Check& check, std::span<const Report> reports,
                              const TextStyle& style) {
  return CheckPage(check, reports, style).take();
}

}  // namespace isnad
