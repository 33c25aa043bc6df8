// SPDX-License-Identifier: Apache-2.0
// isnad/error.h -- what can go wrong, by name, and a value-or-error.
//
// Odd text is never an error. A missing file, a file that is not text, one that is too large or
// breaks off, a bad pack and a wrong option are: each has a code here.
// Threads    Plain values.

#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>

namespace isnad {

enum class ErrorCode : std::uint8_t {
  NotFound,       // no such file or folder
  Unreadable,     // it is there, the system would not give its bytes
  NotText,        // binary
  TooLarge,       // over the limit the message states
  Empty,          // nothing in it: an empty file, a folder without reports
  BadInput,       // a JSON line that is no JSON, or has no text
  BadOption,      // an option or argument that does not exist or has a wrong value
  BadPack,        // a pack that is damaged, of another version, or does not compile
  NoSuchMention,  // `explain` was asked for an id the report does not have
  WriteFailed,    // output could not be written
};

// "NotFound", "TooLarge" ...
const char* error_name(ErrorCode code);

struct Error {
  ErrorCode code = ErrorCode::BadInput;
  std::string where;  // file, or file:line:column; may be empty
  std::string what;   // what is wrong, and what to do about it, in one line

  // "where: Name: what"
  std::string message() const;
};

// A T or an Error. Ask ok() first; value() on an error and error() on a value abort.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }
  T& value() & { return std::get<0>(state_); }
  const T& value() const& { return std::get<0>(state_); }
  T&& value() && { return std::get<0>(std::move(state_)); }
  const Error& error() const { return std::get<1>(state_); }

 private:
  std::variant<T, Error> state_;
};

}  // namespace isnad
