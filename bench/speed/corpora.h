// What is measured on. The same seed gives the same texts on every machine.

#ifndef SARING_BENCH_SPEED_CORPORA_H_
#define SARING_BENCH_SPEED_CORPORA_H_

#include <filesystem>
#include <optional>
#include <string>
#include <utility>

#include "bench/speed/vocabulary.h"

namespace saring::speed {

// The column `title` of a tab-separated file, each title once, shuffled;
// nothing when there is no such file. Throws std::runtime_error when the file
// is not of that kind.
std::optional<Strings> ReadTitles(const std::filesystem::path& path);

// Titles like those of a marketplace: 5 to 14 words in any case, some with
// symbols, one in fifty with characters beyond ASCII.
Strings MakeTitles(size_t count, const Vocabulary& vocabulary, uint64_t seed);

// `titles`, one in twenty with one of the first thousand terms behind it.
Strings WithTerms(Strings titles, const Strings& terms, uint64_t seed);

// Lower-case queries of 1 to 4 words.
Strings MakeQueries(size_t count, const Vocabulary& vocabulary, uint64_t seed);

// `count` distinct terms: 20 % one word, 48 % two, 32 % three, until the rare
// words that single ones are taken from are used up; then the other two only.
// Fewer terms are the beginning of more.
Strings MakeTerms(size_t count, const Vocabulary& vocabulary, uint64_t seed);

bool IsAscii(std::string_view text);
Strings OnlyAscii(const Strings& texts);
Strings OnlyBeyondAscii(const Strings& texts);

}  // namespace saring::speed

#endif  // SARING_BENCH_SPEED_CORPORA_H_
