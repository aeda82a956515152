"""Receivers of webhooks, good and bad, and what came to them; and how long a publish takes beside dead ones.

webhooks.py receive URL KEY STOP EACH
    makes 20 webhooks at the Loa of this address: 14 whose receivers are good, and one each that always fails, hangs, redirects,
    answers 429, answers 410, and fails twice at every change whose number is divisible by EACH. Prints "ready", and goes on until the
    file STOP has the first and the last number of the changes. Then it waits until each good receiver has the last one, and fails if
    one got the changes in another order than that of the log, or lacks one, or got a message with two ids or two with one.
webhooks.py publish URL KEY ROUNDS
    publishes articles in rounds of 20, in turns without webhooks and beside 20 whose receivers are dead: half of them refuse
    connections, half never answer. Fails when the median is more than 5% longer beside them.
"""
import asyncio
import base64
import http.client
import json
import os
import re
import socket
import statistics
import sys
import time
import urllib.parse

BAD = ["fails", "hangs", "redirects", "busy", "gone", "sometimes"]
GOOD = [f"good-{n}" for n in range(14)]
# Without a message for so long, those that are missing do not come any more.
PATIENCE = 180
LINES = {200: "200 OK", 307: "307 Temporary Redirect", 410: "410 Gone", 429: "429 Too Many Requests", 500: "500 Internal Server Error",
         503: "503 Service Unavailable"}
STATUS = {"fails": 500, "redirects": 307, "busy": 429, "gone": 410}


class Api:
    def __init__(self, url, key):
        self.connection = http.client.HTTPConnection(urllib.parse.urlsplit(url).netloc, timeout=60)
        self.headers = {"Authorization": "Bearer " + key, "Content-Type": "application/json"}

    def send(self, method, path, body=None):
        self.connection.request(method, "/api/v1" + path, None if body is None else json.dumps(body), self.headers)
        answer = self.connection.getresponse()
        text = answer.read()
        assert answer.status < 300, (path, answer.status, text)
        return json.loads(text) if text else None


class Log:
    """What a receiver got. Only the last message may come again."""

    def __init__(self):
        self.messages, self.again, self.last, self.last_id, self.wrong, self.ids = 0, 0, None, None, [], set()

    def add(self, place, message):
        self.messages += 1
        if place == self.last:
            self.again += 1
            if message != self.last_id:
                self.wrong.append(f"change {place} has two ids")
            return
        if self.last is not None and place != self.last + 1:
            self.wrong.append(f"change {place} came behind {self.last}")
        if message in self.ids:
            self.wrong.append(f"change {place} has the id of another one")
        self.ids.add(message)
        self.last, self.last_id = place, message


class Receiver(asyncio.Protocol):
    """HTTP/1.1 as Loa speaks it: a POST with a length."""

    logs = {name: Log() for name in GOOD + BAD}
    first = {}
    latest = time.monotonic()
    each, port = 1, 0

    def connection_made(self, transport):
        self.transport, self.rest = transport, b""

    def data_received(self, data):
        self.rest += data
        while b"\r\n\r\n" in self.rest:
            head, rest = self.rest.split(b"\r\n\r\n", 1)
            length = int(re.search(rb"(?i)\r\ncontent-length: *(\d+)", head)[1])
            if len(rest) < length:
                return
            body, self.rest = rest[:length], rest[length:]
            self.receive(head.split(b" ", 2)[1][1:].decode(), re.search(rb"(?i)\r\nwebhook-id: *(\S+)", head)[1], json.loads(body))

    def receive(self, name, message, body):
        place = int(base64.urlsafe_b64decode(body["cursor"] + "=="))
        log = self.logs[name]
        log.add(place, message)
        Receiver.latest = time.monotonic()
        self.first.setdefault(name, place)
        if name == "hangs":
            return
        status = STATUS.get(name, 200)
        if name == "sometimes" and place % self.each == 0 and log.failed.setdefault(place, 0) < 2:
            log.failed[place] += 1
            status = 503
        more = f"Location: http://127.0.0.1:{self.port}/good-0\r\n" if status == 307 else "Retry-After: 1\r\n" if status == 429 else ""
        self.transport.write(f"HTTP/1.1 {LINES[status]}\r\n{more}Content-Length: 0\r\n\r\n".encode())


