"""Prometheus over the instances of a cluster, as src/docs/monitoring says, and whether each panel of the dashboard there has data."""
import json
import math
import pathlib
import shutil
import time
import urllib.parse

from cluster import Part, answer, free_port, wait_for

FILES = pathlib.Path(__file__).resolve().parent.parent / "docs/monitoring"
STEP = 5


class Monitor:

    def __init__(self, cluster):
        where = cluster.directory / "prometheus"
        where.mkdir()
        targets = "', '".join(instance.url.removeprefix("http://") for instance in cluster.instances)
        shutil.copy(FILES / "alerts.yml", where)
        (where / "prometheus.yml").write_text((FILES / "prometheus.yml").read_text()
                                              .replace("127.0.0.1:8080", targets).replace(": 15s", f": {STEP}s"))
        address = f"127.0.0.1:{free_port()}"
        self.api, self.begun = f"http://{address}/api/v1/", time.time()
        self.part = Part("prometheus-server", cluster.directory, [
            "prometheus", f"--config.file={where}/prometheus.yml", f"--storage.tsdb.path={where}/data", f"--web.listen-address={address}"])
        # It ends with the others.
        cluster.parts["prometheus"] = self.part

    def start(self):
        self.part.start()
        wait_for("scraped", lambda: len(self.ask("query", query="up == 1")) == 3)

    def ask(self, what, **parameters):
        status, body = answer(f"{self.api}{what}?{urllib.parse.urlencode(parameters)}")
        return json.loads(body)["data"]["result"] if status == 200 else []

    def without_data(self):
        """The panels, and which of their queries gave no number in all the time."""
        without, queries = [], 0
        for panel in json.loads((FILES / "dashboard.json").read_text())["panels"]:
            for target in panel.get("targets", []):
                queries += 1
                found = self.ask("query_range", query=target["expr"], start=self.begun, end=time.time(), step=STEP)
                if not any(math.isfinite(float(value)) for series in found for _, value in series["values"]):
                    without.append(f"{panel['title']}: {target['expr']}")
        return without, queries
