// The C border of the rewriter. Every exception ends here.

#include <saring/opensearch.h>

#include <cstddef>
#include <new>
#include <string>
#include <string_view>
#include <utility>

#include "plugin/hosts/opensearch/listing_fields.h"
#include "plugin/hosts/opensearch/refusal.h"
#include "plugin/hosts/opensearch/search_body.h"
#include "plugin/hosts/opensearch/searched_text.h"
#include "plugin/hosts/opensearch/tag_filter.h"

using namespace saring::opensearch;

struct saring_rewriter {
  TagFilter filter;
  std::string text;    // a body, or fields
  std::string reason;  // of a refusal
  std::string notice;
};

namespace {

// The structs as of their first version; see struct_size.
constexpr size_t kOptionsSize1 = offsetof(saring_rewriter_options, field) +
                                 sizeof(saring_rewriter_options::field);
constexpr size_t kSearchSize1 =
    offsetof(saring_search, text_size) + sizeof(saring_search::text_size);
constexpr size_t kRewrittenSize1 =
    offsetof(saring_rewritten, notice) + sizeof(saring_rewritten::notice);

template <typename Body>
saring_status Guard(Body body) noexcept {
  try {
    body();
    return SARING_OK;
  } catch (const LibraryFailure& failure) {
    return failure.status;
  } catch (const std::bad_alloc&) {
    return SARING_NO_MEMORY;
  } catch (...) {
    return SARING_INTERNAL;
  }
}

bool IsText(const char* text, size_t size) {
  return text != nullptr || size == 0;
}

std::string NoticeOf(const saring_scratch* scratch,
                     const saring_verdict& verdict) {
  if (verdict.rule_count == 0) return "";
  saring_rule rule = {};
  rule.struct_size = sizeof rule;
  Require(saring_fired_rule(scratch, 0, &rule));
  return rule.buyer_notice;
}

// Does what `verdict`, on the text as a whole, asks for. The scratch holds that
// verdict again in the end.
void Answer(const saring_policy* policy, saring_scratch* scratch,
            std::string_view text, const saring_verdict& verdict,
            SearchBody* body) {
  if (verdict.answer >= SARING_EMPTY) {
    body->FindNothing();
  } else if (verdict.answer >= SARING_WITHOUT) {
    RewordTexts(policy, scratch, body->texts());
    CheckQuery(policy, scratch, text);
  }
}

// While the policy is switched off: what is tagged is neither hidden nor
// demoted, and what cannot be made safe is not refused.
void PassOn(saring_rewriter* rewriter, const saring_search& search,
            saring_rewritten* rewritten) {
  rewriter->text.assign(search.body == nullptr ? "" : search.body,
                        search.body_size);
  rewritten->action = SARING_SHOW;
  rewritten->answer = SARING_CLEAN;
  rewritten->body = rewriter->text.c_str();
  rewritten->body_size = rewriter->text.size();
}

// Throws Refusal, and leaves the verdict on the text in *rewritten.
void Rewrite(saring_rewriter* rewriter, const saring_policy* policy,
             saring_scratch* scratch, const saring_search& search,
             saring_rewritten* rewritten) {
  const std::string_view bytes(search.body == nullptr ? "" : search.body,
                               search.body_size);
  SearchBody body(bytes, rewriter->filter);
  const std::string text = search.text == nullptr
                               ? JoinTexts(body.texts())
                               : std::string(search.text, search.text_size);
  const saring_verdict verdict = CheckQuery(policy, scratch, text);
  rewritten->action = verdict.action;
  rewritten->answer = verdict.answer;
  rewriter->notice = NoticeOf(scratch, verdict);
  Answer(policy, scratch, text, verdict, &body);
  rewriter->filter.OnlyTagged(verdict.action >= SARING_HIDE);
  rewriter->text = BodyText(std::move(body).Filtered(rewriter->filter));
  rewritten->body = rewriter->text.c_str();
  rewritten->body_size = rewriter->text.size();
}

}  // namespace

saring_status saring_rewriter_create(const saring_rewriter_options* options,
                                     saring_rewriter** rewriter) {
  if (rewriter == nullptr ||
      (options != nullptr && options->struct_size < kOptionsSize1)) {
    return SARING_INVALID_ARGUMENT;
  }
  const char* field = options == nullptr || options->field == nullptr
                          ? "saring"
                          : options->field;
  if (!IsFieldName(field)) return SARING_INVALID_ARGUMENT;
  return Guard([&] {
    *rewriter = new saring_rewriter{TagFilter(field), "", "", ""};
  });
}

void saring_rewriter_free(saring_rewriter* rewriter) { delete rewriter; }

saring_status saring_rewrite(saring_rewriter* rewriter,
                             const saring_policy* policy,
                             saring_scratch* scratch,
                             const saring_search* search,
                             saring_rewritten* rewritten) {
  if (rewriter == nullptr || policy == nullptr || scratch == nullptr ||
      search == nullptr || search->struct_size < kSearchSize1 ||
      rewritten == nullptr || rewritten->struct_size < kRewrittenSize1 ||
      !IsText(search->body, search->body_size) ||
      !IsText(search->text, search->text_size)) {
    return SARING_INVALID_ARGUMENT;
  }
  saring_rewritten result = {};
  const saring_status status = Guard([&] {
    rewriter->notice.clear();
    if (saring_policy_enforced(policy) == 0) {
      return PassOn(rewriter, *search, &result);
    }
    try {
      Rewrite(rewriter, policy, scratch, *search, &result);
    } catch (const Refusal& refusal) {
      rewriter->reason = refusal.what();
      result.reason = rewriter->reason.c_str();
    }
  });
  if (status != SARING_OK) return status;
  result.notice = rewriter->notice.c_str();
  result.struct_size = rewritten->struct_size;
  *rewritten = result;
  return SARING_OK;
}

saring_status saring_fields(saring_rewriter* rewriter,
                            const saring_policy* policy,
                            saring_scratch* scratch,
                            const saring_listing* listing, const char** json,
                            size_t* size) {
  if (rewriter == nullptr || json == nullptr || size == nullptr) {
    return SARING_INVALID_ARGUMENT;
  }
  return Guard([&] {
    rewriter->text =
        BodyText(FieldsOf(policy, scratch, listing, rewriter->filter.field()));
    *json = rewriter->text.c_str();
    *size = rewriter->text.size();
  });
}
