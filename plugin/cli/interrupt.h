// Ctrl-C and kill, noticed between two steps so that work can be undone.

#ifndef SARING_PLUGIN_CLI_INTERRUPT_H_
#define SARING_PLUGIN_CLI_INTERRUPT_H_

namespace saring::cli {

// From here on SIGINT, SIGTERM and SIGHUP only make ThrowIfInterrupted() throw.
void CatchInterrupts();

// Throws Failure if one of them has come.
void ThrowIfInterrupted();

}  // namespace saring::cli

#endif  // SARING_PLUGIN_CLI_INTERRUPT_H_
