"""A cluster on one machine, all of it in one directory: PostgreSQL under Patroni with etcd, HAProxy before the primary, instances of
Loa, HAProxy and Varnish before those. Each part is started, stopped, killed, frozen and thawed by itself; what is left
ends with the program."""
import json
import os
import pathlib
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
PATIENCE = 180
NODES = ["pg1", "pg2", "pg3"]
INSTANCES = ["loa1", "loa2", "loa3"]


def free_port():
    with socket.socket() as some:
        some.bind(("127.0.0.1", 0))
        return some.getsockname()[1]


def wait_for(what, condition, patience=PATIENCE):
    end = time.time() + patience
    while not condition():
        if time.time() > end:
            raise TimeoutError(f"not {what} within {patience} s")
        time.sleep(0.1)


def answer(url, timeout=5):
    """The status, or 0, and the body."""
    try:
        with urllib.request.urlopen(url, timeout=timeout) as found:
            return found.status, found.read()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read()
    except (OSError, ValueError):
        return 0, b""


def descendants(root):
    """The process and all that it has started, as far as it has not been left by them."""
    parents = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                stat = pathlib.Path("/proc", entry, "stat").read_text()
            except OSError:
                continue
            parents.setdefault(int(stat.rpartition(")")[2].split()[1]), []).append(int(entry))
    found = [root]
    for process in found:
        found += parents.get(process, [])
    return found


class Part:
    """A process with its children."""

    def __init__(self, name, directory, command, user=None, environment=None, where=None):
        self.name, self.command, self.user, self.where = name, [str(word) for word in command], user, where
        self.environment = {**os.environ, **(environment or {})}
        self.log = directory / (name + ".log")
        self.process = None

    def start(self):
        with self.log.open("a") as log:
            self.process = subprocess.Popen(self.command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True,
                                            cwd=self.where, env=self.environment, user=self.user, group=self.user,
                                            extra_groups=[] if self.user else None)

    def processes(self):
        return descendants(self.process.pid) if self.process and self.process.poll() is None else []

    def signal(self, what):
        for process in self.processes():
            try:
                os.kill(process, what)
            except ProcessLookupError:
                pass

    def kill(self):
        """All of it, and at once: none is left to tidy up after the others."""
        running = self.processes()
        for what in (signal.SIGSTOP, signal.SIGKILL):
            for process in running:
                try:
                    os.kill(process, what)
                except ProcessLookupError:
                    pass
        if self.process:
            self.process.wait()

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(60)
        except subprocess.TimeoutExpired:
            self.kill()

    def freeze(self):
        self.signal(signal.SIGSTOP)

    def thaw(self):
        self.signal(signal.SIGCONT)


class Node(Part):
    """Patroni with its PostgreSQL, which outlives it."""

    def __init__(self, name, directory, port, rest, **more):
        super().__init__(name, directory, ["patroni", HERE / "patroni.yml"], **more)
        self.port, self.rest, self.data = port, f"http://127.0.0.1:{rest}", directory / name / "data"

    def processes(self):
        found = super().processes()
        try:
            server = int((self.data / "postmaster.pid").read_text().split("\n")[0])
            if str(self.data) in pathlib.Path(f"/proc/{server}/cmdline").read_text():
                found += [process for process in descendants(server) if process not in found]
        except (OSError, ValueError):
            pass
        return found


class Instance(Part):
    """Loa. Its application may be replaced by another version."""

    def __init__(self, name, directory, port, settings, application, environment):
        self.url, self.settings = f"http://127.0.0.1:{port}", [f"-D{key}={value}" for key, value in settings.items()]
        super().__init__(name, directory, [], environment=environment)
        self.take(application)

    def take(self, application):
        self.where = application
        self.command = ["java", f"@{HERE.parent / 'main/docker/jvm.options'}", *self.settings, "-jar", "quarkus-run.jar"]

    def is_ready(self):
        return answer(self.url + "/q/health/ready")[0] == 200

    def metrics(self):
        """The values of each metric, by its name."""
        values = {}
        for line in answer(self.url + "/q/metrics")[1].decode().splitlines():
            if not line.startswith("#"):
                name, _, value = line.rpartition(" ")
                values[name] = float(value)
        return values


