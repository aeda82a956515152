/** Suggestions under the search field: an editable combobox with a list (WAI-ARIA Authoring Practices). */
import { articlePage, get, h, safeHtml } from "./core.js";

const PAUSE = 120;

export function suggestions(form) {
  const input = form.querySelector("input");
  const list = h("ul", { id: "suggestions", role: "listbox", "aria-label": "Gợi ý", hidden: true });
  const status = h("p", { class: "hidden", role: "status" });
  form.append(list, status);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id,
    "aria-expanded": "false" })) input.setAttribute(name, value);

  let timer;
  let request;
  let active = -1;

  function close() {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    mark(-1);
  }

  function mark(index) {
    active = index;
    [...list.children].forEach((option, i) => {
      option.setAttribute("aria-selected", String(i === index));
      if (i === index) option.scrollIntoView({ block: "nearest" });
    });
    if (index < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", list.children[index].id);
  }

  function open(items) {
    list.replaceChildren(...items.map(({ title, type, number, article }, i) => h("li",
      { id: `suggestion-${i}`, role: "option", "aria-selected": "false", "data-href": articlePage(article.slug) },
      h("span", null, safeHtml(title.html)),
      number && h("small", null, type ? `${type} số ` : "", safeHtml(number.html)))));
    list.hidden = items.length === 0;
    input.setAttribute("aria-expanded", String(items.length > 0));
    status.textContent = items.length ? `${items.length} gợi ý. Dùng mũi tên để chọn.` : "";
    mark(-1);
  }

  async function ask() {
    request?.abort();
    const typed = input.value.trim();
    if (!typed) {
      close();
      return;
    }
    request = new AbortController();
    try {
      const { items } = await get(`suggest?size=8&q=${encodeURIComponent(typed.slice(0, 200))}`, { signal: request.signal });
      if (document.activeElement === input) open(items);
    } catch {
      close();
    }
  }

  function go(option) {
    location.assign(option.dataset.href);
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  input.addEventListener("keydown", (event) => {
    const last = list.children.length - 1;
    if (event.isComposing) return;
    if ((event.key === "ArrowDown" || event.key === "ArrowUp") && last >= 0) {
      event.preventDefault();
      list.hidden = false;
      input.setAttribute("aria-expanded", "true");
      const next = event.key === "ArrowDown" ? active + 1 : active < 0 ? last : active - 1;
      mark(next > last ? -1 : next);
    } else if (event.key === "Enter" && active >= 0 && !list.hidden) {
      event.preventDefault();
      go(list.children[active]);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    }
  });
  input.addEventListener("blur", close);
  // The field keeps the focus while an option is pressed.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) go(option);
  });
}
