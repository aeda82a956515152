/** The tasks with the types of openapi-typescript and the client openapi-fetch. */
import createClient from "openapi-fetch";
import type { components, paths } from "./openapi-typescript.js";
import { adminKey, carrying, check, cited, later, loa, page, pdf, run, there } from "./tasks.js";

type Patch = components["schemas"]["ArticlePatch"];
type Problem = components["schemas"]["Problem"];

const reader = createClient<paths>({ baseUrl: loa });
const editor = createClient<paths>({ baseUrl: loa, headers: { Authorization: `Bearer ${adminKey}` } });

let articleId = "";

/** A body that is sent as it is, instead of as JSON. */
function asItIs(body: unknown): BodyInit {
  return body as BodyInit;
}

await run("openapi-fetch", {
  "1 list, filter, sort": async () => {
    const { data } = await reader.GET("/api/v1/articles", {
      params: { query: { type: ["Chỉ thị"], "issuedOn[gte]": "2024-01-01", sort: ["-issuedOn", "title"], size: 2 } },
    });
    const items = there(data, "the list").items;
    check(items.length === 2, `${items.length} items`);
    const first = there(items[0], "the first item");
    const title: string = first.title;
    check(first.slug === carrying && title.length > 0, first.slug);
  },

  "2 an article by slug, with its sections": async () => {
    const { data } = await reader.GET("/api/v1/articles/{article}", {
      params: { path: { article: carrying }, query: { include: ["sections"] } },
    });
    const article = there(data, "the article");
    check(article.id.length === 36 && there(article.sections, "sections").length === 6, "sections");
  },

  "3 a section as JSON and as HTML": async () => {
    const path = { article: carrying, eId: "sec_4" };
    const section = there((await reader.GET("/api/v1/articles/{article}/sections/{eId}", { params: { path } })).data, "JSON");
    check(section.eId === "sec_4" && section.paragraphs.length > 0, section.eId);
    const html = there((await reader.GET("/api/v1/articles/{article}/sections/{eId}/html",
      { params: { path }, parseAs: "text" })).data, "HTML");
    check(html.includes("sec_4__p_1"), html);
  },

  "4 search, with what is to be highlighted": async () => {
    const { data } = await reader.GET("/api/v1/search", { params: { query: { q: "an toan giao thong" } } });
    const title = there(there(data, "hits").items[0], "a hit").title;
    const mark = there(title.highlights[0], "a highlight");
    check(title.text.slice(mark.start, mark.end) === "an toàn giao thông", title.text);
  },

  "5 resolve what is typed": async () => {
    const one = there((await reader.GET("/api/v1/resolve", { params: { query: { q: "Chỉ thị số 19-CT/TU" } } })).data, "one");
    check(there(one.target, "the target").article.slug === cited, "the target");
    const many = there((await reader.GET("/api/v1/resolve", { params: { query: { q: "Chỉ thị" } } })).data, "many");
    check(many.target === null && many.candidates.length > 1, "candidates");
  },

  "6 what cites an article": async () => {
    const { data } = await reader.GET("/api/v1/articles/{article}/cited-by", { params: { path: { article: cited } } });
    const places = there(data, "the list").items.flatMap((item) => item.places);
    check(places.some((place) => place.raw.includes("19-CT/TU")), "a place");
  },

  "7 report a hit, read the counters": async () => {
    const { response } = await reader.POST("/api/v1/hits", { body: {} });
    check(response.status === 204, `${response.status}`);
    const visitors = there((await reader.GET("/api/v1/visitors")).data, "counters");
    check(visitors.total > 0, `${visitors.total}`);
  },

  "8 create, change, publish": async () => {
    const created = await editor.POST("/api/v1/articles", { body: { title: "Bài của openapi-fetch" } });
    const draft = there(created.data, "the draft");
    articleId = draft.id;
    const changed = await editor.PATCH("/api/v1/articles/{article}/draft", {
      params: { path: { article: articleId }, header: { "If-Match": there(created.response.headers.get("ETag"), "ETag") } },
      body: { summary: "Tóm tắt", tags: ["thử"] },
    });
    check(there(changed.data, "the change").summary === "Tóm tắt", "the summary");
    // @ts-expect-error a member that does not exist
    void ({ tagss: [] } satisfies Patch);
    const published = await editor.POST("/api/v1/articles/{article}/publish",
      { params: { path: { article: articleId } }, body: { changeNote: "Đăng lần đầu" } });
    check(there(published.data, "the article").state === "published", "the state");
  },

  "9 import a page": async () => {
    const { data, error } = await editor.POST("/api/v1/imports", {
      headers: { "Content-Type": "text/plain" }, bodySerializer: asItIs, body: page.replace("Nâng cao", "openapi-fetch: nâng cao"),
    });
    const report = there(data, JSON.stringify(error));
    check(report.article.title.startsWith("openapi-fetch"), report.article.title);
  },

  "10 upload a file, publish it, download it": async () => {
    const uploaded = await editor.POST("/api/v1/media", {
      params: { query: { fileName: "openapi-fetch.pdf" } },
      headers: { "Content-Type": "application/pdf" }, bodySerializer: asItIs, body: pdf("openapi-fetch"),
    });
    const id = there(uploaded.data, JSON.stringify(uploaded.error)).id;
    const path = { article: articleId };
    const draft = await editor.GET("/api/v1/articles/{article}/draft", { params: { path } });
    await editor.PATCH("/api/v1/articles/{article}/draft", {
      params: { path, header: { "If-Match": there(draft.response.headers.get("ETag"), "ETag") } },
      body: { attachments: [{ id, title: "Tệp" }] },
    });
    await editor.POST("/api/v1/articles/{article}/publish", { params: { path }, body: {} });
    const file = await reader.GET("/api/v1/media/{id}", { params: { path: { id } }, parseAs: "blob" });
    check(there(file.data, "the file").size === pdf("openapi-fetch").size, "the size");
  },

  "11 a problem that is typed": async () => {
    const { error } = await reader.GET("/api/v1/articles/{article}", { params: { path: { article: "khong-co" } } });
    const problem: Problem = there(error, "the problem");
    check(problem.code === "not-found", problem.code);
    // @ts-expect-error a code that does not exist
    void (problem.code === "not-fuond");
    const refused = await reader.GET("/api/v1/articles", { params: { query: { size: 1000 } } });
    check(refused.error?.errors?.[0]?.parameter === "size", JSON.stringify(refused.error));
  },

  "12 walk a list by cursor": async () => {
    const seen = new Set<string>();
    let total: number | undefined;
    let cursor: string | undefined;
    do {
      const query: NonNullable<paths["/api/v1/articles"]["get"]["parameters"]["query"]> = { size: 2, sort: ["title"] };
      if (cursor !== undefined) query.cursor = cursor;
      const list = there((await reader.GET("/api/v1/articles", { params: { query } })).data, "the list");
      list.items.forEach((item) => seen.add(item.id));
      total ??= list.page.totalItems;
      cursor = list.page.nextCursor;
    } while (cursor !== undefined);
    check(seen.size === total && seen.size > 4, `${seen.size} of ${total}`);
  },

  "bears values that it does not know": async () => {
    const client = createClient<paths>({ baseUrl: later, headers: { Authorization: `Bearer ${adminKey}` } });
    const path = { article: carrying };
    const article = there((await client.GET("/api/v1/articles/{article}",
      { params: { path, query: { include: ["sections", "citations"] } } })).data, "the article");
    const state: string = article.state;
    check(state === "made-up" && article.title.length > 0, state);
    const draft = there((await client.GET("/api/v1/articles/{article}/draft", { params: { path } })).data, "the draft");
    check(draft.allowed.length > 1, "allowed");
    const { error } = await client.GET("/api/v1/articles/{article}", { params: { path: { article: "khong-co" } } });
    check(error?.status === 404, JSON.stringify(error));
  },
});
