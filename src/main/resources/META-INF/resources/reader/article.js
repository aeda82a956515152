/** An article with its document. */
import { api, articlePage, breadcrumb, count, date, decoded, get, h, lang, nameOf, picture, safeHtml, searchPage, show } from "./core.js";
import { articleCounters } from "./live.js";

const DEEPEST_HEADING = 6;
const NAMES = { part: "Phần", chapter: "Chương", section: "Mục", article: "Điều", clause: "Khoản", point: "Điểm", annex: "Phụ lục" };

const FORCE = { "not-yet": "Chưa có hiệu lực", "in-force": "Có hiệu lực", partly: "Có hiệu lực một phần", suspended: "Ngưng hiệu lực", ended: "Hết hiệu lực", unknown: "Chưa rõ hiệu lực" };

/** Where a citation leads: into the cited document, to a choice of several, or nowhere. */
function target({ role, target: cited, candidates = [], pinpoints = [], raw }) {
  if (role === "subject") return null;
  if (cited) return articlePage(cited.slug, pinpoints.length ? pinpoints[0].eId : undefined);
  return candidates.length ? searchPage({ q: raw.slice(0, 200) }) : null;
}

/** A paragraph's text with its citations as links. Offsets are JavaScript's own. */
function linked(text, citations = []) {
  const parts = [];
  let at = 0;
  for (const citation of [...citations].sort((a, b) => a.start - b.start)) {
    const href = target(citation);
    if (!href || citation.start < at || text.slice(citation.start, citation.end) !== citation.raw) continue;
    parts.push(text.slice(at, citation.start), h("a", { href, class: "citation", title: citation.target?.title }, citation.raw));
    at = citation.end;
  }
  return [...parts, text.slice(at)];
}

/** Makes links of the citations in a paragraph of the body, whatever elements its words stand in. */
function linkInside(element, citations) {
  for (const citation of [...citations].sort((a, b) => b.start - a.start)) {
    const href = target(citation);
    if (!href) continue;
    const range = document.createRange();
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let at = 0;
    let begun = false;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const end = at + node.length;
      if (!begun && citation.start < end) {
        range.setStart(node, citation.start - at);
        begun = true;
      }
      if (begun && citation.end <= end) {
        range.setEnd(node, citation.end - at);
        break;
      }
      at = end;
    }
    const around = range.commonAncestorContainer;
    if (range.toString() !== citation.raw || (around.closest ? around : around.parentElement).closest("a")) continue;
    const link = h("a", { href, class: "citation", title: citation.target?.title });
    link.append(range.extractContents());
    range.insertNode(link);
  }
}

function body(html, citations) {
  if (!html) return null;
  const part = h("div", { class: "text" });
  part.append(safeHtml(html));
  for (const [eId, places] of citations) {
    const element = part.querySelector(`[id="${CSS.escape(eId)}"]`);
    if (element) linkInside(element, places);
  }
  // What is wider than the screen is scrolled, with the keyboard, too.
  for (const table of part.querySelectorAll(":not(td, th) > table")) {
    const scrolled = h("div", { class: "wide", role: "group", "aria-label": "Bảng", tabindex: "0" });
    table.replaceWith(scrolled);
    scrolled.append(table);
  }
  for (const lines of part.querySelectorAll("pre")) lines.tabIndex = 0;
  return part;
}

function byParagraph(citations = []) {
  const places = new Map();
  for (const citation of citations) places.set(citation.paragraphEId, [...(places.get(citation.paragraphEId) || []), citation]);
  return places;
}

const label = ({ marker, number, kind }) => marker || [NAMES[kind], number].filter(Boolean).join(" ");

function anchor(section) {
  return h("a", { class: "anchor", href: `#${section.eId}`, "aria-label": `Liên kết đến ${label(section)}` }, "#");
}

/** Whether the document or a section is in force. What is not known here is said, too. */
function inForce(force) {
  if (!force) return null;
  const { status, since, until, knownUntil } = force;
  const open = !until && (status === "in-force" || status === "partly");
  return h("p", { class: "force" }, h("strong", null, FORCE[status]), since && status !== "unknown" && [" từ ", date(since)],
    until && status !== "unknown" && [" đến hết ", date(until)], open && ["; ở đây chưa biết ngày hết hiệu lực", knownUntil && [", theo các nguồn đến ", date(knownUntil)]], ".");
}