async def receive(url, key, stop, each):
    Receiver.each = int(each)
    Receiver.logs["sometimes"].failed = {}
    server = await asyncio.get_running_loop().create_server(Receiver, "127.0.0.1", 0, backlog=200)
    Receiver.port = server.sockets[0].getsockname()[1]
    api = Api(url, key)
    for name in GOOD + BAD:
        await asyncio.to_thread(api.send, "POST", "/webhooks", {"name": name, "url": f"http://127.0.0.1:{Receiver.port}/{name}"})
    print("ready", flush=True)
    while not (os.path.exists(stop) and open(stop).read().strip()):
        await asyncio.sleep(0.2)
    first, last = map(int, open(stop).read().split())
    judged = {name: Receiver.logs[name] for name in GOOD + ["sometimes"]}
    while time.monotonic() - Receiver.latest < PATIENCE and any((log.last or 0) < last for log in judged.values()):
        await asyncio.sleep(0.2)
    wrong = []
    for name, log in judged.items():
        wrong += [f"{name}: {each}" for each in log.wrong[:3]]
        if Receiver.first.get(name) != first or log.last != last:
            wrong.append(f"{name}: told of {Receiver.first.get(name)} to {log.last}, not of {first} to {last}")
    good = sum(log.messages for log in judged.values())
    print(f"{last - first + 1} changes; {len(judged)} receivers got all of them, in order: {good} messages, of which "
          f"{sum(Receiver.logs[name].again for name in GOOD)} came again to good ones; tries at the others: "
          + ", ".join(f"{name} {Receiver.logs[name].messages}" for name in BAD) if not wrong else "wrong", flush=True)
    sys.exit("\n".join(wrong) if wrong else 0)


def publish(url, key, rounds):
    api = Api(url, key)
    refused = socket.socket()
    refused.bind(("127.0.0.1", 0))
    silent = socket.socket()
    silent.bind(("127.0.0.1", 0))
    silent.listen(1000)

    def some():
        # The first tries at receivers that are dead are over by then: they are tried seldom. Without webhooks it waits as long, because a
        # machine that was idle is slower at first.
        time.sleep(12)
        times = []
        for _ in range(20):
            made = api.send("POST", "/articles", {"title": "Tin", "body": "<p>Nội dung.</p>"})
            begun = time.perf_counter()
            api.send("POST", f"/articles/{made['id']}/publish", {})
            times.append((time.perf_counter() - begun) * 1000)
        return times

    def beside():
        made = [api.send("POST", "/webhooks", {"name": f"dead {n}", "url": "http://127.0.0.1:%d/"
                                               % (refused if n % 2 else silent).getsockname()[1]}) for n in range(20)]
        times = some()
        for each in made:
            api.connection.request("DELETE", f"/api/v1/webhooks/{each['id']}", headers={**api.headers, "If-Match": "*"})
            answer = api.connection.getresponse()
            answer.read()
            assert answer.status == 204, answer.status
        return times

    some(), some()
    none, dead = [], []
    for n in range(int(rounds)):
        # What comes first has another machine than what comes last.
        for kind in ((0, 1) if n % 2 else (1, 0)):
            (dead if kind else none).extend(beside() if kind else some())
    ratio = statistics.median(dead) / statistics.median(none)
    print(f"a publish takes {statistics.median(none):.1f} ms without webhooks, {statistics.median(dead):.1f} ms beside 20 whose "
          f"receivers are dead (medians of {len(none)} in turns): {100 * ratio - 100:+.1f}%")
    sys.exit(ratio > 1.05)


if __name__ == "__main__":
    if sys.argv[1] == "receive":
        asyncio.run(receive(*sys.argv[2:]))
    else:
        publish(*sys.argv[2:])
