// A small policy that has something of everything that an image holds.

#ifndef SARING_TESTS_IMAGE_POLICY_H_
#define SARING_TESTS_IMAGE_POLICY_H_

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "plugin/engine/policy_image.h"
#include "tests/compiled.h"

namespace saring {

// With a warning: no rule uses the list `spare`.
inline constexpr std::string_view kImagePolicy = R"(saring: 1
policy: everything
revision: "2026-11-23.1"
law:
  decree:
    {title: Keputusan 1, article: Pasal 2, hs: ["6309.00.00"],
     from: 2025-01-01, until: 2027-12-31}
  older: {title: Keputusan 0}
abbreviations: {jkt: jaket kulit, bks: bekas}
ordinary: {words: [bekasi, bajul, surabaya]}
lists:
  fashion:
    noun: true
    terms: [baju, jaket, jaket kulit, "kaos {number}"]
    in: [title, description]
    category: ["Fashion*"]
  storage: {noun: true, terms: [lemari, rak baju]}
  used:
    terms: [bekas, second, "{origin} lama"]
    condition: [bekas]
    except: ["bekas {mark}", "{denial} bekas", "bekas {number} hari"]
  origin: {terms: [korea, "{island}"]}
  island: {terms: [jawa, bali]}
  mark: {terms: [jerawat, luka]}
  denial: {terms: [bukan]}
  own: {terms: [koleksi pribadi]}
  newness: {terms: [baru]}
  spare: {terms: [cadangan]}
rules:
  - id: used-fashion
    needs: [fashion, used]
    unless_first: [storage]
    softened_by: [own]
    action: hide
    answer: {without: [used]}
    law: [decree, older]
    notice: {buyer: Barang ini dilarang., seller: Jangan dijual.}
    hits: [baju bekas, kaos 12 korea lama]
    misses: [krim bekas jerawat, lemari baju bekas]
  - id: last-year
    needs: [fashion]
    action: demote
    until: 2025-12-31
    hits: [baju]
    misses: [topi, krim]
  - id: near
    needs: [origin, used]
    within: 1
    applies_to: [listing]
    action: demote
    from: 2026-01-01
    hits: [bali bekas]
    misses: [bali yang indah bekas, bali]
  - id: bare
    needs: [used]
    only: [newness]
    unless: [denial]
    action: review
    answer: empty
    hits: [bekas, bekas baru]
    misses: [bekas dia, dia baru]
)";

// Texts that make the policy use all that it has.
inline const std::vector<std::string> kImageTexts = {
    "",
    "baju",
    "baju bekas",
    "jkt bks bandung",
    "b3k4s jaket",
    "krim bekas jerawat",
    "bukan bekas baju",
    "rak baju bekas",
    "kaos 12 jawa lama",
    "baju bekas koleksi pribadi",
    "baju bekas 3 hari",
    "b e k a s baju",
    "bekas baru",
    "bali bekas",
    "bajubekas bekasi",
    "jakte bekass jaket second",
    "surabaya bajul jaket",
    "j4ket kulit bali lama",
};

// Always the same one: the warning names a file.
inline std::shared_ptr<const Ruleset> ImagePolicy() {
  static const Compiled compiled = CompileText(kImagePolicy);
  if (compiled.ruleset == nullptr) throw std::logic_error(compiled.faults);
  return compiled.ruleset;
}

struct Restored {
  std::shared_ptr<Ruleset> ruleset;  // nullptr when the image is refused
  std::string problem;
};

// Restores from a copy of the image, which is exactly as large as it.
inline Restored Restore(std::string_view image) {
  const auto copy =
      std::make_shared<std::vector<char>>(image.begin(), image.end());
  Restored restored;
  restored.ruleset =
      RestoreImage({copy->data(), copy->size()}, copy, &restored.problem);
  if (restored.ruleset != nullptr) restored.ruleset->SetDay(kTestDay);
  return restored;
}

}  // namespace saring

#endif  // SARING_TESTS_IMAGE_POLICY_H_