/** The sections as nested elements, each with its permanent address. */
function sections(list) {
  const top = [];
  const open = [];
  for (const section of list) {
    while (open.length && open.at(-1).eId !== section.parentEId) open.pop();
    const element = h("section", { id: section.eId, class: section.kind });
    const number = h("span", { class: "number" }, `${label(section)} `);
    const runIn = !section.heading && section.paragraphs.length > 0 && !section.paragraphs[0].rows;
    if (!runIn) {
      element.append(h(`h${Math.min(open.length + 3, DEEPEST_HEADING)}`, null, number, section.heading, " ", anchor(section)));
    }
    const force = JSON.stringify(section.force) !== JSON.stringify(open.at(-1)?.force) && inForce(section.force);
    if (force && !runIn) element.append(force);
    const places = byParagraph(section.citations);
    section.paragraphs.forEach(({ eId, text, rows }, i) => element.append(rows ? table(eId, rows, places.get(eId))
      : h("p", { id: eId === section.eId ? undefined : eId }, runIn && i === 0 && number, linked(text, places.get(eId)),
        runIn && i === 0 && [" ", anchor(section)])));
    if (force && runIn) element.append(force);
    if (open.length) open.at(-1).element.append(element);
    else top.push({ section, element });
    open.push({ eId: section.eId, element, force: section.force });
  }
  return top;
}

/** A table; each cell has the citations that stand in its words. */
function table(eId, rows, citations = []) {
  return h("div", { class: "table" }, h("table", { id: eId }, h("tbody", null, rows.map(({ cells }) => h("tr", null,
    cells.map(({ text, start, header, columnSpan, rowSpan }) => h(header ? "th" : "td", { colspan: columnSpan, rowspan: rowSpan },
      linked(text, citations.filter((each) => each.start >= start && each.end <= start + text.length)
        .map((each) => ({ ...each, start: each.start - start, end: each.end - start }))))))))));
}

function contents(list) {
  const shown = list.filter(({ level, heading }) => level === 1 || (heading && level <= 3));
  if (shown.length < 2) return null;
  return h("details", { class: "contents", open: matchMedia("(min-width: 64rem)").matches }, h("summary", null, "Mục lục"),
    h("nav", { "aria-label": "Mục lục" }, h("ul", null, shown.map((section) => h("li", { class: `depth-${Math.min(section.level, 3)}` },
      h("a", { href: `#${section.eId}` }, label(section), " ", section.heading || excerpt(section)))))));
}

function excerpt({ paragraphs }) {
  const text = paragraphs.length ? paragraphs[0].text : "";
  return text.length > 70 ? `${text.slice(0, 70).replace(/\s+\S*$/u, "")}…` : text;
}

function directiveHead({ directive, force }) {
  return directive && h("header", { class: "directive" },
    directive.issuer && h("p", { class: "issuer" }, directive.issuer),
    h("h2", null, nameOf(directive) || "Văn bản"),
    directive.title && h("p", { class: "about" }, directive.title),
    directive.issuedOn && h("p", { class: "meta" }, "Ban hành ngày ", date(directive.issuedOn)), inForce(force));
}

function files(list) {
  return list.length > 0 && h("section", { "aria-labelledby": "files" }, h("h2", { id: "files" }, "Tệp đính kèm"),
    h("ul", null, list.map(({ id, title, fileName, mediaType, size }) => h("li", null,
      h("a", { href: new URL(`media/${id}`, api).href }, title || fileName),
      h("span", { class: "meta" }, ` (${mediaType.split("/").at(-1).toUpperCase()}, ${count(Math.max(1, Math.round(size / 1000)))} kB)`)))));
}

