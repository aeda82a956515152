"""How long a change is not visible behind a cache.

edge.py URL FRONT KEY CHANGES: publishes at the Loa of the first address, and looks at the second one, as a reader, until the change
shows: from the answer to the publish on. Every fifth change removes a cited document; the page that cites it is looked at. Prints
the median, the 99th percentile and the longest in milliseconds, and fails if the 99th percentile is more than a second.
"""
import http.client
import json
import sys
import time
import urllib.parse

URL, FRONT, KEY, CHANGES = sys.argv[1:]
# Every fifth removes a document.
CHANGES = max(5, int(CHANGES))
PATIENCE = 30


def connection(url):
    return http.client.HTTPConnection(urllib.parse.urlsplit(url).netloc, timeout=PATIENCE)


loa, front = connection(URL), connection(FRONT)


def edit(method, path, body=None, **headers):
    headers["Authorization"] = "Bearer " + KEY
    if body is not None:
        headers.setdefault("Content-Type", "application/json")
    loa.request(method, "/api/v1/articles" + path, None if body is None else json.dumps(body), headers)
    answer = loa.getresponse()
    text = answer.read()
    if answer.status >= 300:
        sys.exit(f"{method} {path}: {answer.status} {text.decode()}")
    return json.loads(text) if text else None


def published(content):
    article = edit("POST", "", content)["id"]
    edit("POST", f"/{article}/publish")
    return article


def read(path):
    front.request("GET", "/api/v1/articles" + path)
    answer = front.getresponse()
    return answer.read().decode(), " " in answer.getheader("X-Varnish", "")


def kept(path):
    """The page, when the cache has it: a change then shows only if the cache is purged."""
    end = time.time() + PATIENCE
    while time.time() < end:
        text, hit = read(path)
        if hit:
            return text
        time.sleep(0.01)
    sys.exit(f"{path} is not kept")


def visible(path, shows):
    begun = time.perf_counter()
    while not shows(read(path)[0]):
        if time.perf_counter() - begun > PATIENCE:
            sys.exit(f"{path} does not change")
        time.sleep(0.001)
    return (time.perf_counter() - begun) * 1000


def decree(number):
    return {"title": f"Nghị định {number}", "body": "<p>Nội dung.</p>",
            "directive": {"type": "Nghị định", "number": f"{number}/2020/NĐ-CP", "issuer": "Chính phủ", "issuedOn": "2020-03-05",
                          "title": "về công tác văn thư"},
            "sections": [{"number": "1", "paragraphs": [{"text": "Phạm vi."}]}]}


def citing(number):
    return {"title": f"Dẫn {number}", "body": "<p>Nội dung.</p>",
            "directive": {"type": "Chỉ thị", "number": f"{number}-CT/TU", "issuer": "Tỉnh ủy", "issuedOn": "2024-06-01",
                          "title": "chuyển đổi số"},
            "sections": [{"number": "1", "paragraphs": [{"text": f"Theo Nghị định số {number}/2020/NĐ-CP."}]}]}


news = [published({"title": "Tin", "body": "<p>Nội dung.</p>"}) for _ in range(10)]
pairs = [(published(decree(n)), published(citing(n))) for n in range(1, CHANGES // 5 + 1)]
time.sleep(2)
changed, removed = [], []
for n in range(CHANGES):
    if n % 5 == 4:
        cited, cites = pairs.pop()
        page = f"/{cites}/citations"
        if cited not in kept(page):
            sys.exit(f"{page} does not lead to what it cites")
        edit("POST", f"/{cited}/remove", {"explanation": "Nhầm"})
        removed.append(visible(page, lambda text: cited not in text))
    else:
        article = news[n % len(news)]
        kept(f"/{article}")
        edit("PATCH", f"/{article}/draft", {"title": f"Tin số {n}"}, **{"If-Match": "*", "Content-Type": "application/merge-patch+json"})
        edit("POST", f"/{article}/publish")
        changed.append(visible(f"/{article}", lambda text: f'"Tin số {n}"' in text))


def row(what, all):
    all.sort()
    print(f"{what}: {len(all)}, visible after {all[len(all) // 2]:.0f} ms (median), {all[min(len(all) - 1, len(all) * 99 // 100)]:.0f} ms (p99), "
          f"{all[-1]:.0f} ms (longest)")


row("changed articles", changed)
row("pages that cite a removed article", removed)
both = sorted(changed + removed)
sys.exit(both[len(both) * 99 // 100] > 1000)
