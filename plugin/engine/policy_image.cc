// An image, in the order of the machine that made it:
//
//   offset  bytes  what
//        0      8  kImageMagic
//        8      4  kByteOrder
//       12      4  kFormat
//       16      4  kNormalizerVersion
//       20      4  kEngineVersion
//       24      8  the size of the image
//       32      8  the size of the parts
//       40     24  zeros
//       64         the parts, as a ByteWriter writes them: how many elements
//                  each table has, 8 bytes each; then what WriteParts() writes
//                  the tables' elements, in the order of ForEachTable()
//   size-8      8  the Checksum() of all before it
//
// The tables and the checksum begin at multiples of 64; between them are zeros.
// No offset is written down, so none can be wrong.

#include "plugin/engine/policy_image.h"

#include <algorithm>
#include <cstring>
#include <utility>
#include <vector>

#include "plugin/engine/checksum.h"
#include "plugin/engine/fingerprint.h"
#include "plugin/engine/image_parts.h"

namespace saring {
namespace {

constexpr uint32_t kByteOrder = 0x01020304;
constexpr uint32_t kOtherByteOrder = 0x04030201;

// To be raised with every change of what is drawn above, of WriteParts(), of a
// table's elements, and of the hashes by which tables are searched.
constexpr uint32_t kFormat = 7;

constexpr size_t kAlignment = kChecksumBlock;  // a line of the cache

struct Header {
  char magic[8];
  uint32_t byte_order, format;
  uint32_t normalizer, engine;
  uint64_t image_size, parts_size;
  uint64_t zeros[3];
};
static_assert(sizeof(Header) == kAlignment);
static_assert(sizeof Header::magic == kImageMagic.size());

constexpr size_t Aligned(size_t size) {
  return (size + kAlignment - 1) / kAlignment * kAlignment;
}

template <typename Self, typename Visit>
void ForEachTable(Self& ruleset, Visit visit) {
  Vocabulary::ForEachArray(ruleset.vocabulary, visit);
  TermTable::ForEachArray(ruleset.terms, visit);
  PatternTrie::ForEachArray(ruleset.term_trie, visit);
  TermTable::ForEachArray(ruleset.exceptions, visit);
  PatternTrie::ForEachArray(ruleset.exception_trie, visit);
  Overrides::ForEachArray(ruleset.overrides, visit);
}

// What the header, or the end, says against the image; "" for nothing. After
// this the bytes are those that somebody meant to be an image.
std::string FaultOf(std::string_view bytes, const Header& header) {
  if (header.byte_order == kOtherByteOrder) {
    return "was made on a machine of another byte order";
  }
  if (header.byte_order == kByteOrder && header.format != kFormat) {
    return "is of format " + std::to_string(header.format) +
           "; this library reads format " + std::to_string(kFormat);
  }
  if (header.image_size > bytes.size()) return "is cut short";
  const size_t summed = bytes.size() - sizeof(uint64_t);
  uint64_t sum;
  std::memcpy(&sum, bytes.data() + summed, sizeof sum);
  if (header.byte_order != kByteOrder || header.image_size != bytes.size() ||
      summed % kChecksumBlock != 0 ||
      sum != Checksum(bytes.substr(0, summed))) {
    return "is damaged: its checksum is wrong";
  }
  if (header.normalizer != kNormalizerVersion ||
      header.engine != kEngineVersion) {
    return "was made for another version of the library; compile the policy "
           "again";
  }
  return "";
}

// Gives tables what lies in an image.
class Tables {
 public:
  // `sizes` says how many elements each has.
  Tables(std::string_view bytes, ByteReader* sizes)
      : left_(bytes), sizes_(*sizes) {}