/** Asked for when somebody wants to know, so that a page needs three requests. */
function citedBy(article) {
  if (!article.directive) return null;
  const list = h("div", { role: "status" });
  const details = h("details", { class: "cited-by", toggle: once }, h("summary", null, "Bài viết, văn bản viện dẫn văn bản này"), list);
  async function once() {
    if (!details.open || list.hasChildNodes()) return;
    list.textContent = "Đang tải…";
    try {
      const { items, page } = await get(`articles/${article.id}/cited-by?size=50`);
      list.replaceChildren(items.length ? h("ul", null, items.map((citing) => h("li", null,
        h("a", { href: articlePage(citing.article.slug, citing.places[0]?.paragraphEId) }, citing.article.title),
        nameOf(citing.directive) && h("span", { class: "meta" }, ` ${nameOf(citing.directive)}`)))) : h("p", null, "Chưa có."),
        page.totalItems > items.length ? h("p", { class: "meta" }, `và ${count(page.totalItems - items.length)} bài viết khác.`) : "");
    } catch {
      list.textContent = "Chưa tải được. Vui lòng thử lại sau.";
    }
  }
  return details;
}

function changes(list = []) {
  return list.length > 1 && h("details", null, h("summary", null, "Lịch sử cập nhật"), h("ol", { class: "plain" },
    list.map(({ publishedAt, changeNote }) => h("li", null, date(publishedAt), changeNote && ` – ${changeNote}`))));
}

function forms({ slug, directive }) {
  const link = (path, words) => h("li", null, h("a", { href: new URL(`articles/${encodeURIComponent(slug)}/${path}`, api).href }, words));
  return h("ul", { class: "chips tools" }, h("li", null, h("button", { type: "button", click: () => print() }, "In trang này")),
    link("html", "HTML"), directive && [link("directive/text", "Văn bản thuần"), link("directive/akn", "Akoma Ntoso")]);
}

export async function article(name) {
  const found = await get(`articles/${encodeURIComponent(name)}?include=sections,citations,changeHistory`);
  // A former address, or an id, is replaced by the present address.
  if (found.slug !== name) history.replaceState(null, "", articlePage(found.slug) + location.hash);
  const { withdrawal, category } = found;
  const citations = byParagraph(found.citations);
  const parts = sections(found.sections || []);
  const annexes = parts.length - 1 - parts.findLastIndex(({ section }) => section.kind !== "annex");
  const counters = articleCounters();
  const foreign = lang(found.language);
  const path = category ? category.path || [category] : [];
  show(found.title, breadcrumb(path),
    h("div", { class: "reading" },
      contents(found.sections || []),
      h("article", { lang: foreign },
        h("h1", null, found.title),
        h("p", { class: "meta", lang: foreign && "vi" }, "Đăng ngày ", date(found.firstPublishedAt),
          found.publicUpdatedAt && found.publicUpdatedAt > found.firstPublishedAt && [", cập nhật ", date(found.publicUpdatedAt)],
          found.byline && h("span", null, found.byline), counters.elements),
        withdrawal && h("div", { class: "notice", role: "note", lang: foreign && "vi" },
          h("p", null, h("strong", null, "Nội dung này đã được rút ngày ", date(withdrawal.withdrawnAt), ".")), h("p", null, withdrawal.explanation)),
        found.summary && h("p", { class: "lead" }, found.summary),
        found.picture && h("figure", null, picture(found.picture, "(min-width: 64rem) 46rem, 100vw", true),
          (found.picture.caption || found.picture.credit) && h("figcaption", null, found.picture.caption,
            found.picture.credit && ` (Ảnh: ${found.picture.credit})`)),
        directiveHead(found),
        body(found.bodyBefore ?? found.body, citations),
        parts.slice(0, parts.length - annexes).map(({ element }) => element),
        body(found.bodyAfter, citations),
        parts.slice(parts.length - annexes).map(({ element }) => element),
        h("footer", { lang: foreign && "vi" },
          found.tags.length > 0 && h("ul", { class: "chips", "aria-label": "Chủ đề" }, found.tags.map((tag) =>
            h("li", null, h("a", { href: searchPage({ q: tag, tag }) }, tag)))),
          files(found.attachments || []),
          citedBy(found),
          changes(found.changeHistory),
          forms(found)))));
  counters.watch();
  document.head.append(h("link", { rel: "canonical", href: articlePage(found.slug) }),
    found.summary ? h("meta", { name: "description", content: found.summary }) : "");
  toAddress();
  return found.id;
}

/** The browser looked for the address before the text was there. */
function toAddress() {
  const named = location.hash && document.getElementById(decoded(location.hash.slice(1)));
  if (!named) return;
  named.scrollIntoView();
  named.classList.add("target");
  addEventListener("hashchange", () => named.classList.remove("target"), { once: true });
}
