#include "plugin/hosts/xapian_preload/indexed_text.h"

#include <saring/saring.h>

#include <list>
#include <mutex>
#include <unordered_map>
#include <utility>

namespace saring::preload {
namespace {

constexpr size_t kMostDocuments = 1024;
constexpr size_t kMostBytes = 16 << 20;

// Of one document. Holds it: while it is here, no other has its address.
struct Texts {
  explicit Texts(const Xapian::Document& held) : document(held) {}

  Xapian::Document document;
  std::string title, plain;  // under S, and under no prefix

  size_t bytes() const { return title.size() + plain.size(); }
};

// Appends `text`, unless it was the last: programs index one text twice, with
// positions and without. Beyond what a verdict looks at nothing is kept.
void Append(std::string_view text, std::string* all) {
  if (text.empty() || all->size() > SARING_MAX_TEXT) return;
  const bool again =
      all->size() >= text.size() &&
      all->compare(all->size() - text.size(), text.size(), text) == 0;
  if (again) return;
  if (!all->empty()) *all += '\n';
  all->append(text.substr(0, SARING_MAX_TEXT + 1));
}

class Memory {
 public:
  void Add(const Xapian::Document& document, std::string_view text,
           std::string_view prefix) {
    const std::lock_guard<std::mutex> lock(mutex_);
    Texts* texts = Of(document);
    bytes_ -= texts->bytes();
    if (prefix == "S") Append(text, &texts->title);
    if (prefix.empty()) Append(text, &texts->plain);
    bytes_ += texts->bytes();
    while (latest_first_.size() > kMostDocuments ||
           (bytes_ > kMostBytes && latest_first_.size() > 1)) {
      Forget(latest_first_.back());
    }
  }

  std::string Take(const Xapian::Document& document) {
    const std::lock_guard<std::mutex> lock(mutex_);
    const auto found = places_.find(document.internal.get());
    if (found == places_.end()) return "";
    Texts& texts = *found->second;
    std::string title =
        texts.title.empty() ? texts.plain : std::move(texts.title);
    Forget(texts);
    return title;
  }

 private:
  using Key = const void*;
  using Place = std::list<Texts>::iterator;

  Texts* Of(const Xapian::Document& document) {
    const Key key = document.internal.get();
    const auto found = places_.find(key);
    if (found != places_.end()) return &*found->second;
    latest_first_.emplace_front(document);
    places_[key] = latest_first_.begin();
    return &latest_first_.front();
  }

  void Forget(const Texts& texts) {
    const auto found = places_.find(texts.document.internal.get());
    const Place place = found->second;
    places_.erase(found);
    bytes_ -= place->bytes();
    latest_first_.erase(place);
  }

  std::mutex mutex_;
  std::list<Texts> latest_first_;
  std::unordered_map<Key, Place> places_;
  size_t bytes_ = 0;
};

Memory& TheMemory() {
  static Memory* const memory = new Memory;
  return *memory;
}

}  // namespace

void RememberIndexed(const Xapian::Document& document, std::string_view text,
                     std::string_view prefix) {
  if (!prefix.empty() && prefix != "S") return;
  TheMemory().Add(document, text, prefix);
}

std::string TakeIndexedTitle(const Xapian::Document& document) {
  return TheMemory().Take(document);
}

}  // namespace saring::preload
