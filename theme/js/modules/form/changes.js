// What a correction changes, in words: for each question what stood there and what stands there now.
import { dayOf } from "./days.js";
import { make } from "./make.js";
import { lines } from "./text.js";
import { changedFields, stated } from "./write.js";
import { plainDay } from "./words.js";

export const NOTHING = "(ikke udfyldt)";

const inWords = (field, values) => {
  const said = stated(field, values);
  const days = field.kind === "date" || field.name === "undtagen";
  return said.map((text) => (days && dayOf(text) ? plainDay(dayOf(text)) : text)).join(", ") || NOTHING;
};

// Of two texts only the lines between what they begin and end alike with.
const differing = (before, after) => {
  const [old, fresh] = [lines(before).split("\n"), lines(after).split("\n")];
  while (old.length && fresh.length && old[0] === fresh[0]) [old, fresh].forEach((list) => list.shift());
  while (old.length && fresh.length && old.at(-1) === fresh.at(-1)) [old, fresh].forEach((list) => list.pop());
  return [old, fresh].map((list) => list.join("\n").trim() || NOTHING);
};

export const changesIn = (fields, before, after) =>
  changedFields(fields, before, after).map((field) => {
    const [was, is] =
      field.name === "tekst" ? differing(before.tekst ?? "", after.tekst) : [inWords(field, before), inWords(field, after)];
    return { title: field.title, was, is };
  });

const said = (word, tag, text) => make("dd", {}, `${word}: `, make(text === NOTHING ? "span" : tag, {}, text));

export const showChanges = (section, changes) => {
  section.hidden = false;
  section.querySelector("h3").textContent = changes.length ? "Det bliver ændret" : "Du har ikke ændret noget endnu";
  section.querySelector("dl").replaceChildren(
    ...changes.map(({ title, was, is }) => make("div", {}, make("dt", {}, title), said("Før", "del", was), said("Nu", "ins", is))),
  );
};
