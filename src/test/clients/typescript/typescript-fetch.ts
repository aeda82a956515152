/** The tasks with the client that openapi-generator makes for typescript-fetch. */
import {
  ArticlesApi, CitationsApi, Configuration, DirectivesApi, DraftsApi, GetArticleIncludeEnum, ImportsApi, ListArticlesSortEnum,
  MediaApi, ProblemCodeEnum, ProblemFromJSON, PublicState, PublishingApi, ResponseError, SearchApi, SectionsApi, State, VisitorsApi,
} from "./typescript-fetch/index.js";
import type { ListArticlesRequest, Problem } from "./typescript-fetch/index.js";
import { adminKey, carrying, check, cited, later, loa, page, pdf, run, there } from "./tasks.js";

const reader = new Configuration({ basePath: loa });
const editor = new Configuration({ basePath: loa, accessToken: adminKey });
const articles = new ArticlesApi(reader);
const drafts = new DraftsApi(editor);
const publishing = new PublishingApi(editor);

let articleId = "";

async function problemOf(request: Promise<unknown>): Promise<Problem> {
  try {
    await request;
  } catch (error) {
    if (error instanceof ResponseError) return ProblemFromJSON(await error.response.json());
    throw error;
  }
  throw new Error("it was not refused");
}

await run("typescript-fetch", {
  "1 list, filter, sort": async () => {
    const list = await articles.listArticles({
      type: ["Chỉ thị"], issuedOnGte: new Date("2024-01-01"),
      sort: [ListArticlesSortEnum.IssuedOn2, ListArticlesSortEnum.Title], size: 2,
    });
    check(list.items.length === 2 && list.items[0]?.slug === carrying, `${list.items.map((item) => item.slug)}`);
  },

  "2 an article by slug, with its sections": async () => {
    const article = await articles.getArticle({ article: carrying, include: [GetArticleIncludeEnum.Sections] });
    check(article.sections?.length === 6 && article.firstPublishedAt instanceof Date, "sections");
  },

  "3 a section as JSON and as HTML": async () => {
    const sections = new SectionsApi(reader);
    const section = await sections.getSection({ article: carrying, eId: "sec_4" });
    check(section.eId === "sec_4" && section.paragraphs.length > 0, section.eId);
    const html = await (await sections.getSectionHtml({ article: carrying, eId: "sec_4" })).text();
    check(html.includes("sec_4__p_1"), html);
  },

  "4 search, with what is to be highlighted": async () => {
    const hits = await new SearchApi(reader).search({ q: "an toan giao thong" });
    const title = there(hits.items[0], "a hit").title;
    const mark = there(title.highlights[0], "a highlight");
    check(title.text.slice(mark.start, mark.end) === "an toàn giao thông", title.text);
  },

  "5 resolve what is typed": async () => {
    const directives = new DirectivesApi(reader);
    const one = await directives.resolve({ q: "Chỉ thị số 19-CT/TU" });
    check(there(one.target, "the target").article.slug === cited, "the target");
    const many = await directives.resolve({ q: "Chỉ thị" });
    check(many.target === null && many.candidates.length > 1, "candidates");
  },

  "6 what cites an article": async () => {
    const list = await new CitationsApi(reader).listCitedBy({ article: cited });
    check(list.items.flatMap((item) => item.places).some((place) => place.raw.includes("19-CT/TU")), "a place");
  },

  "7 report a hit, read the counters": async () => {
    const visitors = new VisitorsApi(reader);
    check((await visitors.recordHitRaw({})).raw.status === 204, "the status");
    check((await visitors.getVisitors()).total > 0, "the total");
  },

  "8 create, change, publish": async () => {
    const created = await drafts.createArticleRaw({ articleContent: { title: "Bài của typescript-fetch" } });
    articleId = (await created.value()).id;
    const changed = await drafts.changeDraft({
      article: articleId, ifMatch: there(created.raw.headers.get("ETag"), "ETag"),
      articlePatch: { summary: "Tóm tắt", tags: ["thử"] },
    });
    check(changed.summary === "Tóm tắt", "the summary");
    const published = await publishing.publishArticle({ article: articleId, publishRequest: { changeNote: "Đăng lần đầu" } });
    check(published.state === State.Published, published.state);
  },

  "9 import a page": async () => {
    const report = await new ImportsApi(editor).importPage({ body: page.replace("Nâng cao", "typescript-fetch: nâng cao") });
    check(report.article.title.startsWith("typescript-fetch"), report.article.title);
  },

  "10 upload a file, publish it, download it": async () => {
    const { id } = await new MediaApi(editor).uploadMedia({
      file: new File([pdf("typescript-fetch")], "typescript-fetch.pdf", { type: "application/pdf" }),
    });
    const draft = await drafts.getDraftRaw({ article: articleId });
    await drafts.changeDraft({
      article: articleId, ifMatch: there(draft.raw.headers.get("ETag"), "ETag"),
      articlePatch: { attachments: [{ id, title: "Tệp" }] },
    });
    await publishing.publishArticle({ article: articleId });
    const file = await new MediaApi(reader).getMedia({ id });
    check(file.size === pdf("typescript-fetch").size, `${file.size} bytes`);
  },

  "11 a problem that is typed": async () => {
    const problem = await problemOf(articles.getArticle({ article: "khong-co" }));
    check(problem.code === ProblemCodeEnum.NotFound, problem.code);
    // @ts-expect-error a code that does not exist
    void (problem.code === "not-fuond");
    const refused = await problemOf(articles.listArticles({ size: 1000 }));
    check(refused.errors?.[0]?.parameter === "size", JSON.stringify(refused));
  },

  "12 walk a list by cursor": async () => {
    const seen = new Set<string>();
    const request: ListArticlesRequest = { size: 2, sort: [ListArticlesSortEnum.Title] };
    let total: number | undefined;
    do {
      const list = await articles.listArticles(request);
      list.items.forEach((item) => seen.add(item.id));
      total ??= list.page.totalItems;
      if (list.page.nextCursor === undefined) break;
      request.cursor = list.page.nextCursor;
    } while (true);
    check(seen.size === total && seen.size > 4, `${seen.size} of ${total}`);
  },

  "bears values that it does not know": async () => {
    const configuration = new Configuration({ basePath: later, accessToken: adminKey });
    const article = await new ArticlesApi(configuration).getArticle({
      article: carrying, include: [GetArticleIncludeEnum.Sections, GetArticleIncludeEnum.Citations],
    });
    check(!Object.values<string>(PublicState).includes(article.state) && article.title.length > 0, article.state);
    const draft = await new DraftsApi(configuration).getDraft({ article: carrying });
    check(draft.allowed.size > 1, "allowed");
    const problem = await problemOf(new ArticlesApi(configuration).getArticle({ article: "khong-co" }));
    check(problem.status === 404, `${problem.status}`);
  },
});
