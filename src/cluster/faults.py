"""Kills, freezes and replaces each part of a cluster in turn under load, and says what readers and writers saw: see run.sh."""
import argparse
import pathlib
import shutil
import signal
import statistics
import sys
import time

from cluster import Cluster, Part, wait_for
from load import Caller, Load
from monitor import Monitor

WRITES_BACK = 30
AT_REPLICAS, APART, AT_PRIMARY = 0.95, 1.2, 0.05


class Fault:
    """What befalls the cluster. `find` says which part it is; it is mended after `seconds`, or when writes are back. Reads may fail
    only with `reads_lost`; `writes_back` is the longest that writes may be away, in the median."""

    def __init__(self, name, words, strike, find=None, mend=None, seconds=None, reads_lost=False, writes_back=None, rounds=1):
        self.name, self.words, self.strike, self.find, self.mend, self.seconds = name, words, strike, find, mend, seconds
        self.reads_lost, self.writes_back, self.rounds = reads_lost, writes_back, rounds


def killed(name, words, find, **more):
    return Fault(name, words, Part.kill, find, Part.start, **more)


def frozen(name, words, find, seconds, **more):
    """Silent for a while: for the others it is behind a network that has been cut."""
    return Fault(name, f"{words} is cut off for {seconds} s", Part.freeze, find, Part.thaw, seconds, **more)


def restart(part):
    part.kill()
    part.start()


def roll(cluster):
    """All instances, one after the other, to a version in another directory."""
    versions = len(list(cluster.directory.glob("version-*")))
    application = cluster.directory / f"version-{versions + 1}"
    shutil.copytree(cluster.application, application)
    for instance in cluster.instances:
        instance.stop()
        instance.take(application)
        instance.start()
        wait_for("a new version", instance.is_ready)
        # The balancer looks every second, and believes the second answer.
        time.sleep(3)


def part(name):
    return lambda cluster: cluster.parts[name]


def faults(rounds):
    return [
        killed("primary", "the primary is killed, Patroni with it", Cluster.primary, writes_back=WRITES_BACK, rounds=rounds),
        killed("instance", "an instance is killed", part("loa2"), rounds=rounds),
        Fault("roll", "all instances are replaced by another version", roll, rounds=rounds),
        killed("standby", "the synchronous standby is killed", lambda cluster: cluster.role("sync_standby")),
        killed("etcd", "etcd is away for 30 s", part("etcd"), seconds=30),
        frozen("frozen-primary", "the primary's node", Cluster.primary, 40),
        frozen("frozen-standby", "the synchronous standby's node", lambda cluster: cluster.role("sync_standby"), 25),
        frozen("frozen-database", "the HAProxy before the primary", part("haproxy-database"), 15),
        frozen("frozen-instance", "an instance", part("loa3"), 25),
        Fault("haproxy-database", "the HAProxy before the primary is killed and started", restart, part("haproxy-database")),
        Fault("haproxy-front", "the HAProxy before the instances is killed and started", restart, part("haproxy-front"), reads_lost=True),
        Fault("varnish", "Varnish is killed and started", restart, part("varnish"), reads_lost=True),
    ]


