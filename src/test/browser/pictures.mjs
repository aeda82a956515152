/** Makes the pictures of the reader that stand in the guides: src/docs/pictures. */
import { mkdir, writeFile } from "node:fs/promises";
import puppeteer from "puppeteer-core";

const MOST_BYTES = 60_000;
const reader = process.env.READER_URL;
const folder = new URL("../../src/docs/pictures/", import.meta.url);
const article = "bao-dam-an-toan-giao-thong-hoc-duong-ngay-tu-dau-nam-hoc-moi";
const pictures = {
  home: { address: "", width: 1280, height: 900 },
  article: { address: `articles/${article}#sec_4`, width: 1280, height: 900 },
  search: { address: "search?q=an+toan+giao+thong", width: 1280, height: 900 },
  telephone: { address: `articles/${article}`, width: 390, height: 780 },
};

const browser = await puppeteer.launch({ executablePath: process.env.BROWSER, args: process.getuid() === 0 ? ["--no-sandbox"] : [] });
try {
  await mkdir(folder, { recursive: true });
  const page = await browser.newPage();
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "light" }, { name: "prefers-reduced-motion", value: "reduce" }]);
  for (const [name, { address, width, height }] of Object.entries(pictures)) {
    await page.setViewport({ width, height });
    await page.goto(new URL(address, reader), { waitUntil: "networkidle2" });
    await page.waitForSelector(".counters:not([hidden])");
    let quality = 90, picture;
    do {
      quality -= 10;
      picture = await page.screenshot({ type: "webp", quality });
    } while (picture.length > MOST_BYTES && quality > 10);
    if (picture.length > MOST_BYTES) throw new Error(`${name}: ${picture.length} bytes`);
    await writeFile(new URL(`${name}.webp`, folder), picture);
    console.log(`${name}.webp: ${picture.length} bytes`);
  }
} finally {
  await browser.close();
}
