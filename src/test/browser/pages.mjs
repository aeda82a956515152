/** The reader's pages: what they show, what they cost, and who can use them. */
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { category, gone, illustrated, prepare, renamed, withDirective, withdrawn } from "./content.mjs";
import { otherOrigin } from "./counting.mjs";
import { api, eventually, filled, json, loa, oneTab, reader, visit } from "./portal.mjs";

const text = (page, selector) => page.$eval(selector, (element) => element.innerText);
const missing = "articles/khong-co-bai-nay";

/** The requests to the API that a page has sent once it is quiet, all of it seen. */
async function requestsOf(address) {
  const page = await oneTab();
  const requests = [];
  const note = (answer) => answer.url().startsWith(api) && !answer.fromCache() && answer.request().resourceType() !== "image"
    && requests.push(answer.url().slice(api.length));
  page.on("response", note);
  await page.goto(new URL(address, reader));
  await filled(page);
  await page.evaluate(() => document.querySelector("footer.bottom").scrollIntoView());
  await page.waitForSelector(".counters:not([hidden])");
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  page.off("response", note);
  return requests;
}

describe("pages of the reader", () => {
  before(prepare);

  test("the first page asks the API four times at most", async () => {
    const requests = await requestsOf(reader);
    assert.ok(requests.length <= 4, requests.join("\n"));
  });

  test("an article asks the API three times at most", async () => {
    const requests = await requestsOf(`articles/${withDirective}`);
    assert.ok(requests.length <= 3, requests.join("\n"));
  });

  test("a former address is replaced by the present one, with the place in the text", async () => {
    const page = await visit(`articles/${renamed.before}#noi-dung`);
    assert.equal(page.url(), `${reader}articles/${renamed.now}#noi-dung`);
    assert.equal(await text(page, "h1"), renamed.title);
  });

  test("an article that was removed shows why", async () => {
    const page = await visit(`articles/${gone.slug}`);
    assert.ok((await text(page, "main")).includes(gone.explanation));
    assert.ok((await text(page, "main")).includes("Gỡ bỏ ngày"));
    assert.ok(await page.$('meta[name=robots][content=noindex]'));
  });

  for (const address of [missing, "categories/khong-co", "khong-co"]) {
    test(`/${address}, which is not there, says so and leads to the first page`, async () => {
      const page = await visit(address);
      assert.match(await text(page, "h1"), /^Không tìm thấy/);
      await Promise.all([page.waitForNavigation(), page.click("main a.button")]);
      assert.equal(page.url(), reader);
    });
  }

  test("an article that was withdrawn shows the notice above its text", async () => {
    const page = await visit(`articles/${withdrawn.slug}`);
    assert.ok((await text(page, ".notice")).includes(withdrawn.explanation));
    assert.ok(await page.evaluate(() => document.querySelector(".notice").compareDocumentPosition(document.querySelector(".text"))
      & Node.DOCUMENT_POSITION_FOLLOWING));
  });

  test("citations are links into the cited document, and sections have addresses", async () => {
    const page = await visit(`articles/${withDirective}`);
    const section = await page.$eval(".reading section[id]", ({ id }) => id);
    await page.goto(`${reader}articles/${withDirective}#${section}`);
    await filled(page);
    const links = await page.$$eval("a.citation", (all) => all.map(({ href }) => href));
    assert.ok(links.some((href) => href.startsWith(`${reader}articles/`)), links.join());
    for (const href of new Set(links.filter((link) => link.startsWith(`${reader}articles/`)))) {
      const cited = await visit(href);
      const { hash } = new URL(href);
      if (hash) assert.ok(await cited.$(`[id="${decodeURIComponent(hash.slice(1))}"]`), href);
    }
  });

  test("every picture of an article loads on a page of another origin", async () => {
    const page = await oneTab();
    await page.goto(otherOrigin);
    const broken = await page.evaluate(async (address) => {
      const { body, picture, attachments } = await (await fetch(address)).json();
      document.body.innerHTML = body;
      const add = (src) => document.body.append(Object.assign(new Image(), { src }));
      [picture, ...picture.widths, ...attachments].forEach(({ url }) => add(new URL(url, address)));
      const images = [...document.images];
      await Promise.allSettled(images.map((image) => image.decode()));
      return [images.length, images.filter(({ naturalWidth }) => !naturalWidth).map(({ src }) => src)];
    }, `${api}articles/${illustrated.slug}?include=attachments`);
    assert.deepEqual(broken, [8, []]);
  });

  test("every picture of an article loads in the reader", async () => {
    const page = await visit(`articles/${illustrated.slug}`);
    const images = await page.evaluate(async () => {
      const all = [...document.querySelectorAll("main img")];
      all.forEach((image) => { image.loading = "eager"; });
      await Promise.allSettled(all.map((image) => image.decode()));
      return all.map(({ naturalWidth, alt }) => [naturalWidth > 0, alt !== ""]);
    });
    assert.deepEqual(images, [[true, true], [true, true]]);
  });

  test("an article on paper is its text, without what is for screens", async () => {
    const page = await visit(`articles/${withDirective}`);
    await page.emulateMediaType("print");
    const seen = (selector) => page.$$eval(selector, (all) => all.filter((one) => one.checkVisibility()).length);
    assert.equal(await seen(".top, .menu, .contents, .bottom, .tools, .anchor, .cited-by, .skip"), 0);
    assert.ok(await seen(".reading section p") > 5);
    assert.equal(await page.$eval("body", (body) => getComputedStyle(body).backgroundColor), "rgb(255, 255, 255)");
    const width = await page.$eval(".reading > article", (article) => article.offsetWidth / document.body.offsetWidth);
    assert.ok(width > 0.9, `the text takes ${width} of the paper`);
    assert.equal(Buffer.from(await page.pdf()).subarray(0, 5).toString(), "%PDF-");
  });
});

