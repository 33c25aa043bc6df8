// SPDX-License-Identifier: Apache-2.0
#include "page/html_marks.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>

namespace isnad {
namespace {

using Tag = HtmlTag;

struct WordMark {
  std::string_view words;  // with a blank after each
  std::uint16_t marks;
};

// One word, or two that stand side by side ("article body").
constexpr WordMark kWordMarks[] = {
    {"articlebody ", kMarkBody},
    {"article body ", kMarkBody},
    {"article content ", kMarkBody},
    {"article text ", kMarkBody},
    {"articletext ", kMarkBody},
    {"article copy ", kMarkBody},
    {"article paragraphs ", kMarkBody},
    {"articlecontent ", kMarkBody},
    {"entry content ", kMarkBody},
    {"post content ", kMarkBody},
    {"post body ", kMarkBody},
    {"post text ", kMarkBody},
    {"story body ", kMarkBody},
    {"storybody ", kMarkBody},
    {"story content ", kMarkBody},
    {"story text ", kMarkBody},
    {"storytext ", kMarkBody},
    {"body content ", kMarkBody},
    {"body text ", kMarkBody},
    {"body copy ", kMarkBody},
    {"content body ", kMarkBody},
    {"news text ", kMarkBody},
    {"news body ", kMarkBody},
    {"news content ", kMarkBody},
    {"news details ", kMarkBody},
    {"news detail ", kMarkBody},
    {"details body ", kMarkBody},
    {"rich text ", kMarkBody},
    {"richtext ", kMarkBody},
    {"text body ", kMarkBody},
    {"main text ", kMarkBody},
    {"single content ", kMarkBody},
    {"article ", kMarkArticle},
    {"story ", kMarkArticle},
    {"hentry ", kMarkArticle},
    {"wysiwyg ", kMarkBody},
    {"node body ", kMarkBody},
    {"article details ", kMarkBody},
    {"article detail ", kMarkBody},
    {"page content ", kMarkArticle},
    {"detail content ", kMarkBody},
    // furniture
    {"nav ", kMarkFurniture},
    {"navbar ", kMarkFurniture},
    {"navigation ", kMarkFurniture},
    {"menu ", kMarkFurniture},
    {"breadcrumb ", kMarkFurniture},
    {"breadcrumbs ", kMarkFurniture},
    {"footer ", kMarkFurniture},
    {"masthead ", kMarkFurniture},
    {"sidebar ", kMarkFurniture},
    {"share ", kMarkFurniture},
    {"sharing ", kMarkFurniture},
    {"sharedaddy ", kMarkFurniture},
    {"addthis ", kMarkFurniture},
    {"addtoany ", kMarkFurniture},
    {"social ", kMarkFurniture},
    {"newsletter ", kMarkFurniture | kMarkSure},
    {"newsletters ", kMarkFurniture | kMarkSure},
    {"subscribe ", kMarkFurniture},
    {"subscription ", kMarkFurniture},
    {"signup ", kMarkFurniture},
    {"sign up ", kMarkFurniture},
    {"cookie ", kMarkFurniture | kMarkSure},
    {"cookies ", kMarkFurniture | kMarkSure},
    {"consent ", kMarkFurniture | kMarkSure},
    {"gdpr ", kMarkFurniture | kMarkSure},
    {"popup ", kMarkFurniture},
    {"modal ", kMarkFurniture},
    {"lightbox ", kMarkFurniture},
    {"ad ", kMarkFurniture},
    {"ads ", kMarkFurniture},
    {"adv ", kMarkFurniture},
    {"advert ", kMarkFurniture},
    {"advertisement ", kMarkFurniture},
    {"advertising ", kMarkFurniture},
    {"adsbygoogle ", kMarkFurniture},
    {"dfp ", kMarkFurniture},
    {"sponsor ", kMarkFurniture},
    {"sponsored ", kMarkFurniture},
    {"outbrain ", kMarkFurniture | kMarkSure},
    {"taboola ", kMarkFurniture | kMarkSure},
    {"zergnet ", kMarkFurniture},
    {"pagination ", kMarkFurniture},
    {"pager ", kMarkFurniture},
    {"tags ", kMarkFurniture},
    {"taglist ", kMarkFurniture},
    {"tag list ", kMarkFurniture},
    {"tag links ", kMarkFurniture},
    {"topics ", kMarkSuspect},
    {"related ", kMarkFurniture},
    {"relatedposts ", kMarkFurniture},
    {"recirc ", kMarkFurniture},
    {"recirculation ", kMarkFurniture},
    {"recommended ", kMarkFurniture},
    {"recommendation ", kMarkFurniture},
    {"recommendations ", kMarkFurniture},
    {"mostread ", kMarkFurniture},
    {"most read ", kMarkFurniture},
    {"most viewed ", kMarkFurniture},
    {"most popular ", kMarkFurniture},
    {"trending ", kMarkFurniture},
    {"popular ", kMarkFurniture},
    {"read more ", kMarkFurniture},
    {"readmore ", kMarkFurniture},
    {"read also ", kMarkFurniture},
    {"also read ", kMarkFurniture},
    {"read next ", kMarkFurniture},
    {"up next ", kMarkFurniture},
    {"more stories ", kMarkFurniture},
    {"more from ", kMarkFurniture},
    {"more news ", kMarkFurniture},
    {"other news ", kMarkFurniture},
    {"latest news ", kMarkFurniture},
    {"see also ", kMarkFurniture},
    {"author bio ", kMarkFurniture},
    {"author box ", kMarkFurniture},
    {"authorbox ", kMarkFurniture},
    {"about author ", kMarkFurniture},
    {"author info ", kMarkByline},
    {"author card ", kMarkFurniture},
    {"bio ", kMarkSuspect},
    {"toolbar ", kMarkFurniture},
    {"skip ", kMarkFurniture},
    {"copyright ", kMarkFurniture},
    {"login ", kMarkFurniture},
    {"ticker ", kMarkFurniture},
    {"weather ", kMarkFurniture},
    {"prayer ", kMarkFurniture},
    {"paywall ", kMarkSuspect},
    {"donate ", kMarkFurniture},
    {"donation ", kMarkFurniture},
    {"disclaimer ", kMarkFurniture},
    {"rating ", kMarkFurniture},
    {"ratings ", kMarkFurniture},
    {"poll ", kMarkSuspect},
    {"feedback ", kMarkFurniture},
    {"search ", kMarkFurniture},
    {"syndication ", kMarkFurniture},
    {"correction request ", kMarkFurniture},
    {"yarpp ", kMarkFurniture},
    {"jp relatedposts ", kMarkFurniture},
    {"promo ", kMarkFurniture},
    {"promotion ", kMarkFurniture},
    {"teaser ", kMarkSuspect},
    {"teasers ", kMarkSuspect},
    {"widget ", kMarkSuspect},
    {"carousel ", kMarkSuspect},
    {"slider ", kMarkSuspect},
    {"slideshow ", kMarkSuspect},
    {"gallery ", kMarkSuspect},
    {"card ", kMarkSuspect},
    {"cards ", kMarkSuspect},
    {"toc ", kMarkSuspect},
    {"infobox ", kMarkSuspect},
    {"factbox ", kMarkSuspect},
    {"pullquote ", kMarkSuspect},
    {"pull quote ", kMarkSuspect},
    {"meta ", kMarkSuspect},
    {"metadata ", kMarkSuspect},
    {"postmeta ", kMarkSuspect},
    {"tools ", kMarkSuspect},
    {"print ", kMarkSuspect},
    {"header ", kMarkSuspect},
    {"banner ", kMarkSuspect},
    {"overlay ", kMarkSuspect},
    {"cta ", kMarkFurniture},
    {"call to ", kMarkFurniture},
    {"category ", kMarkSuspect},
    {"categories ", kMarkSuspect},
    {"kicker ", kMarkSuspect},
    {"dateline ", 0},
    {"sr only ", kMarkHidden},
    {"screen reader ", kMarkHidden},
    {"visually hidden ", kMarkHidden},
    {"visuallyhidden ", kMarkHidden},
    {"noprint ", kMarkSuspect},
    {"no print ", kMarkSuspect},
    {"comments ", kMarkFurniture | kMarkComment},
    {"comment ", kMarkFurniture | kMarkComment},
    {"disqus ", kMarkFurniture | kMarkComment},
    {"respond ", kMarkFurniture | kMarkComment},
    {"commentlist ", kMarkFurniture | kMarkComment},
    {"replies ", kMarkFurniture | kMarkComment},
    // what belongs to a report without being its prose
    {"caption ", kMarkCaption},
    {"captions ", kMarkCaption},
    {"figcaption ", kMarkCaption},
    {"wp caption ", kMarkCaption},
    {"photo credit ", kMarkCaption},
    {"image credit ", kMarkCaption},
    {"image caption ", kMarkCaption},
    {"photo caption ", kMarkCaption},
    {"media caption ", kMarkCaption},
    {"cutline ", kMarkCaption},
    {"byline ", kMarkByline},
    {"bylines ", kMarkByline},
    {"author ", kMarkByline},
    {"authors ", kMarkByline},
    {"dateline ", kMarkDate},
    {"timestamp ", kMarkDate},
    {"datetime ", kMarkDate},
    {"pubdate ", kMarkDate},
    {"date ", kMarkDate},
    {"published ", kMarkDate},
    {"publish date ", kMarkDate},
    {"standfirst ", kMarkSummary},
    {"subheadline ", kMarkSummary},
    {"dek ", kMarkSummary},
    {"summary ", kMarkSummary},
    {"excerpt ", kMarkSummary},
    {"subtitle ", kMarkSummary},
    {"headline ", kMarkTitle},
    {"entry title ", kMarkTitle},
    {"twitter tweet ", kMarkEmbed},
    {"twitter video ", kMarkEmbed},
    {"instagram media ", kMarkEmbed},
    {"fb post ", kMarkEmbed},
    {"tiktok embed ", kMarkEmbed},
    {"reddit card ", kMarkEmbed},
    {"bluesky embed ", kMarkEmbed},
    {"telegram post ", kMarkEmbed},
};

using WordTable = std::unordered_map<std::string_view, std::uint16_t>;

const WordTable& word_table() {
  static const WordTable table = [] {
    WordTable made;
    for (const WordMark& one : kWordMarks) made[one.words] |= one.marks;
    return made;
  }();
  return table;
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
char lower(char c) { return is_upper(c) ? static_cast<char>(c + 32) : c; }

// "relatedStories-2" -> "related stories "; at most `kMost` bytes.
std::string split_names(std::string_view names) {
  constexpr std::size_t kMost = 240;
  std::string out;
  for (std::size_t i = 0; i < names.size() && out.size() < kMost; ++i) {
    const char c = names[i];
    const bool letter = is_upper(c) || is_lower(c);
    if (letter && is_upper(c) && i > 0 && is_lower(names[i - 1])) out += ' ';
    if (letter)
      out += lower(c);
    else if (c == ' ' || c == '\n' || c == '\t')
      out += " / ";  // names of their own make no pair
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  return out + ' ';
}

std::uint16_t marks_of_names(std::string_view names) {
  if (names.empty()) return 0;
  const std::string words = split_names(names);
  const WordTable& table = word_table();
  std::uint16_t marks = 0;
  std::size_t before = std::string::npos;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = words.find(' ', at);
    if (end == at) {
      ++at;
      continue;
    }
    const std::string_view all = words;
    if (const auto found = table.find(all.substr(at, end + 1 - at)); found != table.end())
      marks |= found->second;
    if (before != std::string::npos)
      if (const auto pair = table.find(all.substr(before, end + 1 - before)); pair != table.end())
        marks |= pair->second;
    before = at;
    at = end + 1;
  }
  return marks;
}

std::uint16_t marks_of_tag(Tag tag) {
  switch (tag) {
    case Tag::Nav:
    case Tag::Footer:
    case Tag::Menu: return kMarkFurniture;
    case Tag::Aside: return kMarkFurniture;
    case Tag::Header:
    case Tag::Form: return kMarkSuspect;
    case Tag::Figcaption:
    case Tag::Caption: return kMarkCaption;
    case Tag::Article: return kMarkArticle;
    case Tag::Main: return kMarkArticle;
    case Tag::Address: return kMarkByline;
    default: return 0;
  }
}

std::uint16_t marks_of_role(std::string_view role) {
  if (role == "navigation" || role == "banner" || role == "contentinfo" || role == "dialog" ||
      role == "alertdialog" || role == "search" || role == "menu" || role == "toolbar" ||
      role == "complementary" || role == "tablist" || role == "alert")
    return kMarkFurniture;
  if (role == "main" || role == "article") return kMarkArticle;
  return 0;
}

std::uint16_t marks_of_item(std::string_view item) {
  if (item == "articleBody" || item == "reviewBody" || item == "blogPost") return kMarkBody;
  if (item == "author" || item == "creator") return kMarkByline;
  if (item == "comment") return kMarkFurniture | kMarkComment;
  if (item == "caption") return kMarkCaption;
  if (item == "headline") return kMarkTitle;
  return 0;
}

bool is_hidden(const HtmlTree& tree, std::uint32_t node) {
  if (tree.has(node, HtmlAttr::Hidden)) return true;
  if (tree.attribute(node, HtmlAttr::AriaHidden) == "true") return true;
  const std::string_view style = tree.attribute(node, HtmlAttr::Style);
  for (const std::string_view property : {"display", "visibility"}) {
    std::size_t at = style.find(property);
    if (at == std::string_view::npos) continue;
    at = style.find_first_not_of(" :", at + property.size());
    if (at == std::string_view::npos) continue;
    if (style.substr(at).starts_with("none") || style.substr(at).starts_with("hidden")) return true;
  }
  return false;
}

std::uint16_t marks_of(const HtmlTree& tree, std::uint32_t node) {
  const HtmlNode& one = tree.nodes[node];
  std::uint16_t marks = marks_of_tag(one.tag);
  if (one.attribute_count == 0) return marks;
  marks |= marks_of_names(tree.attribute(node, HtmlAttr::Class));
  marks |= marks_of_names(tree.attribute(node, HtmlAttr::Id));
  marks |= marks_of_role(tree.attribute(node, HtmlAttr::Role));
  marks |= marks_of_item(tree.attribute(node, HtmlAttr::Itemprop));
  if (tree.attribute(node, HtmlAttr::Rel) == "author") marks |= kMarkByline;
  if (is_hidden(tree, node)) marks |= kMarkHidden;
  return marks;
}

}  // namespace

std::vector<std::uint16_t> make_html_marks(const HtmlTree& tree) {
  std::vector<std::uint16_t> marks(tree.nodes.size(), 0);
  for (std::uint32_t node = 0; node < tree.nodes.size(); ++node) {
    const HtmlNode& one = tree.nodes[node];
    if (one.tag == Tag::Text || one.tag == Tag::Html || one.tag == Tag::Body) continue;
    marks[node] = marks_of(tree, node);
  }
  return marks;
}

}  // namespace isnad
