// SPDX-License-Identifier: Apache-2.0
// Stories for people: their reports, whose voices these are, and why they are one story or not.
#include <algorithm>

#include "isnad/stories.h"
#include "show/show_words.h"
#include "show/text_page.h"

namespace isnad {
namespace show {
namespace {

class StoriesText {
 public:
  StoriesText(const Grouping& grouping, std::span<const Report> reports, std::string_view language,
              const TextStyle& style)
      : grouping_(grouping), reports_(reports), words_(language), page_(style, words_.arabic()) {}

  std::string render() {
    for (std::size_t s = 0; s < grouping_.stories.size(); ++s) {
      if (grouping_.stories[s].reports.size() > 1) write_story(static_cast<std::int32_t>(s));
    }
    return page_.take();
  }

 private:
  void write_story(std::int32_t number) {
    const StoryGroup& story = grouping_.stories[static_cast<std::size_t>(number)];
    page_.prose(0, 2, {std::to_string(number + 1) + ". " + words_.join(story.about), Ink::Bold, true});
    page_.prose(2, 2, {words_.join({words_.count("reports", static_cast<std::int64_t>(story.reports.size())),
                                    words_.count("outlets", story.outlets),
                                    words_.count("origins", static_cast<std::int64_t>(story.origins.size()))})});
    for (const OriginGroup& origin : story.origins) write_origin(origin);
    for (const std::int32_t report : story.also) {
      page_.prose(4, 2, {words_.fill("stories.also", {{"title", title(report)}})});
    }
    for (const GroupingReason& reason : grouping_.reasons) {
      if (reason.story == number || reason.other == number) write_reason(reason, number);
    }
    page_.blank();
  }

  // The first is what the others took most from.
  void write_origin(const OriginGroup& origin) {
    for (std::size_t i = 0; i < origin.reports.size(); ++i) {
      const Report& report = reports_[static_cast<std::size_t>(origin.reports[i])];
      std::vector<std::string> facts = {title(origin.reports[i])};
      if (!report.outlet.empty()) facts.push_back(report.outlet);
      if (report.published.days.known()) facts.push_back(words_.published(report.published));
      if (i == 0 && !origin.agency.empty()) facts.push_back(origin.agency);
      page_.prose(i == 0 ? 4 : 6, 2, {words_.join(facts), i == 0 ? Ink::Plain : Ink::Dim, true});
    }
  }

  // Seen from the story `number`.
  void write_reason(const GroupingReason& reason, std::int32_t number) {
    const bool turned = reason.other == number;
    const std::int32_t other = turned ? reason.story : reason.other;
    const auto day = [&](std::int32_t value) { return value == kNoDay ? "" : words_.day(value); };
    const auto victims = [](std::int64_t value) { return value == 0 ? "" : std::to_string(value); };
    page_.prose(2, 2,
                {words_.fill("stories." + reason.kind,
                             {{"story", other == kNone ? "" : std::to_string(other + 1)},
                              {"n", std::to_string(reason.reports)},
                              {"share", std::to_string(static_cast<int>(reason.share * 100 + 0.5))},
                              {"words", words_.join(reason.words)},
                              {"day", day(turned ? reason.other_day : reason.day)},
                              {"other_day", day(turned ? reason.day : reason.other_day)},
                              {"victims", victims(turned ? reason.other_victims : reason.victims)},
                              {"other_victims", victims(turned ? reason.victims : reason.other_victims)}}),
                 Ink::Dim});
  }

  std::string title(std::int32_t report) const {
    const Report& r = reports_[static_cast<std::size_t>(report)];
    return r.title.empty() ? r.input : std::string(r.text.slice(r.title));
  }

  const Grouping& grouping_;
  std::span<const Report> reports_;
  ShowWords words_;
  TextPage page_;
};

}  // namespace
}  // namespace show

std::string render_stories_text(const Grouping& grouping, std::span<const Report> reports,
                                std::string_view language, const TextStyle& style) {
  return show::StoriesText(grouping, reports, language, style).render();
}

}  // namespace isnad
