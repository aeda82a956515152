/**
 * Presses "Try it out" and "Execute" on every public operation in Swagger UI, with the values that the page fills in, and
 * reads what it shows. LOA_URL is the running Loa, BROWSER the program.
 */
import puppeteer from "puppeteer-core";

const loa = process.env.LOA_URL;
const patience = 60_000;

/** The operations that can be called without a key, in the contract's order. */
async function publicOperations() {
  const answer = await fetch(`${loa}/api/v1/openapi`, { headers: { Accept: "application/json" } });
  const { paths } = await answer.json();
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([, { security }]) => security && (security.length === 0 || security.some((way) => Object.keys(way).length === 0)))
      .map(([method, { operationId, tags, responses }]) => ({
        name: `${method.toUpperCase()} ${path}`,
        block: `[id="operations-${tags[0]}-${operationId}"]`,
        statuses: Object.keys(responses).filter((status) => status.startsWith("2")),
        streams: "text/event-stream" in (responses["200"]?.content ?? {}),
      })));
}

/** Runs in the page: the status, and the body as it is shown, once both are there. */
function shown(block) {
  const answer = document.querySelector(`${block} .live-responses-table tbody .response`);
  if (answer === null) return false;
  const title = [...answer.querySelectorAll("h5")].find(({ textContent }) => textContent === "Response body");
  const body = title?.nextElementSibling;
  const image = body?.querySelector("img") ?? (body?.matches("img") ? body : null);
  if (image && !image.complete) return false;
  return {
    status: answer.querySelector(".response-col_status").innerText.trim(),
    details: answer.querySelector(".response-col_description").innerText.trim(),
    text: body?.querySelector("code, pre")?.innerText.trim() ?? "",
    width: image?.naturalWidth ?? 0,
    download: body?.querySelector("a[download]")?.textContent ?? "",
  };
}

/** What the answer has for content, in words; nothing if it has none. */
function content({ text, width, download }) {
  if (width > 0) return `an image ${width} pixels wide`;
  if (download) return download;
  return text && `${text.length} characters`;
}

/** Tries one operation; throws what is wrong with its answer. */
async function tryOut(page, { block, statuses }) {
  for (const button of [".opblock-summary-control", ".try-out__btn", ".execute"]) {
    const found = await page.waitForSelector(`${block} ${button}`, { timeout: patience });
    await found.click();
  }
  const seen = await page.waitForFunction(shown, { timeout: patience }, block);
  const answer = await seen.jsonValue();
  if (!statuses.includes(answer.status)) throw new Error(`${answer.status} instead of ${statuses.join(" or ")}: ${answer.details.slice(0, 500)}`);
  const found = content(answer);
  if (!found && answer.status !== "204") throw new Error(`${answer.status} without content: ${answer.details.slice(0, 500)}`);
  await page.click(`${block} .opblock-summary-control`);
  return found ? `${answer.status}, ${found}` : answer.status;
}

const began = performance.now();
const operations = await publicOperations();
const browser = await puppeteer.launch({
  executablePath: process.env.BROWSER,
  // Chromium has no sandbox for root.
  args: process.getuid() === 0 ? ["--no-sandbox"] : [],
  defaultViewport: { width: 1280, height: 1000 },
});
let failed = 0, passed = 0, leftOut = 0;
const fail = (what, why) => {
  failed++;
  console.log(`FAILED   ${what}: ${why}`);
};
try {
  const page = await browser.newPage();
  page.on("pageerror", (error) => fail("a script of the page", error.message));
  page.on("console", (line) => line.type() === "error" && fail("the page", line.text()));
  await page.goto(`${loa}/q/swagger-ui`);
  for (const operation of operations) {
    if (operation.streams) {
      leftOut++;
      console.log(`left out ${operation.name}: the answer is an event stream, which does not end`);
      continue;
    }
    try {
      console.log(`ok       ${operation.name}: ${await tryOut(page, operation)}`);
      passed++;
    } catch (error) {
      fail(operation.name, error.message);
    }
  }
} finally {
  await browser.close();
}
const seconds = Math.round((performance.now() - began) / 1000);
console.log(`${passed} of ${operations.length - leftOut} public operations answer in Swagger UI; ${leftOut} left out; ${seconds} s`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
