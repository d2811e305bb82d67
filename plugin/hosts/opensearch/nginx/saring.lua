-- A search on its way to OpenSearch or Elasticsearch: what is sent on is the
-- body that the policy allows, and nothing of the request that could go around
-- it. What cannot be made safe is answered here and never sent.

local policy = require "saring_policy"

-- Arguments of the address that change neither what is found nor its order.
-- Others are refused: `q` and `source` are searches of their own, `sort` puts
-- demoted listings first, `scroll` goes on without a body.
local PASSED = {}
for name in ([[
  allow_partial_search_results error_trace filter_path from human
  ignore_unavailable preference pretty request_cache rest_total_hits_as_int
  routing size timeout track_total_hits typed_keys
]]):gmatch "%S+" do
  PASSED[name] = true
end

local MOST_ARGUMENTS = 32

-- Media types of a body, without what follows a semicolon.
local JSON = {
  ["application/json"] = true,
  ["application/vnd.elasticsearch+json"] = true,
}

-- The arguments of the address; nil and the reason when one is not passed.
local function read_arguments()
  local given, truncated = ngx.req.get_uri_args(MOST_ARGUMENTS)
  if truncated then return nil, "too many arguments" end
  for name, value in pairs(given) do
    if not PASSED[name] then
      return nil, "the argument " .. ngx.escape_uri(name) .. " is not passed on"
    end
    if type(value) == "table" then
      return nil, "the argument " .. ngx.escape_uri(name) .. " is given twice"
    end
  end
  return given
end

-- Empty when there is none. Yields until all of it is there.
local function read_body()
  ngx.req.read_body()
  local path = ngx.req.get_body_file()
  if not path then return ngx.req.get_body_data() or "" end
  local file = assert(io.open(path, "rb"))
  local body = file:read "*a"
  file:close()
  return assert(body, "cannot read the body's file")
end

-- The headers; nil and the reason when not all of them can be looked at.
local function read_headers()
  local headers, truncated = ngx.req.get_headers()
  if truncated then return nil, "too many headers" end
  if type(headers["X-Search-Text"]) == "table" then
    return nil, "the header X-Search-Text is given twice"
  end
  return headers
end

-- Why a body with these headers cannot be read; nil when it can.
local function unreadable(headers, body)
  if headers["Content-Encoding"] then return "a compressed body is not read" end
  local given = headers["Content-Type"]
  if body == "" and given == nil then return nil end
  local media_type = type(given) == "string" and given:match "^[^;%s]*" or ""
  if not JSON[media_type:lower()] then return "the body must be JSON" end
end

-- What the buyer typed, by the header X-Search-Text: UTF-8, percent-encoded as
-- encodeURIComponent() does. Nil when there is none, or nothing in it.
local function typed_text(headers)
  local text = headers["X-Search-Text"]
  if text and text ~= "" then return ngx.unescape_uri(text) end
end

local function replace(arguments, headers, body, notice)
  -- The address is made anew of what was read in it: the engines end an
  -- argument at ';' as well.
  ngx.req.set_uri_args(arguments)
  ngx.req.set_method(ngx.HTTP_POST)
  ngx.req.set_body_data(body)
  ngx.req.clear_header "X-Search-Text"
  if not headers["Content-Type"] then
    ngx.req.set_header("Content-Type", "application/json")
  end
  if notice ~= "" then
    ngx.header["X-Search-Notice"] = ngx.escape_uri(notice)
  end
end

-- Makes the request one that may be sent on. Otherwise leaves it alone and
-- returns the status and the reason to answer with.
local function rewrite()
  local method = ngx.req.get_method()
  if method ~= "GET" and method ~= "POST" then
    return 405, "a search is sent by GET or POST"
  end
  local arguments, headers, fault
  arguments, fault = read_arguments()
  if not arguments then return 422, fault end
  headers, fault = read_headers()
  if not headers then return 422, fault end
  local body = read_body()
  fault = unreadable(headers, body)
  if fault then return 415, fault end
  local allowed, told = policy.rewrite(body, typed_text(headers))
  if not allowed then return 422, told end
  replace(arguments, headers, allowed, told)
end

local function quoted(text)
  return '"' .. text:gsub('[%c"\\]', function(c)
    return ("\\u%04x"):format(c:byte())
  end) .. '"'
end

-- An error as the engines write theirs.
local function answer(status, reason)
  ngx.status = status
  ngx.header["Content-Type"] = "application/json"
  ngx.say('{"error":{"type":"saring","reason":', quoted(reason),
          '},"status":', status, "}")
  return ngx.exit(ngx.HTTP_OK)
end

-- Logs the faults of a policy that is refused, once each time.
local told
local function tell_faults()
  local faults = policy.faults()
  if faults and faults ~= told then
    ngx.log(ngx.ERR, "the policy is refused, an older one stays in force:\n",
            faults)
  end
  told = faults
end

local saring = {}

-- For init_worker_by_lua: from here on this worker follows the policy's files,
-- and the first one tells of their faults.
function saring.follow()
  policy.newest()
  if ngx.worker.id() == 0 then ngx.timer.every(1, tell_faults) end
end

-- For access_by_lua of a location that passes `_search` on.
function saring.search()
  local sound, status, reason = pcall(rewrite)
  if not sound then
    ngx.log(ngx.ERR, status)
    status, reason = 503, "the search could not be checked"
  end
  if status then return answer(status, reason) end
end

return saring
