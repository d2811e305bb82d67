// Tables that somebody else filled are used only if no search in them runs out
// of an array, or for ever.

#include <catch2/catch.hpp>
#include <cstring>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "normalizer/beginnings.h"
#include "normalizer/slip_index.h"
#include "plugin/engine/hashed_words.h"
#include "plugin/engine/pattern_trie.h"
#include "plugin/engine/term_table.h"
#include "plugin/engine/vocabulary.h"

namespace saring {
namespace {

// The elements of a table, each array as bytes.
class Arrays {
 public:
  template <typename Table>
  explicit Arrays(const Table& table) {
    Table::ForEachArray(table, [&](const auto& array) {
      const auto bytes = std::as_bytes(array.span());
      arrays_.emplace_back(reinterpret_cast<const char*>(bytes.data()),
                           bytes.size());
    });
  }

  // Fills a table with them, which then borrows them.
  template <typename Table>
  void Give(Table* table) {
    size_t next = 0;
    Table::ForEachArray(*table, [&](auto& array) { Lend(next++, array); });
  }

  // Element `i` of 4 bytes of an array; from the end if it is below 0.
  uint32_t Get(size_t array, int i) {
    uint32_t value;
    std::memcpy(&value, At(array, i), sizeof value);
    return value;
  }
  void Set(size_t array, int i, uint32_t value) {
    std::memcpy(At(array, i), &value, sizeof value);
  }
  std::string& Bytes(size_t array) { return arrays_[array]; }

 private:
  template <typename T>
  void Lend(size_t from, FlatArray<T>& array) {
    std::string& bytes = arrays_[from];
    array = FlatArray<T>::Borrowed(
        {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)});
  }

  char* At(size_t array, int i) {
    std::string& bytes = arrays_[array];
    const auto at = i * static_cast<int>(sizeof(uint32_t)) +
                    (i < 0 ? static_cast<int>(bytes.size()) : 0);
    return bytes.data() + at;
  }

