// Shows a page as it will be: the values of a draft at the places that are named in the page, and above it what has no place there.
import { fileDraft } from "./session.js";

const path = new URLSearchParams(location.search).get("udkast");
const main = document.querySelector("main");

const make = (tag, className, ...inside) => {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...inside);
  return element;
};

const LINK = /\[([^\]]+)\]\(((?:https?:|mailto:|tel:|\/)[^)\s]*)\)|\*\*([^*]+)\*\*|\*([^*]+)\*/g;

// Links and emphasis of one line. Everything else stays as it is written.
const inline = (text) => {
  const parts = [];
  let from = 0;
  for (const match of text.matchAll(LINK)) {
    const [all, words, href, strong, emphasis] = match;
    parts.push(text.slice(from, match.index));
    parts.push(words ? Object.assign(make("a", "", words), { href }) : make(strong ? "strong" : "em", "", strong ?? emphasis));
    from = match.index + all.length;
  }
  return [...parts, text.slice(from)];
};

const block = (text) => {
  const heading = /^(#{1,4})\s+(.*)$/.exec(text);
  if (heading) return make(`h${Math.max(2, heading[1].length)}`, "", ...inline(heading[2]));
  const lines = text.split("\n");
  if (lines.every((line) => /^\s*[-*+•]\s+/.test(line))) return make("ul", "", ...lines.map((line) => make("li", "", ...inline(line.replace(/^\s*\S\s+/, "")))));
  return make("p", "", ...inline(lines.join(" ")));
};

const prose = (text) => text.split(/\n\s*\n/).filter((each) => each.trim()).map(block);

const words = (value) => (typeof value === "string" ? value : Object.values(value).map((each) => (Array.isArray(each) ? each.map(words).join(", ") : words(each))).join(", "));

const items = (value) => (Array.isArray(value) ? value.map((each) => ["", each]) : Object.entries(value));

const listed = (value) =>
  items(value).map(([key, each]) => {
    if (typeof each === "string") return make("li", "", key ? `${key}: ${each}` : each);
    const [first, ...rest] = Object.values(each).filter((part) => typeof part === "string" && part);
    return make("li", "", make("b", "", first ?? ""), rest.length ? `, ${rest.join(", ")}` : "");
  });

const fill = (slot, value) => {
  if (slot.matches(".prose")) slot.replaceChildren(...prose(value));
  else if (typeof value === "string") slot.textContent = value;
  else if (slot.matches("ul, ol")) slot.replaceChildren(...listed(value));
  else slot.textContent = items(value).map(([, each]) => words(each)).join("\u00a0· ");
};

const shown = (title, value) => {
  const body = typeof value === "string" ? prose(value) : [make("ul", "", ...listed(value))];
  return make("section", "draft__part", make("h2", "", title), ...(body.length ? body : [make("p", "", "(slettet)")]));
};

// The named values of the programme's own texts, `{{ antal_trin }}`; what no value is known by is shown as the site shows it.
const SPELT = { æ: "ae", ø: "oe", å: "aa" };
const folded = (name) => name.toLowerCase().replace(/[\s_-]+/g, "").replace(/[æøå]/g, (letter) => SPELT[letter]);
const named = (values, known) =>
  /^content\/(?!events\/)/.test(path)
    ? JSON.parse(JSON.stringify(values), (_, value) => (typeof value === "string" ? value.replace(/\{\{([^{}\n]*)\}\}/g, (_all, name) => known[folded(name)] ?? "…") : value))
    : values;

const apply = ({ values: written, before: was, titles, named: known = {} }) => {
  const [values, before] = [named(written, known), named(was, known)];
  const changed = Object.keys(values).filter((key) => JSON.stringify(values[key]) !== JSON.stringify(before[key]));
  const slotOf = (key) => [...main.querySelectorAll("[data-field]")].find((slot) => slot.dataset.field === key);
  const homeless = changed.filter((key) => !slotOf(key) || !values[key].length && typeof values[key] === "string");
  for (const key of changed) {
    const slot = slotOf(key);
    if (!slot) continue;
    fill(slot, values[key]);
    slot.classList.add("draft__changed");
  }
  const back = Object.assign(make("a", "button", "Tilbage til formularen"), { href: `${document.querySelector(".site-header a").getAttribute("href")}rediger/fil/?fil=${encodeURIComponent(path)}` });
  const note = make("p", "", make("b", "", "Udkast. "), "Sådan bliver siden, når rettelsen er godkendt. Kun du kan se det, og der er ikke sendt noget endnu.");
  const bar = make("div", "draft field field--sand", note, make("p", "actions", back), ...homeless.map((key) => shown(titles[key], values[key])));
  bar.setAttribute("role", "region");
  bar.setAttribute("aria-label", "Udkast");
  main.prepend(bar);
};

try {
  const draft = JSON.parse(sessionStorage.getItem(fileDraft(path)));
  if (draft) apply(draft);
} catch {
  // Without storage there is no draft to show: the page is as it is.
}
