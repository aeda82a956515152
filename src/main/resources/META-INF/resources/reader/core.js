/** What all pages share: addresses, requests, elements, words. */

const setting = (name) => new URL(document.querySelector(`meta[name=${name}]`).content, document.baseURI);

/** The reader's first page, and the API. Both are relative to the page, so the reader works behind any prefix. */
export const root = setting("loa-root");
export const api = setting("loa-api");

export const articlePage = (slug, eId) => new URL(`articles/${encodeURIComponent(slug)}${eId ? `#${eId}` : ""}`, root).href;
export const categoryPage = (slug) => new URL(`categories/${encodeURIComponent(slug)}`, root).href;
export const searchPage = (filters) => `${new URL("search", root)}?${new URLSearchParams(filters)}`;

/** An answer that is none: its status, and the problem (RFC 9457) that the API tells; status 0 when nothing answered. */
export class Failure extends Error {
  constructor(status, problem = {}) {
    super(problem.detail || problem.title || "");
    this.status = status;
    this.problem = problem;
  }
}

/** The JSON at an address of the API. The URL of the answer is that after redirects. */
export async function get(path, options) {
  let answer;
  try {
    answer = await fetch(new URL(path, api), options);
  } catch (failure) {
    throw failure.name === "AbortError" ? failure : new Failure(0);
  }
  const json = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Failure(answer.status, json);
  return json;
}

/** An element. Strings become text, never markup; attributes that are false or missing are left out. */
export function h(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (typeof value === "function") element.addEventListener(key, value);
    else if (value !== undefined && value !== null && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child || child === 0));
  return element;
}

/** HTML of which the contract says that it is safe: bodies, and highlighted texts. */
export function safeHtml(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}

const number = new Intl.NumberFormat("vi");
const day = new Intl.DateTimeFormat("vi", { day: "2-digit", month: "2-digit", year: "numeric", timeZone: "Asia/Ho_Chi_Minh" });

export const count = (value) => number.format(value);

/** An instant, or a plain date, as a `time` element. */
export function date(value) {
  const shown = value.length === 10 ? value.split("-").reverse().join("/") : day.format(new Date(value));
  return h("time", { datetime: value }, shown);
}

/** A part of an address; as it stands when it is not well encoded. */
export function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Only what is not Vietnamese says its language. */
export const lang = (language) => (language && language !== "vi" ? language : undefined);

/** "Chỉ thị số 22-CT/TU"; empty without a directive. */
export const nameOf = (directive) =>
  directive ? [directive.type, directive.number && `số ${directive.number}`].filter(Boolean).join(" ") : "";

/** The picture of an article in the width that its place needs. */
export function picture({ url, width, height, alternativeText, widths = [] }, sizes, eager) {
  const middle = widths.find((one) => one.width >= 640) || widths.at(-1) || { url };
  return h("img", {
    src: middle.url, width, height, alt: alternativeText || "", sizes, loading: eager ? "eager" : "lazy", fetchpriority: eager && "high", decoding: "async",
    srcset: widths.length ? widths.map((one) => `${one.url} ${one.width}w`).join(", ") : undefined,
  });
}

/** An article in a list. */
export function card(article, { views, level = 3, large } = {}) {
  const { slug, title, summary, category, directive, firstPublishedAt, language } = article;
  const href = articlePage(slug);
  const kicker = [nameOf(directive) || (category && category.title), article.state === "withdrawn" && "Đã rút"].filter(Boolean);
  return h("article", { class: large ? "card large" : "card", lang: lang(language) },
    article.picture && h("a", { href, class: "thumb", tabindex: "-1", "aria-hidden": "true" },
      picture({ ...article.picture, alternativeText: "" }, large ? "(min-width: 64rem) 46rem, 100vw" : "(min-width: 40rem) 20rem, 100vw", large)),
    h("div", null,
      kicker.length > 0 && h("p", { class: "kicker" }, kicker.join(" · ")),
      h(`h${level}`, null, h("a", { href }, title)),
      summary && h("p", { class: "summary" }, summary),
      h("p", { class: "meta" }, date(firstPublishedAt), views !== undefined && ` · ${count(views)} lượt xem`)));
}

/** Where the page stands: links from the first page to it. */
export function breadcrumb(steps) {
  return h("nav", { class: "crumbs", "aria-label": "Đường dẫn" }, h("ol", null,
    h("li", null, h("a", { href: root.href }, "Trang chủ")),
    steps.map(({ title, slug }) => h("li", null, h("a", { href: categoryPage(slug) }, title)))));
}

/** Links to the other pages of a list. */
export function pages({ number: at, totalPages }, address) {
  if (!(totalPages > 1)) return null;
  const wanted = [...new Set([1, at - 1, at, at + 1, totalPages])].filter((n) => n >= 1 && n <= totalPages).sort((a, b) => a - b);
  const link = (n, words, rel) => h("a", { href: address(n), rel, "aria-current": n === at && !rel ? "page" : undefined,
    "aria-label": rel ? undefined : `Trang ${n}` }, words);
  return h("nav", { class: "pages", "aria-label": "Các trang" },
    at > 1 && link(at - 1, "Trang trước", "prev"),
    wanted.map((n, i) => [i > 0 && n > wanted[i - 1] + 1 && h("span", null, "…"), link(n, String(n))]),
    at < totalPages && link(at + 1, "Trang sau", "next"));
}

/** Puts a page into its place. */
export function show(title, ...content) {
  const site = document.querySelector(".brand span").textContent;
  document.title = title ? `${title} – ${site}` : site;
  const main = document.getElementById("main");
  main.replaceChildren(...content.flat(Infinity).filter(Boolean));
  main.removeAttribute("aria-busy");
  return main;
}

/** What a reader is told when there is no page to show. */
export function showFailure(failure, what) {
  const { status, problem = {} } = failure;
  document.head.append(h("meta", { name: "robots", content: "noindex" }));
  const known = {
    404: [`Không tìm thấy ${what}`, "Địa chỉ này không có nội dung nào, hoặc nội dung chưa được đăng."],
    410: ["Nội dung đã được gỡ bỏ", problem.explanation],
    400: ["Địa chỉ không hợp lệ", "Vui lòng kiểm tra lại địa chỉ hoặc từ khóa cần tìm."],
    429: ["Quá nhiều yêu cầu", "Vui lòng thử lại sau ít phút."],
    0: ["Không kết nối được", "Vui lòng kiểm tra kết nối mạng rồi thử lại."],
  };
  if (!(status >= 0)) console.error(failure);
  const [title, words] = known[status] || ["Chưa hiển thị được nội dung", "Hệ thống đang bận. Vui lòng thử lại sau ít phút."];
  show(title, h("section", { class: "failure" }, h("h1", null, title), words && h("p", { class: "lead" }, words),
    problem.removedAt && h("p", null, "Gỡ bỏ ngày ", date(problem.removedAt), "."),
    h("p", null, h("a", { class: "button", href: root.href }, "Về trang chủ"), " ",
      ![404, 410].includes(status) && h("button", { type: "button", click: () => location.reload() }, "Thử lại"))));
}
