// SPDX-License-Identifier: Apache-2.0
// The program: three pure steps. Read each report alone; group reports; reconcile each story.
#include "engine/read_report.h"
#include "isnad/engine.h"
#include "isnad/stories.h"
#include "record/record_steps.h"
#include "story/story.h"

namespace isnad {

std::vector<Report> read_reports(std::span<const Page> pages, const Packs& packs,
                                 const Options& options) {
  // Each report alone. No report is looked at beside another.
  return for_each_page(pages, options, [&](const Page& page) { return read_report(page, packs); });
}

std::vector<Record> make_records(std::vector<Report>& reports, const Packs&,
                                 const Options& options) {
  // Reports together.
  CopyGraph copies = find_copies(reports);  // before any counting: ten prints of one wire are one voice
  std::vector<Story> stories = group_stories(reports, copies);
  // From here on no report changes its story.

  std::vector<Record> records;
  for (const Story& story : stories) {
    date_reports(reports, story, options.language);  // undated ones, by what all say together
    for (std::int32_t i : story.reports) fill_dates(reports[static_cast<std::size_t>(i)]);
    Names names = unify_names(reports, story);  // one person, many spellings
    records.push_back(reconcile(reports, story, copies, names, options.policy, options.language));
  }
  return records;
}

News read_news(std::span<const Page> pages, const Packs& packs, const Options& options) {
  News news;
  news.reports = read_reports(pages, packs, options);
  sort_reports(news.reports);  // the same bytes for any order of input
  news.records = make_records(news.reports, packs, options);
  return news;
}

const char* version() { return ISNAD_VERSION; }

}  // namespace isnad
