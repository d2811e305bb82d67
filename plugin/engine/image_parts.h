// The small parts of a compiled policy, as bytes.

#ifndef SARING_PLUGIN_ENGINE_IMAGE_PARTS_H_
#define SARING_PLUGIN_ENGINE_IMAGE_PARTS_H_

#include "plugin/engine/byte_reader.h"
#include "plugin/engine/byte_writer.h"
#include "plugin/engine/ruleset.h"

namespace saring {

// Everything but tables: name and revision, lists, rules, laws, the budget,
// abbreviations and warnings.
void WriteParts(const Ruleset& ruleset, ByteWriter* bytes);

// Fills a new ruleset with what WriteParts() wrote. False when the bytes are
// none of its making, or say what no policy can say; the ruleset is then of no
// use. Lists are named by numbers below that of the lists, laws likewise;
// terms, which are in a table, are below `terms`.
bool ReadParts(ByteReader* bytes, size_t terms, Ruleset* ruleset);

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_IMAGE_PARTS_H_
