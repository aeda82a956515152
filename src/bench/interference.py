"""What src/bench/interference.sh lets go at an instance: see there.

interference.py hold PORT CONNECTIONS one|many SECONDS PATH TYPE LENGTH [KEY]
    keeps so many connections open, each of which sends a body of LENGTH bytes but for the last one; says how they ended
interference.py upload PORT PARALLEL KEY
    sends PDF files of 15.7 MB at once, and says what was answered
interference.py read PORT SECONDS PATH
    reads a path over and over, and says how long it took
"""
import collections
import http.client
import selectors
import socket
import sys
import threading
import time

PIECE = b" " * 65536


class Held:
    """A connection that holds the last byte of its body back."""

    def __init__(self, port, address, head, length):
        self.left, self.answer, self.head = length - 1, b"", head
        self.socket = socket.socket()
        self.socket.setblocking(False)
        if address:
            self.socket.bind((address, 0))
        self.socket.connect_ex(("127.0.0.1", port))

    def write(self):
        try:
            if self.head:
                self.head = self.head[self.socket.send(self.head):]
            while not self.head and self.left > 0:
                self.left -= self.socket.send(PIECE[:self.left])
        except BlockingIOError:
            pass
        return bool(self.head) or self.left > 0

    def read(self):
        """False when the server has closed it."""
        try:
            more = self.socket.recv(65536)
        except BlockingIOError:
            return True
        self.answer = (self.answer + more)[:4096]
        return bool(more)

    def outcome(self):
        return self.answer[9:12].decode() if self.answer else "closed"


def hold(port, connections, addresses, seconds, path, content_type, length, key=None):
    port, connections, seconds, length = int(port), int(connections), float(seconds), int(length)
    head = (f"POST {path} HTTP/1.1\r\nHost: test\r\nContent-Type: {content_type}\r\nContent-Length: {length}\r\n"
            + (f"Authorization: Bearer {key}\r\n" if key else "") + "\r\n").encode()
    outcomes, watched = collections.Counter(), selectors.DefaultSelector()
    opened, deadline = 0, time.time() + seconds
    while time.time() < deadline:
        # Whoever is sent away comes again.
        while len(watched.get_map()) < connections:
            address = f"127.0.{1 + opened % connections // 250}.{1 + opened % 250}" if addresses == "many" else None
            held = Held(port, address, head, length)
            opened += 1
            watched.register(held.socket, selectors.EVENT_READ | selectors.EVENT_WRITE, held)
        for chosen, events in watched.select(0.1):
            held = chosen.data
            try:
                if events & selectors.EVENT_WRITE and not held.write():
                    watched.modify(held.socket, selectors.EVENT_READ, held)
                alive = not events & selectors.EVENT_READ or held.read()
            except OSError:
                alive = False
            if not alive:
                outcomes[held.outcome()] += 1
                watched.unregister(held.socket)
                held.socket.close()
        time.sleep(0.002)
    print(f"{opened} connections, {connections} at a time; answered: {dict(outcomes)}")


def upload(port, parallel, key):
    answers, body = collections.Counter(), b" " * 15_700_000 + b"\nstartxref\n9\n%%EOF\n"

    def send(n):
        connection = http.client.HTTPConnection("127.0.0.1", int(port), timeout=120)
        try:
            connection.request("POST", f"/api/v1/media?fileName=a{n}.pdf", b"%%PDF-1.4\n%d" % n + body,
                               {"Content-Type": "application/pdf", "Authorization": f"Bearer {key}"})
            answers[connection.getresponse().status] += 1
        except OSError as failure:
            answers[type(failure).__name__] += 1

    threads = [threading.Thread(target=send, args=(n,)) for n in range(int(parallel))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(f"{parallel} uploads of 15.7 MB at once; answered: {dict(answers)}")


def read(port, seconds, path):
    times, bad, deadline = [], collections.Counter(), time.time() + float(seconds)
    while time.time() < deadline:
        begun = time.time()
        try:
            connection = http.client.HTTPConnection("127.0.0.1", int(port), timeout=30)
            # An answer that is made anew: what is kept costs nothing.
            connection.request("GET", path, headers={"Cache-Control": "no-cache"})
            answer = connection.getresponse()
            answer.read()
            connection.close()
            if answer.status != 200:
                bad[answer.status] += 1
        except OSError as failure:
            bad[type(failure).__name__] += 1
        times.append((time.time() - begun) * 1000)
        time.sleep(0.02)
    times.sort()
    print(f"{len(times)} reads of an article: p50 {times[len(times) // 2]:.0f} ms, p99 {times[len(times) * 99 // 100]:.0f} ms, "
          f"longest {times[-1]:.0f} ms; not 200: {dict(bad)}")


if __name__ == "__main__":
    {"hold": hold, "upload": upload, "read": read}[sys.argv[1]](*sys.argv[2:])
