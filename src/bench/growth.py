"""How long each public GET takes on a running Loa with the articles of articles.sql, one after the other on one connection.

growth.py PORT ARTICLES: a line for each address: what it is, the median and the slowest of TIMES in milliseconds, the most that is
wanted. Every public GET of the contract has a line, or growth.py says which one is missing and fails. Also fails when an
answer is not 2xx or 3xx.
"""
import http.client
import json
import re
import sys
import time
import urllib.parse

PORT, ARTICLES = int(sys.argv[1]), int(sys.argv[2])
WARM_UP, TIMES = 12, 15
BASE = "/api/v1"
MIDDLE = ARTICLES // 2
ARTICLE = f"/articles/bai-{MIDDLE}"
# Not measured: a stream does not end, and articles.sql makes no files, no previews, no events and no addresses of an earlier site.
LEFT_OUT = {"/visitors/stream", "/media/{id}", "/previews/{token}", "/articles/{article}/effects/{id}", "/legacy"}
NO_BOUND = None

connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=120)


def get(path):
    begun = time.perf_counter()
    connection.request("GET", urllib.parse.quote(path, safe="/?&=%-+:,.*"))
    answer = connection.getresponse()
    body = answer.read()
    took = (time.perf_counter() - begun) * 1000
    if answer.status >= 400:
        sys.exit(f"GET {path}: {answer.status} {body[:300]!r}")
    return took, answer, body


def article_id():
    return json.loads(get(BASE + ARTICLE)[2])["id"]


def category():
    return json.loads(get(BASE + "/categories?size=1")[2])["items"][0]["slug"]


