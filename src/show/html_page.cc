// SPDX-License-Identifier: Apache-2.0
// The page around the records: one file, no script, nothing fetched.
#include "isnad/show.h"
#include "show/html_record.h"
#include "show/html_text.h"

namespace isnad {
namespace show {
namespace {

std::string page_head(const ShowWords& words, const std::string& title, const std::string& rules) {
  std::string out = std::string("<!doctype html>\n<html lang=\"") + std::string(words.language()) + "\" dir=\"" +
                    (words.arabic() ? "rtl" : "ltr") + "\">\n<head>\n<meta charset=\"utf-8\">\n";
  out += "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
         "style-src 'unsafe-inline'\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<meta name=\"color-scheme\" content=\"light dark\">\n"
         "<meta name=\"referrer\" content=\"no-referrer\">\n<title>";
  return out + html_escape(title) + "</title>\n<style>\n" + std::string(show_table("style")) +
         rules + "</style>\n</head>\n<body>\n";
}

// Where a page holds more than one story: what they are.
std::string contents(const ShowWords& words, std::span<const Record> records) {
  std::string out = "<nav class=\"stories\"><h2>" +
                    html_escape(words.get("section.contents")) + "</h2>\n<ol>\n";
  for (std::size_t i = 0; i < records.size(); ++i) {
    out += "<li><a href=\"#s" + std::to_string(i + 1) + "-top\">" +
           html_words(records[i].title, words.arabic() ? -1 : 1) + "</a></li>\n";
  }
  return out + "</ol></nav>\n";
}

}  // namespace
}  // namespace show

std::string render_records_html(std::span<const Record> records, std::span<const Report> reports) {
  show::ShowWords words(records.empty() ? "en" : records.front().language);
  std::string body, rules;
  std::string title = records.empty() ? "Isnad" : records.front().title;
  if (records.size() > 1) body += show::contents(words, records);
  if (records.empty()) body += "<p>" + show::html_escape(words.get("none.records")) + "</p>\n";
  int number = 0;
  for (const Record& record : records) {
    show::RecordView view(record, reports);
    show::HtmlRecord page(view, ++number);
    body += page.render();
    rules += page.rules();
  }
  std::string skip = records.empty() ? "" : "<a class=\"skip\" href=\"#s1-figures\">" +
                                                show::html_escape(words.get("page.skip")) + "</a>\n";
  return show::page_head(words, title, rules) + skip + "<main>\n" + body +
         "</main>\n</body>\n</html>\n";
}

}  // namespace isnad
