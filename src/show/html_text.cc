// SPDX-License-Identifier: Apache-2.0
#include "show/html_text.h"

#include "show/direction.h"

namespace isnad::show {
namespace {

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
}

}  // namespace

std::string html_escape(std::string_view text) {
  std::string out;
  for (char c : text) {
    auto u = static_cast<unsigned char>(c);
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default:
        if ((u < 0x20 && c != '\n' && c != '\t') || u == 0x7f) out += "\xef\xbf\xbd";
        else out += c;
    }
  }
  return out;
}

std::string html_words(std::string_view text, int direction) {
  std::string out = html_escape(isolate_runs(text, direction));
  replace_all(out, kIsolateBytes, "<bdi>");
  replace_all(out, kPopBytes, "</bdi>");
  return out;
}

std::string html_language(std::string_view language, std::string_view words) {
  bool arabic = language == "ar";
  int direction = arabic && has_right(words) ? -1 : direction_of(words);
  std::string out;
  if (!language.empty() && (!arabic || direction < 0)) {
    out += " lang=\"" + html_escape(language) + "\"";
  }
  return out + (direction < 0 ? " dir=\"rtl\"" : direction > 0 ? " dir=\"ltr\"" : " dir=\"auto\"");
}

}  // namespace isnad::show
