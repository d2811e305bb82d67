// The plugin that a careful team would put together from libraries: every part
// is made once and kept, nothing is done twice.

#ifndef SARING_BENCH_SPEED_STOCK_PLUGIN_H_
#define SARING_BENCH_SPEED_STOCK_PLUGIN_H_

#include <libstemmer.h>
#include <unicode/brkiter.h>
#include <unicode/uspoof.h>
#include <unicode/utext.h>

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "bench/speed/case_folder.h"
#include "bench/speed/phrase_map.h"

namespace saring::speed {

// NFKC_Casefold, the skeleton of UTS 39, a word BreakIterator, libstemmer for
// words that no term has, and a hash map of phrases. One thread at a time.
class StockPlugin {
 public:
  // `phrases` must live as long. Throws std::runtime_error when a library
  // cannot be set up.
  explicit StockPlugin(const PhraseMap& phrases);

  // How many times a term is in `text`.
  uint64_t Count(std::string_view text);

 private:
  struct CloseSpoof {
    void operator()(USpoofChecker* p) const { uspoof_close(p); }
  };
  struct CloseText {
    void operator()(UText* p) const { utext_close(p); }
  };
  struct DeleteStemmer {
    void operator()(sb_stemmer* p) const { sb_stemmer_delete(p); }
  };

  std::string_view Skeleton(std::string_view folded);
  PhraseMap::WordId Resolve(std::string_view word);

  const PhraseMap& phrases_;
  CaseFolder folder_;
  std::unique_ptr<USpoofChecker, CloseSpoof> spoof_;
  std::unique_ptr<icu::BreakIterator> breaks_;
  std::unique_ptr<sb_stemmer, DeleteStemmer> stemmer_;
  std::unique_ptr<UText, CloseText> text_;
  std::vector<char> skeleton_;
  std::vector<PhraseMap::WordId> words_;
};

}  // namespace saring::speed

#endif  // SARING_BENCH_SPEED_STOCK_PLUGIN_H_
