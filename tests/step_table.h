// Tables of what one step of reading makes of a text, and the whole of them.

#ifndef SARING_TESTS_STEP_TABLE_H_
#define SARING_TESTS_STEP_TABLE_H_

#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <string_view>

#include "normalizer/normalizer.h"
#include "tests/word_set.h"

namespace saring {

// Some terms' words, words to be left alone, and short forms.
class SomeWords : public WordSet {
 public:
  SomeWords()
      : WordSet(
            {"baju",   "bekas",   "kaos",     "celana",    "kemeja",   "jaket",
             "sepatu", "tas",     "rok",      "bal",       "topi",     "second",
             "seken",  "thrift",  "impor",    "import",    "preloved", "karung",
             "awul",   "balan",   "syal",     "pakaian",   "selimut",  "korea",
             "bks",    "bakas",   "sandal",   "cuci",      "2nd",      "hoodie",
             "hud",    "sweater", "terpakai", "rombengan", "acuk",     "ac",
             "uk"},
            {"bekasi",  "barat",   "ibarat", "beras",  "berkas",  "bekal",
             "murah",   "meter",   "polos",  "sarung", "warung",  "besar",
             "rokok",   "balapan", "tasik",  "malaya", "kaki",    "jual",
             "obat",    "ringan",  "putih",  "emas",   "buku",    "tulis",
             "sekolah", "drift",   "shift",  "kaus",   "jakarta", "kapas",
             "kertas",  "batas",   "lapak",  "kasur",  "meja",    "kursi",
             "anak",    "pria",    "wanita", "brt",    "bajul",   "sunda"}) {}

  std::string_view MeaningOf(std::string_view word) const override {
    const auto found = kMeanings.find(word);
    return found == kMeanings.end() ? std::string_view() : found->second;
  }

  // One list holds these, each other word is the only one of its own.
  bool InSameLists(std::string_view a, std::string_view b) const override {
    const auto is_used = [](std::string_view word) {
      return word == "bekas" || word == "bakas";
    };
    return a == b || (is_used(a) && is_used(b));
  }

 private:
  inline static const std::map<std::string, std::string, std::less<>>
      kMeanings = {{"bks", "bekas"},
                   {"jkt", "jaket"},
                   {"brt", "besar"},
                   {"bjbks", "baju bekas"}};
};

struct StepRow {
  std::string_view text;
  std::string_view alone;  // the words that this step gives, a space between
  std::string_view whole;  // the words as they are best read
  const char* why;
};

// Both outputs for one text.
struct StepOutput {
  std::string alone, whole;
};

inline StepOutput OutputOf(std::string_view text, Step step) {
  static const SomeWords words;
  static const Normalizer normalizer;
  static NormalizerScratch scratch;
  static Lattice lattice;
  normalizer.Read(text, &words, &scratch, &lattice);
  StepOutput output;
  const auto append = [](std::string_view word, std::string* to) {
    if (!to->empty()) *to += ' ';
    *to += word;
  };
  uint32_t node = 0;
  for (size_t i = 0; i < lattice.words.size(); ++i) {
    const Word& word = lattice.words[i];
    if (word.step == step) append(lattice.text(word), &output.alone);
    if (word.from != node) continue;
    const bool read =
        i + 1 < lattice.words.size() && lattice.words[i + 1].from == word.from;
    const Word& best = lattice.words[read ? i + 1 : i];
    append(lattice.text(best), &output.whole);
    node = best.to;
  }
  return output;
}

template <size_t kSize>
void CheckRows(Step step, const StepRow (&rows)[kSize]) {
  size_t innocent = 0;
  for (const StepRow& row : rows) {
    CAPTURE(row.text, row.why);
    const StepOutput output = OutputOf(row.text, step);
    CHECK(output.alone == row.alone);
    CHECK(output.whole == row.whole);
    if (row.alone.empty()) ++innocent;
  }
  CHECK(2 * innocent > kSize);
}

}  // namespace saring

#endif  // SARING_TESTS_STEP_TABLE_H_
