// SPDX-License-Identifier: Apache-2.0
#include "isnad/check.h"

#include "engine/read_report.h"
#include "record/check_claims.h"

namespace isnad {

Check check_sentence(std::string_view sentence, std::span<const Report> reports,
                     std::span<const Record> records, const Packs& packs,
                     std::string_view language) {
  Page page;
  page.input = "sentence";
  page.bytes = std::string(sentence);
  page.flat = false;
  Check check;
  check.sentence = read_report(page, packs);
  check.language = language.empty() ? (check.sentence.language == "ar" ? "ar" : "en")
                                    : std::string(language);
  const CheckView view{check.sentence, reports, records, RecordWords(check.language)};
  check.claims = check_claims(view);
  return check;
}

}  // namespace isnad
