// SPDX-License-Identifier: Apache-2.0
// Inputs read as a whole: pages, feeds, tables, mail, plain text.
#include "base/file.h"
#include "engine/inputs.h"
#include "page/html.h"
#include "text/decode.h"

namespace isnad {

void InputReader::read_document(std::string bytes, const std::string& where, InputKind kind,
                                bool text_name) {
  const bool markup = kind == InputKind::Auto && (looks_like_html(bytes) || looks_like_feed(bytes));
  if (!markup && is_binary(bytes))
    return refuse(ErrorCode::NotText, where, "it is binary, not text; give the report as text");
  if (is_blank_text(bytes)) return refuse(ErrorCode::Empty, where, "there is nothing in it");
  if (kind == InputKind::Auto) {
    if (looks_like_feed(bytes)) return read_items(where, bytes);
    if (markup) return take_html(bytes, where, {}, "");
    if (looks_like_mail(bytes)) return read_mail_page(where, bytes);
    if (!text_name && looks_like_csv(bytes, fields_)) return read_table(where, bytes);
    if (!text_name && read_json_file(where, bytes)) return;
  }
  Page page;
  page.input = where;
  page.bytes = std::move(bytes);
  take(std::move(page), true);
}

void InputReader::read_items(const std::string& where, std::string_view bytes) {
  std::size_t number = 0;
  for (FeedItem& item : read_feed(decode(bytes).utf8)) {
    const std::string at = base_name(where) + ":" + std::to_string(++number);
    Page page = make_item_page(std::move(item), at);
    if (is_blank_text(page.bytes) && is_blank_text(page.title)) continue;
    take(std::move(page));
  }
  if (number == 0) refuse(ErrorCode::Empty, where, "the feed holds no item");
}

void InputReader::read_mail_page(const std::string& where, std::string_view bytes) {
  const MailPage mail = read_mail(bytes);
  if (mail.html.empty()) return refuse(ErrorCode::Empty, where, "the mail holds no page of HTML");
  FeedItem given;
  if (mail.url.starts_with("http")) given.url = mail.url;
  take_html(mail.html, where, given, mail.charset);
}

void InputReader::read_table(const std::string& where, std::string_view bytes) {
  const auto take_row = [&](FeedItem item, std::size_t line) {
    take_item(std::move(item), where + ":" + std::to_string(line), ErrorCode::BadInput);
  };
  const bool whole = read_csv(decode(bytes).utf8, take_row, fields_);
  if (!whole)
    refuse(ErrorCode::BadInput, where, "the table ends inside quotes: its last row was not read");
}

// What was given beside the page counts before what the page says.
void InputReader::take_html(std::string_view html, const std::string& where, const FeedItem& given,
                            const std::string& charset) {
  auto made = make_html_page(html, given.id.empty() ? where : given.id, charset);
  if (!made) return refuse(Error{made.error().code, where, made.error().what});
  Page page = std::move(made).value();
  if (!given.url.empty()) page.url = given.url;
  if (!given.outlet.empty()) page.outlet = given.outlet;
  if (!given.published.empty()) page.published = given.published;
  if (!given.language.empty()) page.language = given.language;
  if (!given.byline.empty()) page.byline = given.byline;
  take(std::move(page), given.id.empty() && given.url.empty());
}

void InputReader::take_item(FeedItem item, const std::string& where, ErrorCode code) {
  if (item.id.empty()) item.id = base_name(where);
  if (is_blank_text(item.text) && !is_blank_text(item.html))
    return take_html(item.html, where, item, "utf-8");
  if (is_blank_text(item.text) && is_blank_text(item.title))
    return refuse(code, where, "it has no \"text\"");
  if (item.text.size() + item.title.size() >= kMaxTextBytes)
    return refuse(ErrorCode::TooLarge, where, "the report is larger than 64 MiB");
  item.html.clear();
  const std::string id = item.id;
  take(make_item_page(std::move(item), id));
}

}  // namespace isnad
