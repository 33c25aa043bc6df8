// SPDX-License-Identifier: Apache-2.0
// Lists of the user's own: what is good is taken, what is not is refused by the number of its line and nothing else
// is lost; then reports are read with them.
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>

#include "engine/import_lists.h"
#include "engine/names_all.h"
#include "engine/read_report.h"
#include "read/imported.h"

namespace isnad {
namespace {

class ImportTest : public testing::Test {
 protected:
  ImportTest() {
    std::string name = (std::filesystem::temp_directory_path() / "isnad-import-XXXXXX").string();
    folder_ = mkdtemp(name.data());
  }
  ~ImportTest() override { std::filesystem::remove_all(folder_); }

  std::string written(const std::string& bytes) {
    const std::string path = folder_ + "/rows.tsv";
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }
  RowRefused refused() {
    return [this](std::uint64_t row, const std::string& why) { faults_[row] = why; };
  }
  Result<ImportCounts> places(const std::string& bytes, const ImportOptions& options = {}) {
    return import_places(written(bytes), list_path(), options, refused());
  }
  Result<ImportCounts> names(const std::string& bytes) { return import_names(written(bytes), list_path(), refused()); }
  std::string list_path() const { return folder_ + "/rows.list"; }

  // The attributes of the rows of a name.
  std::vector<std::string> found(const std::string& name) {
    std::vector<std::string> rows;
    const auto list = ImportedList::open(list_path());
    EXPECT_TRUE(list.ok());
    if (list.ok()) list.value()->find(imported_key(name), [&](std::string_view row) { rows.emplace_back(row); });
    return rows;
  }

