// What actions, answers and fields are called in reports.

#ifndef SARING_PLUGIN_REPORT_NAMES_H_
#define SARING_PLUGIN_REPORT_NAMES_H_

#include <string_view>

#include "plugin/engine/evidence.h"
#include "plugin/engine/verdict.h"

namespace saring {

std::string_view ActionName(Action action);        // "show", "hide", ...
std::string_view AnswerName(Answer::Kind answer);  // "clean", "without", ...
std::string_view FieldName(EvidenceField field);   // "title", ...

}  // namespace saring

#endif  // SARING_PLUGIN_REPORT_NAMES_H_
