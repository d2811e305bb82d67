// Letters that stand for others: each step by its own table.

#include <catch2/catch.hpp>

#include "tests/step_table.h"

namespace saring {
namespace {

const StepRow kDigits[] = {
    {"b3k4s", "bekas", "bekas", "two figures"},
    {"s3p4tu baru", "sepatu", "sepatu baru", "inside a text"},
    {"t0p1", "topi", "topi", "1 as i"},
    {"ce1ana", "celana", "celana", "1 as l"},
    {"6aju", "baju", "baju", "6 as b"},
    {"7hr1f7", "thrift", "thrift", "7 as t, twice"},
    {"1mp0r", "impor", "impor", "a figure first"},
    {"b4junya", "baju", "baju", "with what hangs on it"},
    {"j@ket", "jaket", "jaket", "a sign inside"},
    {"$andal", "sandal", "sandal", "a sign first"},
    {"beka$ obral", "bekas", "bekas obral", "a sign last"},
    {"k@osnya", "kaos", "kaos", "a sign, and a clitic"},
    {"b@ju2", "baju", "baju", "a sign, and a figure for doubling"},
    {"t@nya", "", "t nya", "no term's word before the clitic"},
    {"k@s2", "", "k s2", "no term's word before the figure"},
    {"emas@toko.id", "", "emas toko id", "an address"},
    {"$ukabumi", "", "ukabumi", "a town"},
    {"b@rusnya", "", "b rusnya", "no term's word and a clitic"},
    {"t@s", "tas", "tas", "three letters with a bold sign"},
    {"83k45", "bekas", "bekas", "figures on both sides"},
    {"bek@@@s", "bekas", "bekas", "drawn out as well"},
    {"50rb", "", "50rb", "a price"},
    {"30x40x2", "", "30x40x2", "a measure"},
    {"2k22", "", "2k22", "a year"},
    {"12x", "", "12x", "so many times"},
    {"2XL", "", "2xl", "a size"},
    {"S22", "", "s22", "a series"},
    {"A4", "", "a4", "a paper size"},
    {"PS5", "", "ps5", "a console"},
    {"501", "", "501", "a cut of jeans: figures alone"},
    {"180x200", "", "180x200", "a measure"},
    {"3in1", "", "3in1", "so many in one"},
    {"7/8", "", "7 8", "a fraction"},
    {"MX500", "", "mx500", "a model"},
    {"t45", "", "t45", "a model, though it looks like tas"},
    {"r0k", "", "r0k", "three letters prove too little"},
    {"tas5", "", "tas5", "a word with its number"},
    {"impor7", "import", "import", "long enough, though impor is a word"},
    {"bal4n", "balan", "balan", "letters behind the figure"},
    {"kaki5", "", "kaki5", "a word with its number"},
    {"b3ka51", "", "b3ka51", "Bekasi"},
    {"b3r4s", "", "b3r4s", "rice"},
    {"kaos! murah!", "", "kaos murah", "exclamation marks"},
    {"(baju)", "", "baju", "parentheses"},
    {"tas+topi", "", "tas topi", "both"},
    {"rp50.000!", "", "rp50 000", "a price"},
};

TEST_CASE("Digits and signs for letters", "[readings]") {
  CheckRows(Step::kDigits, kDigits);
}

const StepRow kMasked[] = {
    {"j*ket", "jaket", "jaket", "one star, one letter"},
    {"b*kas", "bakas bekas", "bakas", "two words of the same list"},
    {"sepa*u", "sepatu", "sepatu", "late in the word"},
    {"thr*ft murah", "thrift", "thrift murah", "inside a text"},
    {"*baju*", "", "baju", "bold in a chat"},
    {"baju*", "", "baju", "a footnote"},
    {"b**u", "", "b u", "two letters: anything"},
    {"r*k", "", "r k", "three letters prove too little"},
    {"impor*", "", "impor", "not the longer word"},
    {"5*5", "", "5 5", "a product"},
    {"b*kasi", "", "b kasi", "Bekasi"},
    {"se*on", "", "se on", "no term's word"},
};

TEST_CASE("Masked letters", "[readings]") { CheckRows(Step::kMasked, kMasked); }

const StepRow kStretched[] = {
    {"bajuuu", "baju", "baju", "a last letter"},
    {"bekaaasss", "bekas", "bekas", "two letters"},
    {"bbekkas", "bekas", "bekas", "two letters doubled"},
    {"hooodie", "hoodie", "hoodie", "two of three stay"},
    {"KAOSSS MURAH", "kaos", "kaos murah", "capitals"},
    {"kaoss", "", "kaoss", "a brand: one doubled letter"},
    {"topii", "", "topii", "one doubled letter"},
    {"bekasiii", "", "bekasiii", "Bekasi, drawn out"},
    {"beraaas", "", "beraaas", "rice, drawn out"},
    {"murahhh", "", "murahhh", "cheap, drawn out"},
    {"hoodie", "", "hoodie", "a word with a doubled letter"},
    {"xxxl", "", "xxxl", "a size"},
    {"1000", "", "1000", "figures"},
    {"hahaha", "", "hahaha", "repeated, not drawn out"},
    {"taaas", "tas", "tas", "three letters are enough"},
    {"mmm", "", "mmm", "nothing but one letter"},
};

TEST_CASE("Stretched letters", "[readings]") {
  CheckRows(Step::kStretched, kStretched);
}

const StepRow kOldSpelling[] = {
    {"badjoe", "baju", "baju", "dj and oe"},
    {"tjelana", "celana", "celana", "tj"},
    {"sepatoe", "sepatu", "sepatu", "oe"},
    {"sjal", "syal", "syal", "sj"},
    {"tjoetji", "cuci", "cuci", "three of them"},
    {"pakjn", "", "pakjn", "vowels are missing: no spelling of pakaian"},
    {"jaket", "", "jaket", "a term as it is"},
    {"baju", "", "baju", "a term as it is"},
    {"soekarno", "", "soekarno", "a name"},
    {"djarum", "", "djarum", "a brand"},
    {"poem", "", "poem", "English"},
    {"hoed", "hud", "hud", "three letters are enough"},
    {"bekasj", "", "bekasj", "not Bekasi's first letters"},
    {"chelsea", "", "chelsea", "a club"},
    {"jal", "", "jal", "j is no y at the beginning"},
    {"oreo", "", "oreo", "a biscuit"},
};

TEST_CASE("Old spelling", "[readings]") {
  CheckRows(Step::kOldSpelling, kOldSpelling);
}

}  // namespace
}  // namespace saring
