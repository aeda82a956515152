-- Another of the articles with each request: wrk … -- <articles> [what stands behind its address]
local articles, rest = 10000, "?include=sections"
function init(args)
  articles = tonumber(args[1]) or articles
  rest = args[2] or rest
  math.randomseed(os.time() + tonumber(tostring({}):match("0x(%x+)"), 16) % 100000)
end
function request()
  return wrk.format("GET", "/api/v1/articles/bai-" .. math.random(1, articles) .. rest)
end