describe("the reader without scripts", () => {
  before(prepare);

  const ways = { "": "/", "search?q=chi+thi": "/", [`categories/${category}`]: "/",
    ...Object.fromEntries([withDirective, illustrated.slug, withdrawn.slug, renamed.now].map((slug) => [`articles/${slug}`, `/api/v1/articles/${slug}/html`])) };
  for (const [address, html] of Object.entries(ways)) {
    test(`/${address.replace(/-\w{8}$/, "")} leads to the HTML of the API`, async () => {
      const page = await oneTab({ scripts: false });
      await page.goto(new URL(address, reader));
      await Promise.all([page.waitForNavigation(), page.click("noscript a")]);
      assert.equal(page.url(), `${loa}${html}`);
      assert.ok((await text(page, "main h1")).length > 2);
    });
  }

  test("the HTML of the API leads from the first page to an article, its sections, a cited article, and back", async () => {
    const page = await oneTab({ scripts: false });
    const follow = (selector) => Promise.all([page.waitForNavigation(), page.click(selector)]);
    await page.goto(reader);
    await follow("noscript a");
    await follow(`a[href$="${withDirective}/html"]`);
    await follow("nav.contents a");
    assert.match(page.url(), /#/);
    await follow("article a[href*='/articles/']");
    if (page.url().startsWith(reader)) await follow("noscript a");
    assert.match(page.url(), /\/api\/v1\/articles\/[^/]+\/html/);
    await follow("body > header a:last-child");
    assert.equal(page.url(), reader);
  });
});

describe("the reader with the keyboard alone", () => {
  before(prepare);

  const focused = (page) => page.evaluate(() => {
    const { activeElement: element } = document;
    const { top, width, height } = element.getBoundingClientRect();
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return { words: element.innerText, marked: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2, seen: top >= 0 && width * height > 0 };
  });

  test("the first key leads past the menu to the text", async () => {
    const page = await visit(reader);
    await page.keyboard.press("Tab");
    const skip = await focused(page);
    assert.deepEqual([skip.words, skip.marked, skip.seen], ["Đến nội dung chính", true, true]);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    assert.ok(await page.evaluate(() => document.activeElement.closest("main")), "the next key is in the text");
  });

  test("a search with suggestions is typed, chosen and opened", async () => {
    const page = await visit(reader);
    for (let key = 0; key < 3; key++) await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.id), "q");
    await page.keyboard.type("an toan giao");
    await page.waitForSelector("#suggestions:not([hidden]) [role=option]");
    await page.keyboard.press("ArrowDown");
    const chosen = await page.$eval("#q", (input) => document.getElementById(input.getAttribute("aria-activedescendant")).dataset.href);
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    assert.equal(page.url(), chosen);
    await filled(page);
    await page.focus("#q");
    await page.keyboard.type("giao thong hoc");
    await page.waitForSelector("#suggestions:not([hidden])");
    await page.keyboard.press("Escape");
    assert.equal(await page.$("#suggestions:not([hidden])"), null);
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    assert.equal(page.url(), `${reader}search?q=giao+thong+hoc`);
  });

  for (const [name, address] of Object.entries({ "the first page": "", "an article": `articles/${withDirective}`, "a search": "search?q=chi+thi" })) {
    test(`every control of ${name} is reached, and marked when it is`, async () => {
      const page = await visit(address);
      // What takes the focus for scripts alone, and twins of a link that are hidden from everybody who listens, are left out.
      const all = await page.$$eval("a[href], button, input, summary", (controls) =>
        controls.filter((control) => control.checkVisibility() && control.tabIndex >= 0).length);
      const reached = [];
      for (let key = 0; key < all; key++) {
        await page.keyboard.press("Tab");
        reached.push(await focused(page));
      }
      assert.deepEqual(reached.filter(({ marked, seen }) => !marked || !seen), []);
      await page.keyboard.press("Tab");
      assert.ok(await page.evaluate(() => document.activeElement === document.body || document.activeElement.matches(".skip")), "the end is the end");
    });
  }

  test("what cites a document is asked for and shown", async () => {
    const { items: [{ article }] } = await json("directives?citedBy[gte]=1&size=1").catch(() => ({ items: [{ article: { slug: withDirective } }] }));
    const page = await visit(`articles/${article.slug}`);
    await page.focus(".cited-by summary");
    await page.keyboard.press("Enter");
    await eventually(() => text(page, ".cited-by div"), (words) => words && words !== "Đang tải…");
  });
});
