/** Pages that list articles: the first page, a category, a search. */
import { articlePage, breadcrumb, card, categoryPage, count, date, get, h, lang, nameOf, pages, root, safeHtml, searchPage, show } from "./core.js";

/** The categories at the top, and those below a category. Without any the menu stays away. */
function menu(categories, current) {
  const nav = document.querySelector(".menu");
  const top = categories.filter(({ depth }) => depth === 1);
  nav.hidden = top.length === 0;
  nav.replaceChildren(h("ul", { class: "wrap" }, top.map(({ slug, title }) => h("li", null,
    h("a", { href: categoryPage(slug), "aria-current": current.includes(slug) ? "page" : undefined }, title)))));
}

const tree = () => get("categories?size=100").then(({ items }) => items).catch(() => []);

export async function home() {
  const [categories, newest, most] = await Promise.all([
    tree(),
    get("articles?size=9"),
    get("articles?sort=-views&size=5&include=views&count=none").catch(() => ({ items: [] })),
  ]);
  menu(categories, []);
  const [first, ...others] = newest.items;
  show("", h("h1", { class: "hidden" }, "Trang chủ"),
    h("div", { class: "columns" },
      h("section", { "aria-labelledby": "newest" },
        h("h2", { id: "newest" }, "Mới đăng"),
        first ? card(first, { large: true }) : h("p", null, "Chưa có bài viết nào được đăng."),
        h("div", { class: "grid" }, others.map((one) => card(one))),
        newest.page.totalItems > newest.items.length
          && h("p", null, h("a", { class: "button", href: searchPage({ page: 1 }) }, "Tất cả bài viết"))),
      h("aside", null,
        most.items.length > 0 && h("section", { "aria-labelledby": "most" }, h("h2", { id: "most" }, "Đọc nhiều nhất"),
          h("ol", { class: "ranking" }, most.items.map(({ slug, title, language, views }) => h("li", null,
            h("a", { href: articlePage(slug), lang: lang(language) }, title), h("p", { class: "meta" }, `${count(views)} lượt xem`))))),
        categories.length > 0 && h("section", { "aria-labelledby": "subjects" }, h("h2", { id: "subjects" }, "Chuyên mục"),
          h("ul", { class: "plain" }, categories.map(({ slug, title, depth, articles }) => h("li", { class: `depth-${Math.min(depth, 3)}` },
            h("a", { href: categoryPage(slug) }, title), h("span", { class: "meta" }, ` ${count(articles)}`))))))));
}

export async function category(slug) {
  const page = Number(new URLSearchParams(location.search).get("page")) || 1;
  const [categories, found, listed] = await Promise.all([
    tree(),
    get(`categories/${encodeURIComponent(slug)}`),
    get(`articles?category=${encodeURIComponent(slug)}&size=12&page=${page}`),
  ]);
  // A former name is replaced by the present one.
  if (found.slug !== slug) history.replaceState(null, "", categoryPage(found.slug) + location.search);
  const path = found.path || [];
  menu(categories, [found.slug, ...path.map((one) => one.slug)]);
  const below = categories.filter(({ parent }) => parent === found.slug);
  show(found.title, breadcrumb(path.filter((one) => one.slug !== found.slug)),
    h("h1", null, found.title),
    below.length > 0 && h("ul", { class: "chips" }, below.map((one) => h("li", null,
      h("a", { href: categoryPage(one.slug) }, `${one.title} (${count(one.articles)})`)))),
    listed.items.length ? h("div", { class: "grid three" }, listed.items.map((one) => card(one, { level: 2 })))
      : h("p", null, "Chuyên mục này chưa có bài viết nào."),
    pages(listed.page, (n) => `${categoryPage(found.slug)}?page=${n}`));
}

const FILTERS = { type: "Loại văn bản", issuer: "Cơ quan ban hành", year: "Năm", category: "Chuyên mục", tag: "Chủ đề" };
const KINDS = [["", "Tất cả"], ["article", "Bài viết"], ["section", "Điều, khoản"]];

