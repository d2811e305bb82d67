// What the benchmark of speed rests on: its statistics, whose turn it is, and
// that its texts are the same every time.

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "bench/speed/corpora.h"
#include "bench/speed/disguise.h"
#include "bench/speed/floors.h"
#include "bench/speed/phrase_map.h"
#include "bench/speed/report.h"
#include "bench/speed/rounds.h"
#include "bench/speed/shapes.h"
#include "bench/speed/statistics.h"
#include "bench/speed/targets.h"

namespace saring::speed {
namespace {

struct Case {
  const char* why;
  std::vector<double> values;
  double median, p99;
};

const Case kCases[] = {
    {"one value is all of them", {7}, 7, 7},
    {"an odd number has a middle", {9, 1, 5}, 5, 9},
    {"an even number has two", {4, 1, 3, 2}, 2.5, 4},
    {"one outlier moves no median", {1, 2, 1e9}, 2, 1e9},
};

TEST_CASE("Medians and percentiles", "[speed]") {
  for (const auto& c : kCases) {
    CAPTURE(c.why);
    CHECK(Median(c.values) == c.median);
    CHECK(Percentile(c.values, 0.99) == c.p99);
  }
  std::vector<double> hundreds;
  for (int i = 1000; i > 0; --i) hundreds.push_back(i);
  CHECK(Percentile(hundreds, 0.99) == 990);
  CHECK(Percentile(hundreds, 0.50) == 500);
  CHECK(Percentile(hundreds, 0) == 1);
  CHECK(Percentile(hundreds, 1) == 1000);
}

TEST_CASE("Cases take turns, and only passes are timed", "[speed]") {
  std::string turns;
  double now = 0;  // of a clock that only passes and preparations move
  const auto named = [&](char name, double takes) {
    speed::Case one;
    one.name = std::string(1, name);
    one.texts = 2;
    one.pass = [&turns, &now, name, takes] {
      turns += name;
      now += takes;
      return uint64_t{0};
    };
    return one;
  };
  std::vector<speed::Case> cases = {named('a', 10), named('b', 40)};
  cases[0].before = [&] {
    turns += '-';
    now += 1000;
  };
  const Timings timings = RunInTurn(cases, 3, [&] { return now; });
  CHECK(turns == "ab-ab-ab-ab");
  CHECK(timings.at("a").rounds == std::vector<double>{5, 5, 5});
  CHECK(timings.at("a").median == 5);
  CHECK(timings.at("b").median == 20);
  CHECK(timings.at("b").p50 == 0);
}

TEST_CASE("Single calls are timed one by one", "[speed]") {
  const Texts texts({"a", "bc", "def"});
  std::string seen;
  const auto look = [&seen](std::string_view text) {
    seen.append(text).push_back(' ');
    return text.size();
  };
  RunInTurn({OverTextsAndEach("all", texts, look)}, 1);
  CHECK(seen == "a bc def a bc def a bc def ");
}

// Without the dictionary of this machine, which others need not have.
Vocabulary Made() { return MakeVocabulary({"Kaos kaos polos"}, ""); }

TEST_CASE("The same seed gives the same texts", "[speed]") {
  const Vocabulary vocabulary = Made();
  CHECK(vocabulary.frequent.front() == "kaos");
  CHECK(Made().rare == vocabulary.rare);
  const Strings terms = MakeTerms(3000, vocabulary, 4);
  const Strings titles = MakeTitles(500, vocabulary, 3);
  CHECK(MakeTerms(3000, vocabulary, 4) == terms);
  CHECK(MakeTitles(500, vocabulary, 3) == titles);
  CHECK(MakeTitles(500, vocabulary, 2) != titles);
  CHECK(MakeQueries(500, vocabulary, 6) == MakeQueries(500, vocabulary, 6));
  CHECK(WithTerms(titles, terms, 5) == WithTerms(titles, terms, 5));
  CHECK(Disguised(titles, Letters::kAll, 7) ==
        Disguised(titles, Letters::kAll, 7));
  // On another machine or compiler too.
  CHECK(Dice(1).Roll() == 0x910A2DEC89025CC1u);
}

TEST_CASE("Terms are distinct, nested, and of one to three words", "[speed]") {
  const Vocabulary vocabulary = Made();
  const Strings many = MakeTerms(10'000, vocabulary, 4);
  const Strings few = MakeTerms(1000, vocabulary, 4);
  CHECK(std::equal(few.begin(), few.end(), many.begin()));
  CHECK(std::set<std::string>(many.begin(), many.end()).size() == many.size());
  size_t counts[3] = {};
  for (const std::string& term : many) {
    const auto spaces = std::count(term.begin(), term.end(), ' ');
    REQUIRE(spaces < 3);
    ++counts[spaces];
  }
  CHECK(counts[0] == Approx(2000).epsilon(0.1));
  CHECK(counts[1] == Approx(4800).epsilon(0.1));
  CHECK(counts[2] == Approx(3200).epsilon(0.1));
}

TEST_CASE("One title in twenty has a term", "[speed]") {
  const Vocabulary vocabulary = Made();
  const Strings titles = MakeTitles(2000, vocabulary, 3);
  const Strings with = WithTerms(titles, {"kaos polos"}, 5);
  size_t changed = 0;
  for (size_t i = 0; i < titles.size(); ++i) changed += titles[i] != with[i];
  CHECK(changed == Approx(100).epsilon(0.3));
  CHECK(WithTerms(titles, {}, 5) == titles);
}

TEST_CASE("No word of a disguised title is left as it was", "[speed]") {
  const Strings plain = Made().rare;
  for (const Letters letters : {Letters::kAscii, Letters::kAll}) {
    const Strings disguised = Disguised(plain, letters, 7);
    REQUIRE(disguised.size() == plain.size());
    size_t same = 0, ascii = 0;
    for (size_t i = 0; i < plain.size(); ++i) {
      same += disguised[i] == plain[i];
      ascii += IsAscii(disguised[i]);
    }
    CHECK(same == 0);
    CHECK((ascii == plain.size()) == (letters == Letters::kAscii));
  }
  CHECK(Disguised({"ab, 12 \u00e9"}, Letters::kAscii, 7)[0].ends_with(
      ", 12 \u00e9"));
}

TEST_CASE("Clean texts have the lengths of others", "[speed]") {
  const Strings clean = OfLengthsOf({"12345", "", "1234567"}, {"ab", "cde"});
  CHECK(clean == Strings{"ab cd", "", "ab cde "});
}

TEST_CASE("Shapes have the size that is asked for", "[speed]") {
  const Strings terms = MakeTerms(100, Made(), 4);
  for (const size_t bytes : {size_t{2048}, size_t{65536}}) {
    for (const Shape& shape :
         WorstShapes(bytes, std::string(bytes, 'x'), terms)) {
      CAPTURE(shape.name);
      CHECK(shape.text.size() <= bytes);
      CHECK(shape.text.size() > bytes - 200);
    }
  }
}

// Of each text the sum of its words' hashes, so that words can be told from one
// another but not from their order.
TEST_CASE("Floors see the words of a text", "[speed]") {
  FloorFolder floor;
  const std::string long_word(70, 'x');
  const Texts texts({"Kaos-POLOS 2in1", "2in1 kaos polos", "kaospolos 2in1",
                     "kaos polos 2in", long_word + " a", "A," + long_word,
                     long_word + "x a", "caf\u00e9"});
  const auto hash = [&](size_t i) { return floor.HashWords(texts[i]); };
  CHECK(hash(0) == hash(1));
  floor.HashWords(texts[1]);
  CHECK(floor.lower() == "2in1 kaos polos");
  CHECK(hash(0) != hash(2));
  CHECK(hash(0) != hash(3));
  CHECK(hash(4) == hash(5));
  CHECK(hash(4) != hash(6));
  CHECK(floor.LowerOnly(texts[0]));
  CHECK(floor.lower() == "kaos-polos 2in1");
  CHECK_FALSE(floor.LowerOnly(texts[7]));
  CHECK_FALSE(floor.LowerAndMark(texts[7]));
}

TEST_CASE("Phrases are found where their words stand in a row", "[speed]") {
  const PhraseMap phrases({"kaos", "kaos polos", "polos anak", "anak"});
  const auto found = [&](std::string_view spaced) {
    return phrases.Find(phrases.Words(spaced));
  };
  CHECK(found(" kaos polos anak kaos ") == std::vector<int>{0, 1, 2, 3});
  CHECK(phrases.Count(phrases.Words(" kaos polos anak kaos ")) == 5);
  CHECK(found(" polos kaos ") == std::vector<int>{0});
  CHECK(found(" kaos hitam polos ") == std::vector<int>{0});
  CHECK(found(" kaosan polos ").empty());
  CHECK(found(" ").empty());
}

TEST_CASE("A report tells what met its target, what did not, and why not",
          "[speed]") {
  Figures figures;
  figures.ratios = {{"full_warm_10k", 0.5}, {"two_threads", 1.2}};
  figures.amounts = {{"worst_2kb_ns_per_byte", 26}};
  figures.skipped = {{"load_image_1m_ms", "no images"}};
  const std::string table = ToTable(figures);
  const auto row = [&](const std::string& figure) {
    const size_t at = table.rfind("\n" + figure + " ") + 1;
    return table.substr(at, table.find('\n', at) - at);
  };
  CHECK_THAT(row("full_warm_10k"), Catch::EndsWith(" met"));
  CHECK_THAT(row("two_threads"), Catch::EndsWith(" missed"));
  CHECK_THAT(row("worst_2kb_ns_per_byte"), Catch::EndsWith(" missed"));
  CHECK_THAT(row("load_image_1m_ms"),
             Catch::EndsWith("not measured: no images"));
  CHECK_THAT(row("growth_1m"), Catch::EndsWith("not in this run"));

  const auto json = nlohmann::json::parse(
      ToJson(FindCircumstances("a command", "texts", 9), figures));
  CHECK(json["command"] == "a command");
  CHECK(json["ratios"]["full_warm_10k"] == 0.5);
  CHECK_FALSE(json["machine"].get<std::string>().empty());
  CHECK(json["date"].get<std::string>().size() == 20);
  CHECK_THAT(ToMarkdown(FindCircumstances("a command", "texts", 9), figures),
             Catch::Contains("`a command`"));
}

TEST_CASE("Every target names another figure", "[speed]") {
  std::set<std::string> names;
  for (const Target& target : Targets()) {
    CHECK(names.insert(target.figure).second);
  }
}

}  // namespace
}  // namespace saring::speed
