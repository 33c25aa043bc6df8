// SPDX-License-Identifier: Apache-2.0
// page/feed.h -- reports that come many in one file: RSS, Atom, CSV; and a page packed as mail
// (MHTML).
//
// Threads    Pure functions.
// Errors     An item without any text is left out.
// Method     docs/methods/pages.md. XML is looked through for the elements of feeds; entities that
// a
//            file declares itself are not expanded, nothing is fetched.

#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "isnad/report.h"
#include "page/html_tree.h"

namespace isnad {

// One report of a feed or a table, each part as it was given.
struct FeedItem {
  std::string id, title, text, html, outlet, published, url, language, byline;
};

bool looks_like_feed(std::string_view bytes);
// The items in order, each with what the feed says of all (outlet, language).
std::vector<FeedItem> read_feed(std::string_view utf8);

// Fields as the user named them: ours ("text"), theirs ("body"). They count before the usual names.
using FieldNames = std::vector<std::pair<std::string, std::string>>;
// Our own names, as docs/output.md gives them.
inline constexpr std::string_view kInputFields[] = {
    "id", "title", "text", "html", "outlet", "published", "url", "language", "byline"};

// The first line names columns that are known, the text among them.
bool looks_like_csv(std::string_view bytes, const FieldNames& given = {});
// RFC 4180, parted by comma, semicolon or tab as the first line is. `take` gets each row as an item
// and its line; false where a row never ends (a quote that nothing closes): the rows before it were
// taken.
bool read_csv(std::string_view utf8, const std::function<void(FeedItem, std::size_t line)>& take,
              const FieldNames& given = {});

// Which field of an item a name in JSON or CSV stands for ("headline" -> title); nullptr: none.
std::string FeedItem::*field_named(std::string_view name);

// A web page saved as mail: its HTML with what the mail says of it.
struct MailPage {
  std::string html, charset, url;
};
bool looks_like_mail(std::string_view bytes);
MailPage read_mail(std::string_view bytes);

// The item as a page: its text, or that of its HTML; empty bytes and title where there is neither.
Page make_item_page(FeedItem item, const std::string& input);

}  // namespace isnad
