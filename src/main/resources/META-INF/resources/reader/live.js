/** Counting: reports the page view once, and keeps the counters that the reader can see up to date. */
import { api, count, get, h } from "./core.js";

const POLL = 20_000;
/** Through a proxy that buffers, a stream is silent. */
const SILENCE = 5_000;

const places = new Map();
let article;
let stream;
let timer;
let refused = false;
let seen = false;
/** When the counters were asked for last. */
let asked = -POLL;

/** Puts numbers into their places. A counter that is not known stays hidden. */
function put(numbers) {
  for (const [element, write] of places) {
    const words = write(numbers);
    if (words) {
      element.textContent = words;
      element.hidden = false;
    }
  }
}

const siteWords = ({ online, today, total }) => online !== undefined
  && `Đang trực tuyến: ${count(online)} · Hôm nay: ${count(today)} · Tổng lượt truy cập: ${count(total)}`;

function close() {
  if (stream) stream.close();
  stream = undefined;
  clearTimeout(timer);
}

/** Asks now and then while the page is in front. What the answer to the hit has told is not asked for again. */
function poll() {
  close();
  if (!document.hidden && seen) timer = setTimeout(ask, Math.max(0, asked + POLL - performance.now()));
}

async function ask() {
  asked = performance.now();
  const answers = [get("visitors"), article && get(`articles/${article}/views`)];
  for (const answer of await Promise.allSettled(answers)) if (answer.value) put(answer.value);
  poll();
}

/** Without a stream, for as long as the page is there. */
function giveUp() {
  refused = true;
  poll();
}

/**
 * An article holds a stream while it is in front, from the moment when a counter is on the screen. Browsers open six connections
 * to a host over HTTP/1.1, and a page that was left keeps its own: a tab that nobody looks at gives its stream up.
 * Other pages ask now and then.
 */
function follow() {
  if (document.hidden || !seen) {
    close();
  } else if (refused || !article) {
    poll();
  } else if (!stream) {
    clearTimeout(timer);
    stream = new EventSource(new URL(`visitors/stream?article=${article}`, api));
    timer = setTimeout(giveUp, SILENCE);
    for (const name of ["visitors", "views"]) {
      stream.addEventListener(name, (event) => {
        clearTimeout(timer);
        put(JSON.parse(event.data));
      });
    }
    // A refusal (429, 503) ends the stream; after a broken connection the browser opens it again by itself.
    stream.addEventListener("error", () => stream && stream.readyState === EventSource.CLOSED && giveUp());
  }
}

const screen = new IntersectionObserver((entries) => {
  seen = seen || entries.some(({ isIntersecting }) => isIntersecting);
  follow();
});

/** An element whose text is made of the counters; null writes nothing. */
export function counter(element, write) {
  places.set(element, write);
  screen.observe(element.parentElement || element);
  return element;
}

/** One page view. The answer has the counters with it, so the page asks for none. */
async function report(articleId) {
  asked = performance.now();
  try {
    const answer = await fetch(new URL("hits", api), {
      method: "POST",
      keepalive: true,
      headers: { "Content-Type": "application/json", Prefer: "return=representation" },
      body: JSON.stringify(articleId ? { articleId } : {}),
    });
    if (answer.status === 200) return put(await answer.json());
  } catch {
    // The page is worth more than its counters.
  }
  asked = -POLL;
  follow();
}

/** @param shown the id of the article that the page shows; undefined on other pages */
export function start(shown) {
  article = shown;
  const foot = document.querySelector(".counters");
  counter(foot, siteWords);
  // A page that the browser prepares in advance is counted when somebody sees it.
  if (document.prerendering) document.addEventListener("prerenderingchange", () => report(shown), { once: true });
  else report(shown);
  document.addEventListener("visibilitychange", follow);
  addEventListener("pagehide", close);
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    report(shown);
    follow();
  });
}

/** The counters beside an article's title. */
export function articleCounters() {
  const views = h("span", { class: "views", hidden: true });
  const online = h("span", { class: "online", hidden: true });
  return {
    elements: [views, online],
    watch() {
      counter(views, (numbers) => numbers.views > 0 && `${count(numbers.views)} lượt xem`);
      counter(online, (numbers) => numbers.online > 0 && `${count(numbers.online)} người đang trực tuyến`);
    },
  };
}
