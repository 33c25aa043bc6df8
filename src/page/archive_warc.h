// SPDX-License-Identifier: Apache-2.0
// page/archive_warc.h -- the records of a WARC or WET, one at a time.
//
// Errors     A record that is broken comes out with `fault` set and its offset; the next one that
//            begins like one is read after it.
// Method     ISO 28500. Of HTTP responses the headers are taken off, chunks put together.

#pragma once

#include "page/archive.h"

namespace isnad {

struct WarcRecord {
  std::uint64_t offset = 0;    // in the unpacked stream
  std::string type;            // "response", "resource", "conversion" ...
  std::string url, date;       // as the record says
  std::string media, charset;  // "text/html", "windows-1256"
  int status = 200;            // of HTTP
  std::string body;
  std::string fault;  // "" or what is wrong
  bool too_large = false;
};

class WarcReader {
 public:
  // Bodies over `limit` bytes are passed over, with a fault.
  WarcReader(ByteReader& bytes, std::size_t limit) : bytes_(bytes), limit_(limit) {}
  // The next record that holds a page or a text; false at the end.
  bool next(WarcRecord& record);

 private:
  bool find_record();
  bool read_fields(WarcRecord& record, std::uint64_t& length);
  void read_body(WarcRecord& record, std::uint64_t length);
  bool read_on(std::string_view body);
  ByteReader& bytes_;
  std::size_t limit_;
};

bool looks_like_warc(std::string_view head);

// Of one HTTP message: media, charset and status, and its body without what it was sent in.
void take_http(std::string_view message, WarcRecord& record);
// "text/html; charset=x" -> media, charset (lower case).
void take_media(std::string_view value, std::string& media, std::string& charset);
std::string unpack_all(std::string_view packed, std::size_t limit, std::string& fault);

}  // namespace isnad