  template <typename T>
  void operator()(FlatArray<T>& table) {
    static_assert(alignof(T) <= alignof(uint64_t));
    uint64_t size = 0;
    sizes_(size);
    good_ = good_ && sizes_.ok() && size <= left_.size() / sizeof(T);
    if (!good_) return;
    table = FlatArray<T>::Borrowed(
        {reinterpret_cast<const T*>(left_.data()), size});
    // The tables together are a multiple of kAlignment, if they are good.
    left_.remove_prefix(std::min(left_.size(), Aligned(size * sizeof(T))));
  }

  bool were_all() const { return good_ && left_.empty(); }

 private:
  std::string_view left_;
  ByteReader& sizes_;
  bool good_ = true;
};

bool RestoreTables(Ruleset* ruleset) {
  const size_t lists = ruleset->lists.size();
  std::vector<uint32_t> ranks;
  for (const EvidenceList& list : ruleset->lists) ranks.push_back(list.rank);
  return ruleset->vocabulary.Restore() && ruleset->terms.Restore(lists) &&
         ruleset->term_trie.Restore(ruleset->terms.lists(), lists, ranks) &&
         ruleset->exceptions.Restore(lists) &&
         ruleset->exception_trie.Restore(ruleset->exceptions.lists(), lists) &&
         ruleset->overrides.Restore(ruleset->rules.size());
}

bool RestoreAll(std::string_view bytes, size_t parts_size, Ruleset* ruleset) {
  bytes = bytes.substr(sizeof(Header),
                       bytes.size() - sizeof(Header) - sizeof(uint64_t));
  if (parts_size > bytes.size()) return false;
  ByteReader parts(bytes.substr(0, parts_size));
  Tables tables(bytes.substr(Aligned(parts_size)), &parts);
  ForEachTable(*ruleset, [&](auto& table) { tables(table); });
  return tables.were_all() &&
         ReadParts(&parts, ruleset->terms.size(), ruleset) &&
         RestoreTables(ruleset);
}

}  // namespace

std::string ImageOf(const Ruleset& ruleset) {
  ByteWriter parts;
  size_t size = sizeof(Header);
  ForEachTable(ruleset, [&](const auto& table) {
    parts(uint64_t{table.size()});
    size += Aligned(table.span().size_bytes());
  });
  WriteParts(ruleset, &parts);
  size += Aligned(parts.bytes().size());

  Header header = {.magic = {},
                   .byte_order = kByteOrder,
                   .format = kFormat,
                   .normalizer = kNormalizerVersion,
                   .engine = kEngineVersion,
                   .image_size = size + sizeof(uint64_t),
                   .parts_size = parts.bytes().size(),
                   .zeros = {}};
  std::memcpy(header.magic, kImageMagic.data(), sizeof header.magic);
  std::string image;
  image.reserve(header.image_size);
  const auto append = [&](const void* bytes, size_t count) {
    image.append(static_cast<const char*>(bytes), count);
    image.resize(Aligned(image.size()));
  };
  append(&header, sizeof header);
  append(parts.bytes().data(), parts.bytes().size());
  ForEachTable(ruleset, [&](const auto& table) {
    append(table.data(), table.span().size_bytes());
  });
  const uint64_t sum = Checksum(image);
  image.append(reinterpret_cast<const char*>(&sum), sizeof sum);
  return image;
}

std::shared_ptr<Ruleset> RestoreImage(std::string_view bytes,
                                      std::shared_ptr<const void> storage,
                                      std::string* problem) {
  Header header;
  if (bytes.size() < sizeof header + sizeof(uint64_t)) {
    *problem = "is cut short";
    return nullptr;
  }
  std::memcpy(&header, bytes.data(), sizeof header);
  *problem = FaultOf(bytes, header);
  if (!problem->empty()) return nullptr;
  const auto ruleset = std::make_shared<Ruleset>();
  ruleset->storage = std::move(storage);
  if (!RestoreAll(bytes, header.parts_size, ruleset.get())) {
    *problem = "is wrong: its parts do not fit together";
    return nullptr;
  }
  ruleset->IndexRules();
  ruleset->vocabulary.Freeze();
  return ruleset;
}

}  // namespace saring
