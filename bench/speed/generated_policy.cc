#include "bench/speed/generated_policy.h"

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace saring::speed {
namespace {

namespace fs = std::filesystem;

std::string Read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (!in) throw std::runtime_error("cannot read " + path.string());
  return bytes;
}

void Write(const fs::path& path, const std::string& bytes) {
  std::ofstream out(path, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!out.flush()) throw std::runtime_error("cannot write " + path.string());
}

// Puts `addition` behind the line `key`, which begins a part of the policy.
void AddTo(const std::string& key, const std::string& addition,
           std::string* policy) {
  const size_t at = policy->find("\n" + key + "\n");
  if (at == policy->npos) {
    throw std::runtime_error("the shipped policy has no line '" + key + "'");
  }
  policy->insert(at + key.size() + 2, addition);
}

}  // namespace

fs::path WritePolicy(const fs::path& folder, const std::string& name,
                     const Strings& terms) {
  const fs::path shipped = fs::path(SARING_SOURCE_DIR) / "config/policies";
  std::string policy = Read(shipped / "used-imports.yaml");
  fs::copy(shipped / "used-imports", folder / "used-imports",
           fs::copy_options::recursive | fs::copy_options::overwrite_existing);
  if (!terms.empty()) {
    const std::string list = kGenerated, file = name + ".txt";
    AddTo("lists:", "  " + list + ":\n    terms_from: " + file + "\n", &policy);
    // No word that a term could have, however it is read.
    AddTo("rules:",
          "  - id: " + list + "\n    needs: [" + list +
              "]\n    action: demote\n    hits: [\"" + terms.front() +
              "\"]\n    misses: [\"1234 5678\", \"90 12 34\"]\n",
          &policy);
    std::string lines;
    for (const std::string& term : terms) lines += term + "\n";
    Write(folder / file, lines);
  }
  const fs::path path = folder / (name + ".yaml");
  Write(path, policy);
  return path;
}

}  // namespace saring::speed
