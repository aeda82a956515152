/** What somebody sees who has just started Loa. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { sample } from "./content.mjs";
import { json, reader, visit } from "./portal.mjs";

describe("the sample portal", () => {
  test("the address that the log names shows the sample portal", async () => {
    const page = await visit(reader);
    const titles = await page.$$eval("main article h3", (headings) => headings.map(({ innerText }) => innerText));
    const wanted = await Promise.all(sample.map(async (slug) => (await json(`articles/${slug}`)).title));
    assert.deepEqual(wanted.filter((title) => !titles.includes(title)), []);
    assert.ok((await page.$$(".menu a")).length > 1, "categories");
    assert.equal((await page.$$(".ranking li")).length, 5);
    await page.waitForFunction(() => [...document.images].every(({ complete, naturalWidth, loading }) => loading === "lazy" || complete && naturalWidth > 0));
  });
});
