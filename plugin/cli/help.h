// The longer texts of `saring COMMAND --help`.

#ifndef SARING_PLUGIN_CLI_HELP_H_
#define SARING_PLUGIN_CLI_HELP_H_

namespace saring::cli {

inline constexpr char kFormats[] =
    "Files are UTF-8. TSV knows no quoting: tabs separate, rows end at LF, and "
    "one CR\nbefore it belongs to the line end. CSV is RFC 4180. JSON lines "
    "are one object a\nline. A row of more than 1 MiB, or one that cannot be "
    "read, is told with its\nline, counted, and left out.\n";

inline constexpr char kCheckFooter[] =
    "Faults are told on standard error as FILE:LINE:COLUMN: MESSAGE.\n\n"
    "Example:\n  saring check used-imports.yaml --against catalogue.tsv "
    "--max-hidden 20\n\nExit code: 0 if all is well, 1 if a policy, the "
    "catalogue or the limit is not,\n2 for a wrong command line.";

inline constexpr char kCompileFooter[] =
    "Whatever takes a policy takes an image of it as well: it is live in "
    "milliseconds,\nshares its memory with every process that uses it, and "
    "needs neither term files nor\ndictionaries. It is for this version of "
    "saring and this kind of machine; the dates\nof rules are judged when it "
    "is loaded.\n\n"
    "FILE appears when it is whole; until then, and whatever happens, what "
    "stood there\nstays. Only an image or an empty file is replaced. Never "
    "copy over an image that is\nin use, or cut it: rename another to its "
    "name, as this command does.\n\n"
    "Example:\n  saring compile used-imports.yaml -o used-imports.image\n"
    "  saring explain --policy used-imports.image \"baju bekas\"\n"
    "\nExit code: 0 if all is well, 1 if the policy is not or FILE could not "
    "be written,\n2 for a wrong command line.";

inline constexpr char kExplainFooter[] =
    "Example:\n  saring explain --as listing --condition bekas \"jaket "
    "denim\"\n\nBefore a text that begins with a hyphen write --.\n"
    "[begin, end) are bytes of the text.";

inline constexpr char kScanFooter[] =
    "Prints row (the line number), id (if there is one), text, "
    "action, rules and\nevidence. A summary goes to standard "
    "error.\n\n";

inline constexpr char kScanExample[] =
    "\nExample:\n  saring scan --as listing --column id=sku catalogue.csv\n"
    "\nExit code: 0 if all is well, 1 if there were bad rows, 2 for a wrong "
    "command line.";

inline constexpr char kSearchFooter[] =
    "Example:\n  saring search --compare /var/lib/shop/db \"baju bekas\"\n"
    "  saring search localhost:7001,localhost:7002 jaket\n\n"
    "Listings without a price come before all others, or last with "
    "-price.\nBefore a query that begins with a hyphen write --.";

inline constexpr char kIndexFooter[] =
    "DB appears when it is whole. Until then, and whatever happens, what stood"
    "\nthere stays. Only a Xapian database that nobody is writing to is "
    "replaced.\n\nDocuments have the words of title and description, the term "
    "Q and the id,\nthe price (a plain number) in value slot 0, and the "
    "listing as JSON in their\ndata. Of two rows of one id the first is kept "
    "and the second is bad.\n\n";

inline constexpr char kIndexExample[] =
    "\nExample:\n  saring index --shards 2 catalogue.tsv /var/lib/shop/db\n"
    "\nExit code: 0 if all is well, 1 if there were bad rows (DB has the "
    "others) or DB\ncould not be made, 2 for a wrong command line.";

inline constexpr char kRetagFooter[] =
    "For a database that 'saring index' made, or one whose documents have the "
    "listing\nas the same JSON in their data. Searches go on meanwhile, under "
    "the tags of the\nolder policy, and say 'stale' until the end. Ended half "
    "way, even by a kill, it is\nrun again and goes on from there. Prints how "
    "many listings are hidden, demoted and\nreleased now, and by which "
    "rules.\n\nServers are xapian-tcpsrv with --writable.\n\n"
    "Example:\n  saring retag --dry-run --policy new.yaml /var/lib/shop/db\n"
    "  saring retag --policy new.yaml localhost:7001,localhost:7002\n"
    "\nExit code: 0 if all is well, 1 if the policy is not or DB could not be "
    "written, 2\nfor a wrong command line.";

inline constexpr char kWordsFooter[] =
    "Counts the words of titles and descriptions, each once a listing, and "
    "prints those\nthat are common, one a line: a file that `ordinary: "
    "words_from:` of a policy may\nname, so that these are never taken for a "
    "disguise. Words of the policy's terms,\nshort ones and those with a "
    "figure in them are left out. Look through the first\npart before it is "
    "used: what many sellers write may still be a disguise.\n\n";

inline constexpr char kWordsExample[] =
    "\nExample:\n  saring words --at-least 20 catalogue.tsv > ours.txt\n"
    "\nExit code: 0 if all is well, 1 if there were bad rows, 2 for a wrong "
    "command line.";

inline constexpr char kRewriteFooter[] =
    "opensearch: reads one _search body and prints the body to send instead, "
    "for\nElasticsearch too. A body that cannot be made safe is refused, with "
    "the place and\nthe reason: do not send it then.\n\n"
    "sphinx: reads the text of a MATCH() a line, in the extended query syntax, "
    "and\nprints for each a JSON object before it reads the next: match, the "
    "text to run, or\nnull where nothing is to run; select, where and "
    "order_by, "
    "the parts that the query\ngets; action, answer, rules, and the notice for "
    "the buyer. A match runs as it was\ngiven, unless the policy takes words "
    "out of it: then without its operators.\n\n"
    "Example:\n  echo '@title baju (bekas|seken)' | saring rewrite --for "
    "sphinx\n\nExit code: 0 if all is well, 1 if the policy or the input is "
    "not, 2 for a wrong\ncommand line.";

}  // namespace saring::cli

#endif  // SARING_PLUGIN_CLI_HELP_H_
