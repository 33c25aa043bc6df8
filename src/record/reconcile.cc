// SPDX-License-Identifier: Apache-2.0
#include "record/reconcile_view.h"

namespace isnad {

Record reconcile(std::span<const Report> reports, const Story& story, const CopyGraph& copies,
                 const Names& names, Policy policy, std::string_view language) {
  const StoryView view{reports, story, copies, names, find_origins(reports, story, copies),
                       RecordWords(language)};
  return make_record(view, policy);
}

}  // namespace isnad
