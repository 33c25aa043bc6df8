// SPDX-License-Identifier: Apache-2.0
// Organisations under shorter names, and under a wrong one where the report itself gives them away.
#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "record/names.h"
#include "record/spelling_letters.h"
#include "story/words.h"

namespace isnad {
namespace {

constexpr std::uint32_t kNear = 2;      // sentences between the two names, at most
constexpr std::uint32_t kMinLetters = 3;

bool same_word(const NameWord& a, const NameWord& b) {
  return without_article(a) == without_article(b);
}

bool can_be_shortened(const NameNode& node) {
  return node.type == EntityType::Organisation && is_organisation(node);
}

// Every word of the shorter in the longer, in order, and the same head: "the Security Organization"
// beside "the Security Treaty Organization".
bool is_shorter_form(const NameNode& shorter, const NameNode& longer) {
  if (shorter.words.size() < 2 || shorter.words.size() >= longer.words.size()) return false;
  if (!same_word(shorter.words[0], longer.words[0])) return false;
  std::size_t at = 0;
  for (const NameWord& word : longer.words) {
    if (at < shorter.words.size() && same_word(word, shorter.words[at])) ++at;
  }
  return at == shorter.words.size();
}

// The words of a nisba adjective without article and ending; empty for any other word.
NameWord nisba_stem(const NameWord& word) {
  const NameWord bare = without_article(word);
  if (is_latin(bare) || bare.size() < 5) return {};
  for (const NameWord& ending : spelling_letters().nisba) {
    if (!bare.ends_with(ending)) continue;
    const std::size_t stem = bare.size() - ending.size();
    return stem < 3 ? NameWord() : bare.substr(0, stem);
  }
  return {};
}

// How often each country is named in the story, by its node's words.
struct Countries {
  std::map<std::string, std::size_t> times;
  std::map<NameWord, std::string> words;

  // The country an adjective is of; "" where the story does not name it.
  std::string of_adjective(const NameWord& stem) const {
    for (const auto& [word, country] : words) {
      if (word.starts_with(stem)) return country;
    }
    return {};
  }
  bool is_main(const std::string& country) const {
    const auto own = times.find(country);
    return own != times.end() && std::all_of(times.begin(), times.end(), [&](const auto& other) {
             return other.second <= own->second;
           });
  }
};

Countries count_countries(std::span<const Report> reports, const Story& story,
                          const std::vector<NameNode>& nodes) {
  Countries countries;
  for (const NameNode& node : nodes) {
    if (node.type != EntityType::Place || node.country.empty() || node.words.empty()) continue;
    const std::int32_t index = story.reports[static_cast<std::size_t>(node.position)];
    const Report& report = reports[static_cast<std::size_t>(index)];
    const Entity& entity = report.entities[static_cast<std::size_t>(node.entity)];
    countries.times[node.country] += entity.mentions.size();
    const bool whole = std::any_of(
        entity.mentions.begin(), entity.mentions.end(), [&](std::int32_t m) {
          return report.names[static_cast<std::size_t>(m)].grain == 4;
        });
    if (whole) countries.words[without_article(node.words.front())] = node.country;
  }
  return countries;
}

// A ministry named without its country is that of the story's own country, if of any: in the same
// report another country's can stand beside it.
bool bare_for_adjective(const NameNode& shorter, const NameNode& longer,
                        const Countries& countries) {
  for (const NameWord& word : longer.words) {
    const NameWord stem = nisba_stem(word);
    const bool left_out = std::none_of(shorter.words.begin(), shorter.words.end(),
                                       [&](const NameWord& own) { return same_word(own, word); });
    if (left_out && !stem.empty() && !countries.is_main(countries.of_adjective(stem))) return false;
  }
  return true;
}

// For each written form of an organisation those of the story that it can shorten. Organs of a state
// shorten nothing: "the US forces" are more than "the US special forces".
class LongerForms {
 public:
  explicit LongerForms(const std::vector<NameNode>& nodes) {
    std::map<NameWord, std::vector<std::int32_t>> by_head;   // one node of each form
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      if (!can_be_shortened(nodes[i])) continue;
      auto& same = nodes_[nodes[i].form];
      if (same.empty()) {
        by_head[without_article(nodes[i].words[0])].push_back(static_cast<std::int32_t>(i));
      }
      same.push_back(static_cast<std::int32_t>(i));
    }
    for (const auto& [head, forms] : by_head) {
      for (const std::int32_t i : forms) {
        const NameNode& shorter = nodes[static_cast<std::size_t>(i)];
        for (const std::int32_t j : forms) {
          const NameNode& longer = nodes[static_cast<std::size_t>(j)];
          if (is_shorter_form(shorter, longer)) longer_[shorter.form].push_back(longer.form);
        }
      }
    }
  }

  // The last node of the one group that a form can shorten; kNone where there are two or none.
  std::int32_t only_one(std::int32_t form, const NameGroups& groups) const {
    std::int32_t example = kNone;
    const auto longer = longer_.find(form);
    if (longer == longer_.end()) return kNone;
    for (const std::int32_t other : longer->second) {
      for (const std::int32_t node : nodes_.at(other)) {
        if (example != kNone && groups.group(node) != groups.group(example)) return kNone;
        example = std::max(example, node);
      }
    }
    return example;
  }

