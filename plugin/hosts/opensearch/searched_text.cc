#include "plugin/hosts/opensearch/searched_text.h"

#include <algorithm>
#include <sstream>

namespace saring::opensearch {
namespace {

// Whether a text in the language of query_string means no more than its words.
bool IsPlain(const std::string& text) {
  if (text.find_first_of("+-=&|!(){}[]^\"~*?:\\/<>") != std::string::npos) {
    return false;
  }
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    if (word == "AND" || word == "OR" || word == "NOT") return false;
  }
  return true;
}

bool CanReword(const SearchedText& searched) {
  return searched.rewording == Rewording::kAlways ||
         (searched.rewording == Rewording::kPlain && IsPlain(*searched.text));
}

}  // namespace

void Require(saring_status status) {
  if (status != SARING_OK) throw LibraryFailure(status);
}

std::string JoinTexts(const std::vector<SearchedText>& texts) {
  std::vector<std::string_view> distinct;
  std::string joined;
  for (const SearchedText& searched : texts) {
    if (std::find(distinct.begin(), distinct.end(), *searched.text) !=
        distinct.end()) {
      continue;
    }
    if (!distinct.empty()) joined += ' ';
    joined += *searched.text;
    distinct.push_back(*searched.text);
  }
  return joined;
}

saring_verdict CheckQuery(const saring_policy* policy, saring_scratch* scratch,
                          std::string_view text) {
  saring_verdict verdict = {};
  verdict.struct_size = sizeof verdict;
  Require(
      saring_check_query(policy, scratch, text.data(), text.size(), &verdict));
  return verdict;
}

void RewordTexts(const saring_policy* policy, saring_scratch* scratch,
                 const std::vector<SearchedText>& texts) {
  for (const SearchedText& searched : texts) {
    if (!CanReword(searched)) continue;
    const saring_verdict verdict = CheckQuery(policy, scratch, *searched.text);
    if (verdict.answer < SARING_WITHOUT || verdict.answer >= SARING_EMPTY) {
      continue;
    }
    searched.text->assign(verdict.answer_text, verdict.answer_text_size);
  }
}

}  // namespace saring::opensearch