/** The address of the same search with a filter set, or without it. */
function changed(asked, name, value) {
  const filters = { ...asked, page: "", [name]: value };
  return searchPage(Object.entries(filters).filter(([, one]) => one));
}

function result(match, asked) {
  const { article, section, directive, title, snippet, firstPublishedAt, paragraphEId } = match;
  const place = section && [section.marker, section.heading].filter(Boolean).join(" ");
  return h("li", null, h("article", null,
    nameOf(directive) && h("p", { class: "kicker" }, nameOf(directive)),
    h("h2", null, h("a", { href: articlePage(article.slug, paragraphEId || (section && section.eId)) },
      title ? safeHtml(title.html) : article.title, place && h("span", { class: "place" }, ` – mục ${place}`))),
    snippet && h("p", { class: "snippet" }, safeHtml(snippet.html)),
    h("p", { class: "meta" }, directive && directive.issuedOn ? ["Ban hành ", date(directive.issuedOn)] : ["Đăng ", date(firstPublishedAt)],
      article.state === "withdrawn" && " · Đã rút")));
}

function facets(found, asked) {
  return Object.entries(FILTERS).map(([name, label]) => {
    const values = (found.facets && found.facets[name]) || [];
    return values.length > 0 && h("section", null, h("h2", { id: `by-${name}` }, label),
      h("ul", { class: "plain", "aria-labelledby": `by-${name}` }, values.slice(0, 8).map(({ value, title, count: matches }) => {
        const chosen = asked[name] === String(value);
        return h("li", null, h("a", { href: changed(asked, name, chosen ? "" : value), "aria-current": chosen ? "true" : undefined },
          title || String(value)), h("span", { class: "meta" }, ` ${count(matches)}`));
      })));
  });
}

export async function search(query) {
  const asked = Object.fromEntries([...query].filter(([name, value]) => value && ["q", "kind", "page", ...Object.keys(FILTERS)].includes(name)));
  const q = (asked.q || "").trim();
  document.querySelector("#q").value = q;
  if (!q) {
    await everything(asked);
    return;
  }
  const found = await get(`search?${new URLSearchParams({ size: 20, ...asked, q: q.slice(0, 200) })}`);
  const { total, suggestion } = found;
  const chosen = Object.entries(FILTERS).filter(([name]) => asked[name]);
  show(`Tìm “${q}”`,
    h("h1", null, `Kết quả cho “${q}”`),
    h("p", { role: "status" }, total.value === 0 ? "Không tìm thấy kết quả nào."
      : `${total.relation === "exact" ? "" : "Hơn "}${count(total.value)} kết quả.`),
    suggestion && h("p", { class: "lead" }, "Có phải bạn muốn tìm: ",
      h("a", { href: searchPage({ q: suggestion.query }) }, safeHtml(suggestion.html)), "?"),
    h("ul", { class: "chips", "aria-label": "Loại kết quả" }, KINDS.map(([kind, words]) => h("li", null,
      h("a", { href: changed(asked, "kind", kind), "aria-current": (asked.kind || "") === kind ? "true" : undefined }, words))),
      chosen.map(([name, label]) => h("li", null, h("a", { class: "off", href: changed(asked, name, ""), "aria-label": `Bỏ lọc ${label}: ${asked[name]}` },
        `${label}: ${asked[name]} ✕`)))),
    h("div", { class: "columns" },
      h("div", null, h("ol", { class: "results" }, found.items.map((match) => result(match, asked))),
        pages(found.page, (n) => searchPage({ ...asked, page: n }))),
      h("aside", { "aria-label": "Lọc kết quả" }, facets(found, asked))));
}

/** A search for nothing lists everything. */
async function everything(asked) {
  const page = Number(asked.page) || 1;
  const listed = await get(`articles?size=12&page=${page}`);
  show("Tất cả bài viết", h("h1", null, "Tất cả bài viết"),
    h("div", { class: "grid three" }, listed.items.map((one) => card(one, { level: 2 }))),
    pages(listed.page, (n) => searchPage({ page: n })));
}
