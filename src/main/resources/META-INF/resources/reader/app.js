/** Chooses the page by the address. */
import { decoded, root, show, showFailure, h } from "./core.js";
import { start } from "./live.js";

const form = document.querySelector(".find");
form.addEventListener("submit", (event) => {
  if (!form.q.value.trim()) {
    event.preventDefault();
    form.q.focus();
  }
});

async function page() {
  const [kind = "", name, ...rest] = location.pathname.slice(root.pathname.length).split("/").map(decoded);
  if (rest.length) throw Object.assign(new Error(), { status: 404 });
  if (kind === "articles" && name) return (await import("./article.js")).article(name);
  const { home, category, search } = await import("./lists.js");
  if (kind === "categories" && name) return category(name);
  if (kind === "search" && name === undefined) return search(new URLSearchParams(location.search));
  if (kind === "" || kind === "index.html") return home();
  throw Object.assign(new Error(), { status: 404 });
}

const what = location.pathname.includes("/articles/") ? "bài viết" : location.pathname.includes("/categories/") ? "chuyên mục" : "trang";
const slow = setTimeout(() => show("", h("p", { class: "meta", role: "status" }, "Đang tải…")), 400);
page().catch((failure) => showFailure(failure, what)).then((articleId) => start(articleId)).finally(() => {
  clearTimeout(slow);
  // Without suggestions the field searches all the same.
  import("./suggest.js").then(({ suggestions }) => suggestions(form), () => {});
});
