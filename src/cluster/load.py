"""Readers, editors and visitors at a cluster, what was answered to them, and whether all that was acknowledged is there in the end."""
import collections
import hashlib
import http.client
import ipaddress
import itertools
import json
import random
import struct
import threading
import time
import urllib.parse
import uuid
import zlib

API = "/api/v1"
AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
WORDS = "quyết định chỉ thị nghị quyết công tác văn thư chuyển đổi số giám sát trường học đất đai ngân sách".split()
SEEDED = 40
# An instance hears of what another one published within half a second, and a cache is purged twice within a second.
SEEN_BY_ALL = 3

Read = collections.namedtuple("Read", "begun took kind trouble")
Write = collections.namedtuple("Write", "begun ended kind trouble")


class Caller:
    """A connection that is kept, and made anew after a failure."""

    def __init__(self, url, timeout):
        self.host, self.timeout, self.connection = urllib.parse.urlsplit(url).netloc, timeout, None

    def send(self, method, path, body=None, headers=None):
        """The status, the body, and the headers of the answer; an OSError or HTTPException if there was none."""
        if self.connection is None:
            self.connection = http.client.HTTPConnection(self.host, timeout=self.timeout)
        try:
            self.connection.request(method, urllib.parse.quote(API + path, safe="/?&=%-+:,.*"), body, headers or {})
            answer = self.connection.getresponse()
            return answer.status, answer.read(), answer.headers
        except BaseException:
            self.connection.close()
            self.connection = None
            raise


