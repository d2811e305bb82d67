#include "config/yaml_tree.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <streambuf>
#include <utility>

#include "config/policy_loader.h"
#include "config/source_text.h"
#include "config/utf8.h"

namespace saring {
namespace {

using YAML::EmitterStyle;
using YAML::Mark;

// Ends the parse of a document that is YAML, but none of ours.
struct Refusal {
  Place place;
  std::string problem;
};

// Hands a text to the parser in small pieces, and ends it early when the parser
// takes in too much without telling us anything.
class MeteredText : public std::streambuf {
 public:
  explicit MeteredText(std::string_view text) : left_(text) {}

  bool exhausted() const { return exhausted_; }
  void Restart() { taken_ = 0; }

 protected:
  int_type underflow() override {
    constexpr size_t kPiece = 2048;
    exhausted_ = exhausted_ || taken_ > kMaxStretchBytes;
    if (left_.empty() || exhausted_) return traits_type::eof();
    const std::string_view piece = left_.substr(0, kPiece);
    left_.remove_prefix(piece.size());
    taken_ += piece.size();
    // The get area is never written to.
    char* begin = const_cast<char*>(piece.data());
    setg(begin, begin, begin + piece.size());
    return traits_type::to_int_type(*begin);
  }

 private:
  std::string_view left_;
  size_t taken_ = 0;
  bool exhausted_ = false;
};

bool IsPlainNull(std::string_view text) {
  for (const std::string_view null : {"~", "null", "Null", "NULL"}) {
    if (text.substr(0, null.size()) == null) return true;
  }
  return false;
}

// Builds the tree from the parser's events.
class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(const SourceText& source, MeteredText* meter)
      : source_(source), meter_(meter) {}

  YamlNode&& root() { return std::move(root_); }

  // The quote that opens the last text of the document and is never closed,
  // which the parser overlooks where the file ends with its line.
  std::optional<Place> OpenQuote() const {
    const std::string_view text = source_.text();
    if (last_text_ >= text.size()) return {};
    const char quote = text[last_text_];
    if (quote != '"' && quote != '\'') return {};
    for (size_t at = last_text_ + 1; at < text.size(); ++at) {
      const bool twice = text.substr(at + 1, 1) == "'";
      if (text[at] == '\\' && quote == '"') {
        ++at;
      } else if (text[at] == quote && quote == '\'' && twice) {
        ++at;
      } else if (text[at] == quote) {
        return {};
      }
    }
    return source_.PlaceOf(last_text_);
  }

  // What to say when the parser took in too much at once.
  Refusal TooLongPiece() const {
    return {last_, "more than " + std::to_string(kMaxStretchBytes) +
                       " bytes follow in one piece; close it sooner, or move a "
                       "long list into a file and name it with terms_from"};
  }

  Place At(const Mark& mark) const { return source_.PlaceOf(Byte(mark)); }

  void OnDocumentStart(const Mark& mark) override {
    meter_->Restart();
    if (documents_++ > 0) {
      throw Refusal{At(mark), "a second document; a policy is only one"};
    }
  }
  void OnDocumentEnd() override {}

  void OnNull(const Mark& mark, YAML::anchor_t anchor) override {
    YamlNode node = Begin(YamlNode::Kind::kNothing, mark, "?", anchor);
    if (!open_.empty() && open_.back().kind == YamlNode::Kind::kMap &&
        open_.back().items.size() % 2 == 1) {
      node.place = open_.back().items.back().place;
    } else {
      node.place = source_.PlaceOf(ByteOfNull(mark));
    }
    Add(std::move(node));
  }

  void OnAlias(const Mark& mark, YAML::anchor_t) override {
    throw Refusal{At(mark), "an alias; put text that begins with * in quotes"};
  }

  void OnScalar(const Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    YamlNode node = Begin(YamlNode::Kind::kScalar, mark, tag, anchor);
    if (value.size() > kMaxScalarBytes) {
      throw Refusal{node.place, "a text of more than " +
                                    std::to_string(kMaxScalarBytes) + " bytes"};
    }
    // Escapes in double quotes can write what the file itself may not hold.
    if (const auto bad = FindBadByte(value)) {
      throw Refusal{node.place, "the text holds a " + bad->problem};
    }
    node.quoted = tag == "!";
    last_text_ = Byte(mark);
    node.text = value;
    Add(std::move(node));
  }

  void OnSequenceStart(const Mark& mark, const std::string& tag,
                       YAML::anchor_t anchor, EmitterStyle::value) override {
    Open(Begin(YamlNode::Kind::kSequence, mark, tag, anchor));
  }
  void OnSequenceEnd() override { Close(); }

  void OnMapStart(const Mark& mark, const std::string& tag,
                  YAML::anchor_t anchor, EmitterStyle::value) override {
    Open(Begin(YamlNode::Kind::kMap, mark, tag, anchor));
  }
  void OnMapEnd() override { Close(); }

