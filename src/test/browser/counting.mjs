/** What a page view counts, in the ways in which pages report it. */
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, describe, test } from "node:test";
import { left, prepare, sample } from "./content.mjs";
import { api, eventually, headless, json, stranger, tab } from "./portal.mjs";

/** A page of another origin than the API's. */
const other = createServer((_, answer) => answer.setHeader("Content-Type", "text/html; charset=utf-8").end("<!doctype html><title>Cổng khác</title>"));
await new Promise((resolve) => other.listen(0, "127.0.0.1", resolve));
export const otherOrigin = `http://127.0.0.1:${other.address().port}/`;
after(() => other.close());

async function article(slug) {
  return { id: (await json(`articles/${slug}`)).id, views: async () => (await json(`articles/${slug}/views`)).views };
}

async function elsewhere(page) {
  await page.goto(otherOrigin);
  return page;
}

/** Reads an article in the reader until its view is answered. The stream of counters may have shown the number before it for a moment. */
async function read(page, slug, views) {
  const answered = page.waitForResponse((answer) => answer.request().method() === "POST" && answer.url().endsWith("/hits"));
  await page.goto(new URL(`/reader/articles/${slug}`, api));
  assert.equal((await (await answered).json()).views, views);
  await page.waitForFunction((wanted) => {
    const shown = document.querySelector(".views:not([hidden])");
    return shown && Number(shown.textContent.replace(/\D/g, "")) === wanted;
  }, {}, views);
}

describe("counting", () => {
  before(prepare);

  test("a page view is counted, and the page shows it with this very view", async () => {
    const [slug] = sample;
    const { views } = await article(slug);
    const before = await views();
    await read(await stranger(), slug, before + 1);
    await eventually(views, (now) => now === before + 1);
  });

  test("a view counts once for a visitor, who comes again", async () => {
    const [, slug] = sample;
    const { views } = await article(slug);
    const before = await views();
    const page = await stranger();
    for (let load = 0; load < 2; load++) await read(page, slug, before + 1);
    assert.equal(await views(), before + 1);
  });

  test("sendBeacon with a string counts a view, from a page of another origin", async () => {
    const { id, views } = await article(sample[2]);
    const before = await views();
    const page = await elsewhere(await stranger());
    assert.ok(await page.evaluate((hits, articleId) => navigator.sendBeacon(hits, JSON.stringify({ articleId })), `${api}hits`, id));
    await eventually(views, (now) => now === before + 1);
  });

  const ways = {
    "for another page": (page) => page.goto("about:blank"),
    "because its tab is closed": (page) => page.close({ runBeforeUnload: true }),
  };
  for (const [i, [how, leave]] of Object.entries(ways).entries()) {
    test(`sendBeacon counts a view when the page is left ${how}`, async () => {
      const { id, views } = await article(left[i]);
      const before = await views();
      const page = await elsewhere(await tab());
      await page.evaluate((hits, articleId) => addEventListener("pagehide", () => navigator.sendBeacon(hits, JSON.stringify({ articleId }))),
        `${api}hits`, id);
      assert.equal(await views(), before);
      await leave(page);
      await eventually(views, (now) => now === before + 1);
    });
  }

  test("a page view is counted when the reader leaves the reader's page at once", async () => {
    const { views } = await article(sample[3]);
    const before = await views();
    const page = await stranger();
    await page.goto(new URL(`/reader/articles/${sample[3]}`, api), { waitUntil: "domcontentloaded" });
    await page.waitForRequest((request) => request.url().endsWith("/hits"));
    await page.goto("about:blank");
    await eventually(views, (now) => now === before + 1);
  });

  test("a page of another origin reads why a hit was not counted", async () => {
    const page = await elsewhere(await tab(headless));
    const why = await page.evaluate((hits) => fetch(hits, { method: "POST", headers: { "Content-Type": "application/json" }, body: "{}" })
      .then((answer) => answer.headers.get("Loa-Not-Counted")), `${api}hits`);
    assert.equal(why, "crawler");
  });
});
