// The only file that compiles CLI11, which takes half a minute.

#include <saring/saring.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iterator>
#include <sstream>
#include <string_view>

#include "plugin/cli/commands.h"
#include "plugin/cli/failure.h"
#include "plugin/cli/help.h"
#include "plugin/cli/output.h"
#include "plugin/cli/validators.h"

namespace saring::cli {
namespace {

struct CommandLine {
  CheckOptions check;
  CompileOptions compile;
  ExplainOptions explain;
  ScanOptions scan;
  WordsOptions words;
  RewriteOptions rewrite;
  IndexOptions index;
  RetagOptions retag;
  SearchOptions search;
  std::function<int()> run;
};

void AddPolicy(CLI::App* command, std::string* policy) {
  command
      ->add_option("--policy", *policy,
                   "The policy; by default the installed used-imports.yaml")
      ->check(NotEmpty("a file"))
      ->type_name("FILE");
}

void AddAs(CLI::App* command, std::string* as) {
  *as = "query";
  command
      ->add_option("--as", *as,
                   "query (default): what a buyer types; listing: what a "
                   "seller offers")
      ->check(OneOf({"query", "listing"}))
      ->type_name("query|listing");
}

void AddColumns(CLI::App* command, InputOptions* input, const char* default_) {
  command
      ->add_option("--format", input->format,
                   "By default what the file's name says: .csv, .jsonl or "
                   ".ndjson, and tsv for any other")
      ->check(OneOf({"tsv", "csv", "jsonl"}))
      ->type_name("tsv|csv|jsonl");
  command
      ->add_option("--text", input->text,
                   std::string("The column of the text: a name, and the first "
                               "line is a header; or a number from 1, and "
                               "there is none. By default ") +
                       default_)
      ->check(NotEmpty("a column"))
      ->type_name("COLUMN");
  command
      ->add_option("--column", input->columns,
                   "The column of a field: id, description, category, "
                   "condition, seller or price. By default the column of that "
                   "name, if there is one. May be given for each")
      ->allow_extra_args(false)
      ->type_name("FIELD=COLUMN");
}

void AddCheck(CLI::App* app, CommandLine* line) {
  CLI::App* check = app->add_subcommand(
      "check",
      "Says whether policies are good, and every fault of those that are not");
  CheckOptions& options = line->check;
  check
      ->add_option("POLICY", options.policies,
                   "The policies; by default the installed one")
      ->type_name("");
  check->add_option("--policy", options.policies, "The same as POLICY")
      ->allow_extra_args(false)
      ->type_name("FILE");
  CLI::Option* against =
      check
          ->add_option("--against", options.against.file,
                       "Also names every listing of this file that would be "
                       "hidden (- is standard input)")
          ->check(NotEmpty("a file"))
          ->type_name("CATALOGUE");
  check
      ->add_option("--max-hidden", options.max_hidden,
                   "Fails if more listings than this would be hidden")
      ->check(FromNought())
      ->needs(against)
      ->type_name("N");
  AddColumns(check, &options.against, "title");
  check->footer(kCheckFooter);
  check->callback(
      [line] { line->run = [line] { return RunCheck(line->check); }; });
}

void AddCompile(CLI::App* app, CommandLine* line) {
  CLI::App* compile = app->add_subcommand(
      "compile", "Makes an image of a policy, which loads in no time");
  CompileOptions& options = line->compile;
  compile
      ->add_option("POLICY", options.policy,
                   "The policy; by default the installed one")
      ->check(NotEmpty("a file"))
      ->type_name("");
  compile->add_option("-o,--output", options.image, "The image")
      ->check(NotEmpty("a file"))
      ->required()
      ->type_name("FILE");
  compile->footer(kCompileFooter);
  compile->callback(
      [line] { line->run = [line] { return RunCompile(line->compile); }; });
}

void AddExplain(CLI::App* app, CommandLine* line) {
  CLI::App* explain = app->add_subcommand(
      "explain", "Says how a text is read, which rules fire on it, and why");
  ExplainOptions& options = line->explain;
  AddPolicy(explain, &options.policy);
  AddAs(explain, &options.as);
  explain->add_flag("--json", options.json, "One JSON object instead of text");
  explain->add_option("--id", options.id,
                      "Of a listing, by which it is in the sample of a rule, "
                      "and reviewers know it");
  explain->add_option("--description", options.description, "Of a listing");
  explain->add_option("--category", options.category,
                      "Of a listing, as a path: \"Fashion Pria > Jaket\"");
  explain->add_option("--condition", options.condition,
                      "Of a listing, as the marketplace keeps it");
  explain
      ->add_option("TEXT", options.text,
                   "A query or a title; - reads standard input, and one line "
                   "end at its end is no part of the text")
      ->required()
      ->type_name("");
  explain->footer(kExplainFooter);
  explain->callback(
      [line] { line->run = [line] { return RunExplain(line->explain); }; });
}

void AddScan(CLI::App* app, CommandLine* line) {
  CLI::App* scan = app->add_subcommand(
      "scan", "Checks every row of a file; one JSON object a row");
  ScanOptions& options = line->scan;
  AddPolicy(scan, &options.policy);
  AddAs(scan, &options.as);
  AddColumns(scan, &options.input, "text of queries and title of listings");
  scan->add_flag("--append", options.append,
                 "Instead of JSON, the rows of a TSV file as they stand, "
                 "without the header, each with its action in one more "
                 "column: 0 show, 10 review, 20 demote, 30 hide");
  scan->add_option("--fields", options.fields,
                   "Instead of findings, each listing as the engine indexes "
                   "it: its object, with the fields of its verdict")
      ->check(OneOf({"opensearch"}))
      ->excludes("--append")
      ->type_name("opensearch");
  scan->add_option("--jobs", options.jobs,
                   "Rows are checked by so many threads; by default one for "
                   "each core. The output is the same")
      ->check(CLI::Range(1, 256))
      ->type_name("N");
  scan->add_option("--log", options.monitoring.log,
                   "Appends each decision but show to this file, a JSON object "
                   "a line, figures and e-mail addresses masked")
      ->check(NotEmpty("a file"))
      ->type_name("FILE");
  scan->add_option("--metrics", options.monitoring.metrics,
                   "Writes counts and latency to this file in the end, as "
                   "Prometheus reads them")
      ->check(NotEmpty("a file"))
      ->type_name("FILE");
  scan->add_option("FILE", options.input.file, "The rows; - is standard input")
      ->required()
      ->type_name("");
  scan->footer(std::string(kScanFooter) + kFormats + kScanExample);
  scan->callback(
      [line] { line->run = [line] { return RunScan(line->scan); }; });
}

void AddWords(CLI::App* app, CommandLine* line) {
  CLI::App* words = app->add_subcommand(
      "words", "Makes a word list of a catalogue, for words_from of a policy");
  WordsOptions& options = line->words;
  AddPolicy(words, &options.policy);
  AddColumns(words, &options.input, "title");
  words
      ->add_option("--at-least", options.at_least,
                   "Only words that so many listings have; default 8")
      ->check(FromNought())
      ->type_name("N");
  words
      ->add_option("CATALOGUE", options.input.file,
                   "The listings; - is standard input")
      ->required()
      ->type_name("");
  words->footer(std::string(kWordsFooter) + kFormats + kWordsExample);
  words->callback(
      [line] { line->run = [line] { return RunWords(line->words); }; });
}

void AddRewrite(CLI::App* app, CommandLine* line) {
  CLI::App* rewrite = app->add_subcommand(
      "rewrite", "Makes searches of another engine such that the policy holds");
  RewriteOptions& options = line->rewrite;
  AddPolicy(rewrite, &options.policy);
  rewrite->add_option("--for", options.engine, "The engine")
      ->required()
      ->check(OneOf({"opensearch", "sphinx"}))
      ->type_name("opensearch|sphinx");
  rewrite->footer(kRewriteFooter);
  rewrite->callback(
      [line] { line->run = [line] { return RunRewrite(line->rewrite); }; });
}

void AddIndex(CLI::App* app, CommandLine* line) {
  CLI::App* index = app->add_subcommand(
      "index", "Makes a Xapian database of listings, tagged by the policy");
  IndexOptions& options = line->index;
  AddPolicy(index, &options.policy);
  AddColumns(index, &options.input, "title");
  index
      ->add_option("--shards", options.shards,
                   "Makes DB a folder of N databases and a stub file, by "
                   "which any Xapian program opens them as one")
      ->check(CLI::Range(1, 256))
      ->type_name("N");
  index->add_flag("--without-plugin", options.without_plugin,
                  "Tags nothing; for measuring");
  index
      ->add_option("FILE", options.input.file,
                   "The listings, which must have an id each; - is standard "
                   "input")
      ->required()
      ->type_name("");
  index->add_option("DB", options.database, "The database")
      ->required()
      ->type_name("");
  index->footer(std::string(kIndexFooter) + kFormats + kIndexExample);
  index->callback(
      [line] { line->run = [line] { return RunIndex(line->index); }; });
}

void AddRetag(CLI::App* app, CommandLine* line) {
  CLI::App* retag = app->add_subcommand(
      "retag", "Brings the tags of a Xapian database to the policy of today");
  RetagOptions& options = line->retag;
  AddPolicy(retag, &options.policy);
  retag->add_flag("--dry-run", options.dry_run,
                  "Says what would change, and writes nothing");
  retag->add_flag("--json", options.json, "One JSON object instead of text");
  retag
      ->add_option("DB", options.database,
                   "As 'search' takes it; servers must run with --writable")
      ->required()
      ->type_name("");
  retag->footer(kRetagFooter);
  retag->callback(
      [line] { line->run = [line] { return RunRetag(line->retag); }; });
}

void AddPaging(CLI::App* search, SearchOptions* options) {
  search->add_option("--limit", options->limit, "Listings to show; default 10")
      ->type_name("N");
  search->add_option("--offset", options->offset, "Listings to pass over")
      ->type_name("N");
  search
      ->add_option("--sort", options->sort,
                   "By price instead of relevance, -price for the dearest "
                   "first. Demoted listings still follow all others")
      ->check(OneOf({"price", "-price"}))
      ->type_name("price|-price");
  search
      ->add_option_function<std::string>(
          "--demotion",
          [options](const std::string& how) {
            options->by_slot = how == "slot";
          },
          "How demoted listings are put last: by weight (strict, default) or "
          "by sorting on a value slot")
      ->check(OneOf({"strict", "slot"}))
      ->type_name("strict|slot");
}

void AddSearch(CLI::App* app, CommandLine* line) {
  CLI::App* search = app->add_subcommand(
      "search", "Searches a database as a shop with the plugin would");
  SearchOptions& options = line->search;
  AddPolicy(search, &options.policy);
  AddPaging(search, &options);
  CLI::Option* without = search->add_flag(
      "--without-plugin", options.without_plugin, "As if it were not there");
  CLI::Option* compare = search->add_flag(
      "--compare", options.compare,
      "The page without and with the plugin side by side, and why they differ");
  CLI::Option* json = search->add_flag("--json", options.json,
                                       "One JSON object instead of text");
  compare->excludes(without)->excludes(json);
  search
      ->add_option("DB", options.database,
                   "A database, a stub file, or HOST:PORT[,HOST:PORT...] of "
                   "xapian-tcpsrv shards")
      ->required()
      ->type_name("");
  search->add_option("QUERY", options.query, "Words, all of which must match")
      ->required()
      ->type_name("");
  search->footer(kSearchFooter);
  search->callback(
      [line] { line->run = [line] { return RunSearch(line->search); }; });
}

// What to say of a text that was taken for options, which are one letter or
// have two hyphens.
std::string HintFor(const CLI::ParseError& error, int argc, char** argv) {
  constexpr std::string_view kTakers[] = {"explain", "search"};
  const bool lost = dynamic_cast<const CLI::RequiredError*>(&error) ||
                    dynamic_cast<const CLI::ExtrasError*>(&error);
  if (!lost || argc < 2 ||
      std::find(std::begin(kTakers), std::end(kTakers), argv[1]) ==
          std::end(kTakers)) {
    return "";
  }
  const bool hyphen = std::any_of(argv + 2, argv + argc, [](const char* word) {
    const std::string_view text = word;
    return text.starts_with('-') && text.size() > 1 &&
           (text[1] != '-' || text.find(' ') != text.npos);
  });
  return hyphen ? "; a text that begins with a hyphen goes after --" : "";
}

int Main(int argc, char** argv) {
  CommandLine line;
  CLI::App app("Keeps prohibited used imports out of marketplace search.");
  app.name("saring");
  app.set_version_flag("--version", std::string("saring ") + saring_version());
  app.require_subcommand(0, 1);
  app.footer("'saring COMMAND --help' tells more, with an example.");
  AddCheck(&app, &line);
  AddCompile(&app, &line);
  AddExplain(&app, &line);
  AddScan(&app, &line);
  AddWords(&app, &line);
  AddRewrite(&app, &line);
  AddIndex(&app, &line);
  AddRetag(&app, &line);
  AddSearch(&app, &line);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) {
      std::ostringstream text;
      app.exit(error, text, text);
      Print(text.str());
      FlushOutput();
      return kExitOk;
    }
    throw UsageError(error.what() + HintFor(error, argc, argv));
  }
  if (!line.run) {
    throw UsageError(
        "expected check, compile, explain, scan, words, rewrite, index, retag "
        "or search");
  }
  return line.run();
}

}  // namespace
}  // namespace saring::cli

int main(int argc, char** argv) {
  using namespace saring::cli;
  IgnoreBrokenPipes();
  try {
    return Main(argc, argv);
  } catch (const UsageError& error) {
    Tell(std::string(error.what()) + "\nTry 'saring --help'.");
    return kExitUsage;
  } catch (const std::exception& error) {
    Tell(error.what());
    return kExitFailed;
  }
}
