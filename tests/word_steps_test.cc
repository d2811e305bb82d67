// Words with something to them, cut or mistyped: each step by its own table.

#include <catch2/catch.hpp>

#include "tests/step_table.h"

namespace saring {
namespace {

const StepRow kAffix[] = {
    {"bajunya", "baju", "baju", "a clitic"},
    {"jaketku", "jaket", "jaket", "a clitic"},
    {"kemejanyalah", "kemeja", "kemeja", "two clitics"},
    {"berbaju", "baju", "baju", "wearing one"},
    {"b4junya", "", "baju", "figures as well: these are bolder"},
    {"bekasi", "", "bekasi", "never -i"},
    {"bekaskan", "", "bekaskan", "never -kan"},
    {"bekasan", "", "bekasan", "never -an: list such forms"},
    {"sekolah", "", "sekolah", "ends in lah, and is no term's word with it"},
    {"buku", "", "buku", "ends in ku"},
    {"bertas", "", "bertas", "too short for a prefix"},
    {"nya", "", "nya", "nothing but a clitic"},
    {"mubaju", "", "mubaju", "a clitic in the wrong place"},
};

TEST_CASE("Affixes on a term's word", "[readings]") {
  CheckRows(Step::kAffix, kAffix);
}

const StepRow kAbbreviation[] = {
    {"baju bks", "bekas", "baju bekas", "declared, and in the vocabulary"},
    {"jkt kulit", "jaket", "jaket kulit", "declared"},
    {"bjbks murah", "baju bekas", "baju bekas murah", "two words"},
    {"jkt", "", "jkt", "alone it may be anything"},
    {"brt 5 kg", "", "brt 5 kg", "an ordinary word there"},
    {"jktx", "", "jktx", "not declared"},
    {"bksi", "", "bksi", "not declared"},
    {"j k t", "", "j k t", "spaced: initials"},
};

TEST_CASE("Abbreviations", "[readings]") {
  CheckRows(Step::kAbbreviation, kAbbreviation);
}

const StepRow kDoubling[] = {
    {"baju2 anak", "baju baju baju", "baju baju anak", "a figure"},
    {"kaos2nya", "kaos kaos kaos", "kaos kaos", "and a clitic"},
    {"bal2an", "bal bal balan", "bal balan", "and -an"},
    {"b4ju2", "baju baju baju", "baju baju", "and a figure for a letter"},
    {"bajuuu2", "baju baju baju", "baju baju", "and drawn out"},
    {"m3ter2", "", "m3ter2", "a figure for a letter of no term's word"},
    {"b4tas2", "", "b4tas2", "a figure for a letter of an ordinary word"},
    {"celana²", "celana celana celana", "celana celana", "a raised figure"},
    {"awul\" murah", "awul awul awul", "awul awul murah", "a ditto mark"},
    {"\"baju\"", "", "baju", "a quotation"},
    {"jual \"jaket\" kulit", "", "jual jaket kulit", "a quotation"},
    {"24\"", "", "24", "inches"},
    {"meter2", "", "meter2", "no term's word"},
    {"mp2", "", "mp2", "a format"},
    {"2nd", "", "2nd", "a term as it is"},
    {"baju 2", "", "baju 2", "a number"},
    {"baju3", "", "baju3", "another number"},
};

TEST_CASE("A figure or a mark for a doubled word", "[readings]") {
  CheckRows(Step::kDoubling, kDoubling);
}

const StepRow kReversed[] = {
    {"\u202Esakeb\u202C", "bekas", "bekas", "turned round"},
    {"\u202Eujab\u202C murah", "baju", "baju murah", "as far as it goes"},
    {"\u202Es4keb", "", "bekas", "figures as well: these are bolder"},
    {"\u202Esakeb ujab", "bekas baju", "bekas baju", "never closed"},
    {"sakeb", "", "sakeb", "as it stands"},
    {"\u202Dsakeb\u202C", "", "sakeb", "the other override"},
    {"\u202Bsakeb\u202C", "", "sakeb", "an embedding"},
    {"\u202Ehcum\u202C sakeb", "", "hcum sakeb", "behind it"},
    {"\u202E\nsakeb", "", "sakeb", "a line further"},
};

TEST_CASE("Words turned round", "[readings]") {
  CheckRows(Step::kReversed, kReversed);
}

const StepRow kJoined[] = {
    {"bajubekas", "baju bekas", "baju bekas", "two terms' words"},
    {"kemejabekasmurah", "kemeja bekas murah", "kemeja bekas murah",
     "and an ordinary one"},
    {"jualkaos", "jual kaos", "jual kaos", "an ordinary one first"},
    {"b4jubek4s", "baju bekas", "baju bekas", "figures as well"},
    {"b@jubek@s", "baju bekas", "baju s", "signs as well; the words overlap"},
    {"bajubekasss", "baju bekas", "baju bekas", "drawn out as well"},
    {"bajubekasnya", "baju bekas", "baju bekas", "with a clitic"},
    {"bajumurahnya", "", "bajumurahnya", "with a clitic, terms only"},
    {"bbalappann", "", "bbalappann", "an ordinary word, drawn out"},
    {"b@lapan@nak", "", "b lapan nak", "ordinary words, with signs"},
    {"kaosbekasibarat", "kaos bekasibarat", "kaos bekasibarat",
     "what all cuts agree on"},
    {"bekasibarat", "", "bekasibarat", "Bekasi, or used: proves nothing"},
    {"rokok", "", "rokok", "an ordinary word with a term's word in it"},
    {"kertas", "", "kertas", "a term's word at the end of an ordinary word"},
    {"balapan", "", "balapan", "a term's word at the beginning"},
    {"tasikmalaya", "", "tasikmalaya", "two ordinary words"},
    {"bajux", "", "bajux", "a letter is left"},
    {"xbekas", "", "xbekas", "a letter is left"},
    {"tasbu", "", "tasbu", "too short a rest"},
    {"kasurmeja", "", "kasurmeja", "ordinary words only"},
    {"bekasbe", "", "bekasbe", "a rest that is no word"},
    {"bajul", "", "bajul", "an ordinary word"},
};

TEST_CASE("Joined words", "[readings]") { CheckRows(Step::kJoined, kJoined); }

const StepRow kSlip[] = {
    {"bkeas", "bekas", "bekas", "swapped"},
    {"sepaut", "sepatu", "sepatu", "swapped"},
    {"clana", "celana", "celana", "a letter left out"},
    {"kemejja", "kemeja", "kemeja", "a letter twice"},
    {"secomd", "second", "second", "the key beside"},
    {"bjau", "baju", "baju", "four letters, but swapped"},
    {"tpoi", "topi", "topi", "four letters, but swapped"},
    {"abju", "", "abju", "not at the first letter"},
    {"kaoa", "", "kaoa", "four letters: the key beside proves nothing"},
    {"kaoos", "", "kaoos", "nor does a doubled letter"},
    {"tsa", "", "tsa", "three letters"},
    {"impor", "", "impor", "import without a letter, but a term's word"},
    {"impir", "impor", "impor", "the key beside"},
    {"impott", "import", "import", "the key beside, the longer word"},
    {"bkas baru", "", "bkas baru", "too short"},
    {"bekaas", "bekas", "bekas", "a letter twice"},
    {"beras", "", "beras", "rice is ordinary"},
    {"berkas", "", "berkas", "a file is ordinary"},
    {"bekal", "", "bekal", "ordinary"},
    {"warung", "", "warung", "ordinary"},
    {"siken", "", "siken", "a brand: i is not beside e"},
    {"ekas", "", "ekas", "the first letter and too short"},
    {"elana", "", "elana", "the first letter is never left out"},
    {"haket", "", "haket", "nor is it the key beside"},
    {"bju", "", "bju", "too short"},
    {"topu", "", "topu", "too short"},
    {"drift", "", "drift", "ordinary"},
    {"kemekka", "", "kemekka", "two slips"},
};

TEST_CASE("One slip of the finger", "[readings]") {
  CheckRows(Step::kSlip, kSlip);
}

}  // namespace
}  // namespace saring