 private:
  std::unordered_map<std::int32_t, std::vector<std::int32_t>> nodes_, longer_;   // by form
};

void join_shorter_forms(const std::vector<NameNode>& nodes, const Countries& countries,
                        NameGroups& groups) {
  const LongerForms forms(nodes);
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (!can_be_shortened(nodes[i])) continue;
    const std::int32_t example = forms.only_one(nodes[i].form, groups);
    if (example == kNone || groups.group(example) == groups.group(static_cast<std::int32_t>(i))) {
      continue;
    }
    const NameNode& longer = nodes[static_cast<std::size_t>(example)];
    if (!bare_for_adjective(nodes[i], longer, countries)) continue;
    groups.join(example, static_cast<std::int32_t>(i),
                "\"" + nodes[i].shown + "\" shortens \"" + longer.shown +
                    "\", the only name of the story that it can shorten");
  }
}

std::set<std::uint32_t> sentences_of(const Report& report, const Entity& entity) {
  std::set<std::uint32_t> sentences;
  const auto tokens = report.text.tokens();
  for (const std::int32_t m : entity.mentions) {
    const auto at = report.text.token_at(report.names[static_cast<std::size_t>(m)].span.begin);
    if (at < tokens.size()) sentences.insert(tokens[at].sentence);
  }
  return sentences;
}

bool inside_name(const Report& report, Span span) {
  return std::any_of(report.names.begin(), report.names.end(),
                     [&](const NameMention& name) { return name.span.overlaps(span); });
}

// Stems of a sentence that are no names: without one joined letter before them, as a joined
// preposition stands in one place and not in the other.
std::set<std::string> stems_of(const Report& report, const std::set<std::uint32_t>& sentences) {
  std::set<std::string> stems;
  for (const Token& token : report.text.tokens()) {
    if (token.kind != TokenKind::Word || !sentences.contains(token.sentence)) continue;
    if (inside_name(report, token.span)) continue;
    const std::string_view stem = strip_article(report.text.key(token));
    if (count_letters(stem) >= kMinLetters) stems.insert(std::string(stem));
    for (const std::string& joined : spelling_letters().joined) {
      if (count_letters(stem) > kMinLetters && stem.starts_with(joined)) {
        stems.insert(std::string(stem.substr(joined.size())));
      }
    }
  }
  return stems;
}

std::uint32_t distance(const std::set<std::uint32_t>& a, const std::set<std::uint32_t>& b) {
  std::uint32_t best = 0xffffffffu;
  for (const std::uint32_t x : a) {
    for (const std::uint32_t y : b) best = std::min(best, x > y ? x - y : y - x);
  }
  return best;
}

// A word for asking that both sentences share, in the report's own spelling; "" where none. What is
// asked of one and answered by the other is the evidence.
std::string shared_request(const Report& report, const Entity& known, const Entity& strange) {
  const auto a = stems_of(report, sentences_of(report, known));
  const auto b = stems_of(report, sentences_of(report, strange));
  for (const std::string& stem : a) {
    if (!b.contains(stem)) continue;
    const auto begins = [&](const std::string& word) { return stem.starts_with(word); };
    if (std::any_of(spelling_letters().asked.begin(), spelling_letters().asked.end(), begins)) {
      return stem;
    }
  }
  return {};
}

// A name no list and no other report knows, beside the one organisation of that head the lists
// know, in sentences that speak of one request.
void join_strange_names(std::span<const Report> reports, const Story& story,
                        const std::vector<NameNode>& nodes, NameGroups& groups) {
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const NameNode& strange = nodes[i];
    if (!is_organisation(strange) || !strange.id.empty() || strange.words.size() < 2) continue;
    const std::int32_t index = story.reports[static_cast<std::size_t>(strange.position)];
    const Report& report = reports[static_cast<std::size_t>(index)];
    const auto first = std::lower_bound(   // the nodes of one report stand together
        nodes.begin(), nodes.end(), strange.position,
        [](const NameNode& node, std::int32_t position) { return node.position < position; });
    for (auto j = static_cast<std::size_t>(first - nodes.begin());
         j < nodes.size() && nodes[j].position == strange.position; ++j) {
      const NameNode& known = nodes[j];
      if (!is_organisation(known) || known.id.empty()) continue;
      if (!same_word(known.words[0], strange.words[0])) continue;
      const Entity& a = report.entities[static_cast<std::size_t>(known.entity)];
      const Entity& b = report.entities[static_cast<std::size_t>(strange.entity)];
      if (distance(sentences_of(report, a), sentences_of(report, b)) > kNear) continue;
      const std::string word = shared_request(report, a, b);
      if (word.empty()) continue;
      groups.join(static_cast<std::int32_t>(j), static_cast<std::int32_t>(i),
                  "\"" + strange.shown + "\" stands for \"" + known.shown +
                      "\": in the same report the one is sent a request and the other answers it, "
                      "a few lines apart (\"" + word + "\"); the name itself is wrong");
    }
  }
}

}  // namespace

void join_organisations(std::span<const Report> reports, const Story& story,
                        const std::vector<NameNode>& nodes, NameGroups& groups) {
  join_shorter_forms(nodes, count_countries(reports, story, nodes), groups);
  join_strange_names(reports, story, nodes, groups);
}

}  // namespace isnad
