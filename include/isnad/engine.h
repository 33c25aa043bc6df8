// SPDX-License-Identifier: Apache-2.0
// isnad/engine.h -- the program: pages in, records out.
//
// Ownership  Reports and records own all they hold. `packs` is read and not kept.
// Threads    read_reports uses options.jobs threads of its own; output is the same for any number.
// Errors     None: a page that reached here is read, however odd.

#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "isnad/error.h"
#include "isnad/packs.h"
#include "isnad/record.h"
#include "isnad/report.h"

namespace isnad {

struct Options {
  Policy policy = Policy::LatestOfficial;
  std::string language = "en";     // of the record's own words: "en" or "ar"
  unsigned jobs = 0;               // threads; 0 = as many as the machine has
  std::function<void(std::size_t done, std::size_t all)> progress;  // may be empty; called in order
};

// Step 1. Each report alone, in input order.
std::vector<Report> read_reports(std::span<const Page> pages, const Packs& packs,
                                 const Options& options);

// Steps 2 and 3. Groups, dates the undated, anchors their times and figures (the reports gain no
// mention, their open values are filled), reconciles. Records in order of their first report.
std::vector<Record> make_records(std::vector<Report>& reports, const Packs& packs,
                                 const Options& options);

struct News {
  std::vector<Report> reports;
  std::vector<Record> records;
};

// The whole way. The reports stand by name and id, so that neither they nor the records depend on the
// order in which the pages came.
News read_news(std::span<const Page> pages, const Packs& packs, const Options& options);

// Reads what the user named into pages: files, folders (what in them looks like reports, sorted), "-"
// for standard input. What each holds is told by its content: plain text, HTML, MHTML, RSS, Atom and
// JSON feeds, JSON, JSON Lines, CSV, WARC and WET, and any of these in gzip, Zstandard, tar or zip.
// What cannot be read is an Error in `refused`; the others are there.
struct Inputs {
  std::vector<Page> pages;
  std::vector<Error> refused;
};
enum class InputKind { Auto, Text, Jsonl };
struct InputOptions {
  InputOptions(InputKind what = InputKind::Auto) : kind(what) {}
  InputKind kind;
  // Names of fields in JSON and CSV that count before the usual ones: ours ("text"), theirs ("body",
  // or "story.body" for one inside another).
  std::vector<std::pair<std::string, std::string>> fields;
};
// Whether there is such a field of ours: id title text html outlet published url language byline.
bool is_input_field(std::string_view name);
Inputs read_inputs(std::span<const std::string> names, const InputOptions& options);

// The same, one after another and without keeping any: for what is larger than memory. Files go by
// their base names, except where two of those named share one; what lies in them by its name there.
struct InputSink {
  std::function<void(Page page)> page;
  std::function<void(Error)> refused;
  std::function<bool()> wanted;  // may be empty; false: nothing more is read
};
void stream_inputs(std::span<const std::string> names, const InputOptions& options,
                   const InputSink& sink);

// Version of the program, "0.1.0".
const char* version();

}  // namespace isnad
