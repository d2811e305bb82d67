// What is said about bad names and terms, and names of nothing.

#include <catch2/catch.hpp>

#include "tests/bad_policies.h"

namespace saring {
namespace {

TEST_CASE("Names and terms are checked", "[policy_faults]") {
  CheckAll({
      {"a bad rule id",
       "id: r\n",
       "id: R_1\n",
       {"p.yaml:9:9: 'id': expected 1 to 64 of a-z, 0-9 and -, found 'R_1'"}},
      {"too long an id",
       "id: r\n",
       "id: " + std::string(65, 'r') + "\n",
       {"p.yaml:9:9: 'id': expected 1 to 64 of a-z, 0-9 and -, found '" +
        std::string(60, 'r') + "...'"}},
      {"a bad name of a policy",
       "policy: p\n",
       "policy: Used imports\n",
       {"p.yaml:2:9: 'policy': expected a name of a-z, 0-9 and -, found 'Used "
        "imports'"}},
      {"a bad name of a list",
       "a: {terms: [baju]}",
       "a: {terms: ['{B c}']}\n  B c: {terms: [baju]}",
       {"p.yaml:7:3: the name of a list is 1 to 64 of a-z, 0-9, - and _, found "
        "'B c'"}},
      {"a list with the built-in name",
       "a: {terms: [baju]}",
       "a: {terms: [baju]}\n  number: {terms: [x]}",
       {"p.yaml:7:3: 'number' is built in: {number} means digits; choose "
        "another name",
        "p.yaml:7:3: warning: no rule uses the list 'number'"}},
      {"a bad id of a law",
       "{l: {title: T}}",
       "{L: {title: T}}",
       {"p.yaml:3:7: the id of a law is 1 to 64 of a-z, 0-9 and -, found "
        "'L'"}},
      {"a dictionary is no path",
       "[bekasi]",
       "[bekasi], dictionaries: [../x]",
       {"p.yaml:4:44: the name of a dictionary is 1 to 64 letters, digits, - "
        "and _, found '../x'"}},
      {"a list of nothing",
       "{terms: [baju]}",
       "{noun: true}",
       {"p.yaml:6:3: the list 'a' holds nothing: it needs terms, terms_from, "
        "category or condition"}},
      {"an invisible character in a term",
       "[baju]",
       "[\"ba\\u200bju\"]",
       {"p.yaml:6:15: invisible character U+200B in 'ba<U+200B>ju'; write the "
        "term the ordinary way"}},
      {"a change of direction in an exception",
       "[baju]",
       "[baju], except: [\"a\u202Eb\"]",
       {"p.yaml:6:31: invisible character U+202E in 'a<U+202E>b'; write the "
        "term the ordinary way"}},
      {"a soft hyphen in an ordinary word",
       "[bekasi]",
       "[be\u00ADkasi]",
       {"p.yaml:4:20: invisible character U+00AD in 'be<U+00AD>kasi'; write "
        "the "
        "term the ordinary way"}},
      {"a brace that is not closed",
       "[baju]",
       "['{b']",
       {"p.yaml:6:15: a '{' without its partner in '{b'; {name} means the "
        "terms "
        "of a list"}},
      {"a brace that is not opened",
       "[baju]",
       "['{b} c}', '{b {b}']",
       {"p.yaml:6:15: a '}' without its partner in '{b} c}'; {name} means the "
        "terms of a list",
        "p.yaml:6:25: a '{' without its partner in '{b {b}'; {name} means the "
        "terms of a list"}},
      {"too long a term",
       "[baju]",
       "[" + std::string(kMaxTermBytes + 1, 'a') + "]",
       {"p.yaml:6:15: a term of more than 256 bytes: '" + std::string(60, 'a') +
        "...'"}},
  });
}

TEST_CASE("What names point to is checked", "[policy_faults]") {
  CheckAll({
      {"a list that does not exist",
       "needs: [a, b]",
       "needs: [a, b, fashon]",
       {"p.yaml:10:19: there is no list 'fashon'"}},
      {"a slip in the name of a list",
       "{terms: [baju]}",
       "{terms: ['{foreign}', '{foriegn}']}\n  foreign: {terms: [x]}",
       {"p.yaml:6:28: there is no list 'foriegn'; did you mean 'foreign'?"}},
      {"{name} of no list in an exception",
       "[baju]",
       "[baju], except: ['{numbers}']",
       {"p.yaml:6:31: there is no list 'numbers'; did you mean 'number'?"}},
      {"every place that may name a list",
       "action: hide",
       "action: hide\n    unless_first: [u]\n    softened_by: [v]\n    unless: "
       "[w]\n    only: [x1]\n    answer: {without: [y1]}",
       {"p.yaml:12:20: there is no list 'u'; did you mean 'a'?",
        "p.yaml:13:19: there is no list 'v'; did you mean 'a'?",
        "p.yaml:14:14: there is no list 'w'; did you mean 'a'?",
        "p.yaml:15:12: there is no list 'x1'",
        "p.yaml:16:24: there is no list 'y1'"}},
      {"a law that does not exist",
       "action: hide",
       "action: hide\n    law: [permen]",
       {"p.yaml:12:11: there is no law 'permen'"}},
      {"a list that names itself",
       "[baju]",
       "[baju, '{a}']",
       {"p.yaml:6:21: lists that name each other in a circle: a -> a"}},
      {"a circle of three",
       "{terms: [baju]}",
       "{terms: ['x {c}']}\n  c: {terms: ['{d}']}\n  d: {terms: [y, '{a}']}",
       {"p.yaml:8:18: lists that name each other in a circle: a -> c -> d -> "
        "a"}},
      {"a list that no rule uses, and what only it uses",
       "{terms: [baju]}",
       "{terms: [baju]}\n  c: {terms: ['{d}']}\n  d: {terms: [x]}",
       {"p.yaml:7:3: warning: no rule uses the list 'c'",
        "p.yaml:8:3: warning: no rule uses the list 'd'"}},
      {"a list named twice",
       "needs: [a, b]",
       "needs: [a, b, a]",
       {"p.yaml:10:19: warning: 'a' is given twice"}},
      {"a first good that is never one",
       "action: hide",
       "action: hide\n    unless_first: [b]",
       {"p.yaml:12:20: warning: 'b' in `unless_first` has no effect: no list "
        "without `noun: true` names the good"}},
  });
}

}  // namespace
}  // namespace saring