class Run:

    def __init__(self, cluster, load):
        self.cluster, self.load, self.wrong, self.rows = cluster, load, [], {}

    def expect(self, right, words):
        if not right:
            self.wrong.append(words)

    def strike(self, fault):
        wait_for("whole again", self.cluster.is_whole, 300)
        time.sleep(3)
        struck = fault.find(self.cluster) if fault.find else self.cluster
        begun = time.time()
        fault.strike(struck)
        if fault.seconds:
            time.sleep(fault.seconds)
        else:
            wait_for("written to", lambda: self.load.back(begun) is not None)
        if fault.mend:
            fault.mend(struck)
        wait_for("whole again", self.cluster.is_whole, 300)
        wait_for("written to", lambda: self.load.back(begun) is not None)
        time.sleep(3)
        self.tell(fault, begun, self.load.back(begun))

    def tell(self, fault, begun, back):
        ended = time.time()
        reads, writes = self.load.reads_between(begun, ended), self.load.writes_between(begun, ended)
        failed = [read for read in reads if read.trouble]
        again = [write for write in writes if write.trouble]
        row = {"reads": len(reads), "errors": len(failed), "slowest": max(read.took for read in reads), "back": back,
               "silent": self.load.longest_silence(begun, ended), "again": len(again)}
        self.rows.setdefault(fault.name, (fault, []))[1].append(row)
        print(f"{fault.name}: {len(reads)} reads in {ended - begun:.0f} s, {len(failed)} errors, slowest "
              f"{row['slowest']:.1f} s; writes back after {back:.1f} s, none for {row['silent']:.1f} s, {len(again)} of {len(writes)} tried again")
        for some in failed[:3] + again[:1]:
            print(f"    {some.begun - begun:6.1f} s {some.kind} {some.trouble[:300]}")
        self.expect(fault.reads_lost or not failed, f"{fault.words}: {len(failed)} errors of readers")

    def statements(self, node):
        """How often each statement was run for requests, as far as it reads."""
        rows = self.cluster.sql(node, "select queryid, sum(calls) from pg_stat_statements join pg_roles on pg_roles.oid = userid "
                                "where rolname = 'loa' and query ~* '^\\s*(select|with)\\M' "
                                "and query !~ 'pg_is_in_recovery|set_config|pg_wal|pg_get_wal' group by 1")
        return {row.split("|")[0]: int(row.split("|")[1]) for row in rows.splitlines()}

    def spread(self, reads=3000):
        """Where the statements of reads run while nobody writes. Some reads need none: they are answered from an instance's memory."""
        for node in self.cluster.nodes:
            self.cluster.sql(node, "select pg_stat_statements_reset()")
        caller = Caller(self.cluster.balancer, 30)
        for _ in range(reads):
            path = self.load.address()[1]
            status = caller.send("GET", path)[0]
            self.expect(status == 200, f"{path}: {status}")
        primary = self.cluster.primary()
        at = [self.statements(node) for node in self.cluster.nodes if node is not primary]
        those = set().union(*at)
        left = sum(calls for query, calls in self.statements(primary).items() if query in those)
        one, other = (sum(calls.values()) for calls in at)
        share = (one + other) / (one + other + left)
        print(f"statements of {reads} reads: {one} and {other} at the standbys, {left} at the primary: {share:.1%} at the standbys, "
              f"{max(one, other) / max(1, min(one, other)):.2f} times as many at one as at the other, {left / reads:.3f} a read at the primary")
        self.expect(share >= AT_REPLICAS and max(one, other) <= APART * min(one, other) and left <= AT_PRIMARY * reads, "where statements run")

    def calls_at_primary(self, seconds):
        """Of each reading statement while so many seconds pass, and how many publishes were acknowledged meanwhile, at least one."""
        primary, begun = self.cluster.primary(), time.time()
        self.cluster.sql(primary, "select pg_stat_statements_reset()")
        time.sleep(seconds)
        published = sum(write.kind == "publish" and not write.trouble for write in self.load.writes_between(begun, time.time()))
        return self.statements(primary), max(1, published)

    def spread_while_written(self, seconds=15):
        """The same while everybody reads and writes. Editors read, too, when they publish: at first they are alone."""
        self.load.reading.clear()
        time.sleep(1)
        alone, published_alone = self.calls_at_primary(seconds)
        for node in self.cluster.nodes:
            self.cluster.sql(node, "select pg_stat_statements_reset()")
        self.load.reading.set()
        begun = time.time()
        at_primary, published = self.calls_at_primary(seconds)
        reads = len(self.load.reads_between(begun, time.time()))
        primary = self.cluster.primary()
        standbys = [self.statements(node) for node in self.cluster.nodes if node is not primary]
        at_standbys = sum(sum(calls.values()) for calls in standbys)
        left = sum(max(0, calls - alone.get(query, 0) * published / published_alone)
                   for query, calls in at_primary.items() if query in set().union(*standbys))
        print(f"with {published / seconds:.1f} publishes a second: {reads} reads, {at_standbys} statements at the standbys, {left:.0f} at the "
              f"primary: {at_standbys / max(1, at_standbys + left):.1%}, {left / max(1, reads):.3f} a read at the primary")
        self.expect(left <= AT_PRIMARY * reads, "where statements run while editors publish")

    def panels(self, monitor):
        without, queries = monitor.without_data()
        print(f"the dashboard: {queries - len(without)} of {queries} queries have data")
        for each in without:
            self.expect(False, f"no data in the panel {each}")

    def medians(self):
        print("\nmedians:")
        for fault, rows in self.rows.values():
            middle = {key: statistics.median(row[key] for row in rows) for key in rows[0]}
            print(f"| {fault.words} | {len(rows)} | {sum(row['reads'] for row in rows)} | {sum(row['errors'] for row in rows)} | "
                  f"{middle['slowest']:.1f} | {middle['back']:.1f} | {middle['silent']:.1f} | {middle['again']:.0f} |")
            if fault.writes_back:
                self.expect(middle["back"] <= fault.writes_back, f"{fault.words}: writes back after {middle['back']:.1f} s")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--application", required=True)
    options.add_argument("--rounds", type=int, default=5, help="of the faults that are judged by medians")
    options.add_argument("--only", help="names of faults, with commas")
    options.add_argument("--keep", action="store_true", help="leaves the logs")
    options = options.parse_args()
    chosen = [fault for fault in faults(options.rounds) if not options.only or fault.name in options.only.split(",")]
    # Whoever ends this program ends the cluster, too.
    for ending in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, lambda *_: sys.exit(2))
    cluster = Cluster(options.application)
    print("in", cluster.directory)
    try:
        begun = time.time()
        cluster.start()
        print(f"started in {time.time() - begun:.0f} s")
        load = Load(cluster.url, cluster.key)
        run = Run(cluster, load)
        monitor = Monitor(cluster) if shutil.which("prometheus") else print("prometheus is not installed: the dashboard is not looked at")
        if monitor:
            monitor.start()
        load.start()
        run.spread_while_written()
        for fault in chosen:
            for _ in range(fault.rounds):
                run.strike(fault)
        if monitor:
            run.panels(monitor)
        load.stop()
        run.expect(not load.refused, f"{len(load.refused)} writes refused: {load.refused[:3]}")
        wait_for("whole again", cluster.is_whole, 300)
        run.spread()
        lost = load.lost(cluster.balancer)
        print("acknowledged and lost: " + ", ".join(f"{many} of {of} {what}" for what, (many, of) in lost.items()))
        run.expect(not any(many for many, _ in lost.values()), "acknowledged and lost")
        print(f"{len(load.reads)} reads, {sum(bool(read.trouble) for read in load.reads)} errors; "
              f"{sum(not write.trouble for write in load.writes)} writes acknowledged")
        run.medians()
    finally:
        cluster.close(options.keep)
    print("\n".join(["wrong:", *run.wrong]) if run.wrong else "nothing is wrong")
    sys.exit(bool(run.wrong))


main()
