#include "plugin/hosts/xapian_preload/listing_fields.h"

namespace saring::preload {
namespace {

void ReadLine(std::string_view line, const FieldNames& names,
              ListingFields* fields) {
  const size_t equals = line.find('=');
  if (equals == line.npos) return;
  const std::string_view name = line.substr(0, equals);
  const std::string_view value = line.substr(equals + 1);
  const auto read = [&](const std::string& wanted, std::string* into) {
    if (name != wanted) return;
    if (!into->empty()) *into += '\n';
    into->append(value);
  };
  read(names.id, &fields->id);
  read(names.title, &fields->title);
  read(names.description, &fields->description);
  read(names.category, &fields->category);
  read(names.condition, &fields->condition);
  read(names.seller, &fields->seller);
}

}  // namespace

bool ListingFields::empty() const {
  return title.empty() && description.empty() && category.empty() &&
         condition.empty();
}

xapian::Listing ListingFields::AsListing() const {
  xapian::Listing listing;
  listing.id = id;
  listing.title = title;
  listing.description = description;
  listing.category = category;
  listing.condition = condition;
  listing.seller = seller;
  return listing;
}

ListingFields ReadFields(std::string_view data, const FieldNames& names) {
  ListingFields fields;
  while (!data.empty()) {
    const size_t end = data.find('\n');
    ReadLine(data.substr(0, end), names, &fields);
    data.remove_prefix(end == data.npos ? data.size() : end + 1);
  }
  return fields;
}

}  // namespace saring::preload
