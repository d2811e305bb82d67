// Compiled policies in files.

#ifndef SARING_PLUGIN_ENGINE_POLICY_IMAGE_H_
#define SARING_PLUGIN_ENGINE_POLICY_IMAGE_H_

#include <memory>
#include <string>
#include <string_view>

#include "plugin/engine/ruleset.h"

namespace saring {

// What every image begins with. No text begins so: the first byte is not UTF-8.
inline constexpr std::string_view kImageMagic = "\x89saring\n";

// The image of a ruleset: of the same policy, always the same bytes. What a day
// says of its rules is left out.
std::string ImageOf(const Ruleset& ruleset);

// The ruleset whose image `bytes` are; Ruleset::SetDay() remains to be called.
// Its tables lie in the bytes, which `storage` keeps alive.
//
// Images may come from strangers: one that is cut short, damaged, made for
// another library or machine, or forged so that its parts do not fit together
// gives nullptr, with the reason in *problem. Takes time linear in the image,
// and little memory beside it. REQUIRES: the bytes begin with kImageMagic, at
// an address that malloc or mmap might give.
std::shared_ptr<Ruleset> RestoreImage(std::string_view bytes,
                                      std::shared_ptr<const void> storage,
                                      std::string* problem);

}  // namespace saring

#endif  // SARING_PLUGIN_ENGINE_POLICY_IMAGE_H_
