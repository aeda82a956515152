/** Measures the largest paint (LCP) of an article in the reader on a slow network, with nothing in the browser's cache. */
import puppeteer from "puppeteer-core";

const ROUND_TRIP = 150, BITS_A_SECOND = 1_600_000, RUNS = 5, MOST = 1_500;
const address = `${process.env.READER_URL}articles/bao-dam-an-toan-giao-thong-hoc-duong-ngay-tu-dau-nam-hoc-moi`;
const screens = { telephone: { width: 390, height: 780, deviceScaleFactor: 2 }, computer: { width: 1280, height: 900 } };

function watch() {
  window.paints = [];
  new PerformanceObserver((list) => paints.push(...list.getEntries()
    .map(({ startTime, element, url }) => ({ startTime, what: `${element?.localName} ${url ?? ""}` }))))
    .observe({ type: "largest-contentful-paint", buffered: true });
}

async function largestPaint(browser, screen) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport(screen);
  const throughput = BITS_A_SECOND / 8;
  await page.emulateNetworkConditions({ latency: ROUND_TRIP, download: throughput, upload: throughput });
  await page.evaluateOnNewDocument(watch);
  await page.goto(address, { waitUntil: "load" });
  await page.waitForSelector(".views:not([hidden])");
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const { startTime, what } = await page.evaluate(() => paints.at(-1));
  await context.close();
  return { milliseconds: Math.round(startTime), what };
}

const browser = await puppeteer.launch({ executablePath: process.env.BROWSER, args: process.getuid() === 0 ? ["--no-sandbox"] : [] });
try {
  for (const [name, screen] of Object.entries(screens)) {
    // The picture's widths are made when one is first asked for.
    await largestPaint(browser, screen);
    const paints = [];
    for (let run = 0; run < RUNS; run++) paints.push(await largestPaint(browser, screen));
    const sorted = paints.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
    const median = sorted[Math.floor(RUNS / 2)];
    console.log(`${name}: ${median} ms (${sorted.join(", ")}), ${paints[0].what.trim()}`);
    if (median > MOST) process.exitCode = 1;
  }
} finally {
  await browser.close();
}
