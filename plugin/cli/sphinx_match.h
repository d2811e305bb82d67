// Sphinx's extended query syntax: what a MATCH() looks for, and how to write
// plain words in it.

#ifndef SARING_PLUGIN_CLI_SPHINX_MATCH_H_
#define SARING_PLUGIN_CLI_SPHINX_MATCH_H_

#include <string>
#include <string_view>

namespace saring::cli {

// The words that `match` looks for, a space or more between two: without
// operators, fields, boosts and distances, and without what it excludes by
// - or !. An escaped character is itself. Any bytes are a match.
std::string SoughtWords(std::string_view match);

// A match for exactly these words: nothing in it is an operator.
std::string MatchOfWords(std::string_view words);

// `text` as a string literal of SphinxQL, with its quotes.
std::string SphinxQlString(std::string_view text);

}  // namespace saring::cli

#endif  // SARING_PLUGIN_CLI_SPHINX_MATCH_H_
