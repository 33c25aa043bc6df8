// SPDX-License-Identifier: Apache-2.0
#include "packc/packc.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "match/match.h"
#include "match/pack.h"

namespace isnad {
namespace {

namespace fs = std::filesystem;

// A folder of packs: packs/en with `rules` and a small list, and whatever is written beside.
class PackFolder {
 public:
  explicit PackFolder(const std::string& rules = "") {
    std::string form = (fs::temp_directory_path() / "isnad_packc_XXXXXX").string();
    path_ = ::mkdtemp(form.data());
    write("en/pack.conf", "name en\nversion 1.2.3\n");
    write("en/lists/w.tsv", "MONTH\tv=3\tMarch\nMONTH\tv=5\tMay\nHEAD\t-\tWhite House\n");
    if (!rules.empty()) write("en/rules/r.rules", rules);
  }
  ~PackFolder() {
    std::error_code failed;
    fs::remove_all(path_, failed);
  }
  void write(const std::string& name, const std::string& bytes) const {
    const fs::path whole = fs::path(path_) / name;
    fs::create_directories(whole.parent_path());
    std::ofstream(whole, std::ios::binary) << bytes;
  }
  const std::string& path() const { return path_; }

  // All faults, one a line, without "packs/en/rules/r.rules:".
  std::string faults(const PackHooks& hooks = {}) const {
    std::string out;
    for (const Fault& f : check_packs(path_, hooks).faults) {
      std::string text = f.text();
      const std::string own = "packs/en/rules/r.rules:";
      if (text.starts_with(own)) text = text.substr(own.size());
      out += text + "\n";
    }
    return out;
  }