class Cluster:

    def __init__(self, application):
        self.application = pathlib.Path(application).resolve()
        self.directory = pathlib.Path(tempfile.mkdtemp(prefix="loa-cluster-"))
        self.directory.chmod(0o755)
        self.password, self.key = secrets.token_hex(16), secrets.token_hex(16)
        self.ports = {name: free_port() for name in
                      [*NODES, *(node + "-rest" for node in NODES), *INSTANCES, "etcd", "peer", "database", "front", "varnish", "purge"]}
        self.url = f"http://127.0.0.1:{self.ports['varnish']}"
        self.balancer = f"http://127.0.0.1:{self.ports['front']}"
        self.parts = {}
        self.define()

    def at(self, name):
        return f"127.0.0.1:{self.ports[name]}"

    def define(self):
        here, at = self.directory, self.at
        self.parts["etcd"] = Part("etcd", here, [
            "etcd", "--data-dir", here / "etcd", "--listen-client-urls", "http://" + at("etcd"), "--advertise-client-urls", "http://" + at("etcd"),
            "--listen-peer-urls", "http://" + at("peer"), "--initial-advertise-peer-urls", "http://" + at("peer"),
            "--initial-cluster", "default=http://" + at("peer")])
        for name in NODES:
            self.parts[name] = self.node(name)
        self.parts["haproxy-database"] = self.haproxy("haproxy-database", "database", {
            **{name.upper(): at(name) for name in NODES}, **{name.upper() + "_REST": str(self.ports[name + "-rest"]) for name in NODES}})
        for name in INSTANCES:
            self.parts[name] = Instance(name, here, self.ports[name], self.settings(self.ports[name]), self.application, {
                "QUARKUS_DATASOURCE_PASSWORD": self.password, "LOA_ADMIN_KEY": self.key})
        self.parts["haproxy-front"] = self.haproxy("haproxy-front", "front", {name.upper(): at(name) for name in INSTANCES})
        edge = (HERE.parent / "docs/edge/xkey.vcl").read_text()
        (here / "edge.vcl").write_text(edge.replace('"8080"', f'"{self.ports["front"]}"'))
        self.parts["varnish"] = Part("varnish", here, [
            "varnishd", "-F", "-n", here / "varnish", "-p", f"vcl_path={here}", "-f", HERE / "front.vcl", "-s", "malloc,64m",
            "-a", at("varnish"), "-a", "purge=" + at("purge")])

    def haproxy(self, name, listen, environment):
        return Part(name, self.directory, ["haproxy", "-db", "-f", HERE / (name + ".cfg")], environment={"LISTEN": self.at(listen), **environment})

    def node(self, name):
        where = self.directory / name
        where.mkdir()
        # PostgreSQL refuses to run as root.
        user = "postgres" if os.getuid() == 0 else None
        if user:
            shutil.chown(where, user, user)
        programs = max(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
        return Node(name, self.directory, self.ports[name], self.ports[name + "-rest"], user=user, where=where, environment={
            "PATH": f"{HERE}:{os.environ['PATH']}", "LOA_PASSWORD": self.password, "PATRONI_NAME": name, "PATRONI_ETCD3_HOST": self.at("etcd"),
            "PATRONI_RESTAPI_LISTEN": self.at(name + "-rest"), "PATRONI_RESTAPI_CONNECT_ADDRESS": self.at(name + "-rest"),
            "PATRONI_POSTGRESQL_LISTEN": self.at(name), "PATRONI_POSTGRESQL_CONNECT_ADDRESS": self.at(name),
            "PATRONI_POSTGRESQL_DATA_DIR": str(where / "data"), "PATRONI_POSTGRESQL_BIN_DIR": str(programs),
            "PATRONI_POSTGRESQL_PGPASS": str(where / "pgpass"),
            "PATRONI_SUPERUSER_USERNAME": "postgres", "PATRONI_SUPERUSER_PASSWORD": self.password,
            "PATRONI_REPLICATION_USERNAME": "replicator", "PATRONI_REPLICATION_PASSWORD": self.password,
            "PATRONI_REWIND_USERNAME": "rewinder", "PATRONI_REWIND_PASSWORD": self.password})

    def settings(self, port):
        hosts = ",".join(self.at(name) for name in NODES)
        return {
            "quarkus.http.host": "127.0.0.1",
            "quarkus.http.port": port,
            "quarkus.datasource.jdbc.url": f"jdbc:postgresql://127.0.0.1:{self.ports['database']}/loa",
            "quarkus.datasource.username": "loa",
            "loa.replica.url": f"jdbc:postgresql://{hosts}/loa",
            "loa.database.readiness": "read",
            "loa.visitor.trusted-proxies": "127.0.0.0/8",
            "loa.edge.varnish": f"http://127.0.0.1:{self.ports['purge']}/",
        }

    @property
    def nodes(self):
        return [self.parts[name] for name in NODES]

    @property
    def instances(self):
        return [self.parts[name] for name in INSTANCES]

    def members(self):
        """What Patroni's nodes say of each other, by name: the first that answers."""
        for node in self.nodes:
            status, body = answer(node.rest + "/cluster", 1)
            if status == 200:
                return {member["name"]: member for member in json.loads(body)["members"]}
        return {}

    def primary(self):
        return next((node for node in self.nodes if answer(node.rest + "/primary", 1)[0] == 200), None)

    def role(self, role):
        return next((self.parts[name] for name, member in self.members().items() if member["role"] == role), None)

    def is_whole(self):
        """A primary, a synchronous standby and another standby, and all instances are ready and read at both standbys."""
        members = self.members().values()
        roles = sorted(member["role"] for member in members)
        return (roles == ["leader", "replica", "sync_standby"] and all(member["state"] in ("running", "streaming") for member in members)
                and len({member.get("timeline") for member in members}) == 1 and self.primary() is not None
                and all(instance.is_ready() and self.replicas_used(instance) == 2 for instance in self.instances)
                and answer(self.url + "/api/v1/articles?size=1")[0] == 200)

    @staticmethod
    def replicas_used(instance):
        return sum(value for name, value in instance.metrics().items() if name.startswith("loa_replica_used{"))

    def sql(self, node, statement):
        done = subprocess.run(["psql", "-qAtX", "-v", "ON_ERROR_STOP=1", "-h", "127.0.0.1", "-p", str(node.port), "-U", "postgres", "-d", "loa",
                               "-c", statement], env={**os.environ, "PGPASSWORD": self.password}, capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(f"{node.name}: {done.stderr}")
        return done.stdout.strip()

    def start(self):
        self.parts["etcd"].start()
        wait_for("etcd", lambda: answer(f"http://127.0.0.1:{self.ports['etcd']}/health")[0] == 200)
        for node in self.nodes:
            node.start()
        wait_for("three nodes of PostgreSQL", lambda: len(self.members()) == len(NODES) and self.primary() and self.role("sync_standby"))
        self.parts["haproxy-database"].start()
        wait_for("a way to the primary", self.leads_to_primary)
        # The first one makes the schema.
        for instance in self.instances:
            instance.start()
            if instance is self.instances[0]:
                wait_for("an instance", instance.is_ready)
        self.parts["haproxy-front"].start()
        self.parts["varnish"].start()
        wait_for("whole", self.is_whole)

    def leads_to_primary(self):
        try:
            with socket.create_connection(("127.0.0.1", self.ports["database"]), 1) as some:
                some.settimeout(1)
                # SSLRequest: PostgreSQL says S or N; HAProxy without a server closes.
                some.sendall(b"\0\0\0\x08\x04\xd2\x16\x2f")
                return some.recv(1) in (b"S", b"N")
        except OSError:
            return False

    def close(self, keep=False):
        for part in reversed(self.parts.values()):
            part.kill()
        if not keep:
            shutil.rmtree(self.directory, ignore_errors=True)
