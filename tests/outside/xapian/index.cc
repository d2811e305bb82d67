#include <saring/xapian.h>

#include <iostream>

// index POLICY DB: adds the titles of standard input, a line each, with tags.
int main(int argc, char** argv) {
  saring_policy* policy = nullptr;
  if (argc < 3 || saring_policy_create(argv[1], &policy, nullptr)) return 1;
  Xapian::WritableDatabase db(argv[2], Xapian::DB_CREATE_OR_OPEN);
  Xapian::TermGenerator words;
  saring::xapian::Tagger tagger(policy);
  saring::xapian::Listing listing;
  for (std::string title; std::getline(std::cin, title);) {
    Xapian::Document document;
    document.set_data(title);
    words.set_document(document);
    words.index_text(title);
    listing.title = title;
    tagger.Tag(listing, &document);
    db.add_document(document);
  }
  saring::xapian::WriteManifest(policy, &db);
  db.commit();
  saring_policy_free(policy);
}