 private:
  std::string path_;
};

const char kHead[] = "stratum times\n";
const char kTail[] = "\n make date\n yes * | [March]\n yes * | [May]\n no x\n";

std::string one_rule(const std::string& match) {
  return std::string(kHead) + "rule r.a\n match " + match + kTail;
}

std::string fault_of(const std::string& match) { return PackFolder(one_rule(match)).faults(); }

TEST(Packc, FaultsOfPatterns) {
  EXPECT_EQ(fault_of("MONTH"), "");
  EXPECT_EQ(fault_of("MONTH DAY"),
            "3:14: no class DAY in a list of this pack or of und, in `class`, `words` or the reader "
            "itself\n");
  EXPECT_EQ(fault_of("MONTH*"), "3:13: no unbounded repetition: use ? or {m,n} with n <= 16\n");
  EXPECT_EQ(fault_of("MONTH{1,17}"), "3:8: {m,n} needs m <= n and 1 <= n <= 16\n");
  EXPECT_EQ(fault_of("MONTH{3,2}"), "3:8: {m,n} needs m <= n and 1 <= n <= 16\n");
  EXPECT_EQ(fault_of("(MONTH"), "3:14: ')' expected to close (\n");
  EXPECT_EQ(fault_of("MONTH)"), "3:13: ')' was not expected\n");
  EXPECT_EQ(fault_of("[ MONTH"), "3:15: ']' expected to close [\n");
  EXPECT_EQ(fault_of("MONTH["), "3:13: no ] to close this one\n");
  EXPECT_EQ(fault_of("MONTH[]"), "3:13: nothing is asked for between [ ]\n");
  EXPECT_EQ(fault_of("MONTH[5..3]"), "3:18: an empty range: lo is above hi\n");
  EXPECT_EQ(fault_of("month"), "3:8: 'month' is no class; a capture is name:CLASS\n");
  EXPECT_EQ(fault_of("'White"), "3:8: no ' to close this one\n");
  EXPECT_EQ(fault_of("MONTH?"), "3:8: the pattern may match nothing\n");
  EXPECT_EQ(fault_of("[MONTH] [MONTH]"),
            "3:8: [ ] must stand in every way through the pattern, or in none, and once\n");
  EXPECT_EQ(fault_of("[MONTH]? MONTH"),
            "3:8: [ ] must stand in every way through the pattern, or in none, and once\n");
  EXPECT_EQ(fault_of("[MONTH] | 'x' [MONTH]"), "");
  EXPECT_EQ(fault_of("(MONTH HEAD)&HEAD"),
            "3:8: only ( ) around tests of one word goes with &\n");
}

TEST(Packc, TooLongARule) {
  EXPECT_EQ(fault_of("(((MONTH{16}){16}){16})"),
            "2:6: rule r.a is too long: repeat less or split it\n");
}

TEST(Packc, FaultsOfRuleFiles) {
  const std::string faults = PackFolder(
      "rule r.none\n match MONTH\n make date\n yes * | [x]\n yes * | [y]\n no z\n"
      "stratum later\n"
      "stratum times\n").faults();
  EXPECT_EQ(faults,
            "1:6: no `stratum` line before this rule\n"
            "7:9: `stratum` stands before the first rule\n"
            "8:9: `stratum` stands before the first rule\n");
  EXPECT_EQ(PackFolder("stratum later\nreference yesterday\nmatch MONTH\nfoo\n").faults(),
            "1:9: no stratum 'later': numbers, times, names, page, attribution or events\n"
            "2:11: `reference` needs a day: 2022-01-07\n"
            "3:7: `match` outside a rule\n"
            "4:1: 'foo' is no word of this language\n");
  EXPECT_EQ(PackFolder("stratum times\nrule R\n yes | [ x\n yes a\n prio many\n").faults(),
            "2:6: a rule's name is made of a-z, 0-9, _ and dots\n"
            "2:6: rule R has no `make`\n"
            "2:6: rule R has no `match`\n"
            "2:6: rule R needs at least two `yes` and one `no`, has 0 and 0\n"
            "3:6: the mention must stand in [ ], once\n"
            "4:6: `yes` needs: yes VALUE | text with [the mention]\n"
            "5:7: `prio` needs a whole number from -1000 to 1000\n");
}

TEST(Packc, DoubledRulesAndUnknownMakers) {
  PackFolder folder(one_rule("MONTH") + "rule r.a\n match HEAD" + kTail);
  EXPECT_EQ(folder.faults(), "8:6: rule r.a is there already, at packs/en/rules/r.rules:2\n");
  PackHooks hooks;
  hooks.is_maker = [](std::string_view stratum, std::string_view maker) {
    return stratum == "times" && maker == "day";
  };
  EXPECT_EQ(PackFolder(one_rule("MONTH")).faults(hooks),
            "2:6: rule r.a: no maker 'date' in stratum times\n");
}

TEST(Packc, FaultsOfLists) {
  PackFolder folder;
  folder.write("en/lists/x.tsv",
               "# a comment\n\nMONTH\tv=3\nmonth\t-\tx\nMONTH\tv=x\ty\nMONTH\ta\tz\n"
               "ANY\t-\tq\nMONTH\t-\t \nMONTH\tinfl=none\tw\nMONTH\tA=1\tw\n");
  EXPECT_EQ(folder.faults(),
            "packs/en/lists/x.tsv:3:1: needs 3 columns with one tab between (CLASS, attributes, "
            "word), has 2\n"
            "packs/en/lists/x.tsv:4:1: 'month' is no class: use A-Z, 0-9 and _\n"
            "packs/en/lists/x.tsv:5:7: v= needs a whole number\n"
            "packs/en/lists/x.tsv:6:7: 'a' is no attribute: write key=value, one blank between two, "
            "or - for none\n"
            "packs/en/lists/x.tsv:7:1: ANY is a class of the reader itself: use another name\n"
            "packs/en/lists/x.tsv:8:9: there is no word here\n"
            "packs/en/lists/x.tsv:9:7: no paradigm 'none' in paradigms.tsv or patterns.tsv\n"
            "packs/en/lists/x.tsv:10:7: 'A' is no key: use a-z, 0-9 and _\n");
}

TEST(Packc, FaultsOfOtherFiles) {
  PackFolder folder;
  folder.write("en/pack.conf", "nam en\n");
  folder.write("en/particles.tsv", "POSS\tbehind\t's\n");
  folder.write("en/paradigms.tsv", "p\tnum\t-\t-\ts\n");
  EXPECT_EQ(folder.faults(),
            "packs/en/pack.conf:1:1: expected `name LANG` or `version X.Y.Z`\n"
            "packs/en/pack.conf:2:1: no `name`\n"
            "packs/en/pack.conf:2:1: no `version`\n"
            "packs/en/paradigms.tsv:1:3: 'num' is no attribute: write key=value, one blank between "
            "two, or - for none\n"
            "packs/en/particles.tsv:1:6: position is 1, 2, article, contracted or suffix, not "
            "'behind'\n");
  EXPECT_EQ(check_packs(folder.path() + "/none", {}).faults.size(), 1u);
}

// Examples are run with what the reader makes of them; here: rule 0 at the first capital letter.
PackHooks first_month(const std::string& value) {
  PackHooks hooks;
  hooks.examples = [value](std::string_view text, const Packs& packs, std::string_view stratum,
                           std::int32_t day) {
    EXPECT_EQ(day, 18999);
    const Text read = make_text(text);
    const Lattice lattice(read, packs);
    std::vector<ExampleMade> made;
    run_stratum(lattice, stratum, [&](const RuleMatch& m) {
      made.push_back({m.rule, m.span, value});
      return true;
    });
    return made;
  };
  return hooks;
}

TEST(Packc, ExamplesAreRun) {
  const std::string rules =
      "stratum times\nreference 2022-01-07\nrule r.a\n match MONTH\n make date\n"
      " yes 2022-03 | in [March] then\n yes * | in [May]\n no in April\n";
  EXPECT_EQ(PackFolder(rules).faults(first_month("2022-03")), "");
  EXPECT_EQ(PackFolder(rules).faults(first_month("2022-04")),
            "6:6: r.a: expected 2022-03, got 2022-04\n");
  const std::string wrong =
      "stratum times\nreference 2022-01-07\nrule r.a\n match MONTH\n make date\n"
      " yes * | in [March then]\n yes * | [none] here\n no in May\n";
  EXPECT_EQ(PackFolder(wrong).faults(first_month("v")),
            "6:6: r.a: no mention with that extent; found [March] = v\n"
            "7:6: r.a: no mention with that extent; found nothing there\n"
            "8:5: r.a makes [May] = v where it should make nothing\n");
}

TEST(Packc, OnlyTellsOnlyThose) {
  PackFolder folder(one_rule("NONE"));
  folder.write("en/lists/x.tsv", "bad\n");
  EXPECT_EQ(check_packs(folder.path(), {}).faults.size(), 2u);
  EXPECT_EQ(check_packs(folder.path(), {}, "lists/x").faults.size(), 1u);
  EXPECT_EQ(check_packs(folder.path() + "/en", {}).faults.size(), 2u);
  folder.write("und/pack.conf", "name und\nversion 1\n");
  EXPECT_EQ(check_packs(folder.path() + "/und", {}).faults.size(), 0u);
}

TEST(Packc, BuildWritesOnlyWithoutFault) {
  PackFolder folder(one_rule("MONTH"));
  const std::string out = folder.path() + "_out";
  EXPECT_TRUE(build_packs(folder.path(), out, {}).ok);
  const auto packs = load_packs(out);
  ASSERT_TRUE(packs.ok());
  EXPECT_EQ(packs.value().info()[0].version, "1.2.3");
  fs::remove_all(out);
  folder.write("en/lists/x.tsv", "bad\n");
  EXPECT_FALSE(build_packs(folder.path(), out, {}).ok);
  EXPECT_FALSE(fs::exists(out));
}

TEST(Packc, ParadigmsAddForms) {
  PackFolder folder;
  folder.write("en/paradigms.tsv",
               "verb_e\t-\t-\te\ting\nnoun\tnum=pl\t-\t-\ts\nback\t-\tre\t^un,e\ts\n");
  folder.write("en/lists/v.tsv",
               "VERB\tk=1 infl=verb_e\tarrive\nNOUN\tnum=sg infl=noun\tsoldier of fortune\n"
               "ODD\tinfl=back\tunmake\n");
  const std::string forms = pack_forms(folder.path(), "arrive");
  EXPECT_NE(forms.find("    arriving  k=1  (verb_e)\n    1 forms, 0 odd (marked ?)\n"), std::string::npos) << forms;
  EXPECT_NE(forms.find("  arrive  VERB k=1  (packs/en/lists/v.tsv:1)\n"), std::string::npos) << forms;
  EXPECT_NE(pack_forms(folder.path(), "soldiers of fortune").find("NOUN num=pl"), std::string::npos);
  EXPECT_NE(pack_forms(folder.path(), "remaks").find("ODD"), std::string::npos);
  EXPECT_NE(pack_forms(folder.path(), "nothing").find("In no list as it stands."), std::string::npos);
  EXPECT_EQ(pack_form_counts(folder.path()), "en  back: 1 words, 1 forms, 0 odd\n"
                                             "en  noun: 1 words, 1 forms, 0 odd\n"
                                             "en  verb_e: 1 words, 1 forms, 0 odd\n");
}

TEST(Packc, OddForms) {
  PackFolder folder;
  folder.write("en/paradigms.tsv", "p\tnum=pl\t-\t-\ts\n");
  folder.write("en/lists/v.tsv", "A\tinfl=p\tb\nA\tinfl=p\tcrisi\nB\t-\tcrisis\n");
  EXPECT_NE(pack_forms(folder.path(), "b").find("    bs  num=pl  (p)  ? short\n"), std::string::npos);
  EXPECT_NE(pack_forms(folder.path(), "crisi").find("crisis  num=pl  (p)  ? also B of packs/en/lists/v.tsv:3\n"),
            std::string::npos);
  EXPECT_NE(pack_forms(folder.path(), "crisis").find("(a form, by p)"), std::string::npos);
}

TEST(Packc, FaultsOfFormPatterns) {
  PackFolder folder;
  folder.write("en/patterns.tsv", "v\tpast\t-\t1a2\t1o3\nv\tpast\tx\t1a2\t1o2\nv\tpast\t-\t1a2\t1o2\n");
  folder.write("en/lists/v.tsv", "A\tinfl=v\tmen\nA\tinfl=v/pres\tman\nA\town=k\tman\n");
  EXPECT_EQ(folder.faults(),
            "packs/en/lists/v.tsv:1:3: paradigm 'v' makes no form of this word\n"
            "packs/en/lists/v.tsv:2:3: paradigm 'v/pres' makes no form of this word\n"
            "packs/en/lists/v.tsv:3:3: own= says nothing without infl=\n"
            "packs/en/patterns.tsv:1:14: root letter 3 is not in the lemma\n"
            "packs/en/patterns.tsv:2:8: 'x' is no attribute: write key=value, one blank between two, "
            "or - for none\n");
}

// An attribute of some forms; forms left out; forms of another class; groups but for some.
TEST(Packc, RowsTellFormsApart) {
  PackFolder folder;
  folder.write("en/patterns.tsv",
               "v\tpast\tg=m\t1a2\t1a2\nv\tpast\tg=f\t1a2\t1a2t\nv\tpres\tg=m\t1a2\ty1u2\n"
               "v\tpres\tg=f\t1a2\tt1u2\nv\tnoun\tpos=n\t1a2\t1u2a\n");
  folder.write("en/lists/v.tsv",
               "A\tk=1 act[pres|g=f]=1 class[noun]=B infl=v\tban\n"
               "A\tk[pres&!g=m]=2 class[g=m]=- infl=v/-noun\tkat\nA\tinfl=v/noun\tdal\n");
  EXPECT_EQ(folder.faults(), "");
  const std::string ban = pack_forms(folder.path(), "ban");
  EXPECT_NE(ban.find("v.tsv:1  A k=1 g=m  ban\n"), std::string::npos) << ban;
  EXPECT_NE(ban.find("    bant  k=1 g=f act=1  (v)  ? short\n"), std::string::npos) << ban;
  EXPECT_NE(ban.find("    ybun  k=1 g=m act=1  (v)  ? short\n"), std::string::npos) << ban;
  EXPECT_NE(pack_forms(folder.path(), "buna").find("  buna  B k=1 pos=n  ("), std::string::npos);
  const std::string kat = pack_forms(folder.path(), "kat");
  EXPECT_NE(kat.find("v.tsv:2  A g=m  kat  (listed for its forms alone)\n"), std::string::npos) << kat;
  EXPECT_NE(kat.find("    katt  g=f  (v)  ? short\n    tkut  g=f k=2  (v)  ? short\n    2 forms"), std::string::npos) << kat;
  EXPECT_EQ(kat.find("  kat  A"), kat.rfind("  kat  A")) << kat;   // in no reading
  EXPECT_NE(pack_forms(folder.path(), "dula").find("  dula  A pos=n"), std::string::npos);
  EXPECT_EQ(pack_forms(folder.path(), "dal").find("dal  A"), std::string::npos);
}

TEST(Packc, FaultsOfConditions) {
  PackFolder folder;
  folder.write("en/patterns.tsv", "v\tpast\tg=m\t1a2\t1a2\nv\tpres\tg=m\t1a2\ty1u2\n");
  folder.write("en/lists/v.tsv",
               "A\tk=1 act[pres]=1\tban\nA\tact[subj]=1 infl=v\tban\nA\tk=1 act[]=1 infl=v\tban\n"
               "A\tact[pres=1 infl=v\tban\nA\t[pres]=1 infl=v\tban\nA\tclass[pres]=b infl=v\tban\n"
               "A\tclass[pres]=WORD infl=v\tban\nA\tAct[pres]=1 infl=v\tban\n"
               "A\tact[pres&!]=1 infl=v\tban\nA\tact[pres]= infl=v\tban\nA\tinfl=v/-\tban\n");
  const std::string no = "' is no condition: write key[group]=value or key[feature=value]=value\n";
  const std::string at = "packs/en/lists/v.tsv:";
  EXPECT_EQ(folder.faults(),
            at + "1:3: 'act[pres]=1' says nothing without infl=\n" +
            at + "2:3: 'act[subj]=1' is true of no form of this word\n" +
            at + "3:7: 'act[]=1" + no +
            at + "4:3: 'act[pres=1" + no +
            at + "5:3: '[pres]=1" + no +
            at + "6:3: 'b' is no class: use A-Z, 0-9 and _\n" +
            at + "7:3: WORD is a class of the reader itself: use another name\n" +
            at + "8:3: 'Act' is no key: use a-z, 0-9 and _\n" +
            at + "9:3: 'act[pres&!]=1" + no +
            at + "10:3: 'act[pres]=" + no);
}

TEST(Packc, NamesOfRulesAreNotUsedAgain) {
  PackFolder folder;
  folder.write("en/lists/a.tsv", "A\t-\tlamp\n");
  folder.write("en/rules/t.rules",
               "stratum times\nretired t.old t.older\n  t.oldest\nrule t.older\n  match [ A ]\n"
               "  make date\n  yes 1 | [lamp]\n  yes 1 | [lamp] b\n  no x\n");
  EXPECT_EQ(folder.faults(),
            "packs/en/rules/t.rules:4:6: rule t.older was another one once (packs/en/rules/t.rules:2): "
            "a name is not used again\n");
}

TEST(Packc, WordsAreCut) {
  PackFolder folder;
  folder.write("en/lists/v.tsv", "A\t-\tlamp\n");
  EXPECT_EQ(pack_words(folder.path(), "The lamp, lit"), "The  as it stands\nlamp  list\nlit  as it stands\n");
}

TEST(Packc, ReportIsText) {
  PackFolder folder(one_rule("MONTH"));
  const std::string text = check_packs(folder.path(), {}).text();
  EXPECT_TRUE(text.starts_with("en: 3 words, 0 forms derived, 3 different; 1 rules, 3 examples"))
      << text;
}

}  // namespace
}  // namespace isnad
