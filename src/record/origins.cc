// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <unordered_map>

#include "record/record_steps.h"

namespace isnad {
namespace {

constexpr double kOneVoice = 0.5;        // of the copy's body
constexpr double kSameAgency = 0.2;      // where both say they carry the same agency's text

class Voices {
 public:
  explicit Voices(std::size_t n) : root_(n) {
    for (std::size_t i = 0; i < n; ++i) root_[i] = static_cast<std::int32_t>(i);
  }
  std::int32_t root(std::int32_t i) const {
    while (root_[i] != i) i = root_[i];
    return i;
  }
  void join(std::int32_t a, std::int32_t b) {
    a = root(a);
    b = root(b);
    if (a != b) root_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::int32_t> root_;
};

std::string agency_key(const Report& report, const Agency& agency) {
  if (!agency.id.empty()) return agency.id;
  std::string key;
  fold_key(report.text.slice(agency.span), key);
  return key;
}

bool share_an_agency(const Report& a, const Report& b) {
  for (const Agency& x : a.agencies) {
    for (const Agency& y : b.agencies) {
      if (agency_key(a, x) == agency_key(b, y)) return true;
    }
  }
  return false;
}

}  // namespace

std::vector<std::string> find_origins(std::span<const Report> reports, const Story& story,
                                      const CopyGraph& copies) {
  std::unordered_map<std::int32_t, std::int32_t> position;
  for (std::size_t i = 0; i < story.reports.size(); ++i) {
    position[story.reports[i]] = static_cast<std::int32_t>(i);
  }
  Voices voices(story.reports.size());
  for (const SharedText& shared : copies.shared) {
    const auto copy = position.find(shared.copy), of = position.find(shared.of);
    if (copy == position.end() || of == position.end()) continue;
    const bool agency = share_an_agency(reports[shared.copy], reports[shared.of]);
    if (shared.share >= (agency ? kSameAgency : kOneVoice)) voices.join(copy->second, of->second);
  }
  std::vector<std::string> ids(story.reports.size());
  std::unordered_map<std::int32_t, int> number;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const std::int32_t root = voices.root(static_cast<std::int32_t>(i));
    const int next = static_cast<int>(number.size()) + 1;
    ids[i] = "o" + std::to_string(number.try_emplace(root, next).first->second);
  }
  return ids;
}

}  // namespace isnad
