// The nginx example before a stub of a cluster: what is sent on, and what is
// not.

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/nginx_server.h"
#include "tests/stub_cluster.h"

namespace saring {
namespace {

using nlohmann::json;

const std::string kSearch = "/listings/_search";
const std::string kJson = "application/json";

struct Request {
  const char* why;
  std::string method = "POST";
  std::string target = kSearch;
  std::string content_type = kJson;  // "": no such header
  std::string text = "";             // X-Search-Text; "": no such header
  std::string body = R"({"query":{"match":{"title":"baju baru"}}})";
};

httplib::Request Spelled(const Request& given) {
  httplib::Request request;
  request.method = given.method;
  request.path = given.target;
  request.body = given.body;
  if (!given.content_type.empty()) {
    request.set_header("Content-Type", given.content_type);
  }
  if (!given.text.empty()) request.set_header("X-Search-Text", given.text);
  return request;
}

// nginx, with the policy of the interface tests, before a stub.
class Proxy {
 public:
  Proxy() : nginx_(WithPolicy(dir_), cluster_.port()) {}

  httplib::Response Send(const httplib::Request& request) {
    return nginx_.Send(request);
  }
  std::vector<Received> Take() { return cluster_.Take(); }
  const Nginx& nginx() const { return nginx_; }

 private:
  static const TempDir& WithPolicy(const TempDir& dir) {
    dir.Write("policy.yaml",
              ReadFile(SARING_SOURCE_DIR "/tests/data/c_api_policy.yaml"));
    return dir;
  }

