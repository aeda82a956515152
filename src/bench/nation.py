"""What nation.sh does to a running Loa. Documents and their addresses are made up, and the same on every run.

nation.py send PORT KEY FIRST LAST   makes an import job of these documents, sends them in parts, and starts it; prints its id
nation.py wait PORT KEY JOB          waits until the job is done, through kills; prints its state, and how many failed
nation.py map PORT KEY FILE          writes the map of old addresses for nginx
nation.py lists PORT BOUND           first pages of lists, one connection: the median of 15 in ms; fails over the bound
nation.py search PORT DOCUMENTS      searches, 8 connections: p95 in ms
"""
import http.client
import json
import sys
import threading
import time
import urllib.parse

BASE = "/api/v1"
SITE = "https://trang-cu.example"
PROVISIONS = 8
# A part may have 16 MB.
PART = 8_000_000
WORDS = ("cơ quan nhà nước thực hiện nhiệm vụ được giao theo quy định của pháp luật và báo cáo kết quả hằng năm cho cấp có thẩm quyền "
         "xem xét quyết định công tác quản lý đất đai môi trường giao thông đường bộ phòng cháy chữa cháy chuyển đổi số hồ sơ lưu trữ "
         "cải cách thủ tục dịch vụ công y tế giáo dục văn hóa du lịch an ninh trật tự ngân sách đầu tư xây dựng nhà ở").split()


def words(seed, count):
    state, drawn = seed * 2654435761 % 2147483647 + 1, []
    for _ in range(count):
        state = state * 48271 % 2147483647
        drawn.append(WORDS[state % len(WORDS)])
    return " ".join(drawn)


def number(n):
    return f"{n}/{2000 + n % 26}/QĐ-UBND"


def document(n):
    cited = [n * 7919 % (n or 1) + 1, n * 104729 % (n or 1) + 1, n * 31 % 900 + 1]
    sections = []
    for s in range(1, PROVISIONS + 1):
        text = f"Việc {words(n * 100 + s, 60)}."
        if s <= 6:
            text = f"Theo Quyết định số {number(cited[s % 3])}, {words(n * 100 + s, 55)}."
        sections.append({"kind": "article", "number": str(s), "heading": words(n * 10 + s, 6).capitalize(),
                         "paragraphs": [{"text": text}, {"text": f"Giao {words(n * 100 + s + 50, 40)}."}]})
    title = f"Quyết định {number(n)} về {words(n, 10)}"
    old = [f"{SITE}/chi-tiet?id={n}&l=vi"]
    if n % 8 < 3:
        old.append(f"{SITE}/van-ban/{n}.html")
    return {"source": str(n), "slug": f"van-ban-{n}", "title": title, "summary": words(n + 7, 25).capitalize() + ".",
            "body": f"<p>{words(n + 11, 40).capitalize()}.</p>", "tags": [f"lĩnh vực {n % 40}"],
            "firstPublishedAt": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(946_684_800 + n * 4800)), "views": n % 5000,
            "oldAddresses": old,
            "directive": {"type": "Quyết định", "number": number(n), "issuer": "Ủy ban nhân dân tỉnh",
                          "issuedOn": f"{2000 + n % 26}-{n % 12 + 1:02}-{n % 28 + 1:02}", "title": title},
            "sections": sections}


class Loa:
    """One connection, which is opened anew when Loa was killed."""

    def __init__(self, port, key=None):
        self.port, self.key, self.connection = port, key, None

    def send(self, method, path, body=None, kind="application/octet-stream"):
        while True:
            try:
                if self.connection is None:
                    self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
                headers = {"Content-Type": kind} if body is not None else {}
                if self.key:
                    headers["Authorization"] = "Bearer " + self.key
                self.connection.request(method, path, body, headers)
                answer = self.connection.getresponse()
                content = answer.read()
                if answer.status != 503:
                    break
            except (OSError, http.client.HTTPException):
                self.connection = None
            time.sleep(0.5)
        if answer.status >= 400:
            sys.exit(f"{method} {path}: {answer.status} {content[:500]!r}")
        return answer, content

    def json(self, method, path, body=None):
        return json.loads(self.send(method, path, body)[1])


