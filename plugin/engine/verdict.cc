#include "plugin/engine/verdict.h"

namespace saring {

void Verdict::Clear() {
  action = Action::kShow;
  text_cut = false;
  over_budget = false;
  fired.clear();
  pieces.clear();
  answer = Answer::Kind::kClean;
  answer_text.clear();
  overridden = false;
  override_reason = {};
}

}  // namespace saring