  const TempDir dir_;
  StubCluster cluster_;
  const Nginx nginx_;
};

std::string Matching(const std::string& words) {
  return json{{"query", {{"match", {{"title", words}}}}}}.dump();
}

json TermOf(const char* action) {
  return {{"term", {{"saring.action", action}}}};
}

// Whether the body hides and demotes, for `query` as it was sent.
void CheckHides(const std::string& text, const json& query) {
  const json body = json::parse(text);
  const json& clause = body["query"]["bool"];
  CHECK(clause["must"] == json{query});
  CHECK(clause["must_not"] == json{TermOf("hide")});
  CHECK(body["sort"][0].contains("saring.rank"));
}

// Nothing of these is prohibited: the query is sent on as it was written.
const Request kInnocent[] = {
    {"a search"},
    {"by GET, as clients send it too", "GET"},
    {"another media type of JSON", "POST", kSearch,
     "application/vnd.elasticsearch+json; compatible-with=8"},
    {"with a charset", "POST", kSearch, "application/json; charset=UTF-8"},
    {"in capitals", "POST", kSearch, "Application/JSON"},
    {.why = "of a word for food", .body = Matching("bakso sapi")},
    {.why = "of a mark", .body = Matching("krim bekas jerawat")},
    {.why = "used, and no clothes", .body = Matching("hp bekas")},
    {.why = "clothes, and not used", .body = Matching("kaos polos")},
    {.why = "of nothing", .body = Matching("")},
    {.why = "of signs", .body = Matching("\"\\/ {}")},
    {.why = "of other letters", .body = Matching("\u670d \U0001F455")},
    {"every listing, without a body", "POST", kSearch, kJson, "", ""},
    {"by GET, without a body or type", "GET", kSearch, "", "", ""},
    {.why = "an empty object", .body = "{}"},
    {.why = "typed as searched", .text = "baju%20baru"},
    {.why = "typed without escapes", .text = "baju baru"},
    {.why = "typed with a sign that is no escape", .text = "diskon 50%"},
    {.why = "typed in other letters", .text = "%E6%9C%8D"},
    {.why = "typed, and not UTF-8", .text = "%FF%FE"},
    {.why = "an argument", .target = kSearch + "?size=20"},
    {.why = "arguments", .target = kSearch + "?from=20&size=20&timeout=1s"},
    {.why = "an argument without a value", .target = kSearch + "?pretty"},
    {.why = "a route", .target = kSearch + "?routing=jakarta"},
    {.why = "a preference", .target = kSearch + "?preference=_local"},
    {.why = "a path of what is answered",
     .target = kSearch + "?filter_path=hits.hits._id,took"},
    {.why = "counts", .target = kSearch + "?track_total_hits=true"},
    {.why = "names with types", .target = kSearch + "?typed_keys=true"},
    {.why = "an address with a dot", .target = "/listings/./_search"},
    {.why = "an address with an escape", .target = "/listings/%5fsearch"},
    {.why = "an address with two slashes", .target = "//listings//_search"},
    {.why = "a large search", .body = Matching(std::string(200000, 'x'))},
    {.why = "one beyond what stays in memory",
     .body = Matching(std::string(17000, ' ') + "baju baru")},
};

TEST_CASE("An innocent search is sent on, and hides", "[nginx]") {
  Proxy proxy;
  for (const Request& given : kInnocent) {
    CAPTURE(given.why);
    const httplib::Response response = proxy.Send(Spelled(given));
    CHECK(response.status == 200);
    CHECK_FALSE(response.has_header("X-Search-Notice"));
    const std::vector<Received> received = proxy.Take();
    REQUIRE(received.size() == 1);
    CHECK(received[0].method == "POST");
    CHECK(received[0].target.starts_with(kSearch));
    CHECK(received[0].content_type ==
          (given.content_type.empty() ? kJson : given.content_type));
    CHECK_FALSE(received[0].has_search_text);
    const json sent = json::parse(given.body.empty() ? "{}" : given.body);
    CheckHides(received[0].body,
               sent.value("query", json{{"match_all", json::object()}}));
  }
}

TEST_CASE("What follows the address is sent on as it was read", "[nginx]") {
  Proxy proxy;
  struct Case {
    const char* why;
    const char* given;
    const char* sent;
  };
  const Case cases[] = {
      {"nothing", "", ""},
      {"one", "?size=5", "?size=5"},
      {"without a value", "?pretty", "?pretty"},
      {"an escape in the name", "?%73ize=5", "?size=5"},
      {"the end of an argument, for the engines", "?preference=a;q=x",
       "?preference=a%3Bq%3Dx"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    Request request{c.why};
    request.target = kSearch + c.given;
    CHECK(proxy.Send(Spelled(request)).status == 200);
    const std::vector<Received> received = proxy.Take();
    REQUIRE(received.size() == 1);
    CHECK(received[0].target == kSearch + c.sent);
  }
}

TEST_CASE("A prohibited text is answered as the policy says", "[nginx]") {
  Proxy proxy;
  struct Case {
    const char* why;
    std::string text;
    std::string body;
    json query;
  };
  const json nothing = {{"match_none", json::object()}};
  const Case cases[] = {
      {"without the words",
       "",
       Matching("baju bekas"),
       {{"match", {{"title", "baju"}}}}},
      {"in disguise",
       "",
       Matching("baju b3k4s"),
       {{"match", {{"title", "baju"}}}}},
      {"typed",
       "baju%20bekas",
       Matching("baju"),
       {{"match", {{"title", "baju"}}}}},
      {"with nothing", "", Matching("rombengan"), nothing},
      {"with nothing, typed", "rombengan", "{}", nothing},
      {"beyond what stays in memory", "",
       Matching(std::string(17000, ' ') + "rombengan"), nothing},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const httplib::Response response =
        proxy.Send(Spelled({.why = c.why, .text = c.text, .body = c.body}));
    CHECK(response.status == 200);
    const std::vector<Received> received = proxy.Take();
    REQUIRE(received.size() == 1);
    CheckHides(received[0].body, c.query);
    const json body = json::parse(received[0].body);
    CHECK(body["query"]["bool"]["filter"] ==
          json{{{"exists", {{"field", "saring.action"}}}}});
    const std::string notice = response.get_header_value("X-Search-Notice");
    // The client has undone the escapes.
    CHECK(notice == (c.query == nothing ? "" : "Tidak ditampilkan."));
  }
}

struct Refused {
  Request request;
  int status;
  const char* reason;
};

// None of these reaches the cluster.
const Refused kRefused[] = {
    {{"another method", "PUT"}, 405, "by GET or POST"},
    {{.why = "many searches", .target = "/_msearch"},
     403,
     "only /listings/_search"},
    {{.why = "many, of the index", .target = "/listings/_msearch"},
     403,
     "only"},
    {{.why = "a template", .target = "/listings/_search/template"},
     403,
     "only"},
    {{.why = "the next page of a scroll", .target = "/_search/scroll"},
     403,
     "only"},
    {{.why = "a count", .target = "/listings/_count"}, 403, "only"},
    {{.why = "every index", .target = "/_search"}, 403, "only"},
    {{.why = "one more index", .target = "/listings,old/_search"}, 403, "only"},
    {{.why = "a way up", .target = "/listings/_search/../_doc/1"}, 403, "only"},
    {{"a document", "GET", "/listings/_doc/1", "", "", ""}, 403, "only"},
    {{.why = "a query of the address", .target = kSearch + "?q=baju"},
     422,
     "the argument q is not passed on"},
    {{.why = "in an escape", .target = kSearch + "?%71=baju"},
     422,
     "argument q"},
    {{.why = "an order", .target = kSearch + "?size=5&sort=price"},
     422,
     "sort"},
    {{.why = "a pipeline", .target = kSearch + "?search_pipeline=p"},
     422,
     "pipeline"},
    {{.why = "a body of the address", .target = kSearch + "?source=%7B%7D"},
     422,
     "source"},
    {{.why = "a scroll", .target = kSearch + "?scroll=1m"}, 422, "scroll"},
    {{.why = "an argument twice", .target = kSearch + "?size=1&size=2"},
     422,
     "the argument size is given twice"},
    {{"YAML", "POST", kSearch, "application/yaml"}, 415, "must be JSON"},
    {{"text", "POST", kSearch, "text/plain"}, 415, "must be JSON"},
    {{.why = "a beginning", .body = R"({"query":)"}, 422, ""},
    {{.why = "an order of the engine's own",
      .body = R"({"rescore":{"query":{}}})"},
     422,
     "rescore"},
    {{.why = "a suggestion", .body = R"({"suggest":{"text":"baju"}})"},
     422,
     "suggest"},
    {{.why = "a clause that is not known",
      .body = R"({"query":{"new \"\n":{}}})"},
     422,
     ""},
    {{.why = "a large one at fault", .body = std::string(20000, ' ') + "{"},
     422,
     ""},
};

TEST_CASE("What cannot be made safe is answered and not sent", "[nginx]") {
  static_assert(std::size(kInnocent) > std::size(kRefused) + 6);
  Proxy proxy;
  for (const Refused& c : kRefused) {
    CAPTURE(c.request.why);
    const httplib::Response response = proxy.Send(Spelled(c.request));
    CHECK(response.status == c.status);
    CHECK(response.get_header_value("Content-Type") == kJson);
    const json answer = json::parse(response.body);
    CHECK(answer["status"] == c.status);
    const std::string reason = answer["error"]["reason"];
    CHECK_FALSE(reason.empty());
    CHECK(reason.find(c.reason) != reason.npos);
    CHECK(proxy.Take().empty());
  }
}

TEST_CASE("Headers that hide what is sent are refused", "[nginx]") {
  Proxy proxy;
  httplib::Request gzip = Spelled({"compressed"});
  gzip.set_header("Content-Encoding", "gzip");
  CHECK(proxy.Send(gzip).status == 415);
  httplib::Request typed_twice =
      Spelled({.why = "typed twice", .text = "baju"});
  typed_twice.set_header("X-Search-Text", "bekas");
  CHECK(proxy.Send(typed_twice).status == 422);
  httplib::Request typed_as_two = Spelled({"of two types"});
  typed_as_two.set_header("Content-Type", "application/yaml");
  CHECK(proxy.Send(typed_as_two).status == 415);
  httplib::Request many = Spelled({"many headers"});
  for (int i = 0; i < 110; ++i) many.set_header("X-" + std::to_string(i), "");
  CHECK(proxy.Send(many).status == 422);
  httplib::Request huge = Spelled({"beyond a mebibyte"});
  huge.body = Matching(std::string(size_t{1} << 20, 'x'));
  CHECK(proxy.Send(huge).status == 413);
  CHECK(proxy.Take().empty());
}

TEST_CASE("An empty header is none: the body is judged", "[nginx]") {
  Proxy proxy;
  httplib::Request request =
      Spelled({.why = "", .body = Matching("rombengan")});
  request.set_header("X-Search-Text", "");
  CHECK(proxy.Send(request).status == 200);
  const std::vector<Received> received = proxy.Take();
  REQUIRE(received.size() == 1);
  CheckHides(received[0].body, {{"match_none", json::object()}});
}

TEST_CASE("A failure is answered and not sent", "[nginx]") {
  const TempDir dir;
  dir.Write("lua/saring_policy.lua",
            "return {newest = function() end,\n"
            "        rewrite = function() error('no memory') end}\n");
  StubCluster cluster;
  const Nginx nginx(dir, cluster.port());
  const httplib::Response response = nginx.Send(Spelled({"a search"}));
  CHECK(response.status == 503);
  CHECK(json::parse(response.body)["error"]["reason"] ==
        "the search could not be checked");
  CHECK(cluster.Take().empty());
  CHECK(ReadFile(dir.At("error.log")).find("no memory") != std::string::npos);
}

TEST_CASE("A body in chunks is one body", "[nginx]") {
  Proxy proxy;
  const std::string body = Matching("baju bekas");
  const auto result = proxy.nginx().Client()->Post(
      kSearch.c_str(), {},
      [&](size_t offset, httplib::DataSink& sink) {
        if (offset == body.size()) return sink.done(), true;
        return sink.write(&body[offset], 1);
      },
      kJson.c_str());
  REQUIRE(result);
  CHECK(result->status == 200);
  const std::vector<Received> received = proxy.Take();
  REQUIRE(received.size() == 1);
  CheckHides(received[0].body, {{"match", {{"title", "baju"}}}});
}

}  // namespace
}  // namespace saring
