// What stands around the search field where it is opened over a page.
import { make } from "./make.js";

const LIMITS = { pages: 3, areas: 3, coming: 6, past: 3 };

export const element = (name, className, ...inside) => make(name, { className }, ...inside);

const pressed = (className, type, word, rest) => make("button", { className, type }, word, element("span", "visually-hidden", rest));

const linked = (className, href, words) => make("a", { className, href }, words);

// The field stays where it is, or it would lose the focus. `all` is the address of the page that lists everything.
const surround = (dialog, all) => {
  const form = dialog.querySelector("form");
  const { firstChild: field } = form;
  const label = element("label", "search__name", "Søg i Kulturpunkt");
  const close = pressed("search__close", "button", "Luk", " søgningen");
  const status = element("p", "search__status");
  const list = linked("", all, "en liste over det hele");
  const hint = element("p", "search__hint", "Skriv, hvad du leder efter: et sted, en by, en forening, sang eller mad. Der er også ", list, ".");
  dialog.className = "search";
  form.className = "search__form";
  form.setAttribute("role", "search");
  Object.assign(field, { className: "search__field", id: "soeg-ord", name: "q", autocomplete: "off", enterKeyHint: "search", maxLength: 100 });
  label.htmlFor = field.id;
  status.setAttribute("role", "status");
  field.before(label, close);
  field.after(pressed("search__go", "submit", "Vis", " resultaterne"), status);
  dialog.append(element("div", "search__found", hint));
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", ({ target, clientY }) => {
    if (target === dialog && clientY > dialog.getBoundingClientRect().bottom) dialog.close();
  });
};

// What `start` is to search in, and how much of it is shown.
export const furnished = (dialog, all) => {
  surround(dialog, all);
  const more = ({ title, count, query }) => linked("search__more", `${all}?q=${encodeURIComponent(query)}`, `Se alle ${count} ${title}`);
  return { address: new URL("indeks.json", all), limits: LIMITS, more };
};
