// SPDX-License-Identifier: Apache-2.0
// A page's bytes -> its tags and what stands between them. Each byte is looked at a fixed number of
// times, whatever is broken.
#include <algorithm>
#include <utility>

#include "page/html_tree.h"

namespace isnad {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool same_name(std::string_view a, std::string_view lowered) {
  return a.size() == lowered.size() && std::equal(a.begin(), a.end(), lowered.begin(),
                                                  [](char x, char y) { return lower(x) == y; });
}

constexpr std::pair<std::string_view, HtmlAttr> kAttributes[] = {
    {"aria-hidden", HtmlAttr::AriaHidden},
    {"charset", HtmlAttr::Charset},
    {"class", HtmlAttr::Class},
    {"content", HtmlAttr::Content},
    {"datetime", HtmlAttr::Datetime},
    {"hidden", HtmlAttr::Hidden},
    {"href", HtmlAttr::Href},
    {"http-equiv", HtmlAttr::HttpEquiv},
    {"id", HtmlAttr::Id},
    {"itemprop", HtmlAttr::Itemprop},
    {"itemscope", HtmlAttr::Itemscope},
    {"itemtype", HtmlAttr::Itemtype},
    {"lang", HtmlAttr::Lang},
    {"name", HtmlAttr::Name},
    {"property", HtmlAttr::Property},
    {"rel", HtmlAttr::Rel},
    {"role", HtmlAttr::Role},
    {"style", HtmlAttr::Style},
    {"type", HtmlAttr::Type}};

// Where "</name" begins at or after `from`; the page's size where it never does.
std::size_t find_raw_end(std::string_view page, std::size_t from, HtmlTag tag) {
  for (std::size_t at = from; (at = page.find("</", at)) != std::string_view::npos; at += 2) {
    std::size_t end = at + 2;
    while (end < page.size() && is_letter(page[end])) ++end;
    if (find_html_tag(page.substr(at + 2, end - at - 2)) == tag) return at;
  }
  return page.size();
}

}  // namespace

HtmlToken HtmlScanner::text(std::size_t end) {
  const HtmlToken token{HtmlToken::Kind::Text, HtmlTag::Text, false,
                        static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end)};
  at_ = end;
  return token;
}

HtmlToken HtmlScanner::next() {
  attributes_.clear();
  if (raw_ != HtmlTag::None) {
    const HtmlTag tag = std::exchange(raw_, HtmlTag::None);
    const std::size_t end = find_raw_end(page_, at_, tag);
    if (end > at_) return text(end);
  }
  while (at_ < page_.size()) {
    std::size_t lt = at_;
    for (;; ++lt) {  // a "<" that begins nothing is text
      lt = std::min(page_.find('<', lt), page_.size());
      if (lt + 1 >= page_.size()) lt = page_.size();
      if (lt == page_.size()) break;
      const char c = page_[lt + 1];
      if (is_letter(c) || c == '/' || c == '!' || c == '?') break;
    }
    if (lt > at_) return text(lt);
    if (skip_markup()) continue;
    const bool close = page_[at_ + 1] == '/';
    return tag(at_ + (close ? 2 : 1), close);
  }
  return {};
}

// Comments, declarations, "<?...>" and "</" before what is no name.
bool HtmlScanner::skip_markup() {
  const std::string_view rest = page_.substr(at_);
  std::size_t end = std::string_view::npos;
  std::size_t skip = 1;
  if (rest.starts_with("<!--")) {
    end = rest.starts_with("<!-->") ? 4
          : comment_open_           ? std::string_view::npos
                                    : rest.find("-->", 4);
    comment_open_ = end == std::string_view::npos;
    skip = end == 4 ? 1 : 3;
  } else if (rest.starts_with("<![CDATA[")) {
    at_ += 9;
    return true;
  } else if (rest[1] == '!' || rest[1] == '?' ||
             (rest[1] == '/' && (rest.size() < 3 || !is_letter(rest[2])))) {
    end = declaration_open_ ? std::string_view::npos : rest.find('>');
    declaration_open_ = end == std::string_view::npos;
  } else {
    return false;
  }
  if (end == std::string_view::npos) {  // never closed: only its opening is passed over
    const std::size_t line = rest.starts_with("<!--") ? 4 : 2;
    at_ += std::min(line, rest.size());
  } else {
    at_ += end + skip;
  }
  return true;
}

HtmlToken HtmlScanner::tag(std::size_t at, bool close) {
  HtmlToken token;
  token.kind = close ? HtmlToken::Kind::Close : HtmlToken::Kind::Open;
  token.begin = static_cast<std::uint32_t>(at_);
  std::size_t end = at;
  while (end < page_.size() && !is_space(page_[end]) && page_[end] != '>' && page_[end] != '/' &&
         page_[end] != '<')
    ++end;
  token.tag = find_html_tag(page_.substr(at, end - at));
  at_ = end;
  read_attributes(token.closed);
  token.end = static_cast<std::uint32_t>(at_);
  if (!close && is_raw_tag(token.tag) && !token.closed) raw_ = token.tag;
  return token;
}

void HtmlScanner::read_attributes(bool& closed) {
  while (at_ < page_.size()) {
    const char c = page_[at_];
    if (c == '>') {
      ++at_;
      return;
    }
    if (c == '<') return;  // the tag was never closed
    closed = c == '/';
    if (is_space(c) || c == '/')
      ++at_;
    else
      read_attribute();
  }
}

void HtmlScanner::read_attribute() {
  const std::size_t name = at_++;
  while (at_ < page_.size() && !is_space(page_[at_]) && page_[at_] != '=' && page_[at_] != '>' &&
         page_[at_] != '/')
    ++at_;
  const std::string_view named = page_.substr(name, at_ - name);
  std::size_t equals = at_;
  while (equals < page_.size() && is_space(page_[equals])) ++equals;
  if (equals >= page_.size() || page_[equals] != '=') return keep(named, at_, at_);
  at_ = equals + 1;
  while (at_ < page_.size() && is_space(page_[at_])) ++at_;
  if (at_ >= page_.size()) return;
  const char quote = page_[at_];
  std::size_t begin = at_, end;
  if (quote == '"' || quote == '\'') {
    ++begin;
    end = page_.find(quote, begin);
    if (end == std::string_view::npos) end = std::min(page_.find('>', begin), page_.size());
    at_ = std::min(page_.size(), end < page_.size() && page_[end] == quote ? end + 1 : end);
  } else {
    while (at_ < page_.size() && !is_space(page_[at_]) && page_[at_] != '>') ++at_;
    end = at_;
  }
  keep(named, begin, end);
}

void HtmlScanner::keep(std::string_view name, std::size_t begin, std::size_t end) {
  if (name.size() < 2 || name.size() > 11) return;
  for (const auto& [known, attribute] : kAttributes) {
    if (!same_name(name, known)) continue;
    for (const HtmlAttribute& had : attributes_)
      if (had.name == attribute) return;  // the first one counts
    attributes_.push_back(
        {attribute, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    return;
  }
}

}  // namespace isnad
