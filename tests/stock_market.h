// A market of goods that Debian's quest and Omega search, on this machine and
// over two shards.

#ifndef SARING_TESTS_STOCK_MARKET_H_
#define SARING_TESTS_STOCK_MARKET_H_

#include <algorithm>
#include <optional>

#include "tests/stock_programs.h"
#include "tests/xapian_servers.h"

CATCH_TRANSLATE_EXCEPTION(const Xapian::Error& error) {
  return error.get_description();
}

namespace saring {

// All goods in one database, and in two shards behind servers; tagged by
// scriptindex. Good i lies in shard (i-1) mod 2, so that ids are the same.
class Market {
 public:
  Market() {
    std::string all, odd, even;
    for (size_t i = 0; i < AllGoods().size(); ++i) {
      const std::string record = RecordOf(AllGoods()[i]);
      all += record;
      (i % 2 == 0 ? odd : even) += record;
    }
    Index("local", all);
    first_.emplace(Index("first", odd));
    second_.emplace(Index("second", even));
    dir_.Write("remote", Line(*first_) + Line(*second_));
    dir_.Write("templates/page",
               "$set{stemmer,none}found=$msize\n"
               "$hitlist{id=$field{id} $percentage\n}");
    for (const char* folder : {"logs", "cdb"}) dir_.Write(folder, "");
    dir_.Write("omega.conf", "database_dir " + dir_.path() + "\ntemplate_dir " +
                                 dir_.At("templates") + "\nlog_dir " +
                                 dir_.At("logs") + "\ncdb_dir " +
                                 dir_.At("cdb") + "\n");
  }

  Said Quest(const std::string& database, const std::string& query,
             const Variables& variables) const {
    return RunStock(
        {"quest", "-s", "none", "-m", "1000", "-d", dir_.At(database), query},
        variables);
  }

  // As a web server calls it. All hits on a page, unless `parameters` say so.
  Said Omega(const std::string& database, const std::string& parameters,
             Variables variables) const {
    const std::string page = parameters.find("HITSPERPAGE") == std::string::npos
                                 ? "&HITSPERPAGE=1000"
                                 : "";
    variables.push_back("OMEGA_CONFIG_FILE=" + dir_.At("omega.conf"));
    variables.push_back("REQUEST_METHOD=GET");
    variables.push_back("QUERY_STRING=FMT=page&DB=" + database + page + "&" +
                        parameters);
    return RunStock({"/usr/lib/cgi-bin/omega/omega"}, variables);
  }

  void KillSecond() { second_->Stop(); }

 private:
  std::string Index(const std::string& name, const std::string& records) {
    const Said said = ScriptIndex(dir_, dir_.At(name), records, Preloaded());
    INFO(said.err);
    REQUIRE(said.exit_code == 0);
    return dir_.At(name);
  }

  static std::string Line(const XapianServer& server) {
    return "remote 127.0.0.1:" + std::to_string(server.port()) + "\n";
  }

  TempDir dir_;
  std::optional<XapianServer> first_, second_;
};

inline Market& TheMarket() {
  static Market market;
  return market;
}

inline const char* const kDatabases[] = {"local", "remote"};

// What Omega says it found.
inline std::string FoundOn(const std::string& page) {
  const size_t at = page.find("found=");
  return at == page.npos ? ""
                         : page.substr(at + 6, page.find('\n', at) - at - 6);
}

// Whether one of `ids` is such a good.
inline bool Holds(const Ids& ids, saring_action action) {
  return std::any_of(ids.begin(), ids.end(), [&](const std::string& id) {
    return ActionOn(AllGoods()[std::stoul(id) - 1].title) == action;
  });
}

}  // namespace saring

#endif  // SARING_TESTS_STOCK_MARKET_H_