# The operation in the contract, what is measured of it, the address, and the most that is wanted in ms.
MEASURED = [
    ("/articles", "first page", "/articles", 50),
    ("/articles", "of a tag", "/articles?tag=chủ đề 7", 50),
    ("/articles", "of a tag that none has", "/articles?tag=không có", 50),
    ("/articles", "of a language that none has", "/articles?language=en", 50),
    ("/articles", "of a tag that none has, sort=title", "/articles?tag=không có&sort=title", 100),
    ("/articles", "withdrawn", "/articles?state=withdrawn", 50),
    ("/articles", "of a type", "/articles?type=Chỉ thị", 50),
    ("/articles", "by cursor, without a count", "/articles?count=none&size=100", 50),
    ("/articles", "in force on a day", "/articles?inForceOn=2024-06-30", 50),
    ("/articles", "in force on a day of long ago", "/articles?inForceOn=2015-06-30", 250),
    ("/articles", "in force on a day, when none was", "/articles?inForceOn=1990-01-01", 50),
    ("/articles", "sort=-views", "/articles?sort=-views", 100),
    ("/articles", "sort=title", "/articles?sort=title", 100),
    ("/articles", "page=2000", f"/articles?page={min(2000, ARTICLES // 20)}", 100),
    ("/articles/{article}", "with sections", ARTICLE + "?include=sections", 50),
    ("/articles/{article}", "with all", ARTICLE + "?include=sections,citations,changeHistory", 50),
    ("/articles/{article}/html", "", ARTICLE + "/html", 50),
    ("/tags", "all", "/tags", 50),
    ("/categories", "first page", "/categories", 50),
    ("/categories/{category}", "", "/categories/" + category(), 50),
    ("/articles/{article}/toc", "", ARTICLE + "/toc", 50),
    ("/articles/{article}/sections", "", ARTICLE + "/sections", 50),
    ("/articles/{article}/sections/{eId}", "", ARTICLE + "/sections/sec_2", 50),
    *[("/articles/{article}/sections/{eId}/" + form, "", ARTICLE + "/sections/sec_2/" + form, 50)
      for form in ("html", "text", "markdown", "akn")],
    ("/articles/{article}/directive", "", ARTICLE + "/directive", 50),
    *[("/articles/{article}/directive/" + form, "", ARTICLE + "/directive/" + form, 50)
      for form in ("html", "text", "markdown", "akn")],
    ("/articles/{article}/citations", "", ARTICLE + "/citations", 50),
    ("/articles/{article}/cited-by", "", ARTICLE + "/cited-by", 50),
    ("/articles/{article}/sections/{eId}/cited-by", "", ARTICLE + "/sections/sec_2/cited-by", 50),
    ("/articles/{article}/effects", "", ARTICLE + "/effects", 50),
    ("/articles/{article}/effects", "out", ARTICLE + "/effects?direction=out", 50),
    ("/articles/{article}/sections/{eId}/history", "", ARTICLE + "/sections/sec_2/history", 50),
    ("/articles/{article}/relations", "", ARTICLE + "/relations", 50),
    ("/articles/{article}/relations", "in", ARTICLE + "/relations?direction=in", 50),
    ("/directives", "first page", "/directives", 50),
    ("/directives", "of a type", "/directives?type=Chỉ thị", 50),
    ("/directives", "of an issuer that none has", "/directives?issuer=không có", 50),
    ("/directives", "of a number", f"/directives?number={MIDDLE}-CT/TU", 50),
    ("/directives", "of a year", "/directives?year=2019", 50),
    ("/directives", "in force on a day", "/directives?inForceOn=2024-06-30", 50),
    ("/directives", "in force on a day of long ago", "/directives?inForceOn=2015-06-30", 250),
    ("/directives", "by text", "/directives?text=trường giám", 100),
    ("/directives", "by text that none has", "/directives?text=biên", 100),
    ("/directives", "by common text", "/directives?text=chỉ thị", 100),
    ("/resolve", "", f"/resolve?q=Chỉ thị số {MIDDLE}-CT/TU", 50),
    ("/articles/{article}/revisions", "", ARTICLE + "/revisions", 50),
    ("/articles/{article}/revisions/{number}", "", ARTICLE + "/revisions/1", 50),
    ("/articles/{article}/revisions/{number}/diff/{other}", "", ARTICLE + "/revisions/1/diff/1", 50),
    ("/visitors", "", "/visitors", 50),
    ("/visitors/history", "", "/visitors/history", 50),
    ("/visitors/privacy", "", "/visitors/privacy", 50),
    ("/articles/{article}/views", "", ARTICLE + "/views", 50),
    ("/articles/{article}/views/history", "", ARTICLE + "/views/history", 50),
    ("/views", "of 20 articles", "/views?article=" + ",".join(f"bai-{MIDDLE + n}" for n in range(20)), 50),
    ("/most-read", "", "/most-read", 50),
    ("/search", "one match", f"/search?q=chỉ thị {MIDDLE}-CT/TU", 50),
    ("/search", "a few words", "/search?q=giám sát trường", 150),
    ("/search", "a phrase", '/search?q="bộ luật"', 150),
    ("/search", "what all have", "/search?q=chỉ thị", 150),
    ("/search", "what all have, in force on a day", "/search?q=chỉ thị&inForceOn=2024-06-30", 150),
    ("/search", "what all have, in a year", "/search?q=chỉ thị&year=2019", 150),
    ("/suggest", "", "/suggest?q=chỉ t", 50),
    *[("/feeds/articles." + kind, "", "/feeds/articles." + kind, 50) for kind in ("rss", "atom", "json")],
    ("/sitemap.xml", "index", "/sitemap.xml", 100),
    ("/sitemap.xml", "a part", "/sitemap.xml?part=1", NO_BOUND),
    ("/articles/{article}/jsonld", "", ARTICLE + "/jsonld", 50),
    ("/changes", "", "/changes", 50),
    ("/chunks", "a page", "/chunks?size=20", 50),
    ("/chunks", "of an article", f"/chunks?article={article_id()}", 50),
    ("/chunks", "of a type that none has", "/chunks?type=không có", 50),
    ("/chunks.ndjson", "a page", "/chunks.ndjson", 100),
]


def public_gets():
    contract = json.loads(get(BASE + "/openapi.json")[2])
    return {path.removeprefix(BASE) for path, methods in contract["paths"].items()
            if path.startswith(BASE) and methods.get("get", {}).get("security") == []}


missing = public_gets() - LEFT_OUT - {operation for operation, *_ in MEASURED}
if missing:
    sys.exit("growth.py measures nothing of " + ", ".join(sorted(missing)))
for operation, what, path, most in MEASURED:
    for _ in range(WARM_UP):
        get(BASE + path)
    times = sorted(get(BASE + path)[0] for _ in range(TIMES))
    print("\t".join([operation, what, f"{times[TIMES // 2]:.1f}", f"{times[-1]:.1f}", "" if most is None else str(most)]),
          flush=True)
