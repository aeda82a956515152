/** Counters that move, through nginx as it is installed, in one tab and in many. */
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { prepare, renamed, sample, withDirective } from "./content.mjs";
import { eventually, filled, stranger, streams, tab } from "./portal.mjs";
import { missing, proxy } from "./proxy.mjs";

const page = (slug) => `${proxy.plain}/reader/articles/${slug}`;
const shown = ".counters:not([hidden]):not(:empty), .online:not([hidden]):not(:empty)";
const none = (number) => number === 0;
const one = (number) => number === 1;

/** Milliseconds that the slowest request of the page waited before it could be sent. */
const longestWait = () => Math.max(0, ...performance.getEntries().filter(({ requestStart, fetchStart }) => requestStart > 0 && fetchStart > 0)
  .map(({ requestStart, fetchStart }) => requestStart - fetchStart));

/** What waits for a connection waits until a page is closed: a busy machine is quicker. */
const HANGS = 4_000;

/** Milliseconds until an ordinary answer has come. */
async function answered() {
  const began = performance.now();
  await (await fetch("/api/v1/visitors", { cache: "no-store" })).json();
  return performance.now() - began;
}

describe("counters behind nginx with nothing but proxy_pass", { skip: missing }, () => {
  before(prepare);

  test("the first event of the stream comes within a second", async () => {
    const open = await tab();
    await open.goto(`${proxy.plain}/reader/`);
    const waited = await open.evaluate(() => new Promise((resolve, reject) => {
      const began = performance.now();
      const stream = new EventSource("/api/v1/visitors/stream");
      stream.addEventListener("visitors", () => {
        stream.close();
        resolve(performance.now() - began);
      });
      stream.addEventListener("error", () => reject(new Error("no stream")));
      setTimeout(() => reject(new Error("no event in five seconds")), 5_000);
    }));
    assert.ok(waited <= 1_000, `${waited} ms`);
  });

  test("ten pages in one tab, and back: each shows its counters, and nothing hangs", async () => {
    await eventually(streams, none);
    const open = await tab();
    for (let load = 0; load < 10; load++) {
      await open.goto(page(sample[load % sample.length]));
      await open.waitForSelector(shown, { timeout: 2_000 });
      assert.ok(await open.evaluate(answered) < HANGS, `page ${load + 1} gets answers`);
      assert.ok(await open.evaluate(longestWait) < HANGS, `no request of page ${load + 1} waits for a connection`);
    }
    for (let back = 0; back < 3; back++) {
      await open.goBack();
      await filled(open);
      assert.ok(await open.evaluate(answered) < HANGS, "an answer after going back");
    }
    await eventually(streams, one);
    await open.close();
    await eventually(streams, none);
  });

  test("of eight tabs the visible one holds a stream, and each shows counters within two seconds", async () => {
    await eventually(streams, none);
    const tabs = [];
    for (const slug of [...sample, renamed.now, withDirective]) {
      const open = await tab();
      await open.goto(page(slug));
      await open.waitForSelector(shown);
      tabs.push(open);
    }
    assert.equal(tabs.length, 8);
    await eventually(streams, one);
    for (const [i, open] of tabs.entries()) {
      await open.evaluate((places) => document.querySelectorAll(places).forEach((place) => place.replaceChildren()), shown);
      const began = performance.now();
      await open.bringToFront();
      await open.waitForSelector(shown, { timeout: 2_000 });
      assert.ok(performance.now() - began <= 2_000, `tab ${i + 1} shows its counters`);
      assert.ok(await open.evaluate(answered) < HANGS, `tab ${i + 1} gets answers`);
      assert.ok(await open.evaluate(longestWait) < HANGS, `no request of tab ${i + 1} waits for a connection`);
      await eventually(streams, one);
    }
    const hidden = await Promise.all(tabs.map((open) => open.evaluate(() => document.hidden)));
    assert.equal(hidden.filter(Boolean).length, 7);
  });

  test("counters move while somebody looks", async () => {
    const open = await tab();
    await open.goto(page(sample[0]));
    await open.waitForSelector(".views:not([hidden])");
    const words = () => open.$eval(".views", (views) => views.textContent);
    await eventually(streams, one);
    const before = await words();
    const other = await stranger();
    await other.goto(page(sample[0]));
    await other.waitForSelector(".views:not([hidden])");
    await open.bringToFront();
    await eventually(words, (now) => now !== before);
  });

  test("a former slug is redirected on the same host, with TLS", async () => {
    const open = await tab();
    await open.goto(`${proxy.secure}/reader/`);
    const answer = await open.evaluate(async (slug) => {
      const { url, redirected, status } = await fetch(`/api/v1/articles/${slug}?include=tags`);
      return { url, redirected, status };
    }, renamed.before);
    assert.deepEqual(answer, { url: `${proxy.secure}/api/v1/articles/${renamed.now}?include=tags`, redirected: true, status: 200 });
    await open.goto(`${proxy.secure}/reader/articles/${renamed.before}`);
    await filled(open);
    assert.equal(open.url(), `${proxy.secure}/reader/articles/${renamed.now}`);
    await open.goto(`${proxy.secure}/api/v1/articles/${renamed.before}/html`);
    assert.equal(open.url(), `${proxy.secure}/api/v1/articles/${renamed.now}/html`);
    await open.goto(`${proxy.secure}/reader`);
    assert.equal(open.url(), `${proxy.secure}/reader/`);
  });
});
