// SPDX-License-Identifier: Apache-2.0
#include "engine/read_report.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>

#include "match/match.h"
#include "page/page.h"
#include "read/read.h"

namespace isnad {

Report read_report(const Page& page, const Packs& packs) {
  Report report = read_page(page);  // bytes -> text
  Lattice lattice(report.text, packs);  // words, with every reading the packs give them
  find_numbers(lattice, report);
  find_times(lattice, report);
  find_parts(lattice, report, page);  // title, datelines, body, furniture
  find_published(report, lattice);    // the date that is printed, if one is
  find_names(lattice, report);
  std::vector<Attribution> said = find_attributions(lattice, report);
  find_quotations(lattice, report, said);
  find_figures(lattice, report, said);
  find_events(lattice, report, said);
  find_short_names(lattice, report);  // "the ministry" for the one named before
  fill_dates(report);
  return report;
}

void fill_dates(Report& report) {
  anchor_times(report);
  date_claims(report);
}

std::vector<Report> for_each_page(std::span<const Page> pages, const Options& options,
                                  const std::function<Report(const Page&)>& read) {
  std::vector<Report> reports(pages.size());
  unsigned machine = std::max(1u, std::thread::hardware_concurrency());
  unsigned jobs = std::min<unsigned>(options.jobs == 0 ? machine : options.jobs,
                                     static_cast<unsigned>(std::max<std::size_t>(pages.size(), 1)));
  std::atomic<std::size_t> next{0};
  std::size_t done = 0;
  std::mutex progress_lock;
  auto work = [&] {
    for (std::size_t i = next++; i < pages.size(); i = next++) {
      reports[i] = read(pages[i]);
      if (!options.progress) continue;
      std::lock_guard<std::mutex> guard(progress_lock);
      options.progress(++done, pages.size());
    }
  };
  std::vector<std::thread> threads;
  for (unsigned t = 1; t < jobs; ++t) threads.emplace_back(work);
  work();
  for (std::thread& thread : threads) thread.join();
  return reports;
}

}  // namespace isnad
