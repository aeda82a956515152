-- A site's readers, as wrk sends them: every request comes from one of many addresses, to one of some articles.
-- Arguments after --: articles file; "hits", "prefetches" (answered and not counted) or "endpoint" (the same, answered by
-- the framework's endpoint: the empty query keeps them from the shortcut); milliseconds between a connection's requests
-- (0: none).
local articles, heads, mode, pause = {}, {}, "hits", 0
local counter = 0

function setup(thread)
  thread:set("seed", counter)
  counter = counter + 1
end

-- 131,072 readers in 2,048 networks: fewer of each than the ceiling lets in, as many hits of each as the bucket lets in.
-- Each of two threads has a half of them, and writes all but the article beforehand: it shares the machine with what it
-- measures.
local READERS = 65536

function init(args)
  for line in io.lines(args[1]) do articles[#articles + 1] = line end
  mode = args[2] or "hits"
  pause = tonumber(args[3] or "0")
  math.randomseed(os.time() * 31 + seed)
  for i = 1, READERS do heads[i] = head(seed % 2 * READERS + i - 1) end
end

function delay()
  return pause
end

local agents = {
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36",
  "Mozilla/5.0 (Linux; Android 14; SM-A546E) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36",
  "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
}

function body(article)
  return '{"articleId":"' .. article .. '"}'
end

-- Ids are equally long, and so are all bodies.
function head(n)
  local headers = {
    ["Content-Type"] = "application/json",
    ["User-Agent"] = agents[n % 3 + 1],
    ["X-Forwarded-For"] = string.format("100.%d.%d.%d", 64 + math.floor(n / 16384), math.floor(n / 64) % 256, n % 64),
  }
  if mode ~= "hits" then headers["Sec-Purpose"] = "prefetch" end
  local sample = body(articles[1])
  return wrk.format("POST", mode == "endpoint" and "/api/v1/hits?" or "/api/v1/hits", headers, sample):sub(1, -#sample - 1)
end

function request()
  return heads[math.random(READERS)] .. body(articles[math.random(#articles)])
end

-- Not counted in a response(): wrk would make a table of each answer's headers.
function done(summary, latency, requests)
  local bad = summary.errors.status
  local all = summary.requests - bad
  io.write(string.format("RESULT %d %d %.0f %.2f %.2f\n", all, bad, all / (summary.duration / 1e6),
    latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
