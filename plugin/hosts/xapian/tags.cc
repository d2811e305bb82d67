#include <saring/xapian.h>

namespace saring::xapian {

std::string Tags::Tagged() const { return prefix + ":tagged"; }

std::string Tags::Hide() const { return prefix + ":hide"; }

std::string Tags::Demote() const { return prefix + ":demote"; }

std::string Tags::Rule(std::string_view rule_id) const {
  return prefix + ":rule:" + std::string(rule_id);
}

std::string Tags::Manifest(std::string_view fingerprint) const {
  return prefix + ":manifest:" + std::string(fingerprint);
}

std::string Tags::AnyManifest() const { return prefix + ":manifest"; }

std::string Tags::Begun() const { return prefix + ":begun"; }

}  // namespace saring::xapian
