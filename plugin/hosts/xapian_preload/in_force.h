// The policy in force, and what works by it for the calling thread.

#ifndef SARING_PLUGIN_HOSTS_XAPIAN_PRELOAD_IN_FORCE_H_
#define SARING_PLUGIN_HOSTS_XAPIAN_PRELOAD_IN_FORCE_H_

#include <saring/xapian.h>

#include <memory>
#include <string>

namespace saring::preload {

// Loads the policy in the first call of the process and follows its files from
// then on, in each child of a fork too: every search, document and text is
// judged by the newest good policy. All of these throw xapian::Error when the
// settings, or at first the policy, have faults, which its text lists; again at
// each call, without reading them again. Any thread.

// The newest good policy, for what judges nothing. Also while the process ends.
std::shared_ptr<const saring_policy> NewestPolicy();

// Not while the policy is switched off: tags then hide and demote nothing.
bool PolicyIsEnforced();

// The calling thread's own.
xapian::Interceptor& TheInterceptor();
xapian::Tagger& TheTagger();

// What the policy says of a text that is typed or proposed.
struct Judgement {
  saring_action action = SARING_SHOW;
  std::string to_parse;  // the text, or what is left where the policy wants it
                         // searched without some of its words
};
Judgement Judge(const std::string& text);

}  // namespace saring::preload

#endif  // SARING_PLUGIN_HOSTS_XAPIAN_PRELOAD_IN_FORCE_H_
