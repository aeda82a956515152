/** The snippets for browsers in the guide for frontends, on a page of another origin. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { before, describe, test } from "node:test";
import { illustrated, prepare, sample } from "./content.mjs";
import { otherOrigin } from "./counting.mjs";
import { api, eventually, json, stranger, streams } from "./portal.mjs";

const guide = await readFile(new URL("../../src/docs/frontends.md", import.meta.url), "utf8");
const snippets = [...guide.matchAll(/^```js\n(.*?)^```$/gms)].map(([, code]) => code.replace(/^const API = .*$/m, ""));
const slug = sample[4];
const { id } = await json(`articles/${slug}`);

/** Runs a snippet in the page with what the guide says is there, and then what follows it. */
async function run(page, marker, then) {
  const found = snippets.filter((code) => code.includes(marker));
  assert.equal(found.length, 1, `snippets with ${marker}`);
  return page.evaluate(`(async () => {
    const API = ${JSON.stringify(api.replace(/\/$/, ""))}, article = ${JSON.stringify(slug)}, articleId = ${JSON.stringify(id)};
    const shown = [], show = (numbers) => shown.push(numbers);
    const until = async (isSo) => { while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 50)); };
    ${found[0]}
    ${then}
  })()`);
}

async function elsewhere() {
  const page = await stranger();
  await page.goto(otherOrigin);
  return page;
}

describe("the guide for frontends", () => {
  before(prepare);

  test("each of its snippets for browsers is run here", () => assert.equal(snippets.length, 4));

  test("a picture for an <img>", async () => {
    const page = await elsewhere();
    assert.ok(await run(page, "function image(", `
      const { picture } = await (await fetch(API + "/articles/${illustrated.slug}")).json();
      const made = image(picture, "100vw");
      made.loading = "eager";
      document.body.append(made);
      await made.decode();
      return made.naturalWidth;`) > 0);
  });

  test("a hit that answers the counters", async () => {
    const [{ views, total }] = await run(await elsewhere(), "async function report(", "await until(() => shown.length); return shown;");
    assert.ok(views > 0 && total > 0);
  });

  test("a beacon", async () => {
    const views = async () => (await json(`articles/${slug}/views`)).views;
    const before = await views();
    await run(await elsewhere(), "navigator.sendBeacon(", "");
    await eventually(views, (now) => now === before + 1);
  });

  test("counters that move, and a stream that a left page gives up", async () => {
    await eventually(streams, (open) => open === 0);
    const page = await elsewhere();
    const numbers = await run(page, "new EventSource(", "await until(() => shown.length > 1); return Object.assign({}, ...shown);");
    assert.ok(numbers.total > 0 && numbers.views > 0);
    await eventually(streams, (open) => open === 1);
    await page.goto("about:blank");
    await eventually(streams, (open) => open === 0);
  });
});
