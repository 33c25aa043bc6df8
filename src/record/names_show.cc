// SPDX-License-Identifier: Apache-2.0
// A group of names as it is shown: the form most used, the Latin name, all forms, offices.
#include <algorithm>
#include <map>

#include "record/names.h"
#include "record/spelling_letters.h"

namespace isnad {

std::string whole_of(const std::string& text) {
  const auto& [first, last] = spelling_letters().article_parts;
  return last.empty() || !text.starts_with(last) ? std::string() : first + text;
}

std::string single_blanks(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!blank) out += c;
    if (blank && !out.empty() && out.back() != ' ') out += ' ';
  }
  return out;
}

namespace {

class Forms {
 public:
  void add(const std::string& text, std::int32_t report) {
    if (text.empty()) return;
    const auto [entry, fresh] = index_.try_emplace(text, forms_.size());
    if (fresh) forms_.push_back({text, 0, {}});
    NameForm& form = forms_[entry->second];
    ++form.count;
    if (std::find(form.reports.begin(), form.reports.end(), report) == form.reports.end()) {
      form.reports.push_back(report);
    }
  }

  // A form whose article lost its first letter behind a preposition is the whole one, where that is a
  // form too.
  void restore_articles() {
    for (NameForm& form : forms_) {
      const auto whole = index_.find(whole_of(form.text));
      if (form.text.empty() || whole == index_.end()) continue;
      NameForm& into = forms_[whole->second];
      into.count += form.count;
      for (const std::int32_t report : form.reports) {
        if (std::find(into.reports.begin(), into.reports.end(), report) == into.reports.end()) {
          into.reports.push_back(report);
        }
      }
      form.count = 0;
    }
    std::erase_if(forms_, [](const NameForm& form) { return form.count == 0; });
    index_.clear();
  }

  std::vector<NameForm> take() {
    std::stable_sort(forms_.begin(), forms_.end(),
                     [](const NameForm& x, const NameForm& y) { return x.count > y.count; });
    return std::move(forms_);
  }

 private:
  std::map<std::string, std::size_t> index_;
  std::vector<NameForm> forms_;
};

// A report's forms; nisba adjectives only where there is nothing else.
void add_forms(const Report& report, const Entity& entity, std::int32_t index, bool adjectives,
               Forms& forms) {
  for (const std::int32_t m : entity.mentions) {
    const NameMention& name = report.names[static_cast<std::size_t>(m)];
    if (name.adjective != adjectives) continue;
    const std::string form = single_blanks(report.text.slice(name.span)), whole = whole_of(form);
    forms.add(!whole.empty() && whole == single_blanks(entity.name) ? whole : form, index);
  }
}

bool in_latin(const std::string& text) {
  const auto words = split_name(text);
  return !words.empty() && is_latin(words.front());
}

// "The organisation" beside "Organisation of X": one word that is the first of another form, with an
// article before it.
bool is_head_alone(const NameForm& form, const std::vector<NameForm>& forms) {
  const auto own = split_name(form.text);
  if (own.size() != 1) return false;
  return std::any_of(forms.begin(), forms.end(), [&](const NameForm& other) {
    const auto words = split_name(other.text);
    return words.size() > 1 && words.front() != own.front() &&
           without_article(words.front()) == without_article(own.front());
  });
}

// Persons are shown with given and family name; others by what is most used.
const NameForm* best_form(const std::vector<NameForm>& forms, EntityType type, bool latin) {
  const NameForm* best = nullptr;
  const auto rank = [&](const NameForm& form) {
    const std::size_t words = split_name(form.text).size();
    const bool full = type != EntityType::Person ? !is_head_alone(form, forms) : words >= 2;
    return std::tuple(full, form.count, words);
  };
  for (const NameForm& form : forms) {
    if (in_latin(form.text) != latin) continue;
    if (!best || rank(form) > rank(*best)) best = &form;
  }
  return best;
}

}  // namespace

NameInRecord make_name(std::span<const Report> reports, const Story& story,
                       const std::vector<NameNode>& nodes,
                       const std::vector<std::int32_t>& members) {
  NameInRecord name;
  Forms plain, adjectives;
  for (const std::int32_t m : members) {
    const NameNode& node = nodes[static_cast<std::size_t>(m)];
    const std::int32_t index = story.reports[static_cast<std::size_t>(node.position)];
    const Report& report = reports[static_cast<std::size_t>(index)];
    const Entity& entity = report.entities[static_cast<std::size_t>(node.entity)];
    add_forms(report, entity, index, false, plain);
    add_forms(report, entity, index, true, adjectives);
    name.type = node.type;
    name.entities.emplace_back(index, node.entity);
    if (name.name_latin.empty()) name.name_latin = node.latin;
    const std::string role = single_blanks(node.role);
    const bool said = std::find(name.roles.begin(), name.roles.end(), role) != name.roles.end();
    if (!role.empty() && !said) {
      name.roles.push_back(role);
    }
  }
  plain.restore_articles();
  std::erase_if(name.roles, [&](const std::string& role) {
    return std::find(name.roles.begin(), name.roles.end(), whole_of(role)) != name.roles.end();
  });
  name.forms = plain.take();
  if (name.forms.empty()) name.forms = adjectives.take();
  for (NameForm& form : name.forms) order_sources(reports, form.reports);
  tell_offices(reports, name);
  const NameForm* arabic = best_form(name.forms, name.type, false);
  const NameForm* latin = best_form(name.forms, name.type, true);
  const NameNode& first = nodes[static_cast<std::size_t>(members.front())];
  name.name = arabic ? arabic->text : latin ? latin->text : first.shown;
  if (name.name_latin.empty() && latin) name.name_latin = latin->text;
  if (name.name_latin.empty()) {
    name.name_latin = romanise(name.name);
    name.latin_is_romanised = !name.name_latin.empty();
  }
  return name;
}

}  // namespace isnad
