// Words that are set apart or cut: each step by its own table.

#include <catch2/catch.hpp>

#include "tests/step_table.h"

namespace saring {
namespace {

const StepRow kSpaced[] = {
    {"b e k a s", "bekas", "bekas", "spaces"},
    {"t.h.r.i.f.t murah", "thrift", "thrift murah", "stops"},
    {"jual k_a_o_s", "kaos", "jual kaos", "underscores"},
    {"[s][e][k][e][n]", "seken", "seken", "brackets"},
    {"b 3 k 4 s", "bekas", "bekas", "figures as well"},
    {"b  e  k  a  s - m", "bekas", "bekas m", "as far as the gaps are alike"},
    {"b a j u n y a", "baju", "baju", "with a clitic"},
    {"b a j u u u", "baju", "baju", "drawn out"},
    {"s e p @ t u", "sepatu", "sepatu", "a sign among them"},
    {"b e r a s n y a", "", "b e r a s n y a", "rice, with a clitic"},
    {"m e t e r r r", "", "m e t e r r r", "an ordinary word, drawn out"},
    {"A A A B B", "", "a a a b b", "sizes of batteries"},
    {"b e r @ s", "", "b e r s", "rice, with a sign"},
    {"b e k a s m", "", "b e k a s m", "not a part of the run"},
    {"t/o/p/i L b.e.k.a.s", "topi bekas", "topi l bekas", "a size between"},
    {"t o p i L b e k a s", "topi bekas", "topi l bekas", "all with spaces"},
    {"b e k a s i", "", "b e k a s i", "Bekasi"},
    {"b e k a s I", "", "b e k a s i", "Bekasi, oddly written"},
    {"B e k a s i", "", "b e k a s i", "Bekasi"},
    {"m u r a h", "", "m u r a h", "an ordinary word"},
    {"a b c d", "", "a b c d", "an alphabet"},
    {"t a s", "", "t a s", "three letters prove too little"},
    {"S M L XL", "", "s m l xl", "sizes"},
    {"D I Y", "", "d i y", "an abbreviation"},
    {"p x l", "", "p x l", "measures"},
    {"a.n. budi", "", "a n budi", "an abbreviation"},
    {"b e r a s", "", "b e r a s", "rice"},
    {"1 2 3 4", "", "1 2 3 4", "figures"},
    {"b e k a       s", "", "b e k a s", "too wide a gap"},
};

TEST_CASE("Letters set apart", "[readings]") {
  CheckRows(Step::kSpaced, kSpaced);
}

const StepRow kFragments[] = {
    {"ke meja putih", "kemeja", "kemeja putih", "in two, one of them a word"},
    {"be.kas", "bekas", "bekas", "a stop between"},
    {"se-pa-tu", "sepatu", "sepatu", "in three"},
    {"jualSEPA TUmurah", "sepatu", "sepatu", "stuck to words, by their looks"},
    {"j4 ket", "jaket", "jaket", "figures as well"},
    {"ba ju", "baju", "baju", "four letters in halves"},
    {"ac uk 3", "", "ac uk 3", "two words that are known"},
    {"b aju", "", "b aju", "four letters, a lone one among them"},
    {"ba'ju", "", "ba ju", "an apostrophe cuts no word"},
    {"ba - ju", "", "ba ju", "too far apart"},
    {"xba ju", "", "xba ju", "only a part of a word"},
    {"ba 7u", "", "ba 7u", "a figure"},
    {"be kasi", "", "be kasi", "Bekasi"},
    {"BE KASi", "", "be kasi", "Bekasi, oddly written"},
    {"a terpa kai", "terpakai", "a terpakai", "a lone letter in front"},
    {"be k a s", "bekas", "bekas", "all of a run of lone letters"},
    {"lemari se pa", "", "lemari se pa", "nothing"},
    {"to-pi", "topi", "topi", "four letters in halves"},
    {"be x kas", "", "be x kas", "something between"},
    {"sandal s", "", "sandal s", "a size"},
    {"jake t", "jaket", "jaket", "a lone letter of a word that is none"},
    {"be k a s i", "", "be k a s i", "a part of a run of lone letters"},
    {"im 90r", "", "im 90r", "no"},
    {"1 mpor", "", "1 mpor", "a number at an end"},
    {"ke meja2", "", "ke meja2", "a figure behind"},
    {"ka-us", "", "ka us", "no term's word"},
    {"jake Tebal", "", "jake tebal", "a first capital stays with its word"},
};

TEST_CASE("Words cut in pieces", "[readings]") {
  CheckRows(Step::kFragments, kFragments);
}

const StepRow kBoundary[] = {
    {"kaos\u2063polos", "kaos polos", "kaos polos", "an invisible character"},
    {"#BajuMurah", "baju murah", "baju murah", "capitals"},
    {"be\u200Bkas", "", "bekas", "an invisible character within a word"},
    {"b\u200Be\u200Bk\u200Ba\u200Bs", "", "bekas", "and many"},
    {"bekas\u200Bi", "", "bekasi", "Bekasi: one letter is left"},
    {"polos\u200Bmurah", "", "polosmurah", "no term's word"},
};

TEST_CASE("Cut where the letters change", "[readings]") {
  CheckRows(Step::kBoundary, kBoundary);
}

TEST_CASE("A piece of a cut word is no slip", "[readings]") {
  CHECK(OutputOf("rombe ngan", Step::kSlip).alone.empty());
  CHECK(OutputOf("kemej a", Step::kSlip).alone.empty());
  CHECK(OutputOf("kemej b", Step::kSlip).alone == "kemeja");
}

TEST_CASE("A lattice is in order with readings over several words",
          "[readings]") {
  CHECK(OutputOf("b e k a s ke meja j@ket", Step::kWritten).whole ==
        "bekas kemeja jaket");
}

}  // namespace
}  // namespace saring
