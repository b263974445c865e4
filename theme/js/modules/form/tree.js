// Questions made from the outline of a file: fields, fields inside of fields, and lists that one adds to, moves in and removes from.
import { dayFault } from "./day-fault.js";
import { faultOf } from "./faults.js";
import { ofPicture, pictureQuestion } from "./picture-question.js";
import { make } from "./make.js";
import { boxed, button, help, nextId, title } from "./question.js";
import { line, lines } from "./text.js";
import { capital } from "./words.js";

// One question with one control. `read` gives what it says, empty for nothing.
const single = (field, value) => {
  if (field.kind === "picture") return pictureQuestion(field, value);
  let control;
  if (field.kind === "long") control = make("textarea", { rows: 6, value: value ?? "" });
  else if (field.kind === "choice" || field.kind === "yes") {
    const choices = field.kind === "yes" ? [["ja", "Ja"], ["nej", "Nej"]] : field.choices;
    control = make("select", {}, new Option("Ikke valgt", ""), ...choices.map(([key, name]) => new Option(name, key)));
    if (value && ![...control.options].some((option) => option.value === value)) control.add(new Option(value, value));
    control.value = value ?? "";
  } else control = make("input", { type: "text", value: value ?? "", autocomplete: "off" });
  const box = boxed(field, control);
  const read = () => (field.kind === "long" ? lines(control.value) : line(control.value));
  return { box, control, name: field.title, read, faults: () => faultsOf(field, read(), { box, control }) };
};

const faultsOf = (field, said, place) => {
  const message = faultOf(field, said) ?? (field.day ? dayFault(said) : null);
  return message ? [{ ...place, title: field.title, message }] : [];
};

const several = (field, value) => {
  const legend = make("legend", {}, title(field));
  const chosen = new Set(value ?? []);
  const boxes = field.choices.map(([key, name]) => [key, make("input", { type: "checkbox", value: key, checked: chosen.has(key) }), name]);
  const labels = boxes.map(([, box, name]) => make("label", {}, box, ` ${name}`));
  const box = make("fieldset", { className: "question question--choices" }, legend, help(field, nextId()), make("div", { className: "question__choices" }, ...labels));
  return { box, read: () => boxes.filter(([, { checked }]) => checked).map(([key]) => key), faults: () => [] };
};

// A text where fields are meant is the first of them: the name of a stall.
const asRecord = (fields, value) => (typeof value === "string" ? { [fields[0].key]: value } : (value ?? {}));

const record = (field, value) => {
  const held = asRecord(field.fields, value);
  const inner = field.fields.map((each) => [each.key, questionFor(each, held[each.key])]);
  const boxes = (folded) => inner.filter((_, place) => Boolean(field.fields[place].more) === folded).map(([, question]) => question.box);
  const rest = boxes(true);
  const known = new Set(field.fields.map(({ key }) => key));
  const others = Object.entries(held).filter(([key]) => !known.has(key));
  const box = make("fieldset", { className: field.short ? "event-form__record event-form__record--short" : "event-form__record" }, field.title ? make("legend", {}, title(field)) : null, ...boxes(false));
  if (rest.length) {
    const isSaid = field.fields.some(({ key, more }) => more && !isEmpty(held[key]));
    box.append(make("details", { className: "event-form__more", open: isSaid }, make("summary", {}, "Fortæl mere"), ...rest));
  }
  const read = () => Object.fromEntries([...inner.map(([key, question]) => [key, question.read()]), ...others].filter(([, said]) => !isEmpty(said)));
  const faults = () => (isEmpty(read()) && !field.required ? [] : inner.flatMap(([, question]) => question.faults()));
  const made = { box, read, faults };
  return field.picture ? ofPicture(made, Object.fromEntries(inner)) : made;
};

export const isEmpty = (said) => said === "" || said === undefined || said === null || (typeof said === "object" && !Object.keys(said).length);

const WORD = { partnere: "partner", landsbyer: "landsby", mål: "mål", links: "link", steder: "sted", resultater: "resultat", trin: "trin", personer: "person", punkter: "punkt", efter: "dato", citater: "citat", billeder: "billede", kunstnere: "navn", samarbejder: "samarbejde", praksis: "eksempel", pengene: "post" };
const wordFor = ({ key }) => WORD[key] ?? "linje";

