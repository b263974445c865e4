// The search field and what it finds: groups of links, how many there are said as it changes.
import { now, open } from "./index.js";

const PAUSE = 150;
const TITLES = { pages: "Sider", areas: "Lokalområder", coming: "Arrangementer", past: "Tidligere arrangementer" };
const FAILED = "Søgningen kunne ikke hentes. Prøv igen om lidt.";

const element = (name, className, ...inside) => {
  const made = document.createElement(name);
  made.className = className;
  made.append(...inside);
  return made;
};

const counted = ({ whole, groups }, query) => {
  const count = groups.reduce((sum, { numbers }) => sum + numbers.length, 0);
  if (!count) return `Ingen resultater for «${query}».`;
  const results = `${count} resultat${count === 1 ? "" : "er"}`;
  return whole ? results : `Intet har alle ordene. ${results} ligger nærmest.`;
};

const item = (site, [title, url, note, example, dates]) => {
  const link = element("a", "search__link", title);
  link.href = new URL(url, site).href;
  const row = element("li", "search__item", link);
  if (example) row.append(" ", element("span", "search__example", "Eksempel"));
  const moment = now();
  const date = dates?.find(([ends]) => ends > moment) ?? dates?.at(-1);
  if (date) row.append(element("p", "search__when", date[2] ? `${date[1]} · ${date[2]}` : date[1]));
  row.append(element("p", "search__note", note));
  return row;
};

// `limits` is how many of each group are shown at first; `more` is called for a link or a button that leads to the rest.
export const start = (root, { address, limits, more, changed = () => {} }) => {
  const form = root.querySelector("form");
  const { q: field } = form.elements;
  const status = root.querySelector("[role=status]");
  const found = root.querySelector(".search__found");
  const hint = [...found.childNodes];
  const site = new URL("..", address);
  let [index, latest, waiting] = [null, "", 0];

  const opened = () => (index ??= open(address));

  const group = async (engine, { name, numbers }, shown) => {
    const title = TITLES[name];
    const rows = await Promise.all(numbers.slice(0, shown).map(engine.document));
    const list = element("ul", "search__list", ...rows.map((row) => item(site, row)));
    const section = element("section", "search__group", element("h2", "search__title", title), list);
    if (numbers.length > shown) {
      const again = async () => {
        const longer = await group(engine, { name, numbers }, shown + 40);
        section.replaceWith(longer);
        longer.querySelectorAll("a")[shown].focus();
      };
      section.append(more({ title: title.toLowerCase(), count: numbers.length, query: latest, again }));
    }
    return section;
  };

  const find = async (query) => {
    const engine = await opened();
    const sought = await engine.seek(query);
    const sections = await Promise.all(sought.groups.map((one) => group(engine, one, limits[one.name])));
    return [counted(sought, query), sections];
  };

  const show = async () => {
    const query = field.value.trim();
    if (query === latest) return;
    latest = query;
    changed(query);
    try {
      const [said, sections] = query ? await find(query) : ["", hint];
      if (query !== latest) return;
      found.replaceChildren(...(sections.length ? sections : hint));
      status.textContent = said;
    } catch {
      // The index may have been published anew since it was opened: the next search opens it again.
      index = open(address, { cache: "reload" });
      index.catch(() => (index = null));
      if (query !== latest) return;
      latest = "";
      status.textContent = FAILED;
    }
  };

  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, PAUSE);
  });
  root.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [field, ...found.querySelectorAll("a, button")];
    const here = stops.indexOf(document.activeElement);
    const next = here >= 0 && stops[here + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
  opened().catch(() => (index = null));
  return show;
};
