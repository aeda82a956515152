"""Receivers of webhooks, good and bad, and what came to them.

webhooks.py URL KEY STOP: makes 20 webhooks at the Loa of this address: 14 whose receivers are good, and one each that always fails,
hangs, redirects, answers 429, answers 410, and fails every tenth time. Prints "ready", and goes on until the file STOP says how many
changes there were. Then it waits until each good receiver has the last change, and fails if one has another order than that of the
log, or lacks a change, or got a message with two ids or two messages with one.
"""
import base64
import json
import os
import random
import socketserver
import sys
import threading
import time
import urllib.request
from http.server import BaseHTTPRequestHandler

URL, KEY, STOP = sys.argv[1:]
BAD = ["fails", "hangs", "redirects", "busy", "gone", "sometimes"]
GOOD = [f"good-{n}" for n in range(14)]
received = {name: [] for name in GOOD + BAD}
PATIENCE = 600


class Receiver(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        name = self.path[1:]
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        place = int(base64.urlsafe_b64decode(body["cursor"] + "=="))
        seen = received[name]
        seen.append((place, self.headers["webhook-id"]))
        if name == "hangs":
            time.sleep(30)
        status = {"fails": 500, "redirects": 307, "busy": 429, "gone": 410}.get(name, 200)
        if name == "sometimes" and random.random() < 0.1:
            status = 503
        self.send_response(status)
        if status == 307:
            self.send_header("Location", f"http://127.0.0.1:{port}/good-0")
        if status == 429:
            self.send_header("Retry-After", "1")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *words):
        pass


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    request_queue_size = 200
    allow_reuse_address = True


server = Server(("127.0.0.1", 0), Receiver)
port = server.server_address[1]
threading.Thread(target=server.serve_forever, daemon=True).start()


def api(path, body):
    request = urllib.request.Request(URL + "/api/v1" + path, json.dumps(body).encode(),
                                     {"Authorization": "Bearer " + KEY, "Content-Type": "application/json"})
    return json.load(urllib.request.urlopen(request))


for name in received:
    api("/webhooks", {"name": name, "url": f"http://127.0.0.1:{port}/{name}"})
print("ready", flush=True)
while not os.path.exists(STOP) or not open(STOP).read().strip():
    time.sleep(0.2)
first, last = map(int, open(STOP).read().split())
end = time.time() + PATIENCE
judged = GOOD + ["sometimes"]
while time.time() < end and any(not received[name] or received[name][-1][0] < last for name in judged):
    time.sleep(0.2)
wrong = []
for name in judged:
    told = [place for place, _ in received[name]]
    once = [place for n, place in enumerate(told) if n == 0 or place != told[n - 1]]
    if once != list(range(first, last + 1)):
        wrong.append(f"{name}: {len(set(told))} of {last - first + 1} changes, in order: {once == sorted(once)}")
    ids = {}
    for place, message in received[name]:
        ids.setdefault(place, set()).add(message)
    if any(len(each) > 1 for each in ids.values()) or len({message for _, message in received[name]}) != len(ids):
        wrong.append(f"{name}: ids that differ from try to try")
again = sum(len(received[name]) - len({place for place, _ in received[name]}) for name in GOOD)
print(f"{last - first + 1} changes, {len(judged)} receivers judged, {again} messages came again to good ones; "
      + ", ".join(f"{name} {len(received[name])}" for name in BAD))
sys.exit("\n".join(wrong) if wrong else 0)
