// The contract of the rewriter: bodies, and what is sent instead of them.

#include <cstring>
#include <nlohmann/json.hpp>
#include <vector>

#include "tests/live.h"
#include "tests/opensearch_search.h"

namespace saring {
namespace {

using Json = nlohmann::ordered_json;

// In what is expected, R stands for the order by rank, H for the clause that
// keeps hidden listings out, and T for the one that asks for a tag.
std::string Spelled(std::string_view expected) {
  std::string spelled;
  for (size_t i = 0; i < expected.size(); ++i) {
    if (expected[i] != '%') {
      spelled += expected[i];
      continue;
    }
    switch (expected[++i]) {
      case 'R':
        spelled +=
            R"({"saring.rank":{"order":"asc","missing":0,"unmapped_type":"byte"}})";
        break;
      case 'H':
        spelled += R"("must_not":[{"term":{"saring.action":"hide"}}])";
        break;
      default:
        spelled += R"({"exists":{"field":"saring.action"}})";
    }
  }
  return spelled;
}

struct Case {
  const char* why;
  const char* body;
  const char* expected;
};

const Case kShapes[] = {
    {"no body finds everything", "",
     R"({"query":{"bool":{"must":[{"match_all":{}}],%H}},"sort":[%R,"_score"],"track_scores":true})"},
    {"an empty object too", " {} ",
     R"({"query":{"bool":{"must":[{"match_all":{}}],%H}},"sort":[%R,"_score"],"track_scores":true})"},
    {"match", R"({"query":{"match":{"title":"baju baru"}}})",
     R"({"query":{"bool":{"must":[{"match":{"title":"baju baru"}}],%H}},"sort":[%R,"_score"],"track_scores":true})"},
    {"match_phrase with options, paging before it",
     R"({"from":20,"size":10,"query":{"match_phrase":{"title":{"query":"kaos","slop":1}}}})",
     R"({"from":20,"size":10,"query":{"bool":{"must":[{"match_phrase":{"title":{"query":"kaos","slop":1}}}],%H}},"sort":[%R,"_score"],"track_scores":true})"},
    {"multi_match and a count",
     R"({"query":{"multi_match":{"query":"kaos","fields":["title^2","brand"]}},"track_total_hits":true})",
     R"({"query":{"bool":{"must":[{"multi_match":{"query":"kaos","fields":["title^2","brand"]}}],%H}},"track_total_hits":true,"sort":[%R,"_score"],"track_scores":true})"},
    {"bool with a clause of each kind",
     R"({"query":{"bool":{"must":{"match":{"title":"kaos"}},"should":[{"term":{"brand":"x"}}],"filter":[{"range":{"price":{"lte":5}}}],"must_not":[{"term":{"sold":true}}],"minimum_should_match":0}}})",
     R"({"query":{"bool":{"must":[{"bool":{"must":{"match":{"title":"kaos"}},"should":[{"term":{"brand":"x"}}],"filter":[{"range":{"price":{"lte":5}}}],"must_not":[{"term":{"sold":true}}],"minimum_should_match":0}}],%H}},"sort":[%R,"_score"],"track_scores":true})"},
    {"function_score keeps its functions, a script may score",
     R"({"query":{"function_score":{"query":{"match":{"title":"kaos"}},"functions":[{"filter":{"term":{"official":true}},"weight":2}],"script_score":{"script":"_score"}}},"min_score":0.5})",
     R"({"query":{"bool":{"must":[{"function_score":{"query":{"match":{"title":"kaos"}},"functions":[{"filter":{"term":{"official":true}},"weight":2}],"script_score":{"script":"_score"}}}],%H}},"min_score":0.5,"sort":[%R,"_score"],"track_scores":true})"},
    {"knn of Elasticsearch alone gets no query beside it",
     R"({"knn":{"field":"v","query_vector":[0.5,1],"k":10,"num_candidates":50}})",
     R"({"knn":{"field":"v","query_vector":[0.5,1],"k":10,"num_candidates":50,"filter":{"bool":{%H}}},"sort":[%R,"_score"],"track_scores":true})"},
    {"several, with a query, each with a filter of its own",
     R"({"query":{"match":{"title":"kaos"}},"knn":[{"field":"v","query_vector":[1],"k":1,"filter":{"term":{"a":1}}},{"field":"w","query_vector":[1],"k":1,"filter":[{"term":{"b":1}}]}]})",
     R"({"query":{"bool":{"must":[{"match":{"title":"kaos"}}],%H}},"knn":[{"field":"v","query_vector":[1],"k":1,"filter":{"bool":{"filter":[{"term":{"a":1}}],%H}}},{"field":"w","query_vector":[1],"k":1,"filter":{"bool":{"filter":[{"term":{"b":1}}],%H}}}],"sort":[%R,"_score"],"track_scores":true})"},
    {"knn of OpenSearch: the filter goes within, so that pages stay full",
     R"({"query":{"knn":{"v":{"vector":[1],"k":5}}}})",
     R"({"query":{"bool":{"must":[{"knn":{"v":{"vector":[1],"k":5,"filter":{"bool":{%H}}}}}],%H}},"sort":[%R,"_score"],"track_scores":true})"},
    {"neural", R"({"query":{"neural":{"v":{"query_text":"kaos","k":5}}}})",
     R"({"query":{"bool":{"must":[{"neural":{"v":{"query_text":"kaos","k":5,"filter":{"bool":{%H}}}}}],%H}},"sort":[%R,"_score"],"track_scores":true})"},
    {"a sort by name", R"({"sort":"price"})",
     R"({"sort":[%R,"price"],"query":{"bool":{"must":[{"match_all":{}}],%H}}})"},
    {"a sort by an object", R"({"sort":{"price":"asc"}})",
     R"({"sort":[%R,{"price":"asc"}],"query":{"bool":{"must":[{"match_all":{}}],%H}}})"},
    {"a sort by several, distance and script among them", R"({"sort":[{"_geo_distance":{"at":[106.8,-6.2],"order":"asc"}},{"_script":{"type":"number","script":"1"}},"_score"],"track_scores":false})", R"({"sort":[%R,{"_geo_distance":{"at":[106.8,-6.2],"order":"asc"}},{"_script":{"type":"number","script":"1"}},"_score"],"track_scores":false,"query":{"bool":{"must":[{"match_all":{}}],%H}}})"},
    {"aggregations count what the query finds; hits in them are sorted",
     R"({"size":0,"aggs":{"brand":{"terms":{"field":"brand"},"meta":{"a":1},"aggs":{"best":{"top_hits":{"size":1}}}}}})",
     R"({"size":0,"aggs":{"brand":{"terms":{"field":"brand"},"meta":{"a":1},"aggs":{"best":{"top_hits":{"size":1,"sort":[%R,"_score"]}}}}},"query":{"bool":{"must":[{"match_all":{}}],%H}},"sort":[%R,"_score"],"track_scores":true})"},
    {"what is significant is so beside what is seen",
     R"({"aggs":{"s":{"significant_terms":{"field":"brand","background_filter":{"term":{"a":1}}}}}})",
     R"({"aggs":{"s":{"significant_terms":{"field":"brand","background_filter":{"bool":{"filter":[{"term":{"a":1}}],%H}}}}},"query":{"bool":{"must":[{"match_all":{}}],%H}},"sort":[%R,"_score"],"track_scores":true})"},
    {"an empty histogram bucket names no term",
     R"({"aggs":{"p":{"histogram":{"field":"price","interval":5,"min_doc_count":0}}}})",
     R"({"aggs":{"p":{"histogram":{"field":"price","interval":5,"min_doc_count":0}}},"query":{"bool":{"must":[{"match_all":{}}],%H}},"sort":[%R,"_score"],"track_scores":true})"},
    {"collapse, and the hits of each group",
     R"({"collapse":{"field":"seller","inner_hits":{"name":"more","sort":"price"}}})",
     R"({"collapse":{"field":"seller","inner_hits":{"name":"more","sort":[%R,"price"]}},"query":{"bool":{"must":[{"match_all":{}}],%H}},"sort":[%R,"_score"],"track_scores":true})"},
    {"post_filter and highlight",
     R"({"post_filter":{"term":{"brand":"x"}},"highlight":{"fields":{"title":{}}}})",
     R"({"post_filter":{"term":{"brand":"x"}},"highlight":{"fields":{"title":{}}},"query":{"bool":{"must":[{"match_all":{}}],%H}},"sort":[%R,"_score"],"track_scores":true})"},
    {"the next page, by the values of the last hit",
     R"({"sort":[{"price":"asc"}],"search_after":[0,15]})",
     R"({"sort":[%R,{"price":"asc"}],"search_after":[0,15],"query":{"bool":{"must":[{"match_all":{}}],%H}}})"},
    {"a point in time adds a value",
     R"({"pit":{"id":"x"},"search_after":[0,1.5,7]})",
     R"({"pit":{"id":"x"},"search_after":[0,1.5,7],"query":{"bool":{"must":[{"match_all":{}}],%H}},"sort":[%R,"_score"],"track_scores":true})"},
    {"a computed field of another name",
     R"({"runtime_mappings":{"saringan":{"type":"long"}}})",
     R"({"runtime_mappings":{"saringan":{"type":"long"}},"query":{"bool":{"must":[{"match_all":{}}],%H}},"sort":[%R,"_score"],"track_scores":true})"},

    {"a word that only demotes: it runs as it is",
     R"({"query":{"match":{"title":"baju lungsuran"}}})",
     R"({"query":{"bool":{"must":[{"match":{"title":"baju lungsuran"}}],%H}},"sort":[%R,"_score"],"track_scores":true})"},
    {"without: the evidence is taken out of the clause",
     R"({"query":{"match":{"title":"baju bekas murah"}}})",
     R"({"query":{"bool":{"must":[{"match":{"title":"baju murah"}}],%H,"filter":[%T]}},"sort":[%R,"_score"],"track_scores":true})"},
    {"in each clause that has it",
     R"({"query":{"dis_max":{"queries":[{"match":{"title":"kaos bekas"}},{"match_phrase":{"title":{"query":"kaos bekas"}}}]}}})",
     R"({"query":{"bool":{"must":[{"dis_max":{"queries":[{"match":{"title":"kaos"}},{"match_phrase":{"title":{"query":"kaos"}}}]}}],%H,"filter":[%T]}},"sort":[%R,"_score"],"track_scores":true})"},
    {"words of two clauses together: none can be reworded by itself",
     R"({"query":{"bool":{"must":[{"match":{"title":"baju"}},{"match":{"title":"bekas"}}]}}})",
     R"({"query":{"bool":{"must":[{"bool":{"must":[{"match":{"title":"baju"}},{"match":{"title":"bekas"}}]}}],%H,"filter":[%T]}},"sort":[%R,"_score"],"track_scores":true})"},
    {"plain words in query_string", R"({"query":{"query_string":{"query":"baju bekas murah"}}})", R"({"query":{"bool":{"must":[{"query_string":{"query":"baju murah"}}],%H,"filter":[%T]}},"sort":[%R,"_score"],"track_scores":true})"},
    {"its operators are left alone: half of one is an error",
     R"({"query":{"query_string":{"query":"baju AND bekas"}}})",
     R"({"query":{"bool":{"must":[{"query_string":{"query":"baju AND bekas"}}],%H,"filter":[%T]}},"sort":[%R,"_score"],"track_scores":true})"},
    {"empty: nothing is found, not by nearness either",
     R"({"query":{"match":{"title":"rombengan"}},"knn":{"field":"v","query_vector":[1],"k":1}})",
     R"({"query":{"bool":{"must":[{"match_none":{}}],%H,"filter":[%T]}},"sort":[%R,"_score"],"track_scores":true})"},
    {"an innocent word beside a mark",
     R"({"query":{"match":{"title":"krim bekas jerawat"}}})",
     R"({"query":{"bool":{"must":[{"match":{"title":"krim bekas jerawat"}}],%H}},"sort":[%R,"_score"],"track_scores":true})"},
    {"what must not match is not searched for",
     R"({"query":{"bool":{"must":[{"match":{"title":"baju"}}],"must_not":[{"match":{"title":"bekas"}}]}}})",
     R"({"query":{"bool":{"must":[{"bool":{"must":[{"match":{"title":"baju"}}],"must_not":[{"match":{"title":"bekas"}}]}}],%H}},"sort":[%R,"_score"],"track_scores":true})"},
    {"a value of a facet is not text",
     R"({"query":{"bool":{"must":[{"match":{"title":"baju"}}],"filter":[{"term":{"condition":"bekas"}}]}}})",
     R"({"query":{"bool":{"must":[{"bool":{"must":[{"match":{"title":"baju"}}],"filter":[{"term":{"condition":"bekas"}}]}}],%H}},"sort":[%R,"_score"],"track_scores":true})"},
};

TEST_CASE("Bodies become what is expected", "[opensearch]") {
  SearchRewriter rewriter;
  for (const Case& c : kShapes) {
    DYNAMIC_SECTION(c.why) {
      CAPTURE(c.body);
      const Rewritten result = rewriter.Run(c.body);
      CHECK(result.reason == "");
      CHECK(result.body == Spelled(c.expected));
      // What was rewritten is refused, not rewritten twice.
      CHECK_THAT(rewriter.Run(result.body).reason,
                 Catch::Matchers::Contains("sorts by saring.rank already"));
    }
  }
}

const Case kRefusals[] = {
    {"not JSON", "{", "not JSON: parse error at line 1, column 2: "},
    {"two values", "{} {}", "not JSON: "},
    {"a body of another kind", "[]", "the body is not an object"},
    {"not a number of JSON", R"({"min_score":NaN})", "not JSON: "},
    {"not UTF-8", "{\"query\":\"\xff\"}", "not JSON: "},
    {"readers differ over which holds",
     R"({"query":{"match_all":{}},"query":{"match_none":{}}})",
     "the key 'query' is given twice in one object"},
    {"two clauses", R"({"query":{"match_all":{},"match_none":{}}})",
     "query: a query is an object with one clause"},
    {"no clause", R"({"query":{}})",
     "query: a query is an object with one clause"},
    {"null", R"({"query":null})",
     "query: a query is an object with one clause"},
    {"a part that is not known", R"({"querry":{}})",
     "querry: not a part of a search that is known"},
    {"a search template", R"({"source":"{}","params":{}})",
     "source: not a part of a search that is known"},
    {"a clause that is not known",
     R"({"query":{"bool":{"must":[{"match_all":{}},{"magic":{}}]}}})",
     "query.bool.must[1].magic: not a clause that is known"},
    {"hybrid", R"({"query":{"hybrid":{"queries":[]}}})",
     "query.hybrid: it must stand at the top"},
    {"wrapper",
     R"({"query":{"nested":{"path":"a","query":{"wrapper":{"query":"e30="}}}}})",
     "query.nested.query.wrapper: what it wraps cannot be read"},
    {"no neighbours: the engine might find everything", R"({"knn":[]})",
     "knn: no neighbours are asked for"},
    {"a body's knn names its field", R"({"knn":{"v":{"vector":[1],"k":1}}})",
     "knn: expected a 'field'"},
    {"rescore", R"({"rescore":{"query":{}}})",
     "rescore: the engines allow it with no sort"},
    {"retriever", R"({"retriever":{}})", "retriever: it cannot be sorted"},
    {"suggestions", R"({"suggest":{}})",
     "suggest: it shows words of hidden listings"},
    {"a global aggregation, however deep",
     R"({"aggs":{"a":{"filter":{"match_all":{}},"aggs":{"g":{"global":{}}}}}})",
     "aggs.a.aggs.g.global: it counts hidden listings"},
    {"children", R"({"aggregations":{"a":{"children":{"type":"x"}}}})",
     "aggregations.a.children: it counts listings that the filter"},
    {"terms that nothing found has",
     R"({"aggs":{"a":{"terms":{"field":"b","min_doc_count":0}}}})",
     "aggs.a.terms.min_doc_count: 0 brings terms"},
    {"an aggregation that is not known", R"({"aggs":{"a":{"magic":{}}}})",
     "aggs.a.magic: not an aggregation that is known"},
    {"a field that stands for the tag",
     R"({"runtime_mappings":{"saring.action":{"type":"keyword"}}})",
     "runtime_mappings.saring.action: it would stand for the field saring"},
    {"the object that holds it", R"({"derived":{"saring":{"type":"object"}}})",
     "derived.saring: it would stand for the field saring"},
    {"hits of other documents",
     R"({"query":{"has_child":{"type":"a","query":{"match_all":{}},"inner_hits":{}}}})",
     "query.has_child.inner_hits: it shows listings"},
    {"search_after without the rank",
     R"({"sort":["price"],"search_after":[15]})",
     "search_after: expected 2 values, the rank first"},
    {"search_after of groups",
     R"({"collapse":{"field":"a"},"search_after":[0,1]})",
     "search_after: with collapse"},
    {"a sort that is no sort", R"({"sort":[1]})",
     "sort: expected names and objects"},
};

TEST_CASE("What cannot be made safe is refused, and why", "[opensearch]") {
  SearchRewriter rewriter;
  for (const Case& c : kRefusals) {
    DYNAMIC_SECTION(c.why) {
      CAPTURE(c.body);
      const Rewritten result = rewriter.Run(c.body);
      CHECK(result.body == "");
      CHECK_THAT(result.reason, Catch::Matchers::StartsWith(c.expected));
    }
  }
  const std::string deep = std::string(101, '[') + std::string(101, ']');
  CHECK(rewriter.Run("{\"fields\":" + deep + "}").reason ==
        "nested deeper than 100");
}

TEST_CASE("What the person typed may be handed in", "[opensearch]") {
  SearchRewriter rewriter;
  const char* body = R"({"query":{"term":{"brand":"x"}}})";
  const Rewritten hidden = rewriter.Run(body, "baju bekas");
  CHECK(hidden.action == SARING_HIDE);
  CHECK(hidden.answer == SARING_WITHOUT);
  CHECK(hidden.notice == "Tidak ditampilkan.");
  CHECK(hidden.body.find("exists") != std::string::npos);
  // The scratch tells of the text, whatever clauses were looked at.
  saring_rule rule = {};
  rule.struct_size = sizeof rule;
  REQUIRE(saring_fired_rule(rewriter.scratch, 0, &rule) == SARING_OK);
  CHECK(std::string(rule.id) == "used-fashion");
  // It stands for what the clauses say.
  const Rewritten shown =
      rewriter.Run(R"({"query":{"match":{"title":"baju bekas"}}})", "");
  CHECK(shown.action == SARING_SHOW);
  CHECK(shown.notice == "");
}

TEST_CASE("Fields may lie elsewhere", "[opensearch]") {
  SearchRewriter rewriter("policy.of.shop");
  CHECK(rewriter.Run("{}").body.find(
            R"({"term":{"policy.of.shop.action":"hide"}})") !=
        std::string::npos);
  CHECK(rewriter.Run(R"({"derived":{"policy.of":{}}})").body == "");
  for (const char* bad : {"", ".a", "a.", "a..b", "a b", "a\"", "a*"}) {
    CAPTURE(bad);
    saring_rewriter_options options = {};
    options.struct_size = sizeof options;
    options.field = bad;
    saring_rewriter* none = nullptr;
    CHECK(saring_rewriter_create(&options, &none) == SARING_INVALID_ARGUMENT);
    CHECK(none == nullptr);
  }
}

std::string FieldsOf(SearchRewriter* rewriter, std::string_view title) {
  saring_listing listing = {};
  listing.struct_size = sizeof listing;
  listing.title = title.data();
  listing.title_size = title.size();
  const char* json = nullptr;
  size_t size = 0;
  REQUIRE(saring_fields(rewriter->rewriter, rewriter->policy, rewriter->scratch,
                        &listing, &json, &size) == SARING_OK);
  return {json, size};
}

TEST_CASE("A listing has the fields that searches ask for", "[opensearch]") {
  SearchRewriter rewriter;
  const std::string end = std::string("\"fingerprint\":\"") +
                          saring_policy_fingerprint(rewriter.policy) + "\"}}";
  CHECK(FieldsOf(&rewriter, "kaos baru") ==
        R"({"saring":{"action":"show","rank":0,"rules":[],)" + end);
  CHECK(FieldsOf(&rewriter, "baju lungsuran") ==
        R"({"saring":{"action":"demote","rank":1,"rules":["worn-fashion"],)" +
            end);
  CHECK(FieldsOf(&rewriter, "baju bekas") ==
        R"({"saring":{"action":"hide","rank":2,"rules":["used-fashion"],)" +
            end);
  SearchRewriter elsewhere("a.b");
  CHECK(FieldsOf(&elsewhere, "kaos").find(R"({"a":{"b":{"action":"show")") ==
        0);
}

TEST_CASE("While it is switched off every body is passed on as it is",
          "[opensearch]") {
  SearchRewriter rewriter;
  Live live;
  REQUIRE(live.Open() == SARING_OK);
  saring_scratch* const scratch = rewriter.scratch;
  const char* const kBodies[] = {
      R"({"query":{"match":{"title":"baju"}}})",  // hidden when it is on
      R"({"query":{"match":{"title":"meja"}}, "size":3})",  // never
      R"({"suggest":{}})",  // refused when it is on
      R"({"query":)",       // no JSON
      "",
  };
  const auto run = [&](const char* body) {
    saring_search search = {};
    search.struct_size = sizeof search;
    search.body = body;
    search.body_size = std::strlen(body);
    saring_rewritten out = {};
    out.struct_size = sizeof out;
    REQUIRE(saring_rewrite(rewriter.rewriter,
                           saring_live_policy(live.get(), scratch), scratch,
                           &search, &out) == SARING_OK);
    return out;
  };
  for (const char* body : kBodies) {
    CAPTURE(body);
    REQUIRE(saring_live_enforce(live.get(), 0) == SARING_OK);
    const saring_rewritten off = run(body);
    REQUIRE(off.body != nullptr);
    CHECK(std::string(off.body, off.body_size) == body);
    CHECK(off.action == SARING_SHOW);
    CHECK(off.notice == std::string());
    REQUIRE(saring_live_enforce(live.get(), 1) == SARING_OK);
    const saring_rewritten on = run(body);
    CHECK((on.body == nullptr || std::string(on.body, on.body_size) != body));
  }
}

TEST_CASE("Wrong use is told and changes nothing", "[opensearch]") {
  SearchRewriter rewriter;
  saring_search search = {};
  search.struct_size = sizeof search;
  saring_rewritten out = {};
  out.struct_size = 4;
  out.action = 99;
  const auto run = [&] {
    return saring_rewrite(rewriter.rewriter, rewriter.policy, rewriter.scratch,
                          &search, &out);
  };
  CHECK(run() == SARING_INVALID_ARGUMENT);
  CHECK(out.action == 99);
  out.struct_size = sizeof out;
  search.body_size = 1;
  CHECK(run() == SARING_INVALID_ARGUMENT);
  search.body_size = 0;
  CHECK(run() == SARING_OK);
  CHECK(out.action == SARING_SHOW);
  CHECK(out.struct_size == sizeof out);
  saring_rewriter_free(nullptr);
}

}  // namespace
}  // namespace saring
