// SPDX-License-Identifier: Apache-2.0
#include "engine/pages_check.h"

#include <rapidjson/document.h>

#include <algorithm>
#include <sstream>

#include "base/file.h"
#include "engine/read_report.h"

namespace isnad {
namespace {

constexpr std::size_t kMostGold = std::size_t{256} << 20;
constexpr double kMiss = 0.98;
constexpr std::size_t kRow = 4;  // words

using Rows = std::map<std::vector<std::string>, int>;

Rows rows_of(std::string_view written) {
  const Text text = make_text(written);
  std::vector<std::string> words;
  for (const Token& token : text.tokens())
    if (token.kind == TokenKind::Word || token.kind == TokenKind::Number)
      words.emplace_back(text.slice(token.span));
  Rows rows;
  const std::size_t size = std::min(kRow, words.size());
  for (std::size_t i = 0; size > 0 && i + size <= words.size(); ++i)
    ++rows[{words.begin() + static_cast<std::ptrdiff_t>(i),
            words.begin() + static_cast<std::ptrdiff_t>(i + size)}];
  return rows;
}

// Blanks made single, none at the ends.
std::string plain(std::string_view text) {
  std::istringstream in{std::string(text)};
  std::string out, word;
  while (in >> word) out += (out.empty() ? "" : " ") + word;
  return out;
}

std::string parts_of(const Report& report, PartKind kind) {
  std::string out;
  for (const Part& part : report.parts)
    if (part.kind == kind) out += std::string(report.text.slice(part.span)) + "\n";
  return out;
}

std::string agencies_of(const Report& report) {
  std::vector<std::string> ids;
  for (const Agency& agency : report.agencies) ids.push_back(agency.id);
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  std::string out;
  for (const std::string& id : ids) out += id + "\n";
  return out;
}

std::string found_in(const Report& report, std::string_view field) {
  if (field == "text") return parts_of(report, PartKind::Body);
  if (field == "title") return std::string(report.text.slice(report.title));
  if (field == "author") return report.author;
  if (field == "outlet") return report.outlet;
  if (field == "published") return report.published.value.substr(0, 10);
  if (field == "updated") return report.updated.substr(0, 10);
  if (field == "language") return report.language;
  if (field == "agencies") return agencies_of(report);
  if (field == "captions") return parts_of(report, PartKind::Caption);
  return parts_of(report, PartKind::Embed);
}

constexpr const char* kFields[] = {"text",    "title",    "author",   "outlet",   "published",
                                   "updated", "language", "agencies", "captions", "embeds"};

std::string text_of(const rapidjson::Value& value) {
  if (value.IsString()) return {value.GetString(), value.GetStringLength()};
  std::string out;
  if (value.IsArray())
    for (const auto& one : value.GetArray()) out += text_of(one) + "\n";
  return out;
}

// One page in a file of its own.
Result<Report> read_one(const std::string& path, const Packs& packs) {
  const Inputs inputs = read_inputs({&path, 1}, InputKind::Auto);
  if (!inputs.refused.empty()) return inputs.refused[0];
  if (inputs.pages.size() != 1)
    return Error{ErrorCode::BadInput, path, "it holds not one page but several"};
  return read_report(inputs.pages[0], packs);
}

void score(const rapidjson::Value& gold, const std::string& page, const Report* report,
           PagesCheck& check) {
  for (const char* field : kFields) {
    const auto wanted_member = gold.FindMember(field);
    if (wanted_member == gold.MemberEnd() || wanted_member->value.IsNull()) continue;
    const std::string wanted = text_of(wanted_member->value);
    const std::string found = report ? found_in(*report, field) : "";
    const bool text = std::string_view(field) == "text";
    double one = text ? text_f1(wanted, found) : plain(wanted) == plain(found) ? 1 : 0;
    if (!report) one = 0;
    FieldScore& sum = check.fields[field];
    ++sum.pages;
    sum.sum += one;
    if (one < (text ? kMiss : 1)) check.misses.push_back({page, field, plain(wanted), plain(found)});
  }
}

}  // namespace

double text_f1(std::string_view wanted, std::string_view found) {
  const Rows a = rows_of(wanted), b = rows_of(found);
  double both = 0, all = 0;
  for (const auto& [row, count] : a) {
    all += count;
    if (const auto other = b.find(row); other != b.end()) both += std::min(count, other->second);
  }
  for (const auto& [row, count] : b) all += count;
  return all == 0 ? 1 : 2 * both / all;
}

Result<PagesCheck> check_pages(const std::string& folder, const Packs& packs) {
  const std::string path = folder + "/gold.jsonl";
  const Result<std::string> bytes = read_file(path, kMostGold);
  if (!bytes.ok()) return bytes.error();
  PagesCheck check;
  std::istringstream in(bytes.value());
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (plain(line).empty()) continue;
    rapidjson::Document gold;
    gold.Parse<rapidjson::kParseIterativeFlag>(line.data(), line.size());
    const bool named = !gold.HasParseError() && gold.IsObject() && gold.HasMember("page") &&
                       gold["page"].IsString();
    if (!named)
      return Error{ErrorCode::BadInput, path + ":" + std::to_string(number),
                   "not a row of gold: an object with the name of its \"page\""};
    const std::string page = gold["page"].GetString();
    ++check.pages;
    const Result<Report> report = read_one(folder + "/" + page, packs);
    if (!report.ok()) check.refused.push_back(report.error());
    score(gold, page, report.ok() ? &report.value() : nullptr, check);
  }
  if (check.pages == 0) return Error{ErrorCode::Empty, path, "it names no page"};
  return check;
}

}  // namespace isnad
