"""What large-answers.sh does to a running Loa: PORT and PID of it."""
import http.client
import json
import sys
import threading
import time

PORT, PID = int(sys.argv[1]), sys.argv[2]
LARGEST = ("/api/v1/articles?include=sections,citations,changeHistory&fields=title,body,sections,citations&sort=-firstPublishedAt"
           "&tag=b%E1%BB%99%20lu%E1%BA%ADt&size=")
ORDINARY = "/api/v1/articles/bai-7?include=sections"
CALLERS, ROUNDS = 12, 3
MOST_MEMORY, SLOWEST = 900, 0.25


def get(path, address="127.0.0.1", fresh=True):
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=120, source_address=(address, 0))
    begun = time.monotonic()
    connection.request("GET", path, headers={"Cache-Control": "no-cache"} if fresh else {})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, body, time.monotonic() - begun


def memory():
    with open(f"/proc/{PID}/status") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))


def readers(done, times):
    def read(fresh):
        while not done.is_set():
            status, _, took = get(ORDINARY, fresh=fresh)
            times[fresh].append(took if status == 200 else 999)
            time.sleep(0.02)
    for fresh in (False, True):
        threading.Thread(target=read, args=(fresh,)).start()


def storm(size, addresses):
    done, times, answers, most = threading.Event(), {False: [], True: []}, [], [0]

    def watch():
        while not done.is_set():
            most[0] = max(most[0], memory())
            time.sleep(0.05)

    def call(n):
        for _ in range(ROUNDS):
            answers.append(get(LARGEST + str(size), addresses[n % len(addresses)]))

    threading.Thread(target=watch).start()
    readers(done, times)
    callers = [threading.Thread(target=call, args=(n,)) for n in range(CALLERS)]
    for caller in callers:
        caller.start()
    for caller in callers:
        caller.join()
    done.set()
    time.sleep(0.3)
    whole = [answer for answer in answers if answer[0] == 200 and json.loads(answer[1])["items"]]
    refused = [answer for answer in answers if answer[0] == 503]
    assert len(whole) + len(refused) == len(answers) and whole, [answer[0] for answer in answers]
    p99 = {fresh: sorted(all_times)[int(len(all_times) * 0.99)] for fresh, all_times in times.items()}
    print(f"{CALLERS} callers from {len(addresses)} addresses: {len(whole)} answers of {len(whole[0][1]) / 1e6:.1f} MB in "
          f"{max(a[2] for a in whole):.1f} s at most, {len(refused)} refused; most memory {most[0]:.0f} MB; an ordinary article, "
          f"kept: {len(times[False])} reads, p99 {p99[False] * 1000:.0f} ms, anew: {len(times[True])}, p99 {p99[True] * 1000:.0f} ms")
    return most[0] <= MOST_MEMORY and max(p99.values()) <= SLOWEST


status, body, _ = get(LARGEST + "100")
problem = json.loads(body)
assert status == 400 and problem["code"] == "too-large", (status, body[:300])
print(f"a page of 22 is refused; {problem['size']} fit")
for _ in range(300):
    get(ORDINARY)
good = [storm(problem["size"], addresses) for addresses in (["127.0.0.1"], [f"127.0.1.{n}" for n in range(1, 13)])]
sys.exit(0 if all(good) else "outside the bounds")
