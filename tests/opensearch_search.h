// The rewriter as its callers have it, with the policy of the interface tests.

#ifndef SARING_TESTS_OPENSEARCH_SEARCH_H_
#define SARING_TESTS_OPENSEARCH_SEARCH_H_

#include <saring/opensearch.h>

#include <catch2/catch.hpp>
#include <string>
#include <string_view>

namespace saring {

struct Rewritten {
  std::string body;    // "": refused
  std::string reason;  // "": not refused
  std::string notice;
  uint32_t action = 0;
  uint32_t answer = 0;
};

class SearchRewriter {
 public:
  explicit SearchRewriter(const char* field = nullptr) {
    const std::string path =
        std::string(SARING_SOURCE_DIR) + "/tests/data/c_api_policy.yaml";
    REQUIRE(saring_policy_create(path.c_str(), &policy, nullptr) == SARING_OK);
    saring_rewriter_options options = {};
    options.struct_size = sizeof options;
    options.field = field;
    REQUIRE(saring_rewriter_create(&options, &rewriter) == SARING_OK);
  }
  ~SearchRewriter() {
    saring_rewriter_free(rewriter);
    saring_scratch_free(scratch);
    saring_policy_free(policy);
  }
  SearchRewriter(const SearchRewriter&) = delete;
  SearchRewriter& operator=(const SearchRewriter&) = delete;

  // `text` is what the person typed; nullptr where the caller does not say.
  Rewritten Run(std::string_view body, const char* text = nullptr) {
    CAPTURE(body);
    saring_search search = {};
    search.struct_size = sizeof search;
    search.body = body.data();
    search.body_size = body.size();
    search.text = text;
    search.text_size = text == nullptr ? 0 : std::string_view(text).size();
    saring_rewritten out = {};
    out.struct_size = sizeof out;
    REQUIRE(saring_rewrite(rewriter, policy, scratch, &search, &out) ==
            SARING_OK);
    REQUIRE((out.body == nullptr) == (out.reason != nullptr));
    Rewritten result;
    if (out.body != nullptr) result.body.assign(out.body, out.body_size);
    if (out.reason != nullptr) result.reason = out.reason;
    result.notice = out.notice;
    result.action = out.action;
    result.answer = out.answer;
    return result;
  }

  saring_policy* policy = nullptr;
  saring_scratch* scratch = saring_scratch_create();
  saring_rewriter* rewriter = nullptr;
};

}  // namespace saring

#endif  // SARING_TESTS_OPENSEARCH_SEARCH_H_
