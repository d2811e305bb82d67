#include "bench/speed/stock_plugin.h"

#include <unicode/ubrk.h>

#include <stdexcept>

namespace saring::speed {

StockPlugin::StockPlugin(const PhraseMap& phrases)
    : phrases_(phrases), skeleton_(16384) {
  UErrorCode status = U_ZERO_ERROR;
  spoof_.reset(uspoof_open(&status));
  breaks_.reset(icu::BreakIterator::createWordInstance("id", status));
  stemmer_.reset(sb_stemmer_new("indonesian", "UTF_8"));
  text_.reset(utext_openUTF8(nullptr, "", 0, &status));
  if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
  if (stemmer_ == nullptr) throw std::runtime_error("libstemmer: indonesian");
}

std::string_view StockPlugin::Skeleton(std::string_view folded) {
  UErrorCode status = U_ZERO_ERROR;
  const int32_t size = uspoof_getSkeletonUTF8(
      spoof_.get(), 0, folded.data(), static_cast<int32_t>(folded.size()),
      skeleton_.data(), static_cast<int32_t>(skeleton_.size()), &status);
  if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
  return {skeleton_.data(), static_cast<size_t>(size)};
}

PhraseMap::WordId StockPlugin::Resolve(std::string_view word) {
  const PhraseMap::WordId id = phrases_.Find(word);
  if (id != PhraseMap::kUnknown) return id;
  const sb_symbol* stem = sb_stemmer_stem(
      stemmer_.get(), reinterpret_cast<const sb_symbol*>(word.data()),
      static_cast<int>(word.size()));
  return phrases_.Find(
      {reinterpret_cast<const char*>(stem),
       static_cast<size_t>(sb_stemmer_length(stemmer_.get()))});
}

uint64_t StockPlugin::Count(std::string_view text) {
  const std::string_view skeleton = Skeleton(folder_.Fold(text));
  UErrorCode status = U_ZERO_ERROR;
  utext_openUTF8(text_.get(), skeleton.data(),
                 static_cast<int64_t>(skeleton.size()), &status);
  breaks_->setText(text_.get(), status);
  if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
  words_.clear();
  int32_t begin = breaks_->first();
  for (int32_t end; (end = breaks_->next()) != icu::BreakIterator::DONE;
       begin = end) {
    if (breaks_->getRuleStatus() < UBRK_WORD_NONE_LIMIT) continue;
    words_.push_back(Resolve(skeleton.substr(
        static_cast<size_t>(begin), static_cast<size_t>(end - begin))));
  }
  return phrases_.Count(words_);
}

}  // namespace saring::speed
