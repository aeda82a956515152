/** The sample content, and articles of our own beside it in each state that a reader can meet. */
import { readFile } from "node:fs/promises";
import { api, json, run } from "./portal.mjs";

/** The slugs of the sample articles, the oldest first. */
export const sample = (await json("articles?size=20&sort=firstPublishedAt")).items.filter(({ category }) => category).map(({ slug }) => slug);
export const withDirective = sample.find((slug) => slug.startsWith("bao-dam-an-toan-giao-thong"));
export const category = (await json("categories")).items.find(({ articles }) => articles > 1).slug;

/** Its slug was another one. */
export const renamed = { before: `dia-chi-cu-${run}`, now: `dia-chi-moi-${run}`, title: "Bài đã đổi địa chỉ" };
export const withdrawn = { slug: `bai-da-rut-${run}`, explanation: "Số liệu trong bài chưa chính xác." };
export const gone = { slug: `bai-da-go-bo-${run}`, explanation: "Bài đăng nhầm chuyên mục và đã được gỡ bỏ." };
/** For those who leave: closing a tab takes what was set for it alone, so it cannot be another visitor's. */
export const left = [`bai-xem-roi-di-${run}`, `bai-xem-roi-dong-${run}`];
/** With pictures in each place that an article has for them, and with what is wide. */
export const illustrated = { slug: `bai-co-hinh-${run}` };

const key = { Authorization: `Bearer ${process.env.LOA_ADMIN_KEY}` };

async function send(method, path, body, headers = {}) {
  return json(path, { method, headers: { ...key, "Content-Type": "application/json", ...headers }, body: JSON.stringify(body) });
}

async function published(article) {
  const { id } = await send("POST", "articles", { body: "<p>Nội dung của bài.</p>", ...article });
  await send("POST", `articles/${id}/publish`, {});
  return id;
}

async function uploaded(name) {
  const file = await readFile(new URL(`../../src/main/resources/sample-content/${name}`, import.meta.url));
  const { id } = await json(`media?fileName=${name}`, { method: "POST", headers: { ...key, "Content-Type": "image/png" }, body: file });
  return id;
}

async function illustrate() {
  const [head, inside, attached] = await Promise.all(["04-vach-qua-duong.png", "02-may-tinh.png", "02-phu-luc-thiet-bi.png"].map(uploaded));
  const columns = Array.from({ length: 12 }, (_, i) => i + 1);
  await published({
    title: "Bài có hình ở mọi chỗ, và một bảng rất rộng", slug: illustrated.slug, summary: "Một bài để thử trình duyệt.",
    picture: { mediaId: head, alternativeText: "Vạch qua đường trước cổng trường", caption: "Vạch qua đường.", credit: "Hình vẽ: Loa" },
    // Readers get no file of a body that is not attached.
    attachments: [{ id: attached, title: "Phụ lục" }, { id: inside, title: "Máy tính" }],
    body: `<p>Đoạn đầu.</p><figure><img src="${new URL(`media/${inside}`, api)}" alt="Một chiếc máy tính"><figcaption>Máy tính</figcaption></figure>
      <table><thead><tr>${columns.map((i) => `<th>Cột số ${i}</th>`).join("")}</tr></thead>
      <tbody><tr>${columns.map((i) => `<td>Ô-rất-dài-số-${i}</td>`).join("")}</tr></tbody></table>
      <pre>${"dòng ".repeat(40)}</pre><p>${"Từrấtdàikhôngcóchỗngắt".repeat(8)}</p>`,
  });
}

async function make() {
  const id = await published({ title: renamed.title, slug: renamed.before });
  await send("PATCH", `articles/${id}/draft`, { slug: renamed.now }, { "Content-Type": "application/merge-patch+json", "If-Match": "*" });
  await send("POST", `articles/${id}/publish`, {});
  const { explanation } = withdrawn;
  await send("POST", `articles/${await published({ title: "Bài đã rút", slug: withdrawn.slug })}/withdraw`, { explanation });
  await send("POST", `articles/${await published({ title: "Bài bị gỡ", slug: gone.slug })}/remove`, { explanation: gone.explanation });
  for (const slug of left) await published({ title: "Bài xem rồi đi", slug });
  await illustrate();
}

let made;
/** Publishes the articles that are not samples, once. */
export const prepare = () => made ??= make();
