// SPDX-License-Identifier: Apache-2.0
#include "base/figure_name.h"

namespace isnad {
namespace {

const char* construction(const Figure& figure) {
  if (figure.stance == Stance::Negated && figure.high == 0) return "_nobody";
  if (figure.cue.empty()) return figure.kind == CountKind::Part ? "_part" : "_noun";
  return figure.cue.begin < figure.number.begin ? "_cue_before" : "_cue_behind";
}

}  // namespace

std::string figure_rule_name(const Figure& figure) {
  return std::string("figure.") + role_name(figure.role) + construction(figure);
}

}  // namespace isnad
