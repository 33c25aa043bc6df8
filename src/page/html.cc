// SPDX-License-Identifier: Apache-2.0
#include "page/html.h"

#include <algorithm>

#include "base/hash.h"
#include "page/html_main.h"
#include "page/metadata.h"

namespace isnad {
namespace {

// "Headline - Outlet", "Headline | Section | Outlet": the title without what the site puts behind
// it.
std::string without_site(const std::string& title, const std::string& outlet) {
  std::size_t cut = std::string::npos;
  for (const std::string_view mark :
       {" | ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " :: ", " \xC2\xBB "}) {
    const std::size_t at = mark == " | " || mark == " :: " ? title.find(mark) : title.rfind(mark);
    if (at == std::string::npos || at < 12) continue;
    const bool named = !outlet.empty() && title.find(outlet, at) != std::string::npos;
    if (named || title.size() - at < at) cut = std::min(cut, at);
  }
  return cut == std::string::npos ? title : title.substr(0, cut);
}

// Puts the chosen blocks together, one a line (a block of several lines gives several parts).
class Assembler {
 public:
  Assembler(const HtmlBytes& bytes, const HtmlBlocks& blocks, Page& page)
      : bytes_(bytes), blocks_(blocks), page_(page) {}

  void put_title(const std::string& title) {
    if (title.empty()) return;
    page_.bytes = title;
    page_.parts.push_back({PartKind::Title, {0, static_cast<std::uint32_t>(title.size())}});
  }

  void put(const HtmlBlock& block, PartKind kind) {
    if (!page_.bytes.empty()) page_.bytes += '\n';
    const auto begin = static_cast<std::uint32_t>(page_.bytes.size());
    page_.bytes += std::string_view(blocks_.text).substr(block.span.begin, block.span.size());
    if (!bytes_.mended) put_source(block.span, begin);
    const std::string_view text = page_.bytes;
    for (std::size_t at = begin; at < text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      page_.parts.push_back(
          {kind, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}});
      at = end + 1;
    }
  }

 private:
  void put_source(Span span, std::uint32_t begin) {
    const auto& runs = blocks_.source;
    while (run_ + 1 < runs.size() && runs[run_ + 1].text_begin <= span.begin) ++run_;
    for (std::size_t i = run_; i < runs.size() && runs[i].text_begin < span.end; ++i) {
      const std::uint32_t text_end = i + 1 < runs.size()
                                         ? runs[i + 1].text_begin
                                         : static_cast<std::uint32_t>(blocks_.text.size());
      const std::uint32_t from = std::max(runs[i].text_begin, span.begin);
      const std::uint32_t to = std::min(text_end, span.end);
      const bool alike = text_end - runs[i].text_begin == runs[i].page_end - runs[i].page_begin;
      const std::uint32_t first = runs[i].page_begin + (alike ? from - runs[i].text_begin : 0);
      const std::uint32_t last = alike ? first + (to - from) : runs[i].page_end;
      put_run(begin + from - span.begin, first, last, alike);
    }
    const auto end = static_cast<std::uint32_t>(page_.bytes.size());
    if (!page_.source.empty())
      page_.source.push_back({end, page_.source.back().page_end, page_.source.back().page_end});
  }

  // Bytes of UTF-8 -> bytes of the page. Of a page in another encoding each character is a run.
  void put_run(std::uint32_t text, std::uint32_t first, std::uint32_t last, bool alike) {
    if (bytes_.offsets.empty() || !alike) {
      page_.source.push_back({text, bytes_.offset(first), bytes_.offset(last)});
      return;
    }
    for (std::uint32_t at = first; at < last;) {
      std::uint32_t end = at + 1;
      while (end < last && bytes_.offset(end) == bytes_.offset(at)) ++end;
      const std::uint32_t from = bytes_.offset(at), to = bytes_.offset(end);
      const bool one = end - at == 1 && to - from == 1;
      SourceRun* before = page_.source.empty() ? nullptr : &page_.source.back();
      const bool joins = one && at > first && before->page_end == from &&
                         text + (at - first) - before->text_begin == from - before->page_begin;
      if (joins)
        before->page_end = to;
      else
        page_.source.push_back({text + (at - first), from, to});
      at = end;
    }
  }

  const HtmlBytes& bytes_;
  const HtmlBlocks& blocks_;
  Page& page_;
  std::size_t run_ = 0;
};

void take_metadata(Metadata& meta, Page& page) {
  page.outlet = meta.outlet;
  page.published = meta.published;
  page.url = meta.url;
  page.byline = meta.byline;
  page.language = meta.language;
  page.updated = meta.modified;
  page.metadata = std::move(meta.rows);
  page.notes.insert(page.notes.end(), meta.notes.begin(), meta.notes.end());
}

bool is_space(char c) { return static_cast<unsigned char>(c) <= ' '; }

}  // namespace

bool looks_like_html(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  std::string head;  // UTF-16 as far as it is ASCII
  for (const char c : bytes.substr(0, 4096))
    if (c != '\0' && static_cast<unsigned char>(c) < 0x80) head += c;
  HtmlScanner scanner(head);
  for (int i = 0; i < 8; ++i) {
    const HtmlToken token = scanner.next();
    if (token.kind == HtmlToken::Kind::Text) {
      const std::string_view text =
          std::string_view(head).substr(token.begin, token.end - token.begin);
      if (!std::all_of(text.begin(), text.end(), is_space)) return false;
      continue;
    }
    if (token.kind != HtmlToken::Kind::Open || token.tag == HtmlTag::Other) return false;
    return token.tag != HtmlTag::Source && token.tag != HtmlTag::Track;
  }
  return false;
}

Result<Page> make_html_page(std::string_view bytes, const std::string& input,
                            std::string_view charset) {
  if (bytes.size() > kMaxHtmlBytes)
    return Error{ErrorCode::TooLarge, input, "the page of HTML is larger than 12 MiB"};
  const HtmlBytes decoded = read_html_bytes(bytes, charset);
  const HtmlTree tree = make_html_tree(decoded.utf8);
  const HtmlBlocks blocks = make_html_blocks(tree);
  Metadata meta = find_metadata(tree);
  const HtmlKinds kinds = find_html_main(tree, blocks, {meta.title, meta.body, meta.summary});
  Page page;
  page.input = input;
  page.flat = false;
  page.id = "sha256:" + sha256_hex(bytes);
  if (!decoded.note.empty()) page.notes.push_back(decoded.note);
  if (tree.cut) page.notes.push_back("it has over a million elements: the rest was not read");
  take_metadata(meta, page);
  Assembler assembler(decoded, blocks, page);
  if (std::find(kinds.begin(), kinds.end(), PartKind::Title) == kinds.end())
    assembler.put_title(without_site(meta.title, meta.outlet));
  for (std::size_t i = 0; i < kinds.size(); ++i)
    if (kinds[i]) assembler.put(blocks.blocks[i], *kinds[i]);
  if (page.parts.empty())
    return Error{ErrorCode::Empty, input,
                 "the page of HTML shows no text; one that only a script fills is not read"};
  return page;
}

Span find_source(const std::vector<SourceRun>& source, Span span) {
  const auto run_of = [&](std::uint32_t at) {
    const auto after = std::upper_bound(
        source.begin(), source.end(), at,
        [](std::uint32_t text, const SourceRun& run) { return text < run.text_begin; });
    return after == source.begin() ? after : after - 1;
  };
  if (source.empty() || span.empty() || span.begin < source.front().text_begin) return {};
  const auto length = [&](auto run) {
    return run + 1 == source.end() ? run->page_end - run->page_begin
                                   : (run + 1)->text_begin - run->text_begin;
  };
  const auto first = run_of(span.begin), last = run_of(span.end - 1);
  const auto alike = [&](auto run) { return length(run) == run->page_end - run->page_begin; };
  const std::uint32_t begin = alike(first) && span.begin >= first->text_begin
                                  ? first->page_begin + (span.begin - first->text_begin)
                                  : first->page_begin;
  const std::uint32_t end =
      alike(last) ? last->page_begin + (span.end - last->text_begin) : last->page_end;
  return {begin, std::max(begin, end)};
}

}  // namespace isnad
