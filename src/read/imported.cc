// SPDX-License-Identifier: Apache-2.0
#include "read/imported.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <map>
#include <vector>

#include "match/pack.h"
#include "read/names_shape.h"

namespace isnad {
namespace {

constexpr std::uint32_t kLongestName = 5;    // words
constexpr std::size_t kMostOfOneName = 16;
constexpr std::size_t kShortestKey = 5;      // bytes: three Arabic letters

bool fits(const ImportedHeader& h, std::uint64_t size) {
  return std::memcmp(h.magic, kImportedMagic, sizeof kImportedMagic) == 0 && h.version == 1 &&
         h.index % sizeof(ImportedKey) == 0 && h.index >= sizeof h && h.index <= size &&
         h.keys == (size - h.index) / sizeof(ImportedKey) &&
         (size - h.index) % sizeof(ImportedKey) == 0;
}

}  // namespace

Result<std::shared_ptr<const ImportedList>> ImportedList::open(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return Error{ErrorCode::NotFound, path, "no such file; make it with import"};
  struct stat about {};
  const bool known = fstat(file, &about) == 0;
  const auto size = static_cast<std::uint64_t>(known ? about.st_size : 0);
  void* memory = size >= sizeof(ImportedHeader)
                     ? mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0) : MAP_FAILED;
  ::close(file);
  if (memory == MAP_FAILED)
    return Error{ErrorCode::BadPack, path, "it is no imported list; make it with import"};
  std::shared_ptr<ImportedList> list(new ImportedList());
  list->bytes_ = {static_cast<const char*>(memory), size};
  list->header_ = static_cast<const ImportedHeader*>(memory);
  if (!fits(*list->header_, size))
    return Error{ErrorCode::BadPack, path, "it is no imported list, or breaks off; import it again"};
  list->index_ = {reinterpret_cast<const ImportedKey*>(list->bytes_.data() + list->header_->index),
                  list->header_->keys};
  return std::shared_ptr<const ImportedList>(std::move(list));
}

ImportedList::~ImportedList() {
  if (!bytes_.empty()) munmap(const_cast<char*>(bytes_.data()), bytes_.size());
}

// A record: attributes, a zero byte, each key and a zero byte, an empty key.
void ImportedList::find(std::string_view key,
                        const std::function<void(std::string_view)>& take) const {
  const std::uint64_t hash = hash_key(key);
  auto at = std::lower_bound(index_.begin(), index_.end(), hash,
                             [](const ImportedKey& one, std::uint64_t h) { return one.hash < h; });
  for (; at != index_.end() && at->hash == hash; ++at) {
    if (at->record < sizeof(ImportedHeader) || at->record >= header_->index) continue;
    std::string_view rest = bytes_.substr(at->record, header_->index - at->record);
    const std::size_t zero = rest.find('\0');
    if (zero == std::string_view::npos) continue;
    const std::string_view attributes = rest.substr(0, zero);
    rest.remove_prefix(zero + 1);
    for (std::size_t end = rest.find('\0'); end != 0 && end != std::string_view::npos;
         end = rest.find('\0')) {
      if (rest.substr(0, end) == key) {
        take(attributes);
        break;
      }
      rest.remove_prefix(end + 1);
    }
  }
}

