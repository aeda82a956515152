"""Two clients of src/bench/read-limit.sh, each on an address of its own. They send at fixed times, whether the answers come or not.

read-limit.py offer PORT RATE SECONDS PATH
    sends so many requests a second from 127.0.0.1, each to the path with another number behind it; prints how they were answered
read-limit.py read PORT RATE SECONDS PATH
    reads a path so many times a second from 127.0.0.2; prints the median and the 99th percentile in milliseconds, each from the time
    at which the request was due
"""
import asyncio
import collections
import re
import sys
import time

CONNECTIONS = 16
# Loa closes a connection with more than 256 unanswered requests.
MOST_UNANSWERED = 200
HEAD = re.compile(rb"HTTP/1\.1 (\d{3})[^\r]*\r\n(?:[^\r]*\r\n)*?(?i:content-length): (\d+)\r\n(?:[^\r]+\r\n)*\r\n")


class Client(asyncio.Protocol):
    def __init__(self):
        self.rest, self.due, self.statuses, self.times = b"", collections.deque(), collections.Counter(), []

    def connection_made(self, transport):
        self.transport = transport

    def connection_lost(self, error):
        self.statuses["closed"] += 1

    def data_received(self, data):
        self.rest += data
        while (head := HEAD.match(self.rest)) and len(self.rest) >= head.end() + int(head[2]):
            self.rest = self.rest[head.end() + int(head[2]):]
            self.statuses[head[1].decode()] += 1
            self.times.append(time.perf_counter() - self.due.popleft())

    def send(self, path, due):
        if len(self.due) >= MOST_UNANSWERED or self.transport.is_closing():
            self.statuses["not sent"] += 1
            return
        self.due.append(due)
        self.transport.write(f"GET {path} HTTP/1.1\r\nHost: test\r\n\r\n".encode())


async def go(address, port, rate, seconds, path_of):
    loop = asyncio.get_running_loop()
    clients = [(await loop.create_connection(Client, "127.0.0.1", port, local_addr=(address, 0)))[1] for _ in range(CONNECTIONS)]
    begun, sent = time.perf_counter(), 0
    while sent < rate * seconds:
        while sent < rate * seconds and begun + sent / rate <= time.perf_counter():
            clients[sent % CONNECTIONS].send(path_of(sent), begun + sent / rate)
            sent += 1
        await asyncio.sleep(0.001)
    end = time.perf_counter() + 20
    while any(client.due and not client.transport.is_closing() for client in clients) and time.perf_counter() < end:
        await asyncio.sleep(0.01)
    statuses = sum((client.statuses for client in clients), collections.Counter())
    times = sorted(each for client in clients for each in client.times)
    for client in clients:
        client.transport.close()
    return statuses, times


def main(what, port, rate, seconds, path):
    address, path_of = ("127.0.0.1", lambda n: f"{path}{time.time_ns()}") if what == "offer" else ("127.0.0.2", lambda n: path)
    statuses, times = asyncio.run(go(address, int(port), float(rate), float(seconds), path_of))
    if what == "offer":
        print(" ".join(f"{status}:{count}" for status, count in sorted(statuses.items())))
        return
    if set(statuses) != {"200"}:
        sys.exit(f"readers were answered {dict(statuses)}")
    print(f"{times[len(times) // 2] * 1000:.1f} {times[len(times) * 99 // 100] * 1000:.1f}")


main(*sys.argv[1:])
