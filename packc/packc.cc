// SPDX-License-Identifier: Apache-2.0
#include "packc/packc.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <tuple>

#include "packc/check.h"
#include "packc/write_pack.h"

namespace isnad {

namespace fs = std::filesystem;
using namespace packc;

namespace {

struct Compiled {
  std::vector<Unit> units;
  Faults faults;
};

// The folder whose packs are compiled together: the parent of a single pack.
std::string common_folder(const std::string& folder) {
  std::error_code failed;
  if (!fs::exists(fs::path(folder) / "pack.conf", failed)) return folder;
  const fs::path whole = fs::absolute(folder).lexically_normal();
  return (whole.filename().empty() ? whole.parent_path() : whole).parent_path().string();
}

void compile(const std::vector<std::string>& folders, const PackHooks& hooks, Compiled& out) {
  for (const std::string& folder : folders)
    out.units.push_back({read_pack_source(folder, out.faults), ""});
  check_rules(out.units, hooks, out.faults);
  for (Unit& unit : out.units) unit.image = write_pack(unit.source, out.faults);
}

std::string name_of(const std::string& folder) {
  const fs::path whole = fs::absolute(folder).lexically_normal();
  return (whole.filename().empty() ? whole.parent_path() : whole).filename().string();
}

void sort_faults(std::vector<Fault>& faults) {
  auto key = [](const Fault& f) { return std::tie(f.file, f.line, f.column, f.message); };
  std::sort(faults.begin(), faults.end(),
            [&](const Fault& a, const Fault& b) { return key(a) < key(b); });
  auto same = [&](const Fault& a, const Fault& b) { return key(a) == key(b); };
  faults.erase(std::unique(faults.begin(), faults.end(), same), faults.end());
}

PackCounts count(const Unit& unit) {
  PackCounts out;
  out.name = unit.source.name;
  std::set<std::vector<std::string>> keys;
  for (const WordRow& row : unit.source.words) {
    ++(row.derived ? out.forms : out.words);
    keys.insert(row.keys);
  }
  out.keys = keys.size();
  out.rules = unit.source.rules.size();
  for (const RuleSource& rule : unit.source.rules) out.examples += rule.examples.size();
  out.bytes = unit.image.size();
  return out;
}

PackReport report_of(Compiled& compiled, const std::string& folder, const std::string& only) {
  PackReport report;
  const bool single = common_folder(folder) != folder;
  const std::string own = "packs/" + name_of(folder) + "/";
  sort_faults(compiled.faults.all);
  for (Fault& fault : compiled.faults.all) {
    if (single && !fault.file.starts_with(own)) continue;
    if (!only.empty() && fault.file.find(only) == std::string::npos) continue;
    report.faults.push_back(std::move(fault));
  }
  for (const Unit& unit : compiled.units) report.packs.push_back(count(unit));
  report.ok = report.faults.empty();
  return report;
}

bool check_all(const std::string& folder, const PackHooks& hooks, Compiled& out) {
  const std::vector<std::string> folders = pack_folders(common_folder(folder));
  if (folders.empty()) {
    out.faults.add({folder, 1, 1}, "no packs here: no folder in it has a pack.conf");
    return false;
  }
  compile(folders, hooks, out);
  run_examples(out.units, hooks, out.faults);
  return true;
}

bool write_file(const fs::path& path, const std::string& bytes) {
  const fs::path part = path.string() + ".part";
  std::ofstream file(part, std::ios::binary | std::ios::trunc);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  std::error_code failed;
  if (file) fs::rename(part, path, failed);
  return file && !failed;
}

}  // namespace

std::string Fault::text() const {
  return file + ":" + std::to_string(line) + ":" + std::to_string(column) + ": " + message;
}

std::string PackReport::text() const {
  std::string out;
  for (const Fault& fault : faults) out += fault.text() + "\n";
  for (const PackCounts& p : packs)
    out += p.name + ": " + std::to_string(p.words) + " words, " + std::to_string(p.forms) +
           " forms derived, " + std::to_string(p.keys) + " different; " +
           std::to_string(p.rules) + " rules, " + std::to_string(p.examples) + " examples; " +
           std::to_string((p.bytes + 1023) / 1024) + " kB\n";
  if (!faults.empty()) out += std::to_string(faults.size()) + " fault(s)\n";
  return out;
}

CompiledPack compile_pack(const std::string& folder, const PackHooks& hooks) {
  Compiled compiled;
  std::vector<std::string> folders{folder};
  std::error_code failed;
  const fs::path und = fs::path(common_folder(folder)) / "und";
  if (name_of(folder) != "und" && fs::exists(und / "pack.conf", failed))
    folders.push_back(und.string());
  compile(folders, hooks, compiled);
  CompiledPack out;
  out.image = compiled.units[0].image;
  out.faults = report_of(compiled, folder, "").faults;
  return out;
}

CompiledPacks compile_packs(const std::string& folder) {
  Compiled compiled;
  compile(pack_folders(folder), {}, compiled);
  CompiledPacks out;
  for (Unit& unit : compiled.units) out.images.push_back(std::move(unit.image));
  out.faults = report_of(compiled, folder, "").faults;
  return out;
}

PackReport check_packs(const std::string& folder, const PackHooks& hooks,
                       const std::string& only) {
  Compiled compiled;
  check_all(folder, hooks, compiled);
  return report_of(compiled, folder, only);
}

PackReport build_packs(const std::string& folder, const std::string& out, const PackHooks& hooks) {
  Compiled compiled;
  check_all(folder, hooks, compiled);
  PackReport report = report_of(compiled, common_folder(folder), "");
  if (!report.ok) return report;
  std::error_code failed;
  fs::create_directories(out, failed);
  for (const Unit& unit : compiled.units) {
    const fs::path path = fs::path(out) / (unit.source.name + ".pack");
    if (!write_file(path, unit.image))
      report.faults.push_back({path.string(), 1, 1, "cannot be written"});
  }
  report.ok = report.faults.empty();
  return report;
}

}  // namespace isnad
