// SPDX-License-Identifier: Apache-2.0
// isnad names, isnad names import, isnad places import.
#include <algorithm>

#include "apps/app.h"
#include "apps/options.h"
#include "engine/import_lists.h"
#include "engine/names_all.h"
#include "engine/places_counts.h"
#include "show/names_table.h"

namespace isnad {
namespace {

constexpr std::uint64_t kRefusalsShown = 20;

int print_names(Common& common, const std::string& explained) {
  std::optional<Packs> packs = open_packs(common);
  if (!packs) return kPackUnusable;
  const Inputs inputs = open_inputs(common);
  if (inputs.pages.empty()) return kSomeRefused;
  const Options options = engine_options(common);
  std::vector<Report> reports = read_reports(inputs.pages, *packs, options);
  const bool undated = std::any_of(reports.begin(), reports.end(), [](const Report& r) { return !r.published.days.one_day(); });
  if (undated) make_records(reports, *packs, options);   // dates them by their story: offices are shown with days
  const std::vector<NameInRecord> names = collect_names(reports);
  std::string out;
  if (!explained.empty()) {
    Result<std::string> text = explain_name(reports, names, explained);
    if (!text.ok()) {
      complain(text.error());
      return kSomeRefused;
    }
    out = text.value();
  } else if (common.format == "json") {
    out = render_names_json(names, reports);
  } else if (common.format == "jsonl") {
    out = render_names_jsonl(names, reports);
  } else if (common.format == "csv") {
    out = render_names_csv(names, reports);
  } else {
    out = render_names_text(names, reports);
  }
  return put_out(common, out) && inputs.refused.empty() ? kDone : kSomeRefused;
}

int print_counts(Common& common) {
  std::optional<Packs> packs = open_packs(common);
  if (!packs) return kPackUnusable;
  return put_out(common, render_places_counts(count_places(*packs))) ? kDone : kSomeRefused;
}

struct ImportWords {
  std::string file, out;
  ImportOptions options;
};

// Refused rows by number, the first ones each, the rest as a count.
int print_import(const ImportWords& words, bool places) {
  std::uint64_t shown = 0;
  const RowRefused refused = [&](std::uint64_t row, const std::string& why) {
    if (++shown <= kRefusalsShown)
      complain({ErrorCode::BadInput, words.file + ":" + std::to_string(row), why});
  };
  const Result<ImportCounts> done = places ? import_places(words.file, words.out, words.options, refused)
                                           : import_names(words.file, words.out, refused);
  if (!done.ok()) {
    complain(done.error());
    return kSomeRefused;
  }
  const ImportCounts& counts = done.value();
  if (counts.refused > kRefusalsShown)
    std::fprintf(stderr, "isnad: and %llu more rows refused\n",
                 static_cast<unsigned long long>(counts.refused - kRefusalsShown));
  std::printf("%llu rows: %llu taken under %llu names, %llu passed over, %llu refused\n",
              static_cast<unsigned long long>(counts.rows), static_cast<unsigned long long>(counts.taken),
              static_cast<unsigned long long>(counts.keys), static_cast<unsigned long long>(counts.passed_over),
              static_cast<unsigned long long>(counts.refused));
  return counts.refused == 0 ? kDone : kSomeRefused;
}

void add_import(CLI::App& parent, bool places, int& status) {
  CLI::App* command = parent.add_subcommand("import", "makes a list of your own that --lists takes");
  auto words = std::make_shared<ImportWords>();
  command->add_option("FILE", words->file, places ? "a GeoNames dump, or a TSV with a header" : "a TSV with a header")
      ->required();
  command->add_option("-o,--output", words->out, "the list to write")->required();
  if (places) {
    command->add_option("--least-population", words->options.least_population, "pass over smaller places");
    command->add_option("--classes", words->options.classes, "GeoNames feature classes to take (default AP)");
    command->footer("TSV columns: id, name, names (';' between), latin, country, population, lat, lon.\n\n"
                    "  isnad places import allCountries.txt --least-population 500 -o places.list");
  } else {
    command->footer("TSV columns: id, type (person, organisation, place), office, from, to, latin, label_ar, label_en,\n"
                    "alias_ar ('|' between several) ...\n\n  isnad names import people.tsv -o people.list");
  }
  command->callback([words, places, &status] { status = print_import(*words, places); });
}

}  // namespace

void add_names_commands(CLI::App& app, Common& common, int& status) {
  CLI::App* names = app.add_subcommand("names", "who and where: all names of the reports, each under all its spellings");
  names->footer("  isnad names reports/\n  isnad names --format csv reports.jsonl\n"
                "  isnad names --explain n3 reports/\n  isnad names import people.tsv -o people.list");
  names->require_subcommand(0, 1);
  auto explained = std::make_shared<std::string>();
  add_import(*names, false, status);
  add_common_options(*names, common, {"text", "json", "jsonl", "csv"});
  names->get_option("INPUT")->required(false);
  names->add_option("--explain", *explained, "why one name (n3, or a form of it) is one");
  names->callback([&common, &status, names, explained] {
    if (names->get_subcommands().empty()) status = print_names(common, *explained);
  });
  CLI::App* places = app.add_subcommand("places", "places: lists of your own, and what the packs know");
  places->require_subcommand(1);
  add_import(*places, true, status);
  CLI::App* counts = places->add_subcommand("counts", "how many places of each country the packs know");
  counts->add_option("--packs", common.packs, "folder of the compiled language packs");
  counts->callback([&common, &status] { status = print_counts(common); });
}

}  // namespace isnad