  std::vector<std::string> arrays_;
};

// 0, `step`, and so on to the first number that is too large for four bytes,
// and so is 0 again.
std::string Rising(uint32_t step) {
  std::string bytes(4, '\0');
  uint32_t number = 0;
  do {
    number += step;
    bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
  } while (number != 0);
  return bytes;
}

struct Forgery {
  const char* why;
  std::function<void(Arrays*)> forge;
  bool good = false;
};

// Restores a Table from the arrays of `table`, after each forgery.
template <typename Table, typename Restore>
void TryAll(const Table& table, const std::vector<Forgery>& forgeries,
            Restore restore) {
  for (const Forgery& c : forgeries) {
    DYNAMIC_SECTION(c.why) {
      Arrays arrays(table);
      c.forge(&arrays);
      Table restored;
      arrays.Give(&restored);
      CHECK(restore(&restored) == c.good);
    }
  }
}

constexpr auto kRestore = [](auto* table) { return table->Restore(); };
const Forgery kUntouched = {"untouched", [](Arrays*) {}, true};

TEST_CASE("Forged texts", "[forged]") {
  TextTable::Builder builder;
  for (const char* text : {"baju", "kaos", ""}) builder.Add(text);
  TryAll(TextTable(std::move(builder)),
         {kUntouched,
          {"no ends", [](Arrays* a) { a->Bytes(0).clear(); }},
          {"the first begins later", [](Arrays* a) { a->Set(0, 0, 1); }},
          {"the last ends beyond", [](Arrays* a) { a->Set(0, -1, 12); }},
          {"the last ends early", [](Arrays* a) { a->Set(0, -1, 10); }},
          {"an end far beyond", [](Arrays* a) { a->Set(0, 1, 1u << 31); }},
          {"ends that fall", [](Arrays* a) { a->Set(0, 2, 4); }},
          {"not even a NUL", [](Arrays* a) { a->Set(0, 2, 5); }},
          {"no NUL behind a text", [](Arrays* a) { a->Bytes(1)[4] = 'x'; }}},
         kRestore);
}

TEST_CASE("Forged words", "[forged]") {
  WordTable::Builder builder;
  for (const char* word : {"baju", "kaos", "bekas"}) builder.Intern(word);
  // A filter, slots of a tag and a number, and texts.
  TryAll(WordTable(std::move(builder)),
         {kUntouched,
          {"a filter of no bits", [](Arrays* a) { a->Bytes(0).clear(); }},
          {"a filter of no power of two",
           [](Arrays* a) { a->Bytes(0).append(8, '\0'); }},
          {"no slots", [](Arrays* a) { a->Bytes(1).clear(); }},
          {"no slot is free",
           [](Arrays* a) {
             for (int i = 1; i < 10; i += 2) a->Set(1, i, 1);
           }},
          {"a word without a text", [](Arrays* a) { a->Set(1, 1, 4); }}},
         kRestore);
}

TEST_CASE("Forged sets of words", "[forged]") {
  HashedWords::Builder builder;
  for (int i = 0; i < 3000; ++i) builder.Add(std::to_string(i));
  // A filter, and tags.
  TryAll(HashedWords(std::move(builder)),
         {kUntouched,
          {"no slots", [](Arrays* a) { a->Bytes(1).clear(); }},
          {"no free slot in a long stretch",
           [](Arrays* a) {
             for (int i = 1024; i < 2048; ++i) a->Set(1, i, 7);
           }},
          {"one",
           [](Arrays* a) {
             for (int i = 1024; i < 2047; ++i) a->Set(1, i, 7);
             a->Set(1, 2047, 0);
           },
           true}},
         kRestore);
}

TEST_CASE("Forged indexes of slips", "[forged]") {
  SlipIndex index;
  index.Build({"bekas", "jaket", "celana"});
  // Texts, which are two arrays, a filter, buckets, and entries of a key and a
  // word.
  TryAll(index,
         {kUntouched,
          {"no buckets", [](Arrays* a) { a->Bytes(3).clear(); }},
          {"one bucket",
           [](Arrays* a) {
             a->Bytes(3).erase(4, a->Bytes(3).size() - 8);
             a->Bytes(4).clear();
             a->Set(3, 1, 0);
           }},
          {"no power of two",
           [](Arrays* a) {
             const uint32_t last = a->Get(3, -1);
             a->Bytes(3).append(4, '\0');
             a->Set(3, -1, last);
           }},
          {"the first begins later", [](Arrays* a) { a->Set(3, 0, 1); }},
          {"the last ends beyond",
           [](Arrays* a) { a->Set(3, -1, a->Get(3, -1) + 1); }},
          {"a bucket beyond", [](Arrays* a) { a->Set(3, 1, 1u << 30); }},
          {"more in a bucket than come together by chance",
           [](Arrays* a) {
             a->Bytes(4).append(4097 * 8, '\0');
             a->Set(3, -1, a->Get(3, -1) + 4097);
           }},
          {"buckets that rise until they begin anew",
           [](Arrays* a) {
             a->Bytes(3) = Rising(4096);
             a->Bytes(4).clear();
           }},
          {"an entry of no word", [](Arrays* a) { a->Set(4, 1, 3); }},
          {"the last entry, too", [](Arrays* a) { a->Set(4, -1, UINT32_MAX); }},
          {"a word of other letters", [](Arrays* a) { a->Bytes(1)[0] = '~'; }},
          {"of capital ones", [](Arrays* a) { a->Bytes(1)[0] = 'B'; }},
          {"a NUL in a word", [](Arrays* a) { a->Bytes(1)[1] = '\0'; }}},
         kRestore);
}

TEST_CASE("Forged indexes of slips, of words of other sizes", "[forged]") {
  for (const std::string& word : {std::string("bek"), std::string(33, 'a')}) {
    SlipIndex index;
    index.Build({"bekas"});
    Arrays arrays(index);
    arrays.Set(0, 1, static_cast<uint32_t>(word.size() + 1));
    arrays.Bytes(1) = word + '\0';
    SlipIndex restored;
    arrays.Give(&restored);
    CHECK_FALSE(restored.Restore());
  }
}

TEST_CASE("Forged beginnings", "[forged]") {
  const std::vector<Beginnings::Pair> pairs = {{1, 2}, {1, 3}};
  TryAll(Beginnings(pairs),
         {kUntouched,
          {"pairs of no bits", [](Arrays* a) { a->Bytes(0).clear(); }},
          {"a filter of no power of two",
           [](Arrays* a) { a->Bytes(0).append(8, '\0'); }}},
         kRestore);
}

TEST_CASE("Forged terms", "[forged]") {
  TermTable::Builder builder;
  builder.Add("baju", 0);
  builder.Add("bekas", 1);
  // Texts, which are two arrays, and lists.
  TryAll(TermTable(std::move(builder)),
         {kUntouched,
          {"of no list", [](Arrays* a) { a->Set(2, 1, 2); }},
          {"a list too few", [](Arrays* a) { a->Bytes(2).resize(4); }}},
         [](TermTable* table) { return table->Restore(2); });
}

// The arrays of a trie.
enum : size_t { kFirst, kFilter, kEdges, kEndOf, kSeveral };
constexpr uint32_t kIsSeveral = 0xfffffffe, kIsNone = 0xffffffff;

// Of the edges, which are three numbers each: that which leads to the node of
// this number, times three.
int EdgeTo(Arrays* a, uint32_t node) {
  for (int i = 0;; i += 3) {
    if ((a->Get(kEdges, i + 2) & 0x7fffff) == node) return i;
  }
}

void ChangeTo(Arrays* a, uint32_t node, uint32_t difference) {
  const int at = EdgeTo(a, node) + 2;
  a->Set(kEdges, at, a->Get(kEdges, at) + difference);
}

constexpr uint32_t kDepth = 1u << 23;

// Patterns 0 to 3, of lists 0, 0, 1 and 1: `1 2`, `1 2 3`, `{0} 4`, `1 2`.
// Nodes are 1 to 3, and 4 and 5.
PatternTrie SmallTrie() {
  const auto word = [](uint32_t n) { return Symbol::OfWord(n); };
  PatternTrie::Builder builder;
  builder.Add({word(1), word(2)}, {0, 0});
  builder.Add({word(1), word(2), word(3)}, {1, 0});
  builder.Add({Symbol::OfList(0), word(4)}, {2, 1});
  builder.Add({word(1), word(2)}, {3, 1});
  return PatternTrie(std::move(builder));
}

// The end of a node, which has a pattern and a list.
int EndOf(int node) { return 2 * node; }

const std::vector<Forgery> kForgedTries = {
    kUntouched,
    {"a filter of no bits", [](Arrays* a) { a->Bytes(kFilter).clear(); }},
    {"no nodes", [](Arrays* a) { a->Bytes(kEndOf).clear(); }},
    {"a node too few", [](Arrays* a) { a->Bytes(kEndOf).resize(5 * 8); }},
    {"a pattern that is not there",
     [](Arrays* a) { a->Set(kEndOf, EndOf(3), 4); }},
    {"a pattern of another list",
     [](Arrays* a) { a->Set(kEndOf, EndOf(3) + 1, 1); }},
    {"several that are another's",
     [](Arrays* a) { a->Set(kEndOf, EndOf(3), kIsSeveral); }},
    {"several that begin later",
     [](Arrays* a) { a->Set(kEndOf, EndOf(2) + 1, 1); }},
    {"several far beyond",
     [](Arrays* a) { a->Set(kEndOf, EndOf(2) + 1, 1u << 31); }},
    {"several of no node",
     [](Arrays* a) { a->Set(kEndOf, EndOf(2), kIsNone); }},
    {"more than lists are", [](Arrays* a) { a->Set(kSeveral, 1, 3); }},
    {"more than there are",
     [](Arrays* a) { a->Bytes(kSeveral).resize(2 * 8); }},
    {"fewer than there are", [](Arrays* a) { a->Set(kSeveral, 1, 1); }},
    {"no count of several", [](Arrays* a) { a->Bytes(kSeveral).clear(); }},
    {"one of several that is not there",
     [](Arrays* a) { a->Set(kSeveral, 4, 4); }},
    {"one of several that is several",
     [](Arrays* a) { a->Set(kSeveral, 4, kIsSeveral); }},
    {"one of several of another list",
     [](Arrays* a) { a->Set(kSeveral, 5, 0); }},
    {"the first step beyond all nodes",
     [](Arrays* a) { a->Set(kFirst, 1, kDepth | 6); }},
    {"the first step to the root by another name",
     [](Arrays* a) { a->Set(kFirst, 1, kDepth); }},
    {"the first step two deep",
     [](Arrays* a) { a->Set(kFirst, 1, 2 * kDepth | 1); }},
    {"two words to one node", [](Arrays* a) { a->Set(kFirst, 0, kDepth | 1); }},
    {"a step beyond all nodes", [](Arrays* a) { ChangeTo(a, 5, 1); }},
    {"two steps to one node", [](Arrays* a) { ChangeTo(a, 2, 1); }},
    {"a step upwards", [](Arrays* a) { ChangeTo(a, 3, uint32_t{0} - 2); }},
    {"a step on the spot", [](Arrays* a) { ChangeTo(a, 3, uint32_t{0} - 1); }},
    {"a step that says it is deeper",
     [](Arrays* a) { ChangeTo(a, 3, kDepth); }},
    {"a step that leads down to the same depth",
     [](Arrays* a) { ChangeTo(a, 3, uint32_t{0} - kDepth); }},
    {"a step from beyond all nodes",
     [](Arrays* a) {
       const int at = EdgeTo(a, 3);
       a->Set(kEdges, at, a->Get(kEdges, at) + 4);
     }},
    {"no free slot",
     [](Arrays* a) {
       std::string& edges = a->Bytes(kEdges);
       for (size_t at = 0; at < edges.size();) {
         const std::string edge = edges.substr(at, 12);
         edge == std::string(12, '\0') ? void(edges.erase(at, 12))
                                       : void(at += 12);
       }
     }},
    {"a list that is not there",
     [](Arrays* a) { a->Set(kEdges, EdgeTo(a, 4) + 1, 0x80000002); }},
    {"a list in itself",
     [](Arrays* a) { a->Set(kEdges, EdgeTo(a, 4) + 1, 0x80000001); }},
};

TEST_CASE("Forged tries", "[forged]") {
  const std::vector<ListId> lists = {0, 0, 1, 1};
  const std::vector<uint32_t> ranks = {0, 1};
  TryAll(SmallTrie(), kForgedTries, [&](PatternTrie* trie) {
    return trie->Restore(lists, ranks.size(), ranks);
  });
}

TEST_CASE("More patterns at a node than there are lists", "[forged]") {
  PatternTrie::Builder builder;
  const std::vector<ListId> lists = {0, 1, 1};
  for (PatternId id = 0; id < 3; ++id) {
    builder.Add({Symbol::OfWord(1)}, {id, lists[id]});
  }
  PatternTrie trie(std::move(builder));
  CHECK_FALSE(trie.Restore(lists, 2));
  CHECK(trie.Restore(lists, 3));
}

TEST_CASE("A pattern deeper than patterns are", "[forged]") {
  for (const size_t size : {kMaxPatternSymbols, kMaxPatternSymbols + 1}) {
    PatternTrie::Builder builder;
    builder.Add(Pattern(size, Symbol::OfWord(1)), {0, 0});
    PatternTrie trie(std::move(builder));
    const std::vector<ListId> lists = {0};
    CHECK(trie.Restore(lists, 1) == (size == kMaxPatternSymbols));
  }
}

TEST_CASE("Ranks are asked of every pattern behind a list", "[forged]") {
  // {0} alone, {0} and then words, and of another list that ranks higher.
  PatternTrie::Builder builder;
  builder.Add({Symbol::OfList(0)}, {0, 1});
  builder.Add({Symbol::OfList(0), Symbol::OfWord(1), Symbol::OfWord(2)},
              {1, 1});
  builder.Add({Symbol::OfList(0), Symbol::OfList(2)}, {2, 1});
  PatternTrie trie(std::move(builder));
  const std::vector<ListId> lists = {1, 1, 1};
  CHECK(trie.Restore(lists, 3, std::vector<uint32_t>{0, 2, 1}));
  CHECK_FALSE(trie.Restore(lists, 3, std::vector<uint32_t>{0, 1, 1}));
  CHECK_FALSE(trie.Restore(lists, 3, std::vector<uint32_t>{2, 2, 1}));
}

}  // namespace
}  // namespace saring
