// The search field and what it finds: groups of links, how many there are said as it changes.
import { element, furnished } from "./dialog.js";
import { now, open } from "./index.js";
import { addStyle } from "./style.js";

const PAUSE = 150;
const TITLES = { pages: "Sider", areas: "Lokalområder", coming: "Arrangementer", past: "Tidligere arrangementer" };
const FAILED = "Søgningen kunne ikke hentes. Prøv igen om lidt.";

// The style comes with the first search. Without it the list is plain, and whole.
const styled = addStyle(new URL("search.css", import.meta.url)).catch(() => {});

const counted = ({ whole, sharp, groups }, query) => {
  const count = groups.reduce((sum, { numbers }) => sum + numbers.length, 0);
  if (!count) return `Ingen resultater for «${query}».`;
  const results = `${count} resultat${count === 1 ? "" : "er"}`;
  if (!whole) return `Intet har alle ordene. ${results} ligger nærmest.`;
  return sharp ? results : `Intet er skrevet sådan. ${results} ligner.`;
};

// A night belongs to its evening: what has ended by 6 was on the day before.
const dateIn = (dates, from) => dates?.find(([ends]) => ends > from) ?? dates?.at(-1);

const item = (site, [title, url, note, example, dates], reasons, day) => {
  const link = element("a", "search__link", title);
  link.href = new URL(url, site).href;
  const row = element("li", "search__item", link);
  if (example) row.append(" ", element("span", "search__example", "Eksempel"));
  const moment = now();
  const date = dateIn(dates, day && `${day}T06:00` > moment ? `${day}T06:00` : moment);
  if (date) row.append(element("p", "search__when", date[2] ? `${date[1]} · ${date[2]}` : date[1]));
  row.append(element("p", "search__note", note));
  if (reasons.length) row.append(element("p", "search__why", `Fundet på ${reasons.join(" og ")}`));
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

  const titled = (title, ...inside) => element("section", "search__group", element("h2", "search__title", title), ...inside);

  // The same words among the calendar's filters.
  const inCalendar = (query) => {
    const link = element("a", "search__more", "Vis dem i kalenderen");
    link.href = new URL(`det-sker/?${new URLSearchParams({ ord: query })}`, site).href;
    return link;
  };

  const opened = () => (index ??= open(address));

  // A button for each word that one may have meant, and the next that is on.
  const offered = async (engine, query, result) => {
    const { words, next } = await engine.offers(query, result);
    const buttons = words.map((word) => {
      const button = element("button", "search__more", `Søg på «${word}»`);
      button.type = "button";
      button.addEventListener("click", () => {
        field.value = word;
        field.focus();
        show();
      });
      return element("li", "", button);
    });
    const meant = buttons.length ? [titled("Mente du …", element("ul", "search__words", ...buttons))] : [];
    const documents = await Promise.all(next.map(async ([number, day]) => item(site, await engine.document(number), [], day)));
    return [...meant, ...(documents.length ? [titled("Det sker snart", element("ul", "search__list", ...documents))] : [])];
  };

  const group = async (engine, result, { name, numbers }, shown) => {
    const title = TITLES[name];
    const rows = numbers.slice(0, shown).map(async (number) => {
      const document = await engine.document(number);
      return item(site, document, result.why(number, document[0]), name === "coming" && result.dayOf(number));
    });
    const section = titled(title, element("ul", "search__list", ...(await Promise.all(rows))));
    if (name === "coming") section.append(inCalendar(latest));
    if (numbers.length > shown) {
      const again = async () => {
        const longer = await group(engine, result, { name, numbers }, shown + 40);
        section.replaceWith(longer);
        longer.querySelectorAll("a")[shown].focus();
      };
      section.append(more({ title: title.toLowerCase(), count: numbers.length, query: latest, again }));
    }
    return section;
  };

  const find = async (query) => {
    const engine = await opened();
    await styled;
    const sought = await engine.seek(query);
    const sections = await Promise.all(sought.groups.map((one) => group(engine, sought, one, limits[one.name])));
    if (sought.groups.some(({ name }) => name === "coming")) return [counted(sought, query), sections];
    const past = sought.groups.findIndex(({ name }) => name === "past");
    sections.splice(past < 0 ? sections.length : past, 0, ...(await offered(engine, query, sought)), ...(sections.length ? [] : hint));
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

// Makes a search of a dialog with a field. `all` is the address of the page that lists everything.
export const furnish = async (dialog, all) => {
  await styled;
  start(dialog, furnished(dialog, all))();
};
