-- Addresses that were never asked for, so that none is answered from memory: wrk -s read-limit.lua URL -- PREFIX
local threads = 0
function setup(thread)
  thread:set("id", threads)
  threads = threads + 1
end
function init(args)
  n = 0
  prefix = args[1]
end
function request()
  n = n + 1
  return wrk.format("GET", prefix .. id .. "-" .. n)
end
