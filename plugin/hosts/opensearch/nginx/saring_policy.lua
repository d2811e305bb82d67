-- The policy that nginx serves, and what it makes of a search: the C libraries
-- of saring, through LuaJIT's FFI.
--
-- Required once in the master process, which loads the policy; a fault ends the
-- start with the reason. Each worker has a copy of all this from its fork, and a
-- thread of saring in each follows the policy's files. A worker runs one request
-- at a time and nothing here yields, so that one scratch and one rewriter serve
-- all its requests.

local ffi = require "ffi"

-- Of saring/saring.h, saring/live.h and saring/opensearch.h, which tell them.
ffi.cdef [[
typedef struct saring_error saring_error;
typedef struct saring_policy saring_policy;
typedef struct saring_scratch saring_scratch;
typedef struct saring_live saring_live;
typedef struct saring_rewriter saring_rewriter;

uint32_t saring_abi(void);
const char* saring_status_text(int status);
const char* saring_error_text(const saring_error* error);
void saring_error_free(saring_error* error);
saring_scratch* saring_scratch_create(void);
void saring_scratch_free(saring_scratch* scratch);

typedef struct saring_live_options {
  uint32_t struct_size;
  uint32_t watch;
  const char* path;
  const char* last_good;
  const char* off_switch;
  uint32_t poll_milliseconds;
} saring_live_options;
int saring_live_create(const saring_live_options* options, saring_live** live,
                       saring_error** error);
void saring_live_free(saring_live* live);
const saring_policy* saring_live_policy(saring_live* live,
                                        saring_scratch* scratch);
typedef struct saring_live_state {
  uint32_t struct_size;
  uint32_t enforced;
  uint32_t is_last_good;
  uint32_t watching;
  uint64_t good_loads;
  uint64_t bad_loads;
  int64_t loaded_at;
  int64_t failed_at;
  const char* revision;
  const char* fingerprint;
  const char* bad_revision;
  const char* faults;
} saring_live_state;
int saring_live_get_state(const saring_live* live, saring_scratch* scratch,
                          saring_live_state* state);

typedef struct saring_search {
  uint32_t struct_size;
  const char* body;
  size_t body_size;
  const char* text;
  size_t text_size;
} saring_search;
typedef struct saring_rewritten {
  uint32_t struct_size;
  uint32_t action;
  uint32_t answer;
  const char* body;
  size_t body_size;
  const char* reason;
  const char* notice;
} saring_rewritten;
int saring_rewriter_create(const void* options, saring_rewriter** rewriter);
void saring_rewriter_free(saring_rewriter* rewriter);
int saring_rewrite(saring_rewriter* rewriter, const saring_policy* policy,
                   saring_scratch* scratch, const saring_search* search,
                   saring_rewritten* rewritten);
]]

local library = ffi.load "libsaring.so.1"
local opensearch = ffi.load "libsaring-opensearch.so.1"
assert(library.saring_abi() == 1, "saring: another ABI than 1")

local function check(status, fault)
  if status == 0 then return end
  local text = fault and ffi.string(library.saring_error_text(fault)) or ""
  library.saring_error_free(fault)
  if text == "" then
    text = ffi.string(library.saring_status_text(status))
  end
  error("saring: " .. text, 0)
end

-- Of the environment; nil when it is not set, or empty.
local function variable(name)
  local value = os.getenv(name)
  return value ~= "" and value or nil
end

local function open_live()
  local options = ffi.new "saring_live_options"
  options.struct_size = ffi.sizeof(options)
  options.watch = 1
  local path = variable "SARING_POLICY"
  local last_good = variable "SARING_LAST_GOOD"
  local off_switch = variable "SARING_OFF_SWITCH"
  if not path then
    error("saring: SARING_POLICY is not set: nginx.conf must name it by env", 0)
  end
  options.path, options.last_good, options.off_switch =
    path, last_good, off_switch
  local live = ffi.new "saring_live*[1]"
  local fault = ffi.new "saring_error*[1]"
  check(library.saring_live_create(options, live, fault), fault[0])
  return ffi.gc(live[0], library.saring_live_free)
end

local function make_rewriter()
  local rewriter = ffi.new "saring_rewriter*[1]"
  check(opensearch.saring_rewriter_create(nil, rewriter))
  return ffi.gc(rewriter[0], opensearch.saring_rewriter_free)
end

local live = open_live()
local scratch =
  ffi.gc(library.saring_scratch_create(), library.saring_scratch_free)
local rewriter = make_rewriter()

local policy = {}

-- The newest good policy. The first call in a process starts the thread that
-- follows the files.
function policy.newest()
  local newest = library.saring_live_policy(live, scratch)
  if newest == nil then error("saring: no memory for the policy", 0) end
  return newest
end

-- The faults of the policy's file, a line each, while an older policy stays in
-- force for them; else nil.
function policy.faults()
  local state = ffi.new "saring_live_state"
  state.struct_size = ffi.sizeof(state)
  check(library.saring_live_get_state(live, scratch, state))
  if state.failed_at ~= 0 then return ffi.string(state.faults) end
end

-- What to send instead of `body`, and what to tell the buyer or ""; nil and the
-- reason when the body is refused. `text` is what the buyer typed, or nil: the
-- words of the body's clauses. Raises an error when the library fails.
function policy.rewrite(body, text)
  local search = ffi.new "saring_search"
  search.struct_size = ffi.sizeof(search)
  search.body, search.body_size = body, #body
  search.text, search.text_size = text, text and #text or 0
  local rewritten = ffi.new "saring_rewritten"
  rewritten.struct_size = ffi.sizeof(rewritten)
  check(opensearch.saring_rewrite(rewriter, policy.newest(), scratch, search,
                                  rewritten))
  if rewritten.body == nil then return nil, ffi.string(rewritten.reason) end
  return ffi.string(rewritten.body, rewritten.body_size),
    ffi.string(rewritten.notice)
end

return policy
