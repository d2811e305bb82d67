// A program that uses Xapian and knows nothing of this library, in the ways in
// which Debian's programs do not.
//
//   plain_program index DB     adds each line of standard input, by its term
//   plain_program search DB QUERY
//     searches in eight threads, through copies of an Enquire; prints what it
//     found if they all found the same
//   plain_program again DB QUERY
//     sets an order, searches with a cut-off and then without; prints what it
//     found, and what it may ask of an Enquire afterwards
//   plain_program within DB QUERY
//     searches while another search decides on its first document; prints what
//     that found
//   plain_program spell DB QUERY
//     prints the query as it would be spelt right
//   plain_program serve DB
//     until standard input ends, for each line of it: adds TITLE and commits
//     for
//     "+TITLE", or prints what QUERY finds for "?QUERY"; then prints "."
//   plain_program fork DB QUERY
//     searches, then does as `serve` in a child; ends as that does

#include <sys/wait.h>
#include <unistd.h>
#include <xapian.h>

#include <iostream>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace {

constexpr Xapian::valueno kNumberSlot = 9;

void Index(const std::string& path) {
  auto* db = new Xapian::WritableDatabase(path, Xapian::DB_CREATE_OR_OPEN);
  Xapian::TermGenerator words;
  words.set_database(*db);
  words.set_flags(Xapian::TermGenerator::FLAG_SPELLING);
  db->begin_transaction();
  char number = 'a';
  for (std::string line; std::getline(std::cin, line);) {
    Xapian::Document document;
    document.add_value(kNumberSlot, std::string(1, number++));
    document.set_data("{\"title\": \"" + line + "\"}");
    words.set_document(document);
    words.index_text_without_positions(line);
    document.add_boolean_term("Q" + line);
    db->replace_document("Q" + line, document);
  }
  db->commit_transaction();
  delete db;
}

std::string Titles(const Xapian::MSet& hits) {
  std::string titles;
  for (auto hit = hits.begin(); hit != hits.end(); ++hit) {
    titles += hit.get_document().get_data() + "\n";
  }
  return titles;
}

// The last line of the input first; through objects that come and go.
std::string Search(const Xapian::Enquire& original, const std::string& text) {
  Xapian::QueryParser parser;
  Xapian::Enquire copy = original;
  copy.set_query(parser.parse_query(text));
  Xapian::Enquire moved = std::move(copy);
  moved.set_sort_by_value(kNumberSlot, true);
  Xapian::Enquire assigned = original;
  assigned = moved;
  const std::string found = Titles(moved.get_mset(0, 100));
  return found == Titles(assigned.get_mset(0, 100)) ? found : "they differ\n";
}

int SearchInThreads(const std::string& path, const std::string& text) {
  std::vector<std::string> found(8);
  std::vector<std::thread> threads;
  for (std::string& own : found) {
    threads.emplace_back([&own, &path, &text] {
      const Xapian::Database db(path);
      for (int i = 0; i < 100; ++i) own = Search(Xapian::Enquire(db), text);
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& other : found) {
    if (other != found[0]) return 3;
  }
  std::cout << found[0];
  return 0;
}

void SearchAgain(const std::string& path, const std::string& text) {
  Xapian::QueryParser parser;
  Xapian::Enquire enquire{Xapian::Database(path)};
  enquire.set_query(parser.parse_query(text));
  enquire.set_sort_by_relevance_then_value(kNumberSlot, true);
  enquire.set_cutoff(1);
  enquire.get_mset(0, 100);
  enquire.set_cutoff(0);
  const Xapian::MSet hits = enquire.get_mset(0, 100);
  std::cout << Titles(hits) << enquire.get_query().get_description() << "\n";
  for (auto term = enquire.get_matching_terms_begin(hits.begin());
       term != enquire.get_matching_terms_end(hits.begin()); ++term) {
    std::cout << *term << "\n";
  }
}

class SearchingDecider : public Xapian::MatchDecider {
 public:
  SearchingDecider(const Xapian::Database& db, const Xapian::Query& query)
      : db_(db), query_(query) {}
  bool operator()(const Xapian::Document&) const override {
    Xapian::Enquire enquire(db_);
    enquire.set_query(query_);
    found = Titles(enquire.get_mset(0, 100));
    return true;
  }
  mutable std::string found;

 private:
  const Xapian::Database db_;
  const Xapian::Query query_;
};

void SearchWithin(const std::string& path, const std::string& text) {
  const Xapian::Database db(path);
  Xapian::QueryParser parser;
  const SearchingDecider decider(db, parser.parse_query(text));
  Xapian::Enquire enquire(db);
  enquire.set_query(Xapian::Query("krim"));
  enquire.get_mset(0, 1, nullptr, &decider);
  std::cout << decider.found;
}

void Spell(const std::string& path, const std::string& text) {
  Xapian::QueryParser parser;
  parser.set_database(Xapian::Database(path));
  parser.parse_query(text, Xapian::QueryParser::FLAG_SPELLING_CORRECTION);
  std::cout << parser.get_corrected_query_string() << "\n";
}

void Add(const std::string& title, Xapian::WritableDatabase* db) {
  Xapian::Document document;
  document.set_data("{\"title\": \"" + title + "\"}");
  Xapian::TermGenerator words;
  words.set_document(document);
  words.index_text(title);
  db->add_document(document);
  db->commit();
}

void Serve(const std::string& path) {
  Xapian::WritableDatabase db(path, Xapian::DB_CREATE_OR_OPEN);
  for (std::string line; std::getline(std::cin, line);) {
    const std::string text = line.substr(1);
    if (line[0] == '+') {
      Add(text, &db);
    } else {
      Xapian::QueryParser parser;
      Xapian::Enquire enquire(db);
      enquire.set_query(parser.parse_query(text));
      std::cout << Titles(enquire.get_mset(0, 100));
    }
    std::cout << "." << std::endl;
  }
}

int ServeInChild(const std::string& path, const std::string& text) {
  Search(Xapian::Enquire(Xapian::Database(path)), text);
  const pid_t child = fork();
  if (child == 0) {
    Serve(path);
    return 0;
  }
  int status = 0;
  return waitpid(child, &status, 0) == child && status == 0 ? 0 : 3;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv, argv + argc);
  if (words.size() == 3 && words[1] == "index") {
    Index(words[2]);
    return 0;
  }
  if (words.size() == 3 && words[1] == "serve") {
    Serve(words[2]);
    return 0;
  }
  if (words.size() == 4 && words[1] == "fork") {
    return ServeInChild(words[2], words[3]);
  }
  if (words.size() == 4 && words[1] == "search") {
    return SearchInThreads(words[2], words[3]);
  }
  if (words.size() == 4 && words[1] == "again") {
    SearchAgain(words[2], words[3]);
    return 0;
  }
  if (words.size() == 4 && words[1] == "within") {
    SearchWithin(words[2], words[3]);
    return 0;
  }
  if (words.size() == 4 && words[1] == "spell") {
    Spell(words[2], words[3]);
    return 0;
  }
  return 2;
}
