// Every form of a hunspell dictionary, by small dictionaries of our own.

#include "plugin/engine/dictionary.h"

#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <string_view>

#include "plugin/engine/affix_file.h"
#include "tests/temp_dir.h"

namespace saring {
namespace {

struct Forms {
  std::string forms;   // each once, in order, a space between
  std::string faults;  // a line each, without the folder
  bool complete = true;
};

Forms FormsOf(std::string_view aff, std::string_view dic) {
  const TempDir dir;
  dir.Write("x.aff", aff);
  dir.Write("x.dic", dic);
  FaultList faults;
  std::string problem;
  const auto dictionary = Dictionary::Read(dir.path(), "x", &faults, &problem);
  Forms result;
  if (dictionary) {
    std::set<std::string, std::less<>> forms;
    result.complete = dictionary->ForEachForm(
        [&](std::string_view form, bool) { forms.emplace(form); });
    for (const std::string& form : forms) {
      result.forms += (result.forms.empty() ? "" : " ") + form;
    }
  } else {
    result.forms = "(none: " + problem + ")";
  }
  result.faults = faults.ToString();
  const std::string folder = dir.path() + "/";
  for (size_t at; (at = result.faults.find(folder)) != std::string::npos;) {
    result.faults.erase(at, folder.size());
  }
  return result;
}

struct Case {
  const char* why;
  const char* aff;
  const char* dic;
  const char* forms;
};

void CheckAll(const Case* cases, size_t size) {
  for (size_t i = 0; i < size; ++i) {
    const Case& c = cases[i];
    DYNAMIC_SECTION(c.why) {
      const Forms forms = FormsOf(c.aff, c.dic);
      CHECK(forms.forms == c.forms);
      CHECK(forms.faults == "");
      CHECK(forms.complete);
    }
  }
}

const Case kAffixes[] = {
    {"no affixes: the words alone", "SET UTF-8\n", "2\nbaju\ntas\n",
     "baju tas"},
    {"a suffix, where the word has its flag",
     "SET UTF-8\nSFX n Y 1\nSFX n 0 nya .\n", "2\nbaju/n\ntas\n",
     "baju bajunya tas"},
    {"a prefix", "PFX b Y 1\nPFX b 0 ber .\n", "1\nbaju/b\n", "baju berbaju"},
    {"prefix and suffix together, when both cross",
     "PFX b Y 1\nPFX b 0 ber .\nSFX k Y 1\nSFX k 0 kan .\n", "1\nbaju/bk\n",
     "baju bajukan berbaju berbajukan"},
    {"not when the suffix does not",
     "PFX b Y 1\nPFX b 0 ber .\nSFX k N 1\nSFX k 0 kan .\n", "1\nbaju/bk\n",
     "baju bajukan berbaju"},
    {"nor when the prefix does not",
     "PFX b N 1\nPFX b 0 ber .\nSFX k Y 1\nSFX k 0 kan .\n", "1\nbaju/bk\n",
     "baju bajukan berbaju"},
    {"letters go before a suffix comes",
     "SFX D Y 2\nSFX D y ied [^aeiou]y\nSFX D 0 ed [aeiou]y\n",
     "2\ncarry/D\nplay/D\n", "carried carry play played"},
    {"letters go before a prefix comes",
     "PFX m Y 2\nPFX m p mem p[^l^r]\nPFX m 0 mem p[lr]\n",
     "3\npakai/m\nproses/m\nbaca/m\n", "baca memakai memproses pakai proses"},
    {"a condition longer than the word is not met",
     "SFX s Y 1\nSFX s 0 s ...a\n", "1\nla/s\n", "la"},
    {"an absent condition is always met", "PFX k Y 1\nPFX k 0 ku\n",
     "1\nbaca/k\n", "baca kubaca"},
    {"nothing is left of the word: no form", "SFX s Y 1\nSFX s ab c .\n",
     "1\nab/s\n", "ab"},
    {"FULLSTRIP allows it", "FULLSTRIP\nSFX s Y 1\nSFX s ab c .\n", "1\nab/s\n",
     "ab c"},
    {"a suffix of a suffix",
     "SFX a Y 1\nSFX a 0 an/n .\nSFX n Y 1\nSFX n 0 nya .\n", "1\npakai/a\n",
     "pakai pakaian pakaiannya"},
    {"never three of them",
     "SFX a Y 1\nSFX a 0 x/b .\nSFX b Y 1\nSFX b 0 y/a .\n", "1\no/a\n",
     "o ox oxy"},
    {"a prefix that comes from the suffix",
     "PFX b Y 1\nPFX b 0 ber .\nSFX a Y 1\nSFX a 0 an/b .\n", "1\npakai/a\n",
     "berpakaian pakai pakaian"},
    {"a suffix that comes from the prefix",
     "PFX b Y 1\nPFX b 0 ber/a .\nSFX a Y 1\nSFX a 0 an .\n", "1\npakai/b\n",
     "berpakai berpakaian pakai"},
    {"a circumfix comes whole",
     "CIRCUMFIX C\nPFX k Y 1\nPFX k 0 ke/C .\nSFX a Y 1\nSFX a 0 an/kC .\n",
     "1\nadil/a\n", "adil keadilan"},
    {"a circumfix, and what follows it",
     "CIRCUMFIX C\nPFX k Y 1\nPFX k 0 ke/C .\nSFX a Y 1\nSFX a 0 an/knC .\n"
     "SFX n Y 1\nSFX n 0 nya .\n",
     "1\nadil/a\n", "adil keadilan keadilannya"},
    {"half of a circumfix does not go with another affix",
     "CIRCUMFIX C\nPFX k Y 1\nPFX k 0 ke/C .\nPFX d Y 1\nPFX d 0 di .\n"
     "SFX a Y 1\nSFX a 0 an/kC .\n",
     "1\nadil/ad\n", "adil diadil keadilan"},
};

TEST_CASE("Affixes are put to the words that have them", "[dictionary]") {
  CheckAll(kAffixes, std::size(kAffixes));
}

const Case kFlags[] = {
    {"flags of two letters",
     "FLAG long\nSFX n0 Y 1\nSFX n0 0 nya .\nSFX nl Y 1\nSFX nl 0 lah .\n",
     "1\nbaju/n0nl\n", "baju bajulah bajunya"},
    {"flags of numbers",
     "FLAG num\nSFX 14 Y 1\nSFX 14 0 nya .\nSFX 1499 Y 1\nSFX 1499 0 lah .\n",
     "1\nbaju/14,1499\n", "baju bajulah bajunya"},
    {"flags of any character",
     "SET UTF-8\nFLAG UTF-8\nSFX \u00e9 Y 1\nSFX \u00e9 0 nya .\n",
     "2\nbaju/\u00e9\ntas/\u00e8\n", "baju bajunya tas"},
    {"numbers for sets of flags",
     "AF 2\nAF n\nAF nl\nSFX n Y 1\nSFX n 0 nya .\nSFX l Y 1\nSFX l 0 lah .\n",
     "3\nbaju/2\ntas/1\ntopi/9\n", "baju bajulah bajunya tas tasnya topi"},
    {"so have affixes",
     "AF 2\nAF n\nAF a\nSFX a Y 1\nSFX a 0 an/1 .\n"
     "SFX n Y 1\nSFX n 0 nya .\n",
     "1\npakai/2\n", "pakai pakaian pakaiannya"},
    {"a stem that is no word by itself",
     "NEEDAFFIX x\nSFX n Y 1\nSFX n 0 nya .\n", "1\nbaju/xn\n", "bajunya"},
    {"an affix that makes none yet",
     "NEEDAFFIX x\nSFX a Y 1\nSFX a 0 an/xn .\nSFX n Y 1\nSFX n 0 nya .\n",
     "1\npakai/a\n", "pakai pakaiannya"},
    {"a word that there is not", "FORBIDDENWORD !\nSFX n Y 1\nSFX n 0 nya .\n",
     "2\nbaju/n\nbajunya/!\n", "baju"},
    {"a part of compounds only", "ONLYINCOMPOUND c\nSFX n Y 1\nSFX n 0 nya .\n",
     "2\nbaju/cn\ntas\n", "tas"},
};

TEST_CASE("Flags are read in every way they are written", "[dictionary]") {
  CheckAll(kFlags, std::size(kFlags));
}

const Case kLines[] = {
    {"Latin-1 where nothing is said", "", "1\ncaf\xe9\n", "caf\u00e9"},
    {"Latin-1 by name", "SET ISO8859-1\nSFX s Y 1\nSFX s 0 s \xe9\n",
     "2\ncaf\xe9/s\ntas/s\n", "caf\u00e9 caf\u00e9s tas"},
    {"UTF-8: a letter is a letter, whatever its bytes",
     "SET UTF-8\nSFX s Y 1\nSFX s 0 s .[\u00e9\u00e8]\n", "2\nfé/s\né/s\n",
     "fé fés é"},
    {"a byte order mark, and ends of lines of another system",
     "\xef\xbb\xbfSET UTF-8\r\nSFX n Y 1\r\nSFX n 0 nya .\r\n",
     "\xef\xbb\xbf"
     "1\r\nbaju/n\r\n",
     "baju bajunya"},
    {"what is told about a word is not the word",
     "SET UTF-8\nSFX n Y 1\nSFX n 0 nya .\n",
     "3\nbaju/n po:noun\ntas\tst:tas\ntopi/n 12\n",
     "baju bajunya tas topi topinya"},
    {"a slash in a word", "SET UTF-8\n", "2\nn\\/a\n/b\n", "/b n/a"},
    {"no line that counts", "SET UTF-8\n", "baju\ntas\n", "baju tas"},
    {"blank lines", "\n\nSET UTF-8\n\n", "1\n\nbaju\n\n", "baju"},
    {"comments and options that say nothing of forms",
     "# x\nSET UTF-8\nTRY abc\nREP 1\nREP a b\nWORDCHARS -\n", "1\nbaju\n",
     "baju"},
    {"no words at all", "SET UTF-8\n", "", ""},
};

TEST_CASE("The lines of both files are read", "[dictionary]") {
  CheckAll(kLines, std::size(kLines));
}

struct BrokenCase {
  const char* why;
  std::string aff;
  const char* forms;
  const char* faults;
};

const BrokenCase kBroken[] = {
    {"an encoding that is not known", "TRY x\nSET KOI8-R\n",
     "(none: cannot be read)",
     "x.aff:2:1: warning: the encoding is neither UTF-8 nor ISO8859-1; the "
     "dictionary is not used\n"},
    {"a bracket without end", "SFX n Y 2\nSFX n 0 nya [ab\nSFX n 0 lah .\n",
     "baju bajulah",
     "x.aff:2:1: warning: a bracket of the condition is not closed\n"},
    {"a line that ends too soon", "SFX n Y 1\nSFX n\n", "baju",
     "x.aff:2:1: warning: this is no affix\n"},
    {"affixes of another flag than announced",
     "SFX m Y 5\nSFX m 0 ku .\nSFX n Y 1\nSFX n 0 nya .\n", "baju bajunya",
     "x.aff:3:1: warning: an affix of another flag, where 4 more were "
     "announced\n"},
    {"a flag style that there is not", "FLAG short\n", "baju",
     "x.aff:1:1: warning: FLAG is long, num or UTF-8\n"},
    {"a suffix of 300 letters",
     "SFX n Y 1\nSFX n 0 " + std::string(300, 'a') + " .\n", "baju",
     "x.aff:2:1: warning: too many affixes, or too long a one\n"},
};

TEST_CASE("What is broken in a dictionary is told and passed over",
          "[dictionary]") {
  for (const BrokenCase& c : kBroken) {
    DYNAMIC_SECTION(c.why) {
      const Forms forms = FormsOf(c.aff, "1\nbaju/n\n");
      CHECK(forms.forms == c.forms);
      CHECK(forms.faults == c.faults);
    }
  }
}

TEST_CASE("A broken dictionary is complained of five times, not a thousand",
          "[dictionary]") {
  std::string aff;
  for (int i = 0; i < 1000; ++i) aff += "SFX\n";
  const std::string faults = FormsOf(aff, "baju\n").faults;
  CHECK(std::count(faults.begin(), faults.end(), '\n') == 5);
}

TEST_CASE("Bytes that are no text, and words without end, do no harm",
          "[dictionary]") {
  const Forms forms =
      FormsOf("SET UTF-8\nSFX n Y 1\nSFX n 0 \xff\xfe [\xc3]\n",
              "2\n\xc3/n\n" + std::string(5000, 'x') + "\nbaju\n");
  CHECK(forms.forms == "baju \xc3 \xc3\xff\xfe");
}

TEST_CASE("A dictionary of too many forms ends, and says so", "[dictionary]") {
  std::string aff = "SFX a Y 1000\n";
  for (int i = 0; i < 1000; ++i) aff += "SFX a 0 a/b .\n";
  aff += "SFX b Y 1000\n";
  for (int i = 0; i < 1000; ++i) aff += "SFX b 0 b .\n";
  const Forms forms = FormsOf(aff, "x/a\ny\n");
  CHECK(forms.forms == "x xa xab y");
  CHECK_FALSE(forms.complete);
}

TEST_CASE("The number of affixes is bounded", "[dictionary]") {
  std::string aff = "SFX a Y 100001\n";
  for (size_t i = 0; i <= kMostAffixes; ++i) aff += "SFX a 0 a .\n";
  CHECK(FormsOf(aff, "x\n").faults ==
        "x.aff:100002:1: warning: too many affixes, or too long a one\n");
}

TEST_CASE("A dictionary that is not there", "[dictionary]") {
  const TempDir dir;
  FaultList faults;
  std::string problem;
  CHECK_FALSE(Dictionary::Read(dir.path(), "x", &faults, &problem));
  CHECK(problem == "is not installed");
  dir.Write("x.aff", "SET UTF-8\n");
  CHECK_FALSE(Dictionary::Read(dir.path(), "x", &faults, &problem));
  CHECK(problem == "is not installed");
  CHECK(faults.empty());
}

TEST_CASE("An entry is told from what affixes make of it", "[dictionary]") {
  const TempDir dir;
  dir.Write("x.aff", "SFX n Y 1\nSFX n 0 nya .\n");
  dir.Write("x.dic", "1\nbaju/n\n");
  FaultList faults;
  std::string problem, entries;
  Dictionary::Read(dir.path(), "x", &faults, &problem)
      ->ForEachForm([&](std::string_view form, bool is_entry) {
        if (is_entry) entries += form;
      });
  CHECK(entries == "baju");
}

TEST_CASE("The hash is of both files", "[dictionary]") {
  const TempDir dir;
  FaultList faults;
  std::string problem;
  const auto hash = [&](std::string_view aff, std::string_view dic) {
    dir.Write("x.aff", aff);
    dir.Write("x.dic", dic);
    return Dictionary::Read(dir.path(), "x", &faults, &problem)->content_hash();
  };
  const uint64_t first = hash("SET UTF-8\n", "1\na\n");
  CHECK(first == hash("SET UTF-8\n", "1\na\n"));
  CHECK(first != hash("SET UTF-8\n\n", "1\na\n"));
  CHECK(first != hash("SET UTF-8\n", "1\nb\n"));
  CHECK(first != hash("SET UTF-8\n1\n", "a\n"));
}

}  // namespace
}  // namespace saring
