#include "plugin/engine/affix_file.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace saring {
namespace {

constexpr int kMostWarnings = 5;
constexpr std::string_view kBlank = " \t\r\v\f";

// "ISO8859-1" of "iso-8859-1".
std::string EncodingName(std::string_view written) {
  std::string name;
  for (const char c : written) {
    name += 'a' <= c && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  if (name.starts_with("ISO-")) name.erase(3, 1);
  return name;
}

size_t ToNumber(std::string_view text) {
  size_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

class AffixFileReader {
 public:
  AffixFileReader(const std::string& path, FaultList* faults)
      : path_(path), faults_(*faults) {}

  // False when the rest of the file is not to be read.
  bool ReadLine(std::string_view line) {
    ++line_;
    const Fields fields = Split(line);
    if (fields[0] == "SET") return ReadEncoding(fields[1]);
    if (fields[0] == "PFX") {
      ReadAffixLine(fields, &prefix_block_, &rules_.prefixes);
    } else if (fields[0] == "SFX") {
      ReadAffixLine(fields, &suffix_block_, &rules_.suffixes);
    } else {
      ReadOption(fields);
    }
    return true;
  }

  AffixRules Finish() {
    for (AffixTable* table : {&rules_.prefixes, &rules_.suffixes}) {
      for (uint32_t i = 0; i < table->affixes.size(); ++i) {
        Affix& affix = table->affixes[i];
        const FlagSet& flags = affix.continuation;
        affix.circumfix = Contains(flags, rules_.circumfix);
        affix.needs_affix = Contains(flags, rules_.needs_affix);
        affix.only_in_compound = Contains(flags, rules_.only_in_compound);
        table->by_flag[affix.flag].push_back(i);
      }
    }
    return std::move(rules_);
  }

 private:
  // Missing ones are empty.
  using Fields = std::array<std::string_view, 5>;

  // The affixes of one flag: a header, then so many lines.
  struct Block {
    AffixFlag flag = kNoFlag;
    bool crosses = false;
    size_t lines_left = 0;
  };

  static Fields Split(std::string_view line) {
    Fields fields;
    for (std::string_view& field : fields) {
      line.remove_prefix(std::min(line.find_first_not_of(kBlank), line.size()));
      field = line.substr(0, line.find_first_of(kBlank));
      line.remove_prefix(field.size());
    }
    return fields;
  }

  bool ReadEncoding(std::string_view written) {
    const std::string name = EncodingName(written);
    if (name == "UTF-8") {
      rules_.encoding = DictionaryEncoding::kUtf8;
    } else if (name == "ISO8859-1") {
      rules_.encoding = DictionaryEncoding::kLatin1;
    } else {
      Warn(
          "the encoding is neither UTF-8 nor ISO8859-1; the dictionary is "
          "not used");
      return false;
    }
    return true;
  }

  void ReadOption(const Fields& fields) {
    const std::string_view name = fields[0];
    if (name == "FLAG") {
      ReadFlagStyle(fields[1]);
    } else if (name == "AF") {
      ReadAlias(fields[1]);
    } else if (name == "CIRCUMFIX") {
      rules_.circumfix = ParseFlag(fields[1], rules_.flag_style);
    } else if (name == "NEEDAFFIX" || name == "PSEUDOROOT") {
      rules_.needs_affix = ParseFlag(fields[1], rules_.flag_style);
    } else if (name == "FORBIDDENWORD") {
      rules_.forbidden = ParseFlag(fields[1], rules_.flag_style);
    } else if (name == "ONLYINCOMPOUND") {
      rules_.only_in_compound = ParseFlag(fields[1], rules_.flag_style);
    } else if (name == "FULLSTRIP") {
      rules_.full_strip = true;
    } else if (name == "COMPLEXPREFIXES") {
      Warn("COMPLEXPREFIXES is not known; words with two prefixes are missed");
    }
  }

  void ReadFlagStyle(std::string_view style) {
    if (style == "long") {
      rules_.flag_style = FlagStyle::kLong;
    } else if (style == "num") {
      rules_.flag_style = FlagStyle::kNumber;
    } else if (style == "UTF-8") {
      rules_.flag_style = FlagStyle::kUtf8;
    } else {
      Warn("FLAG is long, num or UTF-8");
    }
  }

  void ReadAlias(std::string_view flags) {
    // The first of these lines counts the others.
    if (std::exchange(aliases_begun_, true)) {
      rules_.flag_aliases.push_back(ParseFlags(flags, rules_.flag_style));
    }
  }

  void ReadAffixLine(const Fields& fields, Block* block, AffixTable* table) {
    const AffixFlag flag = ParseFlag(fields[1], rules_.flag_style);
    if (flag == kNoFlag || fields[3].empty()) {
      Warn("this is no affix");
    } else if (block->lines_left == 0) {
      *block = {flag, fields[2] == "Y", ToNumber(fields[3])};
      if (fields[2] != "Y" && fields[2] != "N") {
        Warn("Y or N, and how many lines there are, should come before these");
      }
    } else if (flag != block->flag) {
      Warn("an affix of another flag, where " +
           std::to_string(block->lines_left) + " more were announced");
      block->lines_left = 0;
      ReadAffixLine(fields, block, table);
    } else {
      --block->lines_left;
      ReadAffix(fields, *block, table);
    }
  }

  void ReadAffix(const Fields& fields, const Block& block, AffixTable* table) {
    const auto [append, flags] = CutAtSlash(fields[3]);
    auto condition = AffixCondition::Parse(Text(fields[4]));
    if (!condition) {
      Warn("a bracket of the condition is not closed");
      return;
    }
    FlagSet continuation = ResolveFlags(flags, rules_);
    flag_count_ += continuation.size();
    if (rules_.prefixes.affixes.size() + rules_.suffixes.affixes.size() ==
            kMostAffixes ||
        flag_count_ > kMostAffixFlags ||
        std::max(fields[2].size(), append.size()) > kLongestDictionaryWord) {
      Warn("too many affixes, or too long a one");
      return;
    }
    // An absent condition and a dot are one: the word has a letter anyway.
    if (fields[4] == ".") condition.emplace();
    table->affixes.push_back({.flag = block.flag,
                              .crosses = block.crosses,
                              .strip = fields[2] == "0" ? "" : Text(fields[2]),
                              .append = append == "0" ? "" : Text(append),
                              .condition = *std::move(condition),
                              .continuation = std::move(continuation)});
  }

  static std::pair<std::string_view, std::string_view> CutAtSlash(
      std::string_view text) {
    const size_t slash = text.find('/');
    if (slash == std::string_view::npos) return {text, {}};
    return {text.substr(0, slash), text.substr(slash + 1)};
  }

  std::string Text(std::string_view text) const {
    return DictionaryText(text, rules_.encoding);
  }

  void Warn(std::string message) {
    if (++warnings_ > kMostWarnings) return;
    faults_.Warning({path_, line_, 1}, std::move(message));
  }

  const std::string& path_;
  FaultList& faults_;
  int line_ = 0;
  int warnings_ = 0;
  AffixRules rules_;
  Block prefix_block_, suffix_block_;
  bool aliases_begun_ = false;
  size_t flag_count_ = 0;  // of continuations
};

}  // namespace

std::optional<AffixRules> ReadAffixFile(std::string_view bytes,
                                        const std::string& path,
                                        FaultList* faults) {
  AffixFileReader reader(path, faults);
  if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
  while (!bytes.empty()) {
    if (!reader.ReadLine(TakeLine(&bytes))) return std::nullopt;
  }
  return reader.Finish();
}

std::string DictionaryText(std::string_view text, DictionaryEncoding encoding) {
  if (encoding == DictionaryEncoding::kUtf8) return std::string(text);
  std::string utf8;
  for (const char c : text) {
    const auto code = static_cast<uint8_t>(c);
    if (code < 0x80) {
      utf8 += c;
    } else {
      utf8 += static_cast<char>(0xc0 | code >> 6);
      utf8 += static_cast<char>(0x80 | (code & 0x3f));
    }
  }
  return utf8;
}

FlagSet ResolveFlags(std::string_view text, const AffixRules& rules) {
  if (rules.flag_aliases.empty()) return ParseFlags(text, rules.flag_style);
  const size_t alias = ToNumber(text);
  if (alias == 0 || alias > rules.flag_aliases.size()) return {};
  return rules.flag_aliases[alias - 1];
}

std::string_view TakeLine(std::string_view* bytes) {
  std::string_view line = bytes->substr(0, bytes->find('\n'));
  bytes->remove_prefix(std::min(line.size() + 1, bytes->size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace saring