std::string imported_key(std::string_view name) {
  std::string out, key;
  while (!name.empty()) {
    const std::size_t end = std::min(name.find_first_of(" -\t"), name.size());
    fold_key(name.substr(0, end), key);
    if (!key.empty()) out += (out.empty() ? "" : " ") + key;
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return out;
}

std::string_view imported_attribute(std::string_view attributes, std::string_view key) {
  Sense sense;
  sense.attributes = attributes;
  return sense.attribute(key);
}

void use_imported(const Packs& packs, std::shared_ptr<const ImportedList> list) {
  packs.inner().imported.push_back(std::move(list));
}

namespace {

std::int64_t population(std::string_view attributes) {
  std::int64_t value = 0;
  const std::string_view text = imported_attribute(attributes, "pop");
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

class ImportedFinder {
 public:
  ImportedFinder(Lattice& lattice, const Report& report)
      : lattice_(lattice), text_(report.text), shape_(lattice.packs()) {
    if (report.published.days.one_day()) day_ = days_text(report.published.days);
    for (std::uint32_t t = 0; t < text_.tokens().size(); ++t)
      for (const std::string_view cls : {"COUNTRY", "NISBA"}) count_country(t, class_named(cls));
  }

  void run() {
    for (std::uint32_t t = 0; t < text_.tokens().size(); ++t) {
      if (text_.tokens()[t].kind != TokenKind::Word) continue;
      if (look_up(t, 0)) continue;
      const std::size_t joined = shape_.joined_size(text_.key(text_.tokens()[t]));
      if (joined > 0) look_up(t, joined);
    }
  }

 private:
  void count_country(std::uint32_t t, ClassId cls) {
    const Edge* edge = lattice_.find(t, cls, false);
    if (edge != nullptr) ++countries_[std::string(lattice_.sense(*edge, cls)->attribute("id"))];
  }

  bool listed(std::uint32_t t, std::initializer_list<std::string_view> classes) const {
    return std::any_of(classes.begin(), classes.end(), [&](std::string_view cls) {
      return lattice_.find(t, class_named(cls), false) != nullptr;
    });
  }

  // The longest name that begins in this token, `skip` bytes of its key passed over.
  bool look_up(std::uint32_t first, std::size_t skip) {
    std::string key;
    std::vector<std::string> rows;
    std::uint32_t last = first;
    for (std::uint32_t t = first, words = 0; t < text_.tokens().size() && words < kLongestName; ++t) {
      const Token& token = text_.tokens()[t];
      if (token.kind == TokenKind::Dash && t > first) continue;
      if (token.kind != TokenKind::Word) break;
      const std::string_view word = text_.key(token);
      key += (key.empty() ? "" : " ") + std::string(t == first ? word.substr(skip) : word);
      ++words;
      std::vector<std::string> found = rows_of(key);
      if (!found.empty()) rows = std::move(found), last = t;
    }
    bool added = false;
    for (const std::string& row : rows) added = add(first, last, skip, row) || added;
    return added;
  }

  // Of places all of that name, the likeliest first: which is meant is told later. Of others the best. One whose time is
  // over or not yet come is taken only where it is an office that has its time.
  std::vector<std::string> rows_of(const std::string& key) const {
    std::vector<std::string> now, other;
    if (key.size() < kShortestKey) return now;
    for (const auto& list : lattice_.packs().inner().imported)
      list->find(key, [&](std::string_view row) {
        if (in_time(row)) now.emplace_back(row);
        else if (!imported_attribute(row, "office").empty()) other.emplace_back(row);
      });
    if (now.empty()) now = std::move(other);
    std::stable_sort(now.begin(), now.end(), [&](const std::string& a, const std::string& b) { return better(a, b); });
    const bool places = !now.empty() && imported_attribute(now[0], "cls") == "CITY";
    std::erase_if(now, [&](const std::string& row) { return places && imported_attribute(row, "cls") != "CITY"; });
    if (now.size() > (places ? kMostOfOneName : 1)) now.resize(places ? kMostOfOneName : 1);
    return now;
  }

  // from= and to= (ISO days or years) hold the report's own day.
  bool in_time(std::string_view row) const {
    const std::string_view from = imported_attribute(row, "from"), to = imported_attribute(row, "to");
    return day_.empty() || ((from.empty() || day_ >= from) &&
                            (to.empty() || std::string_view(day_).substr(0, to.size()) <= to));
  }

  bool better(std::string_view a, std::string_view b) const {
    const int x = named(a), y = named(b);
    return x != y ? x > y : population(a) > population(b);
  }

  int named(std::string_view row) const {
    const auto found = countries_.find(std::string(imported_attribute(row, "cc")));
    return found == countries_.end() ? 0 : found->second;
  }

  bool add(std::uint32_t first, std::uint32_t last, std::size_t skip, const std::string& row) {
    std::string cls(imported_attribute(row, "cls"));
    const bool one_word = first == last;
    const bool place = one_word && listed(first, {"CITY", "COUNTRY", "REGION"});
    if (one_word && listed(first, {"NISBA", "MONTH", "WEEKDAY"})) return false;
    if (place && cls != "CITY") return false;   // the packs know it as a place: another place it may be
    if (one_word && !place && listed(first, {"COMMON", "NOT_NAME", "FIRST_NAME", "FIRST_NAME_WEAK", "SURNAME",
                                   "SAY_VERB", "ORG_HEAD", "OFFICE", "ORG_ADJ", "PEOPLE"})) {
      if (cls != "CITY") return false;
      cls = "CITY_WEAK";
    }
    const Token& token = text_.tokens()[first];
    const std::uint32_t begin =
        skip == 0 ? token.span.begin
                  : text_.source_offset(token.key_begin + static_cast<std::uint32_t>(skip));
    lattice_.add_mention(class_named(cls), {begin, text_.tokens()[last].span.end}, -1, 0, row);
    return true;
  }

  Lattice& lattice_;
  const Text& text_;
  NameShape shape_;
  std::string day_;
  std::map<std::string, int> countries_;
};

}  // namespace

void find_imported(Lattice& lattice, const Report& report) {
  if (!lattice.packs().inner().imported.empty()) ImportedFinder(lattice, report).run();
}

}  // namespace isnad
