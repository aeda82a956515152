"""How long POST /citations/check takes on a running Loa with its sample content: checking.py PORT [KEY]

Texts of nearly 64 kB: few citations and many, with and without quotations; with a key of an admin also of a law of 4,000 sections, which
it publishes first, with and without provisions that it does not have. A line for each: what it is, its citations, the median
and the slowest of 15 in milliseconds, on one connection.
"""
import http.client
import json
import sys
import time

LIMIT, WARM_UP, TIMES = 64 * 1024 - 40, 30, 15
connection = http.client.HTTPConnection("127.0.0.1", int(sys.argv[1]), timeout=120)
PROSE = "Cơ quan, đơn vị chịu trách nhiệm về công tác văn thư, lưu trữ ở nơi mình phụ trách và bố trí đủ người. "
HELD = "Theo mục {n} Chỉ thị số 22-CT/TU quy định: “Văn phòng Tỉnh ủy chủ trì, phối hợp với Sở Nội vụ theo dõi”. "
NUMBER = f"{time.time_ns() % 90000 + 1}/2035/QH99"
LAW = f"Theo Điều {{law}} Luật số {NUMBER} thì phải báo cáo. "
INVENTED = f"Theo khoản 9 Điều {{law}} Luật số {NUMBER} thì phải báo cáo. "
BEHIND = f"Theo Điều 9{{law}} Luật số {NUMBER} thì phải báo cáo. "
SECTIONS = 4000
OTHERS = "Theo khoản {n} Điều {m} Nghị định số {k}/2021/NĐ-CP ngày 05 tháng 3 năm 2021 thì phải báo cáo. "


def text(*parts):
    out, size, i = [], 0, 0
    while True:
        i += 1
        piece = parts[i % len(parts)].format(n=i % 9 + 1, m=i % 44 + 1, k=i, law=i * 7 % SECTIONS + 1)
        size += len(json.dumps(piece, ensure_ascii=False).encode()) - 2
        if size > LIMIT:
            return "".join(out)
        out.append(piece)


def check(body):
    begun = time.perf_counter()
    connection.request("POST", "/api/v1/citations/check", body, {"Content-Type": "application/json"})
    answer = connection.getresponse()
    found = json.loads(answer.read())
    if answer.status != 200:
        sys.exit(f"{answer.status} {found}")
    return (time.perf_counter() - begun) * 1000, len(found["items"])


def publish(key):
    law = {"title": "Luật mẫu", "body": "", "directive": {"type": "Luật", "number": NUMBER, "issuer": "Quốc hội",
           "issuedOn": "2035-01-01", "title": "mẫu"},
           "sections": [{"kind": "article", "number": str(n), "level": 1, "paragraphs": [{"text": "Mọi người giữ rừng."}]}
                        for n in range(1, SECTIONS + 1)]}
    headers = {"Content-Type": "application/json", "Authorization": "Bearer " + key, "If-Match": "*"}
    article = post("/api/v1/articles", json.dumps(law), headers)["id"]
    post(f"/api/v1/articles/{article}/publish", "{}", headers)


def post(path, body, headers):
    connection.request("POST", path, body, headers)
    answer = connection.getresponse()
    found = json.loads(answer.read())
    if answer.status not in (200, 201):
        sys.exit(f"{answer.status} {found}")
    return found


TEXTS = [("prose with a citation in eight sentences", [PROSE] * 7 + [HELD]), ("documents that are not here", [OTHERS]),
         ("quotations from one document", [HELD])]
if len(sys.argv) > 2:
    publish(sys.argv[2])
    TEXTS += [("a law of 4,000 sections", [LAW]), ("clauses that a law of 4,000 sections does not have", [INVENTED]),
              ("articles that a law of 4,000 sections does not have", [BEHIND])]
for what, parts in TEXTS:
    body = json.dumps({"text": text(*parts)}, ensure_ascii=False).encode()
    for _ in range(WARM_UP):
        check(body)
    runs = sorted(check(body) for _ in range(TIMES))
    print(f"{what}\t{runs[0][1]}\t{runs[TIMES // 2][0]:.0f}\t{runs[-1][0]:.0f}", flush=True)
