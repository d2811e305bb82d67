#include "plugin/engine/dictionary.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "config/policy_files.h"
#include "config/regular_file.h"
#include "plugin/engine/affix_file.h"

namespace saring {
namespace {

constexpr uint64_t kHashStart = 0xcbf29ce484222325u;

// Where the word of an entry ends and its description begins: at a tab, or
// before a two-letter name with a colon, as in " st:".
size_t WordEnd(std::string_view line) {
  const size_t tab = std::min(line.find('\t'), line.size());
  for (size_t colon = line.find(':'); colon < tab;
       colon = line.find(':', colon + 1)) {
    if (colon > 3 && line[colon - 3] == ' ') return colon - 3;
  }
  return tab;
}

// The slash between word and flags; the size of `text` when there is none. The
// first byte, and what a backslash stands before, belong to the word.
size_t FindSlash(std::string_view text) {
  size_t slash = text.find('/', 1);
  while (slash < text.size() && text[slash - 1] == '\\') {
    slash = text.find('/', slash + 1);
  }
  return std::min(slash, text.size());
}

std::string WithoutBackslashes(std::string_view text) {
  std::string plain(text);
  for (size_t at; (at = plain.find("\\/")) != std::string::npos;) {
    plain.erase(at, 1);
  }
  return plain;
}

}  // namespace

std::optional<Dictionary> Dictionary::Read(const std::string& folder,
                                           const std::string& name,
                                           FaultList* faults,
                                           std::string* problem) {
  const std::string path = folder + "/" + name;
  Dictionary dictionary;
  dictionary.content_hash_ = kHashStart;
  std::string files[2];
  for (int i = 0; i < 2; ++i) {
    const std::string file = path + (i == 0 ? ".aff" : ".dic");
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) {
      *problem = "is not installed";
      return std::nullopt;
    }
    auto bytes = ReadRegularFile(file, kMostBytes, problem);
    if (!bytes) return std::nullopt;
    files[i] = *std::move(bytes);
    dictionary.content_hash_ =
        HashBytes(files[i], HashBytes(std::to_string(files[i].size()) + ":",
                                      dictionary.content_hash_));
  }
  auto rules = ReadAffixFile(files[0], path + ".aff", faults);
  if (!rules) {
    *problem = "cannot be read";
    return std::nullopt;
  }
  dictionary.rules_ = *std::move(rules);
  dictionary.entries_ = std::move(files[1]);
  dictionary.FindForbidden();
  return dictionary;
}

bool Dictionary::ForEachForm(const UseForm& use) const {
  const UseForm use_allowed = [&](std::string_view form, bool is_entry) {
    if (!forbidden_.contains(std::string(form))) use(form, is_entry);
  };
  Inflection inflection(rules_, forbidden_.empty() ? use : use_allowed);
  std::string_view lines = Entries();
  while (!lines.empty() && !inflection.exhausted()) {
    const std::optional<Entry> entry = TakeEntry(&lines);
    if (!entry || Contains(entry->flags, rules_.forbidden)) continue;
    inflection.Inflect(entry->word, entry->flags);
  }
  return !inflection.cut();
}

void Dictionary::FindForbidden() {
  if (rules_.forbidden == kNoFlag) return;
  std::string_view lines = Entries();
  while (!lines.empty()) {
    std::optional<Entry> entry = TakeEntry(&lines);
    if (!entry || !Contains(entry->flags, rules_.forbidden)) continue;
    forbidden_.insert(std::move(entry->word));
  }
}

// The lines of the .dic file, less the first if that counts the others.
std::string_view Dictionary::Entries() const {
  std::string_view lines = entries_;
  if (lines.starts_with("\xef\xbb\xbf")) lines.remove_prefix(3);
  std::string_view rest = lines;
  const std::string_view first = TakeLine(&rest);
  const bool counts =
      !first.empty() && first.find_first_not_of("0123456789 \t") == first.npos;
  return counts ? rest : lines;
}

std::optional<Dictionary::Entry> Dictionary::TakeEntry(
    std::string_view* lines) const {
  std::string_view line = TakeLine(lines);
  line = line.substr(0, WordEnd(line));
  if (line.empty() || line.size() > kLongestDictionaryWord) return std::nullopt;
  const size_t slash = FindSlash(line);
  std::string_view flags = line.substr(std::min(slash + 1, line.size()));
  flags = flags.substr(0, flags.find(' '));
  return Entry{DictionaryText(WithoutBackslashes(line.substr(0, slash)),
                              rules_.encoding),
               ResolveFlags(flags, rules_)};
}

}  // namespace saring
