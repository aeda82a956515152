-- Another of the articles with each request: wrk … -- <articles>
local articles = 10000
function init(args)
  articles = tonumber(args[1]) or articles
  math.randomseed(os.time() + tonumber(tostring({}):match("0x(%x+)"), 16) % 100000)
end
function request()
  return wrk.format("GET", "/api/v1/articles/bai-" .. math.random(1, articles) .. "?include=sections")
end
