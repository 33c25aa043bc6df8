// SPDX-License-Identifier: Apache-2.0
#include "isnad/error.h"

namespace isnad {

const char* error_name(ErrorCode code) {
  switch (code) {
    case ErrorCode::NotFound: return "NotFound";
    case ErrorCode::Unreadable: return "Unreadable";
    case ErrorCode::NotText: return "NotText";
    case ErrorCode::TooLarge: return "TooLarge";
    case ErrorCode::Empty: return "Empty";
    case ErrorCode::BadInput: return "BadInput";
    case ErrorCode::BadOption: return "BadOption";
    case ErrorCode::BadPack: return "BadPack";
    case ErrorCode::NoSuchMention: return "NoSuchMention";
    case ErrorCode::WriteFailed: return "WriteFailed";
  }
  return "Unknown";
}

std::string Error::message() const {
  const std::string named = std::string(error_name(code)) + ": " + what;
  return where.empty() ? named : where + ": " + named;
}

}  // namespace isnad
