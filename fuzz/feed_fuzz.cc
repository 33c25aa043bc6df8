// SPDX-License-Identifier: Apache-2.0
// Feeds, tables, mail, timestamps: any bytes come to an end.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "page/feed.h"
#include "page/metadata.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  isnad::looks_like_feed(bytes);
  isnad::looks_like_csv(bytes);
  isnad::looks_like_mail(bytes);
  for (isnad::FeedItem& item : isnad::read_feed(bytes))
    isnad::make_item_page(std::move(item), "fuzz");
  isnad::read_csv(bytes, [](isnad::FeedItem, std::size_t) {});
  isnad::read_mail(bytes);
  isnad::parse_timestamp(bytes);
  isnad::Metadata meta;
  isnad::read_json_ld(bytes, meta);
  return 0;
}
