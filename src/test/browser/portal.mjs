/** Chromium, and the packaged Loa that it looks at: LOA_URL and READER_URL are addresses, BROWSER the program. */
import assert from "node:assert/strict";
import { after, afterEach } from "node:test";
import puppeteer from "puppeteer-core";

export const loa = process.env.LOA_URL;
/** As the log names it. */
export const reader = process.env.READER_URL;
export const api = `${loa}/api/v1/`;

/** A headless browser says so in its user agent, and is not counted as a reader. */
export const headless = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/140.0.0.0 Safari/537.36";
/** New in each run, so that the tests can look at the same Loa again. */
export const run = Date.now().toString(36);
const person = (number) => headless.replace("HeadlessChrome/140.0.0.0", `Chrome/140.0.${parseInt(run, 36) % 100_000}.${number}`);
let people = 0;

export const browser = await puppeteer.launch({
  executablePath: process.env.BROWSER,
  // Chromium has no sandbox for root. The certificate of the proxy is made for the test.
  args: [`--user-agent=${person(people)}`, ...(process.getuid() === 0 ? ["--no-sandbox"] : [])],
  acceptInsecureCerts: true,
  protocolTimeout: 60_000,
  defaultViewport: { width: 1280, height: 900 },
});

/** How long a page may take on a machine that is busy with other things. */
const PATIENCE = 20_000;
// An error outside a test ends the process, and nothing after it.
process.on("uncaughtExceptionMonitor", () => browser.process().kill("SIGKILL"));

let opened = [];
let faults = [];
let shared;

/** A new tab. What its scripts complain of fails the test. */
export async function tab(userAgent) {
  const page = await browser.newPage();
  opened.push(page);
  page.setDefaultTimeout(PATIENCE);
  if (userAgent) await page.setUserAgent({ userAgent });
  page.on("pageerror", (error) => faults.push(error.message));
  // A status that is an error is told by the tests themselves.
  page.on("console", (line) => line.type() === "error" && !line.text().startsWith("Failed to load resource") && faults.push(line.text()));
  return page;
}

/** A tab of a reader whom Loa has not seen. */
export const stranger = () => tab(person(++people));

/** The tab of tests that need none of their own, as if it were new: to open one takes as long as to load a page. */
export async function oneTab({ width = 1280, height = 900, scripts = true } = {}) {
  if (!shared || shared.isClosed()) {
    shared = await tab();
    opened = opened.filter((page) => page !== shared);
  }
  await shared.bringToFront();
  await shared.setViewport({ width, height });
  await shared.setJavaScriptEnabled(scripts);
  await shared.emulateMediaType(null);
  // A page that scrolls smoothly is not yet where it will be.
  await shared.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
  return shared;
}

/** The tab with a page of the reader that has been filled in. */
export async function visit(address, options) {
  const page = await oneTab(options);
  await page.goto(new URL(address, reader));
  await filled(page);
  return page;
}

export const filled = (page) => page.waitForSelector("main h1");

/** Until a value is as wanted; the last one is told otherwise. */
export async function eventually(read, wanted) {
  const end = performance.now() + PATIENCE;
  let value = await read();
  while (!wanted(value) && performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    value = await read();
  }
  assert.ok(wanted(value), `${wanted} is not so of ${JSON.stringify(value)}`);
  return value;
}

export async function json(path, options) {
  const answer = await fetch(new URL(path, api), options);
  assert.ok(answer.ok, `${path}: ${answer.status} ${answer.ok || await answer.clone().text()}`);
  return answer.status === 204 ? null : answer.json();
}

/** How many streams of counters are open. */
export async function streams() {
  const metrics = await (await fetch(`${loa}/q/metrics`)).text();
  return Number(metrics.match(/^loa_visitors_listeners (\S+)/m)[1]);
}

afterEach(async () => {
  const pages = opened, told = faults;
  [opened, faults] = [[], []];
  await Promise.all(pages.map((page) => page.isClosed() || page.close()));
  assert.deepEqual(told, [], "what scripts complain of");
});
after(() => browser.close());
