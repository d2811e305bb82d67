#include "plugin/report/names.h"

namespace saring {

std::string_view ActionName(Action action) {
  switch (action) {
    case Action::kShow:
      return "show";
    case Action::kReview:
      return "review";
    case Action::kDemote:
      return "demote";
    case Action::kHide:
      return "hide";
  }
  return "";
}

std::string_view AnswerName(Answer::Kind answer) {
  switch (answer) {
    case Answer::Kind::kClean:
      return "clean";
    case Answer::Kind::kWithout:
      return "without";
    case Answer::Kind::kEmpty:
      return "empty";
  }
  return "";
}

std::string_view FieldName(EvidenceField field) {
  switch (field) {
    case EvidenceField::kTitle:
      return "title";
    case EvidenceField::kDescription:
      return "description";
    case EvidenceField::kCategory:
      return "category";
    case EvidenceField::kCondition:
      return "condition";
  }
  return "";
}

}  // namespace saring