const NEW_KEY = {
  ...{ key: "nøgle", kind: "text", title: "Nøgle", required: true, help: "Et kort ord, som arrangementer henviser til." },
  ...{ pattern: "[a-zæøå0-9]+(?:-[a-zæøå0-9]+)*", message: "{} er ikke en nøgle. Brug små bogstaver, tal og bindestreg." },
};

// What an entry is called in the list: the first thing that it says, but not the name of a picture's file.
const nameOf = (said) => (typeof said === "string" ? said : Object.entries(said).find(([key, each]) => typeof each === "string" && each && key !== "fil")?.[1]) ?? "";

// Entries one below the other. Each is moved and removed by buttons, which a finger and a keyboard reach alike. An entry with fields
// of its own is folded under its name.
const list = (field, value) => {
  const items = make("ol", { className: "event-form__items" });
  const entries = [];
  const place = () => {
    items.replaceChildren(...entries.map(({ item }) => item));
    entries.forEach((entry, index) => entry.call(index + 1));
  };
  const changed = () => {
    place();
    box.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const add = (held, key) => {
    const question = field.fields
      ? record({ ...field, title: "", help: "" }, held)
      : single({ key: field.key, kind: "text", title: capital(wordFor(field)), pattern: field.pattern, message: field.message, most: field.most, day: field.day }, held);
    const named = field.kind === "map" ? single(NEW_KEY, key) : null;
    const entry = { question, named, item: make("li") };
    const move = (step) => (event) => {
      const at = entries.indexOf(entry);
      if (!entries[at + step]) return;
      entries.splice(at + step, 0, ...entries.splice(at, 1));
      changed();
      event.target.closest("button").focus();
    };
    const remove = () => {
      const at = entries.indexOf(entry);
      entries.splice(at, 1);
      changed();
      (entries[at]?.item.querySelector("summary, input") ?? more).focus();
    };
    const [up, down, away] = [button("Op", move(-1), " "), button("Ned", move(1), " "), button("Fjern", remove, " ")];
    const acts = make("p", { className: "event-form__acts" }, up, down, away);
    const summary = make("summary");
    entry.call = (number) => {
      const name = nameOf(question.read()) || capital(wordFor(field));
      summary.textContent = `${number}. ${name}`;
      for (const act of [up, down, away]) act.lastChild.textContent = ` ${name}`;
      if (!field.fields) question.box.querySelector("label").textContent = `${capital(wordFor(field))} ${number}`;
    };
    if (field.fields) entry.item.append((entry.details = make("details", {}, summary, named?.box ?? null, question.box, acts)));
    else entry.item.append(question.box, acts);
    entry.item.addEventListener("change", () => entry.call(entries.indexOf(entry) + 1));
    entries.push(entry);
    return entry;
  };
  const more = button(`Tilføj ${wordFor(field)}`, () => {
    const entry = add();
    if (entry.details) entry.details.open = true;
    place();
    entry.item.querySelector("input, select, textarea")?.focus();
  });
  const box = make("fieldset", { className: "event-form__list" }, make("legend", {}, title(field)), help(field, nextId()), items, make("p", {}, more));
  const held = field.kind === "map" ? Object.entries(value ?? {}) : (value ?? []).map((each) => [undefined, each]);
  for (const [key, each] of held) add(each, key);
  if (field.open) add(field.open).details.open = true;
  place();
  const said = ({ question, named }) => [named?.read(), question.read()];
  const isSaid = (entry) => said(entry).some((each) => !isEmpty(each) && !(field.needs && Object.keys(each).every((key) => field.needs.includes(key))));
  const read = () => {
    const all = entries.filter(isSaid).map(said);
    return field.kind === "map" ? Object.fromEntries(all) : all.map(([, each]) => each);
  };
  const faults = () => entries.filter(isSaid).flatMap(({ question, named }) => [...(named?.faults() ?? []), ...question.faults()]);
  return { box, read, faults };
};

export function questionFor(field, value) {
  if (field.kind === "record") return record(field, value);
  if (field.kind === "choices") return several(field, value);
  if (field.kind === "list" || field.kind === "map") return list(field, value);
  return single(field, typeof value === "object" ? "" : value);
}
