// SPDX-License-Identifier: Apache-2.0
#include "story/copy_index.h"

#include <algorithm>

namespace isnad {
namespace {

constexpr std::size_t kShingleWords = 3;
constexpr std::size_t kBandBins = 4;         // equal in a row, to be taken as like as wholes
constexpr std::size_t kPrintWords = 4;       // words in a fingerprint
constexpr std::size_t kWindow = 4;           // one fingerprint is kept of each so many
constexpr std::size_t kWays = 8;             // slots of a bucket
constexpr std::size_t kSameKey = 4;          // of these, at most, for one key
constexpr std::size_t kKeysOfReport = 40;    // fingerprints and bands of one of usual length
constexpr std::size_t kManyReports = 20000;
constexpr std::size_t kMostPairs = 32;       // reports one is laid beside
constexpr std::size_t kShortReport = 40;     // words: one common fingerprint is enough

std::uint64_t mix(std::uint64_t h) {
  h ^= h >> 32;
  h *= 0xD6E8FEB86659FD93ull;
  return h ^ (h >> 32);
}

template <std::size_t kWords>
std::uint64_t hash_at(std::span<const StoryWord> words, std::size_t i) {
  std::uint64_t h = 0;
  for (std::size_t k = 0; k < kWords; ++k) h = h * 0x9E3779B97F4A7C15ull + words[i + k].stem;
  return mix(h);
}

}  // namespace

Signature make_signature(std::span<const StoryWord> words) {
  Signature bins;
  bins.fill(kNoShingle);
  for (std::size_t i = 0; i + kShingleWords <= words.size(); ++i) {
    const std::uint64_t h = hash_at<kShingleWords>(words, i);
    std::uint32_t& bin = bins[h >> 58];
    bin = std::min(bin, static_cast<std::uint32_t>(h & 0x7fffffffu));
  }
  if (words.size() < kShingleWords) return bins;
  Signature full = bins;
  for (std::size_t i = 0; i < kSignatureBins; ++i) {
    for (std::size_t step = 1; full[i] == kNoShingle && step < kSignatureBins; ++step) {
      const std::uint32_t next = bins[(i + step) % kSignatureBins];
      if (next != kNoShingle) full[i] = next + static_cast<std::uint32_t>(step) * 0x9E3779B9u;
    }
  }
  return full;
}

double compare_signatures(const Signature& a, const Signature& b) {
  std::size_t same = 0;
  for (std::size_t i = 0; i < kSignatureBins; ++i) same += a[i] == b[i] && a[i] != kNoShingle;
  return static_cast<double>(same) / kSignatureBins;
}

std::vector<std::uint64_t> make_prints(std::span<const StoryWord> words) {
  std::vector<std::uint64_t> all, prints;
  if (words.size() < kPrintWords) return prints;
  all.reserve(words.size());
  for (std::size_t i = 0; i + kPrintWords <= words.size(); ++i) {
    all.push_back(hash_at<kPrintWords>(words, i));
  }
  const std::size_t windows = all.size() < kWindow ? 1 : all.size() - kWindow + 1;
  for (std::size_t i = 0; i < windows; ++i) {
    const std::size_t end = std::min(all.size(), i + kWindow);
    std::uint64_t low = all[i];
    for (std::size_t k = i + 1; k < end; ++k) low = std::min(low, all[k]);
    if (prints.empty() || low != prints.back()) prints.push_back(low);
  }
  std::sort(prints.begin(), prints.end());
  prints.erase(std::unique(prints.begin(), prints.end()), prints.end());
  return prints;
}

CopyIndex::CopyIndex(std::size_t reports) : thin_(reports > kManyReports ? 4 : 1) {
  const std::size_t keys = std::max<std::size_t>(reports, 16) * kKeysOfReport * (thin_ == 1 ? 3 : 1);
  buckets_ = keys * 5 / 4 / kWays + 1;
  slots_.resize(buckets_ * kWays);
}

// What holds the key goes to `met`; then the report is put to it. Of one key the first few are kept and
// the last: a wire printed three hundred times hangs together without all pairs.
void CopyIndex::visit(std::uint64_t key, std::int32_t report, std::vector<std::int32_t>& met) {
  const auto bucket = static_cast<std::size_t>((key >> 32) * buckets_ >> 32);
  const auto tag = static_cast<std::uint32_t>(key);
  Slot* const slots = &slots_[bucket * kWays];
  Slot *oldest = slots, *newest_same = nullptr;
  std::size_t same = 0;
  for (Slot* slot = slots; slot != slots + kWays; ++slot) {
    if (slot->report < oldest->report) oldest = slot;
    if (slot->report < 0 || slot->tag != tag) continue;
    ++same;
    met.push_back(slot->report);
    if (newest_same == nullptr || slot->report > newest_same->report) newest_same = slot;
  }
  Slot* const place = same >= kSameKey ? newest_same : oldest;
  *place = {tag, report};
}

std::vector<std::int32_t> CopyIndex::add(std::span<const StoryWord> words) {
  const auto report = static_cast<std::int32_t>(sizes_.size());
  sizes_.push_back(static_cast<std::uint16_t>(std::min<std::size_t>(words.size(), 0xffff)));
  std::vector<std::int32_t> met, alike;
  for (const std::uint64_t print : make_prints(words)) {
    if (print % thin_ == 0) visit(print, report, met);
  }
  const Signature signature = make_signature(words);
  if (signature[0] != kNoShingle) {
    for (std::size_t i = 0; i < kSignatureBins; i += kBandBins) {
      std::uint64_t key = i + 1;
      for (std::size_t k = 0; k < kBandBins; ++k) key = key * 0x9E3779B97F4A7C15ull + signature[i + k];
      visit(mix(key), report, alike);
    }
  }
  for (int i = 0; i < 2; ++i) met.insert(met.end(), alike.begin(), alike.end());   // one is enough
  std::sort(met.begin(), met.end());
  std::vector<std::pair<std::int32_t, std::int32_t>> found;   // -keys in common, report
  for (std::size_t i = 0; i < met.size();) {
    std::size_t j = i;
    while (j < met.size() && met[j] == met[i]) ++j;
    const bool small = std::min(sizes_[met[i]], sizes_[report]) < kShortReport || thin_ > 1;
    if (j - i >= 2 || small) found.emplace_back(-static_cast<std::int32_t>(j - i), met[i]);
    i = j;
  }
  std::sort(found.begin(), found.end());
  if (found.size() > kMostPairs) found.resize(kMostPairs);
  std::vector<std::int32_t> out;
  for (const auto& entry : found) out.push_back(entry.second);
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace isnad
