// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "isnad/report.h"
#include "match/builtin.h"
#include "match/gates.h"
#include "match/pack.h"

namespace isnad {

namespace fs = std::filesystem;

// Bytes aligned to 8, mapped or owned.
struct Packs::Inner::Image {
  std::string where;
  const char* data = nullptr;
  std::size_t size = 0;
  bool mapped = false;
  std::vector<std::uint64_t> owned;

  Image() = default;
  Image(const Image&) = delete;
  Image& operator=(const Image&) = delete;
  ~Image() {
    if (mapped) ::munmap(const_cast<char*>(data), size);
  }
  std::string_view bytes() const { return {data, size}; }
};

namespace {

using Image = Packs::Inner::Image;

Result<std::unique_ptr<Image>> load_image(const std::string& path) {
  auto unreadable = [&] {
    return Error{ErrorCode::Unreadable, path, std::string("cannot be read: ") + std::strerror(errno)};
  };
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return unreadable();
  struct stat info {};
  auto image = std::make_unique<Image>();
  image->where = path;
  if (::fstat(fd, &info) != 0) {
    ::close(fd);
    return unreadable();
  }
  image->size = static_cast<std::size_t>(info.st_size);
  if (image->size > 0) {
    void* at = ::mmap(nullptr, image->size, PROT_READ, MAP_PRIVATE, fd, 0);
    if (at == MAP_FAILED) {
      ::close(fd);
      return unreadable();
    }
    image->data = static_cast<const char*>(at);
    image->mapped = true;
  }
  ::close(fd);
  return image;
}

std::unique_ptr<Image> own_image(const std::string& bytes, std::size_t number) {
  auto image = std::make_unique<Image>();
  image->where = "pack " + std::to_string(number);
  image->owned.resize((bytes.size() + 7) / 8);
  if (!bytes.empty()) std::memcpy(image->owned.data(), bytes.data(), bytes.size());
  image->data = reinterpret_cast<const char*>(image->owned.data());
  image->size = bytes.size();
  return image;
}

void add_senses(Packs::Inner& inner, std::size_t number) {
  const PackView& view = inner.views[number];
  const auto base = static_cast<std::uint32_t>(inner.senses.size());
  inner.sense_base.push_back(base);
  for (const pack::PackSense& s : view.senses) {
    const auto row = static_cast<std::uint32_t>(number << 24 | s.row) + 1;
    inner.senses.push_back({s.cls, row, view.string(s.attributes), s.value});
  }
  for (const pack::Particle& p : view.particles) {
    const auto sense = static_cast<std::uint32_t>(inner.senses.size());
    const auto row = static_cast<std::uint32_t>(number << 24 | p.row) + 1;
    inner.senses.push_back({p.cls, row, {}, 0});
    inner.particles.push_back({view.string(p.form), p.position, sense});
  }
}

void fill_filter(Packs::Inner& inner) {
  for (std::size_t number = 0; number < inner.views.size(); ++number)
    for (const pack::Slot& slot : inner.views[number].slots)
      if (slot.key != 0)
        inner.filter[slot.tag & (Packs::Inner::kFilterSize - 1)] |=
            static_cast<std::uint8_t>(1u << (number % 8));
}

StratumIndex& stratum_for(Packs::Inner& inner, std::uint32_t id) {
  for (StratumIndex& s : inner.strata)
    if (s.stratum == id) return s;
  const auto bit = static_cast<std::uint8_t>(1u << (inner.strata.size() % 8));
  StratumIndex& added = inner.strata.emplace_back();
  added.stratum = id;
  added.bit = bit;
  return added;
}

using ClassRules = std::vector<std::pair<ClassId, std::uint32_t>>;   // class, position in rules

// Which rules begin with a class, ascending.
ClassRules find_triggers(const Packs::Inner& inner, const StratumIndex& index) {
  ClassRules pairs;
  for (std::uint32_t at = 0; at < index.rules.size(); ++at) {
    const PackView& view = inner.view_of(index.rules[at]);
    const pack::Rule& rule = inner.rule(index.rules[at]);
    for (std::uint32_t cls : view.classes.subspan(rule.first_trigger, rule.triggers))
      pairs.emplace_back(cls, at);
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

void index_stratum(const Packs::Inner& inner, const ClassRules& triggers, const CutClasses& cuts,
                   std::size_t classes, StratumIndex& index) {
  index.wake.resize(classes + 1);
  for (const auto& [cls, at] : triggers) {
    StratumIndex::Wake& wake = index.wake[inner.classes.of(cls)];
    if (wake.begin == wake.end) wake.begin = static_cast<std::uint32_t>(index.woken.size());
    index.woken.push_back(at);
    wake.end = static_cast<std::uint32_t>(index.woken.size());
  }
  for (const auto& [cls, bits] : cuts) index.wake[inner.classes.of(cls)].cuts = bits;
}

void index_strata(Packs::Inner& inner) {
  std::vector<ClassRules> triggers;
  std::vector<CutClasses> cuts;
  std::vector<ClassId> classes;
  for (StratumIndex& index : inner.strata) {
    triggers.push_back(find_triggers(inner, index));
    cuts.push_back(add_gates(inner, index));
    for (const auto& [cls, at] : triggers.back()) classes.push_back(cls);
    for (const auto& [cls, bits] : cuts.back()) classes.push_back(cls);
  }
  std::sort(classes.begin(), classes.end());
  classes.erase(std::unique(classes.begin(), classes.end()), classes.end());
  inner.classes.make(classes);
  for (std::size_t i = 0; i < inner.strata.size(); ++i)
    index_stratum(inner, triggers[i], cuts[i], classes.size(), inner.strata[i]);
  for (const std::span<const Sense> all : {std::span<const Sense>(inner.senses), builtin_senses()})
    for (const Sense& s : all) inner.class_numbers.push_back(inner.classes.of(s.cls));
}

// Senses [first, first + count) of all there are, as one run.
void note_run(Packs::Inner& inner, std::size_t first, std::size_t count) {
  const std::size_t own = inner.senses.size();
  RunFacts facts;
  for (std::size_t i = first; i < first + count; ++i) {
    const Sense& sense = i < own ? inner.senses[i] : builtin_senses()[i - own];
    facts.classes |= class_bit(sense.cls);
    const std::uint16_t number = inner.class_numbers[i];
    if (number == 0) continue;
    for (const StratumIndex& s : inner.strata)
      if (s.wake[number].begin != s.wake[number].end || !s.wake[number].cuts.empty())
        facts.strata = static_cast<std::uint8_t>(facts.strata | s.bit);
  }
  inner.runs[first] = facts;
}

void note_runs(Packs::Inner& inner) {
  const std::size_t own = inner.senses.size();
  inner.runs.resize(own + builtin_senses().size());
  for (std::size_t number = 0; number < inner.views.size(); ++number) {
    const PackView& view = inner.views[number];
    for (const pack::Key& k : view.keys)
      if (k.senses > 0) note_run(inner, inner.sense_base[number] + k.first_sense, k.senses);
    for (const pack::State& s : view.states)
      if (s.senses > 0) note_run(inner, inner.sense_base[number] + s.first_sense, s.senses);
  }
  for (const JoinedForm& particle : inner.particles) note_run(inner, particle.sense, 1);
  for (const BuiltinRun& run : builtin_runs())
    if (run.count > 0) note_run(inner, own + run.first, run.count);
}

void add_rules(Packs::Inner& inner) {
  for (std::size_t number = 0; number < inner.views.size(); ++number)
    for (std::uint32_t i = 0; i < inner.views[number].rules.size(); ++i) {
      const auto id = static_cast<std::uint32_t>(number << 24) | i;
      stratum_for(inner, inner.views[number].rules[i].stratum).rules.push_back(id);
    }
  index_strata(inner);
  note_runs(inner);
}

Result<Packs> make_from(std::vector<std::unique_ptr<Image>> images) {
  auto inner = std::make_unique<Packs::Inner>();
  inner->images = std::move(images);
  if (inner->images.size() > 255)
    return Error{ErrorCode::BadPack, inner->images.back()->where, "more than 255 packs"};
  for (auto& image : inner->images) {
    auto view = PackView::make(image->bytes(), image->where);
    if (!view) return view.error();
    inner->views.push_back(view.value());
    inner->everyones.push_back(view.value().string(view.value().header->name) == "und");
  }
  std::size_t senses = 0;
  for (const PackView& view : inner->views) senses += view.senses.size() + view.particles.size();
  inner->senses.reserve(senses);
  for (std::size_t i = 0; i < inner->views.size(); ++i) add_senses(*inner, i);
  // Longest forms first, so that a longer suffix or article is tried before its beginning.
  std::stable_sort(inner->particles.begin(), inner->particles.end(),
                   [](const JoinedForm& a, const JoinedForm& b) {
                     return a.form.size() > b.form.size();
                   });
  fill_filter(*inner);
  add_rules(*inner);
  return Packs(std::move(inner));
}

bool holds_packs(const fs::path& folder) {
  std::error_code failed;
  for (const auto& entry : fs::directory_iterator(folder, failed))
    if (entry.path().extension() == ".pack") return true;
  return false;
}

}  // namespace

void ClassNumbers::make(std::span<const ClassId> classes) {
  std::size_t size = 4;
  while (size < classes.size() * 2) size *= 2;
  slots_.assign(size, {});
  std::uint16_t number = 0;
  for (const ClassId cls : classes) {
    std::size_t at = cls & (size - 1);
    while (slots_[at].number != 0) at = (at + 1) & (size - 1);
    slots_[at] = {cls, ++number};
  }
}

Packs::Inner::Inner() = default;
Packs::Inner::~Inner() = default;

const StratumIndex* Packs::Inner::stratum(std::string_view name) const {
  for (const StratumIndex& s : strata)
    if (s.stratum == class_named(name)) return &s;
  return nullptr;
}

std::string Packs::Inner::row_name(std::uint32_t row) const {
  if (row == 0 || ((row - 1) >> 24) >= views.size()) return "";
  const PackView& view = views[(row - 1) >> 24];
  const std::uint32_t at = (row - 1) & 0xffffff;
  if (at >= view.rows.size()) return "";
  return std::string(view.string(view.rows[at].file)) + ":" + std::to_string(view.rows[at].line);
}

std::string Packs::Inner::rule_place(std::uint32_t id) const {
  if (id == kNoRule || (id >> 24) >= views.size()) return "";
  const PackView& view = views[id >> 24];
  if ((id & 0xffffff) >= view.rules.size()) return "";
  const pack::Rule& r = view.rules[id & 0xffffff];
  return std::string(view.string(r.file)) + ":" + std::to_string(r.line);
}

Packs::Packs() : inner_(std::make_unique<Inner>()) { add_rules(*inner_); }
Packs::Packs(std::unique_ptr<Inner> inner) : inner_(std::move(inner)) {}
Packs::Packs(Packs&&) noexcept = default;
Packs& Packs::operator=(Packs&&) noexcept = default;
Packs::~Packs() = default;

std::vector<PackInfo> Packs::info() const {
  std::vector<PackInfo> out;
  for (const PackView& view : inner_->views) {
    char hex[9];
    std::snprintf(hex, sizeof hex, "%08x", static_cast<unsigned>(view.header->hash >> 32));
    out.push_back({std::string(view.string(view.header->name)),
                   std::string(view.string(view.header->version)), hex});
  }
  return out;
}

std::string Packs::rule_name(std::uint32_t id) const {
  if (id == kNoRule || (id >> 24) >= inner_->views.size()) return "";
  const PackView& view = inner_->views[id >> 24];
  if ((id & 0xffffff) >= view.rules.size()) return "";
  return std::string(view.string(view.rules[id & 0xffffff].name));
}

Result<Packs> make_packs(std::vector<std::string> images) {
  std::vector<std::unique_ptr<Image>> owned;
  for (const std::string& bytes : images) owned.push_back(own_image(bytes, owned.size()));
  return make_from(std::move(owned));
}

Result<Packs> load_packs(const std::string& folder) {
  std::error_code failed;
  std::vector<std::string> paths;
  for (const auto& entry : fs::directory_iterator(folder, failed))
    if (entry.path().extension() == ".pack") paths.push_back(entry.path().string());
  if (failed) return Error{ErrorCode::NotFound, folder, "no such folder of packs"};
  if (paths.empty())
    return Error{ErrorCode::NotFound, folder, "no *.pack in it; build them with `isnad pack build`"};
  std::sort(paths.begin(), paths.end());
  std::vector<std::unique_ptr<Image>> images;
  for (const std::string& path : paths) {
    auto image = load_image(path);
    if (!image) return image.error();
    images.push_back(std::move(image).value());
  }
  return make_from(std::move(images));
}

std::string find_packs_folder() {
  if (const char* named = std::getenv("ISNAD_PACKS"); named != nullptr && *named != '\0')
    return named;
  std::error_code failed;
  const fs::path program = fs::read_symlink("/proc/self/exe", failed);
  if (failed) return "";
  const fs::path beside = program.parent_path();
  for (const fs::path& folder : {beside / "../share/isnad/packs", beside / "packs"})
    if (holds_packs(folder)) return folder.lexically_normal().string();
  return "";
}

}  // namespace isnad
