// Files that are written whole or not at all.

#ifndef SARING_PLUGIN_ENGINE_REPLACED_FILE_H_
#define SARING_PLUGIN_ENGINE_REPLACED_FILE_H_

#include <string>
#include <string_view>

namespace saring {

// Makes `bytes` the file at `path`, in one step: they are written to a file
// beside it, brought to the disk, and given its name. Whoever has the old file
// open keeps it; a symbolic link is replaced, not what it leads to.
//
// False with the reason in *problem when that fails: what was at `path` is then
// untouched, and nothing is left beside it. A process that is killed may leave
// PATH.saving-N behind, N being digits; the next one for the same path removes
// it.
bool ReplaceFile(const std::string& path, std::string_view bytes,
                 std::string* problem);

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_REPLACED_FILE_H_
