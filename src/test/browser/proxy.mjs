/** nginx as Debian has it in front of Loa, with nothing but `proxy_pass`, over HTTP and with TLS. */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { loa } from "./portal.mjs";

const there = (program) => spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;

/** Why tests cannot have what they need; false when they can. */
export const missing = !there("nginx") && "nginx is missing" || !there("openssl") && "openssl is missing";

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function start() {
  const folder = mkdtempSync(join(tmpdir(), "nginx-"));
  // nginx's workers are of another user.
  chmodSync(folder, 0o755);
  const [plain, secure] = [await freePort(), await freePort()];
  execFileSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost", "-days", "2",
    "-keyout", join(folder, "key.pem"), "-out", join(folder, "certificate.pem")], { stdio: "ignore" });
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => `${kind}_temp_path ${folder}/${kind};`).join(" ");
  writeFileSync(join(folder, "nginx.conf"), `
    pid ${folder}/nginx.pid;
    error_log ${folder}/error.log;
    events {}
    http {
      access_log off; ${temporary}
      server {
        listen 127.0.0.1:${plain};
        listen 127.0.0.1:${secure} ssl;
        ssl_certificate ${folder}/certificate.pem;
        ssl_certificate_key ${folder}/key.pem;
        location / { proxy_pass ${loa}; }
      }
    }`);
  const nginx = spawn("nginx", ["-c", join(folder, "nginx.conf"), "-e", join(folder, "error.log"), "-g", "daemon off;"], { stdio: "inherit" });
  after(() => nginx.kill());
  process.on("uncaughtExceptionMonitor", () => nginx.kill());
  const address = `http://127.0.0.1:${plain}`;
  for (let attempt = 0; ; attempt++) {
    const answer = await fetch(`${address}/q/health/live`).catch(() => ({ ok: false }));
    if (answer.ok) break;
    if (attempt === 50 || nginx.exitCode !== null) throw new Error("nginx does not pass requests on");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { plain: address, secure: `https://127.0.0.1:${secure}` };
}

/** Its addresses. */
export const proxy = missing ? {} : await start();