def send(port, key, first, last):
    loa = Loa(port, key)
    job = loa.json("POST", BASE + "/import-jobs?sourceName=nation&publish=true&contentType=application/x-ndjson")["id"]
    part, size, lines = 1, 0, []

    def flush():
        loa.send("PUT", f"{BASE}/import-jobs/{job}/parts/{part}", b"".join(lines))

    for n in range(first, last + 1):
        line = json.dumps(document(n), ensure_ascii=False).encode() + b"\n"
        if size + len(line) > PART:
            flush()
            part, size, lines = part + 1, 0, []
        lines.append(line)
        size += len(line)
    flush()
    loa.send("POST", f"{BASE}/import-jobs/{job}/start")
    print(job)


def wait(port, key, job):
    loa, done = Loa(port, key), 0
    while True:
        found = loa.json("GET", f"{BASE}/import-jobs/{job}")
        items = found["items"]
        if items["done"] < done:
            sys.exit(f"progress went backwards: {done}, then {items['done']}")
        done = items["done"]
        if found["state"] != "running":
            print(found["state"], items["failed"])
            return
        time.sleep(1)


def write_map(port, key, file):
    loa, path = Loa(port, key), BASE + "/old-address-map?server=nginx"
    with open(file, "wb") as out:
        while path:
            answer, content = loa.send("GET", path)
            out.write(content)
            link = answer.getheader("Link") or ""
            path = urllib.parse.urljoin(path, link[link.index("<") + 1:link.index(">")]) if 'rel="next"' in link else None


def times(loa, path, count):
    took = []
    for _ in range(count):
        begun = time.perf_counter()
        loa.send("GET", path)
        took.append((time.perf_counter() - begun) * 1000)
    return took


def lists(port, bound):
    loa, failed = Loa(port), False
    for path in ("/articles", "/articles?tag=lĩnh%20vực%207", "/articles?inForceOn=2024-06-30", "/directives", "/directives?year=2011", "/tags",
                 "/most-read", "/feeds/articles.rss", "/changes"):
        path = urllib.parse.quote(BASE + path, safe="/?&=%")
        median = sorted(times(loa, path, 20)[5:])[7]
        failed |= median > bound
        print(f"  {urllib.parse.unquote(path):<52} {median:8.1f} ms   at most {bound}")
    if failed:
        print("  over the bound")


def search(port, documents):
    """Eight clients, first for twenty seconds with other queries, as the reads are: Loa has just started."""
    for what, warm_up, queries, bound in (
            ("one match", [number(n * 31 % documents + 1) for n in range(4000)],
             [number(n * 613 % documents + 1) for n in range(400)], 50),
            ("the commonest words", ["quyết định", "thực hiện nhiệm vụ", "ủy ban", "pháp luật"] * 1000,
             ["quyết định", "thực hiện nhiệm vụ", "ủy ban", "pháp luật"] * 20, 150)):
        searches(port, warm_up, time.monotonic() + 20)
        took = searches(port, queries, None)
        print(f"  search, {what}: p95 {sorted(took)[len(took) * 95 // 100]:.0f} ms   at most {bound}")


def searches(port, queries, end):
    """The milliseconds that searches took, by eight clients at once; until a time, where there is one."""
    took, share = [], len(queries) // 8

    def client(part):
        loa = Loa(port)
        for q in queries[part * share:(part + 1) * share]:
            if end and time.monotonic() > end:
                return
            took.extend(times(loa, BASE + "/search?q=" + urllib.parse.quote(q), 1))

    clients = [threading.Thread(target=client, args=(part,)) for part in range(8)]
    for each in clients:
        each.start()
    for each in clients:
        each.join()
    return took


if __name__ == "__main__":
    what, port, rest = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
    if what == "send":
        send(port, rest[0], int(rest[1]), int(rest[2]))
    elif what == "wait":
        wait(port, rest[0], rest[1])
    elif what == "map":
        write_map(port, rest[0], rest[1])
    elif what == "lists":
        lists(port, float(rest[0]))
    else:
        search(port, int(rest[0]))
