#include "plugin/hosts/xapian_preload/searches.h"

#include <mutex>
#include <unordered_map>
#include <utility>

namespace saring::preload {
namespace {

class Searches {
 public:
  // What stood there before is let go of outside the lock: it may close a
  // database.
  void Put(const Xapian::Enquire* enquire, std::shared_ptr<Search> search) {
    const std::lock_guard<std::mutex> lock(mutex_);
    entries_[enquire].swap(search);
  }

  std::shared_ptr<Search> Get(const Xapian::Enquire* enquire) {
    const std::lock_guard<std::mutex> lock(mutex_);
    const auto entry = entries_.find(enquire);
    return entry == entries_.end() ? nullptr : entry->second;
  }

  std::shared_ptr<Search> Take(const Xapian::Enquire* enquire) {
    const std::lock_guard<std::mutex> lock(mutex_);
    const auto entry = entries_.find(enquire);
    if (entry == entries_.end()) return nullptr;
    std::shared_ptr<Search> search = std::move(entry->second);
    entries_.erase(entry);
    return search;
  }

 private:
  std::mutex mutex_;
  std::unordered_map<const Xapian::Enquire*, std::shared_ptr<Search>> entries_;
};

Searches& TheSearches() {
  // Never destroyed: an Enquire may be a static of the program's.
  static Searches* const searches = new Searches;
  return *searches;
}

}  // namespace

void Opened(const Xapian::Enquire* enquire, const Xapian::Database& database) {
  TheSearches().Put(enquire, std::make_shared<Search>(database));
}

void Copied(const Xapian::Enquire* from, const Xapian::Enquire* to,
            bool moved) {
  if (from == to) return;
  TheSearches().Put(to,
                    moved ? TheSearches().Take(from) : TheSearches().Get(from));
}

void Destroyed(const Xapian::Enquire* enquire) { TheSearches().Take(enquire); }

std::shared_ptr<Search> SearchOf(const Xapian::Enquire* enquire) {
  return TheSearches().Get(enquire);
}

}  // namespace saring::preload
