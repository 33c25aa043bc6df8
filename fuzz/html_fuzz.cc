// SPDX-License-Identifier: Apache-2.0
// Any bytes are a page or are refused; its text is UTF-8, its parts lie in it in order, and each
// leads back into the page.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "page/html.h"
#include "text/decode.h"

namespace {

void demand(bool condition) {
  if (!condition) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto made = isnad::make_html_page({reinterpret_cast<const char*>(data), size}, "fuzz");
  if (!made.ok()) return 0;
  const isnad::Page& page = made.value();
  demand(isnad::first_invalid(page.bytes) == page.bytes.size());
  std::uint32_t last = 0;
  for (const isnad::Part& part : page.parts) {
    demand(last <= part.span.begin && part.span.begin < part.span.end &&
           part.span.end <= page.bytes.size());
    demand(isnad::find_source(page.source, part.span).end <= size);
    last = part.span.end;
  }
  return 0;
}
