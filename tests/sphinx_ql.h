// A client of searchd by the MySQL protocol.

#ifndef SARING_TESTS_SPHINX_QL_H_
#define SARING_TESTS_SPHINX_QL_H_

#include <mariadb/mysql.h>

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace saring {

// Of a result, as text; NULL as "".
using SqlRow = std::vector<std::string>;
using SqlRows = std::vector<SqlRow>;

class SphinxQl {
 public:
  // Connects to 127.0.0.1; throws std::runtime_error when nobody answers.
  explicit SphinxQl(uint16_t port) : sql_(mysql_init(nullptr)) {
    if (sql_ == nullptr ||
        !mysql_real_connect(sql_.get(), "127.0.0.1", nullptr, nullptr, nullptr,
                            port, nullptr, 0)) {
      throw std::runtime_error("searchd does not answer");
    }
  }

  // Throws std::runtime_error with what searchd says of a statement that fails.
  SqlRows Run(const std::string& statement) {
    if (mysql_real_query(sql_.get(), statement.data(), statement.size()) != 0) {
      throw std::runtime_error(mysql_error(sql_.get()));
    }
    SqlRows rows;
    const std::unique_ptr<MYSQL_RES, FreeResult> result(
        mysql_store_result(sql_.get()));
    if (result == nullptr) return rows;
    const unsigned columns = mysql_num_fields(result.get());
    while (const MYSQL_ROW row = mysql_fetch_row(result.get())) {
      const unsigned long* sizes = mysql_fetch_lengths(result.get());
      SqlRow& texts = rows.emplace_back(columns);
      for (unsigned i = 0; i < columns; ++i) {
        if (row[i] != nullptr) texts[i].assign(row[i], sizes[i]);
      }
    }
    return rows;
  }

  // What Run() throws, or "" when it does not.
  std::string ErrorOf(const std::string& statement) {
    try {
      Run(statement);
    } catch (const std::runtime_error& error) {
      return error.what();
    }
    return "";
  }

 private:
  struct Close {
    void operator()(MYSQL* sql) const { mysql_close(sql); }
  };
  struct FreeResult {
    void operator()(MYSQL_RES* result) const { mysql_free_result(result); }
  };
  std::unique_ptr<MYSQL, Close> sql_;
};

}  // namespace saring

#endif  // SARING_TESTS_SPHINX_QL_H_