def picture():
    """A PNG that no other one is equal to."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = b"".join(b"\0" + random.randbytes(48) for _ in range(16))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 16, 16, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def content(title, file=None):
    sections = [{"number": str(n), "heading": " ".join(random.sample(WORDS, 4)), "paragraphs": [{"text": " ".join(random.choices(WORDS, k=60))}]}
                for n in range(1, 6)]
    directive = {"type": "Chỉ thị", "number": f"{random.randint(1, 9999)}-CT/TU", "issuer": "Tỉnh ủy", "issuedOn": "2024-06-01",
                 "title": " ".join(random.sample(WORDS, 6))}
    return {"title": title, "body": "<p>" + " ".join(random.choices(WORDS, k=80)) + "</p>", "directive": directive, "sections": sections,
            "attachments": [{"id": file, "title": "Hình"}] if file else []}


def words(body):
    """The beginning of an answer on one line."""
    return " ".join(body[:200].decode(errors="replace").split())


class Load:

    def __init__(self, url, key, readers=3, editors=2, visitors=2):
        self.url, self.key = url, key
        self.reads, self.writes = [], []
        self.articles, self.files, self.hits = {}, {}, collections.Counter()
        self.visitors = itertools.count(1)
        self.acknowledged, self.refused = [], []
        self.going_on, self.reading = threading.Event(), threading.Event()
        self.threads = [threading.Thread(target=what, daemon=True)
                        for what, many in ((self.reader, readers), (self.editor, editors), (self.visitor, visitors)) for _ in range(many)]

    def start(self):
        self.going_on.set()
        self.reading.set()
        editor = Caller(self.url, 30)
        for _ in range(SEEDED):
            self.make_article(editor)
        if self.refused:
            raise RuntimeError(self.refused[0])
        for thread in self.threads:
            thread.start()

    def stop(self):
        self.going_on.clear()
        for thread in self.threads:
            thread.join(120)

    # Readers

    def address(self):
        """Some of what readers ask for; much of it is in no cache."""
        article, _, file = self.acknowledged[0]
        for _ in range(10):
            article, published, some = random.choice(self.acknowledged)
            if published < time.time() - SEEN_BY_ALL:
                file = some or file
                break
        word = "+".join(random.sample(WORDS, 3))
        return random.choices([
            ("article", f"/articles/{article}"), ("section", f"/articles/{article}/sections/sec_{random.randint(1, 5)}"),
            ("toc", f"/articles/{article}/toc"), ("list", f"/articles?size={random.randint(5, 30)}&page={random.randint(1, 3)}"),
            ("search", f"/search?q={word}"), ("search", f"/search?q={word}&size={random.randint(5, 20)}"), ("feed", "/feeds/articles.atom"),
            ("counters", "/visitors"), ("file", f"/media/{file}")], [6, 3, 2, 3, 2, 2, 1, 1, 1 if file else 0])[0]

    def reader(self):
        caller = Caller(self.url, 30)
        while self.going_on.is_set():
            if not self.reading.wait(1):
                continue
            kind, path = self.address()
            begun, trouble = time.time(), None
            try:
                status, body, headers = caller.send("GET", path)
                if status != 200:
                    trouble = f"{path} {status} {words(body)}"
            except (OSError, http.client.HTTPException) as e:
                trouble = f"{path} {e!r}"
            self.reads.append(Read(begun, time.time() - begun, kind, trouble))
            time.sleep(random.uniform(0.02, 0.04))

    # Writers: each sends again what was not acknowledged, as clients do.

    def until_acknowledged(self, kind, attempt):
        """The first answer that is 2xx; None when the load has ended before there was one."""
        while True:
            begun, trouble = time.time(), None
            try:
                status, body, headers = attempt()
                if status < 300:
                    self.writes.append(Write(begun, time.time(), kind, None))
                    return status, body, headers
                trouble = f"{status} {words(body)}"
            except (OSError, http.client.HTTPException) as e:
                status, trouble = 0, repr(e)
            self.writes.append(Write(begun, time.time(), kind, trouble))
            # An attempt that got no answer may still be at work (409 request-in-progress).
            if 400 <= status < 500 and status != 429 and "request-in-progress" not in trouble:
                # A mistake of this program's: it would be made again.
                self.refused.append(f"{kind} {trouble}")
                return None
            if not self.going_on.is_set():
                return None
            time.sleep(0.2)

    def post(self, caller, kind, path, body, content_type="application/json"):
        # The same key at every attempt: what was stored without an answer is not stored again.
        headers = {"Authorization": "Bearer " + self.key, "Content-Type": content_type, "Idempotency-Key": str(uuid.uuid4())}
        return self.until_acknowledged(kind, lambda: caller.send("POST", path, body, headers))

    def make_article(self, caller):
        file = None
        if len(self.acknowledged) % 3 == 0:
            stored = self.post(caller, "file", "/media?fileName=hinh.png", picture(), "image/png")
            if stored:
                file = json.loads(stored[1])
                self.files[file["id"]] = file["sha256"]
                file = file["id"]
        title = f"Văn bản {uuid.uuid4()}"
        created = self.post(caller, "draft", "/articles", json.dumps(content(title, file)))
        if not created:
            return
        article = json.loads(created[1])["id"]
        headers = {"Authorization": "Bearer " + self.key}
        published = self.until_acknowledged("publish", lambda: self.publish(caller, article, headers))
        if published:
            self.articles[article] = title
            self.acknowledged.append((article, time.time(), file))

    @staticmethod
    def publish(caller, article, headers):
        answer = caller.send("POST", f"/articles/{article}/publish", None, headers)
        if answer[0] == 409:
            # It was published by an attempt that got no answer.
            return caller.send("GET", f"/articles/{article}", None, {"Cache-Control": "no-cache", **headers})
        return answer

    def editor(self):
        caller = Caller(self.url, 10)
        while self.going_on.is_set():
            self.make_article(caller)
            time.sleep(random.uniform(0.2, 0.5))

    def visitor(self):
        """Each hit is one of a visitor who was never here."""
        caller = Caller(self.url, 10)
        while self.going_on.is_set():
            article = random.choice(self.acknowledged[:SEEDED])[0]
            body = json.dumps({"articleId": article, "hitId": str(uuid.uuid4())})
            headers = {"Content-Type": "application/json", "User-Agent": AGENT,
                       "X-Forwarded-For": str(ipaddress.IPv4Address("10.0.0.0") + next(self.visitors))}
            if self.until_acknowledged("hit", lambda: caller.send("POST", "/hits", body, headers)):
                self.hits[article] += 1
            time.sleep(random.uniform(0.05, 0.15))

    # What came of it

    def reads_between(self, begun, ended):
        return [read for read in list(self.reads) if begun <= read.begun < ended]

    def writes_between(self, begun, ended):
        return [write for write in list(self.writes) if begun <= write.begun < ended]

    def back(self, since, kinds=("file", "draft", "publish", "hit")):
        """After how many seconds the first write of each kind was acknowledged that was sent after this time; None: not all yet."""
        writes = self.writes_between(since, float("inf"))
        first = [min((write.ended for write in writes if write.kind == kind and not write.trouble), default=None) for kind in kinds]
        return None if None in first else max(first) - since

    def longest_silence(self, begun, ended):
        """How long no hit was acknowledged, or no draft: the longer of the two."""
        silences = []
        for kind in ("hit", "draft"):
            times = [begun, *sorted(write.ended for write in list(self.writes)
                                    if write.kind == kind and not write.trouble and begun <= write.ended < ended), ended]
            silences += [later - earlier for earlier, later in zip(times, times[1:])]
        return max(silences)

    def lost(self, url):
        """What was acknowledged and is not there: articles, files, hits, and how many of each were acknowledged."""
        caller, key = Caller(url, 30), {"Authorization": "Bearer " + self.key, "Cache-Control": "no-cache"}

        def get(path):
            status, body, _ = caller.send("GET", path, None, key)
            return body if status == 200 else b"{}"
        articles = sum(json.loads(get(f"/articles/{id}")).get("title") != title for id, title in self.articles.items())
        files = sum(hashlib.sha256(get(f"/media/{id}/preview")).hexdigest() != sha256 for id, sha256 in self.files.items())
        views = {article: json.loads(get(f"/articles/{article}/views")).get("views", 0) for article in self.hits}
        sent = sum(self.hits.values())
        hits = max(sum(max(0, many - views[article]) for article, many in self.hits.items()),
                   sent - json.loads(get("/visitors")).get("total", 0))
        return {"articles": (articles, len(self.articles)), "files": (files, len(self.files)), "hits": (hits, sent)}
