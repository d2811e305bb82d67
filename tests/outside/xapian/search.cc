#include <saring/xapian.h>

#include <iostream>

// search POLICY DB QUERY: prints the notice, if any, and the first ten titles.
int main(int argc, char** argv) {
  saring_policy* policy = nullptr;
  if (argc < 4 || saring_policy_create(argv[1], &policy, nullptr)) return 1;
  const Xapian::Database db(argv[2]);
  Xapian::QueryParser parser;
  saring::xapian::Interceptor interceptor(policy);
  const saring::xapian::Interception search = interceptor.Intercept(
      argv[3],
      [&](const std::string& text) { return parser.parse_query(text); }, db);
  Xapian::Enquire enquire(db);
  enquire.set_query(search.query);
  search.ApplyOrder(&enquire);
  if (!search.notice.empty()) std::cout << "! " << search.notice << '\n';
  const Xapian::MSet hits = enquire.get_mset(0, 10);
  for (auto hit = hits.begin(); hit != hits.end(); ++hit) {
    std::cout << hit.get_document().get_data() << '\n';
  }
  saring_policy_free(policy);
}
