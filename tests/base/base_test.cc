// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "base/file.h"
#include "base/hash.h"
#include "isnad/record.h"
#include "isnad/report.h"

namespace isnad {
namespace {

struct Folder {
  std::string path;
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "isnad-base-XXXXXX").string();
    path = mkdtemp(name.data());
  }
  ~Folder() { std::filesystem::remove_all(path); }
};

TEST(Base, Sha256) {
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Base, Files) {
  const Folder folder;
  const std::string path = folder.path + "/a.txt";
  ASSERT_TRUE(write_file(path, "twelve bytes").ok());
  EXPECT_EQ(read_file(path, 12).value(), "twelve bytes");
  EXPECT_EQ(read_file(path, 11).error().code, ErrorCode::TooLarge);
  EXPECT_EQ(read_file(folder.path + "/b", 9).error().code, ErrorCode::NotFound);
  EXPECT_EQ(read_file(folder.path, 9).error().code, ErrorCode::Unreadable);
  EXPECT_EQ(write_file(folder.path + "/no/b", "").error().code, ErrorCode::WriteFailed);
  ASSERT_TRUE(write_file(folder.path + "/B.txt", "").ok());
  const auto files = list_folder(folder.path);
  ASSERT_TRUE(files.ok());
  EXPECT_EQ(files.value(), (std::vector<std::string>{folder.path + "/B.txt", path}));
  EXPECT_EQ(list_folder(folder.path + "/no").error().code, ErrorCode::NotFound);
  EXPECT_EQ(base_name(path), "a.txt");
}

TEST(Base, Binary) {
  EXPECT_FALSE(is_binary("text"));
  EXPECT_TRUE(is_binary(std::string_view("a\0b", 3)));
  EXPECT_FALSE(is_binary(std::string_view("\xFF\xFE" "a\0", 4)));
}

TEST(Base, Errors) {
  EXPECT_EQ((Error{ErrorCode::BadInput, "a:3", "no text"}.message()), "a:3: BadInput: no text");
  EXPECT_EQ((Error{ErrorCode::Empty, "", "nothing"}.message()), "Empty: nothing");
}

TEST(Base, Days) {
  EXPECT_EQ(day_number(1970, 1, 1), 0);
  EXPECT_EQ(weekday_of(0), 3);
  EXPECT_EQ(weekday_of(day_number(2022, 1, 7)), 4);
  EXPECT_EQ(days_text({}), "");
  const std::int32_t day = day_number(2022, 1, 7);
  EXPECT_EQ(days_text({day, day}), "2022-01-07");
  EXPECT_EQ(days_text({day - 5, day}), "2022-01-02/2022-01-07");
  EXPECT_EQ(days_text({kNoDay, day}), "../2022-01-07");
  EXPECT_EQ(days_text({day, kNoDay}), "2022-01-07/..");
  for (std::int32_t d = -200000; d < 200000; d += 37) {
    const CivilDay civil = civil_day(d);
    ASSERT_EQ(day_number(civil.year, civil.month, civil.day), d);
    ASSERT_EQ((weekday_of(d) + 1) % 7, weekday_of(d + 1));
  }
}

TEST(Base, Names) {
  EXPECT_STREQ(role_name(Role::DeployedEquipment), "deployed_equipment");
  EXPECT_STREQ(bound_name(Bound::AtLeast), "at_least");
  EXPECT_STREQ(entity_type_name(EntityType::Organisation), "organisation");
  EXPECT_STREQ(verdict_name(Verdict::SingleSource), "single_source");
  EXPECT_STREQ(time_kind_name(TimeKind::Duration), "DURATION");
  Role role{};
  EXPECT_TRUE(parse_role("rescued", role));
  EXPECT_EQ(role, Role::Rescued);
  EXPECT_FALSE(parse_role("Rescued", role));
  Policy policy{};
  EXPECT_TRUE(parse_policy("min-max", policy));
  EXPECT_STREQ(policy_name(policy), "min-max");
}

}  // namespace
}  // namespace isnad
