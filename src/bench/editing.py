"""What editing.sh does to a running Loa: PORT and admin KEY of it."""
import http.client
import json
import sys
import time

PORT, KEY = int(sys.argv[1]), sys.argv[2]
WORDS = ("cơ quan nhà nước thực hiện nhiệm vụ được giao theo quy định của pháp luật và báo cáo kết quả hằng năm cho cấp có thẩm "
         "quyền xem xét quyết định").split()
# The optimising compiler waits for thousands of calls (jvm.options).
WARM_UP, TIMES = 400, 20


def call(method, path, body=None, kind="application/json"):
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=300)
    begun = time.monotonic()
    connection.request(method, "/api/v1/articles" + path, None if body is None else json.dumps(body),
                       {"Authorization": "Bearer " + KEY, "Content-Type": kind, "If-Match": "*"})
    answer = connection.getresponse()
    read = answer.read()
    connection.close()
    assert answer.status < 300, (method, path, answer.status, read[:500])
    return json.loads(read), (time.monotonic() - begun) * 1000


def section(n, words):
    text = f"Theo Nghị định số {n % 500 + 1}/2019/NĐ-CP, " + " ".join(WORDS[(n + i) % len(WORDS)] for i in range(words)) + "."
    return {"kind": "article", "number": str(n), "heading": f"Điều khoản {n}", "paragraphs": [{"text": text}]}


def directive(title, number, sections, words):
    return {"title": title, "body": "<p>Căn cứ Luật Tổ chức Chính phủ.</p>",
            "directive": {"type": "Nghị định", "number": number, "issuedOn": "2030-01-01", "title": title},
            "sections": [section(n, words) for n in range(1, sections + 1)]}


def patch(article, change):
    return call("PATCH", f"/{article}/draft", change, "application/merge-patch+json")


def middle(times):
    return sorted(times)[len(times) // 2]


def row(what, milliseconds, most=None):
    print(f"{what:<58} {milliseconds:9.1f} ms" + (f"   at most {most}" if most else ""), flush=True)


ordinary = []
for n in range(WARM_UP + TIMES):
    created, one = call("POST", "", directive(f"Bài thường {n}", f"{n + 1}/2031/NĐ-CP", 6, 180))
    _, other = call("POST", f"/{created['id']}/publish")
    ordinary.append(one + other)
row("an ordinary article (6 sections) created and published", middle(ordinary[WARM_UP:]), 30)

for size in (100, 1000, 9000):
    whole = directive(f"Văn bản {size} mục", f"{size}/2032/NĐ-CP", size, 15)
    created, took = call("POST", "", whole)
    article = created["id"]
    row(f"{size} sections: created", took)
    row(f"{size} sections: published", call("POST", f"/{article}/publish")[1], 2000 if size == 9000 else None)
    times = []
    for n in range(3):
        whole["sections"][size // 2 + n]["paragraphs"][0]["text"] += " Sửa."
        times.append(patch(article, {"sections": whole["sections"]})[1])
    row(f"{size} sections: one word changed", middle(times), 1000 if size == 9000 else None)
    row(f"{size} sections: title changed", middle([patch(article, {"title": f"Tên khác {n}"})[1] for n in range(3)]))
    row(f"{size} sections: published again", call("POST", f"/{article}/publish")[1], 2000 if size == 9000 else None)

created, _ = call("POST", "", directive("Được chờ", "7/2030/NĐ-CP", 6, 180))
row("a document that 100,000 citations wait for: published", call("POST", f"/{created['id']}/publish")[1], 100)