  std::string folder_;
  std::map<std::uint64_t, std::string> faults_;
};

TEST_F(ImportTest, PlacesOfATable) {
  const auto done = places("id\tname\tnames\tlatin\tcountry\tpopulation\tlat\tlon\n"
                           "# a remark\n"
                           "t1\tKarnab\tQarnab;Carnab\tKarnab\tIQ\t1200\t33.5\t44.25\r\n"
                           "\n"
                           "t2\tOld Town\t\t\t\t\t\t\n");
  ASSERT_TRUE(done.ok());
  EXPECT_EQ(done.value().rows, 2u);
  EXPECT_EQ(done.value().taken, 2u);
  EXPECT_EQ(done.value().keys, 4u);
  for (const char* name : {"Karnab", "QARNAB", "carnab"})
    EXPECT_EQ(found(name), std::vector<std::string>{"cls=CITY id=t1 cc=IQ latin=Karnab pop=1200 lat=33.5 lon=44.25"}) << name;
  EXPECT_EQ(found("Old Town").size(), 1u);
  EXPECT_TRUE(found("Town").empty());
}

std::string geonames_row(const std::string& id, const std::string& name, const std::string& cls, const std::string& people) {
  return id + "\t" + name + "\t" + name + "\t" + name + "ah,Al " + name + "\t33\t44\t" + cls + "\tPPL\tIQ\t\t07\t\t\t\t" + people +
         "\t\t30\tAsia/Baghdad\t2020-01-01\n";
}

TEST_F(ImportTest, PlacesOfADump) {
  ImportOptions options;
  options.least_population = 500;
  const auto done = places(geonames_row("1", "Karnab", "P", "900") + geonames_row("2", "Small", "P", "20") +
                               geonames_row("3", "River", "H", "900") + "4\tbroken\n", options);
  ASSERT_TRUE(done.ok());
  EXPECT_EQ(done.value().rows, 4u);
  EXPECT_EQ(done.value().taken, 1u);
  EXPECT_EQ(done.value().passed_over, 2u);
  EXPECT_EQ(faults_, (std::map<std::uint64_t, std::string>{{4, "2 columns instead of 19"}}));
  EXPECT_EQ(found("Karnabah").size(), 1u);
  EXPECT_TRUE(found("Small").empty());
}

TEST_F(ImportTest, BadRowsAreRefusedByTheirNumberAndNothingElseIsLost) {
  const std::string bad_rows[] = {
      "\tNo id\tIQ\t1\t1\t1", "a b\tBlank in the id\tIQ\t1\t1\t1", "b\t\tIQ\t1\t1\t1", "c\tX\tIraq\t1\t1\t1",
      "d\tX\tIQ\tmany\t1\t1", "e\tX\tIQ\t-1\t1\t1", "f\tX\tIQ\t1\t91\t1", "g\tX\tIQ\t1\t1\t181", "h\tX\tIQ\t1\tnan\t1",
      "i\tX\tIQ\t1\t1\t1\tmore", "j\t\xC3\x28\tIQ\t1\t1\t1", "k\t\xE0\x80\x80\tIQ\t1\t1\t1", "l\t\xED\xA0\x80\tIQ\t1\t1\t1",
      "m\tX\x01\tIQ\t1\t1\t1", std::string("n\tX\0\tIQ\t1\t1\t1", 13), "o\t" + std::string(3 << 20, 'x') + "\tIQ\t1\t1\t1"};
  std::string bytes = "id\tname\tcountry\tpopulation\tlat\tlon\n";
  std::uint64_t good = 0;
  for (const std::string& row : bad_rows) {
    bytes += row + "\n";
    const std::string number = std::to_string(++good);
    bytes += "g" + number + "\tGood" + number + "\tIQ\t1\t1\t1\n";
  }
  const auto done = places(bytes);
  ASSERT_TRUE(done.ok());
  EXPECT_EQ(done.value().taken, good);
  EXPECT_EQ(done.value().refused, std::size(bad_rows));
  ASSERT_EQ(faults_.size(), std::size(bad_rows));
  for (std::uint64_t i = 0; i < std::size(bad_rows); ++i) {
    EXPECT_TRUE(faults_.contains(2 + 2 * i)) << i;
    EXPECT_EQ(found("Good" + std::to_string(i + 1)).size(), 1u) << i;
  }
  EXPECT_EQ(faults_[32], "longer than a megabyte");
}

TEST_F(ImportTest, NothingAndNoFile) {
  const auto empty = places("");
  ASSERT_TRUE(empty.ok());
  EXPECT_EQ(empty.value().rows, 0u);
  EXPECT_TRUE(found("x").empty());
  EXPECT_FALSE(import_places(folder_ + "/none", list_path(), {}, refused()).ok());
  EXPECT_FALSE(import_places(written("id\tname\n"), folder_ + "/none/x", {}, refused()).ok());
  const auto headless = places("id\tlabel\n1\tX\n");
  ASSERT_FALSE(headless.ok());
  EXPECT_EQ(headless.error().code, ErrorCode::BadInput);
}

TEST_F(ImportTest, ADamagedListIsRefused) {
  ASSERT_TRUE(places("id\tname\n1\tKarnab\n").ok());
  for (const std::uintmax_t size : {0u, 7u, 40u}) {
    std::filesystem::resize_file(list_path(), size);
    EXPECT_FALSE(ImportedList::open(list_path()).ok()) << size;
    ASSERT_TRUE(places("id\tname\n1\tKarnab\n").ok());
  }
}

TEST_F(ImportTest, NamesWithOfficesAndDays) {
  const auto done = names("id\ttype\toffice\tfrom\tto\tlabel_en\talias_en\n"
                          "Q1\tperson\tminister of roads\t+2019-03-20T00:00:00Z\t2021\tTarvin Oskol\tT. Oskol|Tarvin M. Oskol\n"
                          "Q2\trobot\t\t\t\tX\t\n"
                          "Q3\tperson\t\tyesterday\t\tX\t\n"
                          "Q4\tperson\t\t2021\t2019\tX\t\n"
                          "Q5\tperson\t\t\t\t\t\n"
                          "Q6\torganisation\t\t\t\tRoads Bureau\t\n");
  ASSERT_TRUE(done.ok());
  EXPECT_EQ(done.value().taken, 2u);
  EXPECT_EQ(faults_[4], "from is no year, month or day");
  EXPECT_EQ(faults_[5], "it ends before it begins");
  EXPECT_EQ(faults_.size(), 4u);
  EXPECT_EQ(found("tarvin oskol"),
            std::vector<std::string>{"cls=KNOWN_PERSON id=Q1 latin=Tarvin_Oskol office=minister_of_roads from=2019-03-20 to=2021"});
  EXPECT_TRUE(names("1\tperson\n").ok());
  EXPECT_EQ(faults_[1], "no header line with id, type, label_ar ...");
}

// Rows beyond what is sorted at once; the memory does not grow with them.
TEST_F(ImportTest, ManyRowsInBoundedMemory) {
  constexpr int kRows = 1300000;
  const std::string path = folder_ + "/many.tsv";
  {
    std::ofstream out(path);
    out << "id\tname\n";
    for (int i = 0; i < kRows; ++i) out << i << "\tPlace" << i << "\n";
  }
  rusage before{}, after{};
  getrusage(RUSAGE_SELF, &before);
  const auto done = import_places(path, list_path(), {}, refused());
  getrusage(RUSAGE_SELF, &after);
  ASSERT_TRUE(done.ok());
  EXPECT_EQ(done.value().taken, static_cast<std::uint64_t>(kRows));
#ifndef __SANITIZE_ADDRESS__   // which holds freed memory back
  EXPECT_LT(after.ru_maxrss - before.ru_maxrss, 64 * 1024);   // kB
#endif
  for (const int i : {0, 1, 99999, 1048575, 1048576, kRows - 1})
    EXPECT_EQ(found("place" + std::to_string(i)).size(), 1u) << i;
}

Report read_with(const std::string& list_path, const std::string& text) {
  Result<Packs> packs = load_packs(ISNAD_PACKS_DIR);
  EXPECT_TRUE(packs.ok());
  const auto list = ImportedList::open(list_path);
  EXPECT_TRUE(list.ok());
  use_imported(packs.value(), list.value());
  Page page;
  page.bytes = text;
  page.published = "2020-05-05";
  return read_report(page, packs.value());
}

std::string id_of(const Report& report, const std::string& words) {
  for (const NameMention& name : report.names)
    if (report.text.slice(name.span) == words) return name.id + " " + name.country;
  return "not found";
}

TEST_F(ImportTest, PlacesOfOneNameAreToldByTheReport) {
  ASSERT_TRUE(places("id\tname\tcountry\tpopulation\nk1\tKarnabex\tIQ\t900\nk2\tKarnabex\tEG\t5000\nb2\tBaghdad\tEG\t300\n").ok());
  EXPECT_EQ(id_of(read_with(list_path(), "Iraqi police said two men were killed in Karnabex."), "Karnabex"), "k1 IQ");
  EXPECT_EQ(id_of(read_with(list_path(), "Egyptian police said two men were killed in Karnabex."), "Karnabex"), "k2 EG");
  EXPECT_EQ(id_of(read_with(list_path(), "Two men were killed in Karnabex."), "Karnabex"), "k2 EG");
  EXPECT_EQ(id_of(read_with(list_path(), "Two men were killed in Baghdad."), "Baghdad"), "98182 IQ");
}

TEST_F(ImportTest, AnOfficeOfTheListComesWithItsDays) {
  ASSERT_TRUE(names("id\ttype\toffice\tfrom\tto\tlabel_en\nQ1\tperson\tminister of roads\t2019-03-20\t2021\tTarvin Oskol\n"
                    "Q1\tperson\tmayor\t2022\t\tTarvin Oskol\n").ok());
  const std::vector<Report> reports = [&] {
    std::vector<Report> made;
    made.push_back(read_with(list_path(), "Tarvin Oskol said on Monday that the road was open."));
    return made;
  }();
  const std::vector<NameInRecord> all = collect_names(reports);
  ASSERT_FALSE(all.empty());
  ASSERT_EQ(all[0].offices.size(), 1u);
  EXPECT_EQ(all[0].offices[0].text, "minister of roads");
  EXPECT_EQ(all[0].offices[0].from, "2019-03-20");
  EXPECT_EQ(all[0].offices[0].to, "2021");
  EXPECT_TRUE(all[0].offices[0].listed);
  EXPECT_EQ(all[0].gazetteer, "Q1");
}

}  // namespace
}  // namespace isnad
