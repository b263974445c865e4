// Shows a page as it will be: the values of a draft at the places that are named in the page, and above it what has no place there.
import { drawChosen } from "./album.js";
import { prose } from "./prose.js";
import { make } from "./make.js";
import { fileDraft } from "./session.js";
import { addStyle } from "./style.js";

const path = new URLSearchParams(location.search).get("udkast");
const main = document.querySelector("main");

const words = (value) => (typeof value === "string" ? value : Object.values(value).map((each) => (Array.isArray(each) ? each.map(words).join(", ") : words(each))).join(", "));

const items = (value) => (Array.isArray(value) ? value.map((each) => ["", each]) : Object.entries(value));

const listed = (value) =>
  items(value).map(([key, each]) => {
    if (typeof each === "string") return make("li", {}, key ? `${key}: ${each}` : each);
    const [first, ...rest] = Object.values(each).filter((part) => typeof part === "string" && part);
    return make("li", {}, make("b", {}, first ?? ""), rest.length ? `, ${rest.join(", ")}` : "");
  });

const fill = (slot, value) => {
  if (slot.matches(".prose")) slot.replaceChildren(...prose(value));
  else if (typeof value === "string") slot.textContent = value;
  else if (slot.matches("ul, ol")) slot.replaceChildren(...listed(value));
  else slot.textContent = items(value).map(([, each]) => words(each)).join("\u00a0· ");
};

const isPicture = (value) => typeof value?.fil === "string";

const pictures = (value) => (isPicture(value) ? [value] : value && typeof value === "object" ? Object.values(value).flatMap(pictures) : []);

// A picture that was chosen in this tab; of another only what is said of it.
const figure = ({ fil, beskrivelse, foto, tekst }) => {
  const canvas = make("canvas", { className: "draft__picture", hidden: true });
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", beskrivelse ?? "");
  drawChosen(canvas, fil).then((drawn) => (canvas.hidden = !drawn), () => {});
  return make("figure", {}, canvas, make("figcaption", {}, [tekst, `Foto: ${foto}`].filter(Boolean).join(" ")));
};

const shown = (title, value) => {
  const only = isPicture(value) || (Array.isArray(value) && value.length > 0 && value.every(isPicture));
  const said = typeof value === "string" ? prose(value) : only ? [] : [make("ul", {}, ...listed(value))];
  const body = [...said, ...pictures(value).map(figure)];
  return make("section", { className: "draft__part" }, make("h2", {}, title), ...(body.length ? body : [make("p", {}, "(slettet)")]));
};

// The named values of the programme's own texts, `{{ antal_trin }}`. As on the site, code stays, and a name that is not known is `…`.
const NAMED = /^(`{3,}|~{3,})[\s\S]*?^\1|(`+)[^`\n]+\2|\{\{(?<name>[^{}\n]*)\}\}/gm;
const SPELT = { æ: "ae", ø: "oe", å: "aa" };
const folded = (name) => name.toLowerCase().replace(/[\s_-]+/g, "").replace(/[æøå]/g, (letter) => SPELT[letter]);
const filled = (text, known) => text.replace(NAMED, (all, ...groups) => (groups.at(-1).name === undefined ? all : known[folded(groups.at(-1).name)] ?? "…"));
const named = (values, known) =>
  /^content\/(?!events\/)/.test(path) ? JSON.parse(JSON.stringify(values), (_, value) => (typeof value === "string" ? filled(value, known) : value)) : values;

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
  const root = document.querySelector(".site-header a").getAttribute("href");
  const back = make("a", { className: "draft__back", href: `${root}rediger/fil/?fil=${encodeURIComponent(path)}` }, "Tilbage til formularen");
  const note = make("p", {}, make("b", {}, "Udkast. "), "Sådan bliver siden, når rettelsen er godkendt. Kun du kan se det, og der er ikke sendt noget endnu.");
  const bar = make("div", { className: "draft" }, note, make("p", {}, back), ...homeless.map((key) => shown(titles[key], values[key])));
  bar.setAttribute("role", "region");
  bar.setAttribute("aria-label", "Udkast");
  main.prepend(bar);
};

try {
  const draft = JSON.parse(sessionStorage.getItem(fileDraft(path)));
  if (draft) {
    addStyle(new URL("form.css", import.meta.url)).catch(() => {});
    apply(draft);
  }
} catch {
  // Without storage there is no draft to show: the page is as it is.
}
