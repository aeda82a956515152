/** Who can use the pages: what axe finds on them, which is nothing, and that they fit a narrow screen. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { before, describe, test } from "node:test";
import { category, gone, illustrated, prepare, sample, withDirective, withdrawn } from "./content.mjs";
import { loa, oneTab, reader } from "./portal.mjs";

const axe = await readFile(new URL("node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const pages = {
  "the first page": reader,
  "a search": `${reader}search?q=chi+thi`,
  "a search that finds nothing": `${reader}search?q=khongcogi`,
  "all articles": `${reader}search`,
  "an article with a document": `${reader}articles/${withDirective}`,
  "an article without one": `${reader}articles/${sample.at(-1)}`,
  "an article with pictures and a table": `${reader}articles/${illustrated.slug}`,
  "a withdrawn article": `${reader}articles/${withdrawn.slug}`,
  "a removed article": `${reader}articles/${gone.slug}`,
  "a category": `${reader}categories/${category}`,
  "a page that is not there": `${reader}articles/khong-co-bai-nay`,
  "the API's first page": `${loa}/`,
  "an article in the API's HTML": `${loa}/api/v1/articles/${withDirective}/html`,
  "an article with pictures and a table in the API's HTML": `${loa}/api/v1/articles/${illustrated.slug}/html`,
};
async function violations(page) {
  return page.evaluate(async () => (await axe.run(document, { resultTypes: ["violations"] })).violations
    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 200)).join(" | ")}`));
}

describe("access", () => {
  before(prepare);

  for (const [name, address] of Object.entries(pages)) {
    test(name, async (t) => {
      const page = await oneTab();
      await page.goto(address);
      await page.waitForSelector("main h1");
      if (address.startsWith(reader)) await page.waitForSelector(".counters:not([hidden])");
      // As a tool of the browser: the page's own policy lets no such script in.
      await page.evaluate(axe);
      await t.test("axe finds nothing", async () => assert.deepEqual(await violations(page), []));
      await page.setViewport({ width: 320, height: 640 });
      await t.test("it fits 320 pixels", async () => assert.equal(await page.evaluate(() => document.scrollingElement.scrollWidth), 320));
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
      await t.test("axe finds nothing in the dark on a telephone", async () => assert.deepEqual(await violations(page), []));
    });
  }
});
