// SPDX-License-Identifier: Apache-2.0
#include "engine/names_all.h"

#include <algorithm>
#include <numeric>

#include "record/record_steps.h"

namespace isnad {
namespace {

std::int32_t times_named(const NameInRecord& name) {
  return std::accumulate(name.forms.begin(), name.forms.end(), 0,
                         [](std::int32_t sum, const NameForm& form) { return sum + form.count; });
}

bool has_form(const NameInRecord& name, std::string_view text) {
  return name.id == text || std::any_of(name.forms.begin(), name.forms.end(),
                                        [&](const NameForm& form) { return form.text == text; });
}

}  // namespace

std::vector<NameInRecord> collect_names(std::span<const Report> reports) {
  Story all;
  all.reports.resize(reports.size());
  std::iota(all.reports.begin(), all.reports.end(), 0);
  std::vector<NameInRecord> names = unify_names(reports, all).names;
  std::stable_sort(names.begin(), names.end(), [](const NameInRecord& a, const NameInRecord& b) {
    const std::int32_t x = times_named(a), y = times_named(b);
    return x != y ? x > y : a.name < b.name;
  });
  for (std::size_t i = 0; i < names.size(); ++i) names[i].id = "n" + std::to_string(i + 1);
  return names;
}

Result<std::string> explain_name(std::span<const Report> reports,
                                 std::span<const NameInRecord> names, std::string_view id) {
  const auto name = std::find_if(names.begin(), names.end(),
                                 [&](const NameInRecord& one) { return has_form(one, id); });
  if (name == names.end())
    return Error{ErrorCode::NoSuchMention, std::string(id),
                 "no such name; there are n1 to n" + std::to_string(names.size())};
  std::string out = name->id + "  " + std::string(entity_type_name(name->type)) + "  " + name->name;
  if (!name->name_latin.empty())
    out += "  (" + name->name_latin + (name->latin_is_romanised ? ", made from the letters)" : ")");
  out += "\n";
  for (const NameForm& form : name->forms) {
    out += "  form    " + form.text + "  " + std::to_string(form.count) + " in";
    for (const std::int32_t report : form.reports)
      out += " " + reports[static_cast<std::size_t>(report)].input;
    out += "\n";
  }
  for (const NameOffice& office : name->offices) {
    const std::string days = office.listed ? office.from + "/" + office.to : days_text(office.seen);
    out += "  office  " + office.text + (days.empty() ? "" : "  " + days) + (office.listed ? "  (of a list)" : "") + "\n";
  }
  for (const std::string& reason : name->reasons) out += "  because " + reason + "\n";
  return out;
}

}  // namespace isnad