 private:
  // Positions of yaml-cpp count bytes, from behind a byte order mark.
  size_t Byte(const Mark& mark) const {
    return std::min(static_cast<size_t>(mark.pos), source_.text().size());
  }

  // For a missing value the parser gives the place of what comes next.
  size_t ByteOfNull(const Mark& mark) const {
    const std::string_view text = source_.text();
    size_t at = Byte(mark);
    if (IsPlainNull(text.substr(at))) return at;
    do {
      if (at == 0) return Byte(mark);
      --at;
    } while (std::string_view(" \t\r\n").find(text[at]) !=
             std::string_view::npos);
    return at;
  }

  YamlNode Begin(YamlNode::Kind kind, const Mark& mark, const std::string& tag,
                 YAML::anchor_t anchor) {
    if (meter_->exhausted()) throw TooLongPiece();
    meter_->Restart();
    YamlNode node;
    node.kind = kind;
    node.place = last_ = At(mark);
    if (anchor != 0) {
      throw Refusal{node.place,
                    "an anchor; put text that begins with & in quotes"};
    }
    // The tag of a quoted text is "!", and so is that of a text behind a !.
    const size_t at = Byte(mark);
    const bool tagged =
        tag != "?" && (tag != "!" || kind != YamlNode::Kind::kScalar ||
                       source_.text().substr(at, 1) == "!");
    if (tagged) {
      throw Refusal{node.place, "a tag; put text that begins with ! in quotes"};
    }
    return node;
  }

  void Open(YamlNode node) {
    if (open_.size() >= static_cast<size_t>(kMaxDepth)) {
      throw Refusal{node.place, "nested deeper than " +
                                    std::to_string(kMaxDepth) + " levels"};
    }
    open_.push_back(std::move(node));
  }

  void Close() {
    YamlNode node = std::move(open_.back());
    open_.pop_back();
    Add(std::move(node));
  }

  void Add(YamlNode node) {
    if (open_.empty()) {
      root_ = std::move(node);
    } else {
      open_.back().items.push_back(std::move(node));
    }
  }

  const SourceText& source_;
  MeteredText* meter_;
  std::vector<YamlNode> open_;  // the collections that are not closed yet
  YamlNode root_;
  Place last_;  // of the last thing that was understood
  size_t last_text_ = std::string_view::npos;  // where it begins
  int documents_ = 0;
};

// What the parser's complaints mean to someone who writes a policy.
std::string Explain(const std::string& complaint) {
  static constexpr std::pair<const char*, const char*> kMeanings[] = {
      {"end of map not found",
       "this does not fit the lines above; look at the indentation, and put "
       "text with special characters in quotes"},
      {"end of sequence not found",
       "this does not fit the list above; look at the indentation"},
      {"end of map flow not found", "a ',' or the closing '}' is missing"},
      {"end of sequence flow not found", "a ',' or the closing ']' is missing"},
      {"illegal map value",
       "a ':' cannot stand here; put text that holds one in quotes"},
      {"illegal block entry", "a '-' cannot stand here"},
      {"illegal EOF in scalar", "a quote is opened and never closed"},
      {"illegal flow end", "a ']' or '}' that was never opened"},
      {"unknown token",
       "text cannot begin with this character; put it in quotes"},
      {"illegal tab when looking for indentation",
       "a tab cannot indent; use spaces"},
      {"the referenced anchor is not defined",
       "an alias; put text that begins with * in quotes"},
  };
  for (const auto& [theirs, meaning] : kMeanings) {
    if (complaint == theirs) return meaning;
  }
  return "this is not YAML: " + complaint;
}

}  // namespace

std::optional<YamlNode> ParseYaml(std::string_view text,
                                  const std::string& file, FaultList* faults) {
  const auto refuse = [&](const Place& place, std::string problem) {
    faults->Error(
        {file, static_cast<int>(place.line), static_cast<int>(place.column)},
        std::move(problem));
    return std::optional<YamlNode>();
  };
  text = WithoutByteOrderMark(text);
  const SourceText source(text);
  if (const auto bad = FindBadByte(text)) {
    return refuse(source.PlaceOf(bad->at), bad->problem);
  }
  MeteredText meter(text);
  std::istream stream(&meter);
  TreeBuilder builder(source, &meter);
  try {
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
    if (meter.exhausted()) throw builder.TooLongPiece();
  } catch (const Refusal& refusal) {
    return refuse(refusal.place, refusal.problem);
  } catch (const YAML::Exception& e) {
    if (meter.exhausted()) {
      const Refusal refusal = builder.TooLongPiece();
      return refuse(refusal.place, refusal.problem);
    }
    if (e.mark.is_null()) return refuse({}, Explain(e.msg));
    return refuse(builder.At(e.mark), Explain(e.msg));
  }
  if (const auto open = builder.OpenQuote()) {
    return refuse(*open, Explain("illegal EOF in scalar"));
  }
  return builder.root();
}

}  // namespace saring
