// SPDX-License-Identifier: Apache-2.0
// Forms that the Arabic paradigms and patterns make of a word: forms.tsv.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <string>

#include "packc/source.h"

namespace isnad {
namespace {

std::string whole_file(const std::string& path) {
  std::ifstream in(std::string(ISNAD_SOURCE_DIR) + "/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::set<std::string> forms_of(const std::string& paradigm, const std::string& word) {
  packc::Faults faults;
  const packc::PackSource pack = packc::parse_pack_source(
      {{"pack.conf", "name ar\nversion 1\n"},
       {"paradigms.tsv", whole_file("packs/ar/paradigms.tsv")},
       {"patterns.tsv", whole_file("packs/ar/patterns.tsv")},
       {"lists/w.tsv", "A\tinfl=" + paradigm + "\t" + word + "\n"}},
      "packs/ar/", faults);
  for (const Fault& fault : faults.all) ADD_FAILURE() << fault.text();
  std::set<std::string> out;
  for (const packc::WordRow& row : pack.words)
    if (row.derived) out.insert(row.word);
  return out;
}

TEST(Forms, AreMade) {
  std::istringstream lines(whole_file("tests/words/forms.tsv"));
  std::size_t words = 0, forms = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#') continue;
    const std::vector<std::string> columns = packc::split(line, '\t');
    ASSERT_EQ(columns.size(), 3u) << line;
    const std::set<std::string> made = forms_of(columns[0], columns[1]);
    for (const std::string& form : packc::split(columns[2], ' ')) {
      const bool wanted = form[0] != '!';
      EXPECT_EQ(made.count(wanted ? form : form.substr(1)) > 0, wanted)
          << columns[0] << " " << columns[1] << ": " << form;
      ++forms;
    }
    ++words;
  }
  EXPECT_GT(words, 40u);
  EXPECT_GT(forms, 200u);
}

// What a row says of its forms: groups, attributes of the listed word alone, forms listed by hand.
TEST(Forms, RowsChoose) {
  packc::Faults faults;
  const packc::PackSource pack = packc::parse_pack_source(
      {{"pack.conf", "name x\nversion 1\n"},
       {"patterns.tsv", "v\tpast\tg=m\t1a2\t1a2\nv\tpast\tg=f\t1a2\t1a2t\nv\tpres\tg=m\t1a2\ty1u2\n"
                        "v\tnoun\tpos=n\t1a2\t1a2~n\nv\tpast\tg=f\tka2\tkko2\n"},
       {"lists/w.tsv", "A\tk=1 noun=1 infl=v/past+noun own=noun\tban\n"
                       "A\tinfl=v/past\tkat\nA\tg=f k=2\tbant\n"}},
      "packs/x/", faults);
  EXPECT_TRUE(faults.all.empty());
  std::string all;
  for (const packc::WordRow& row : pack.words)
    all += row.word + "(" + row.attributes + ")" + (row.derived ? "' " : " ");
  // "bant" by hand stands for the form; "kat" has a pattern of its own; "~n" is written once.
  EXPECT_EQ(all, "ban(k=1 noun=1 g=m) ban(k=1 pos=n)' kat() kkot(g=f)' bant(g=f k=2) ");
}

}  // namespace
}  // namespace isnad
