// From the answers to the event's file, as generator/editing/form/write.py does it, and to the changed file of one that is there.
import { noBooking, wayOf } from "./booking.js";
import { clockOf, fileName, line, lines } from "./text.js";
import { field as yaml } from "./yaml.js";

const texts = (values, name) => {
  const value = values[name] ?? "";
  return Array.isArray(value) ? (value.length ? value : [""]) : [value];
};

export const stated = (field, values) => {
  let given = texts(values, field.name);
  if (field.several) given = lines(given.join("\n")).split("\n");
  const said = given.map(line).filter(Boolean);
  return field.kind === "time" ? said.map(clockOf) : said;
};

const booking = (before, below, said) =>
  noBooking(before[0]) ? before : new Map([[wayOf(before[0]), before], [below, said]]);

const frontMatter = (fields, values) => {
  const written = new Map();
  for (const field of fields) {
    const said = stated(field, values);
    if (!field.key || !said.length) continue;
    const [top, below] = field.key.split(".");
    const before = written.get(top);
    if (!below) {
      const [day, clock] = field.kind === "time" ? [before, said] : [said, before];
      written.set(top, Array.isArray(before) ? [`${day[0]} kl. ${clock[0]}`] : said);
    } else if (top === "tilmelding" && Array.isArray(before)) written.set(top, booking(before, below, said));
    else if (!Array.isArray(before)) written.set(top, new Map([...(before ?? []), [below, said]]));
  }
  return written;
};

const asValue = (said) => {
  if (said instanceof Map) return Object.fromEntries([...said].map(([key, each]) => [key, asValue(each)]));
  return said.length === 1 ? said[0] : said;
};

export const entry = (key, said, indent = "") => yaml(key, asValue(said), indent);

// A file's fields with those of `keys` as `fresh` gives them, in their places; what was not there comes last.
export const withParts = (parts, keys, fresh) => {
  const there = new Set(parts.map(([key]) => key));
  return [...parts.map(([key, text]) => (keys.has(key) ? fresh(key) : text)), ...[...keys].filter((key) => !there.has(key)).map(fresh)].join("");
};

export const body = (values) => {
  const text = lines(texts(values, "tekst").join("\n"));
  return text && `${text}\n`;
};

// A name that is taken gets the day on it, so that nothing is written over.
const freeName = (values, taken) => {
  const title = line(texts(values, "titel")[0]);
  const names = [title, `${title} ${values.start_dag}`, ...[2, 3, 4, 5].map((number) => `${title} ${values.start_dag} ${number}`)];
  return names.map(fileName).find((name) => !taken.includes(name));
};

// `taken` are the names of the area's events.
export const eventFile = (fields, values, taken = []) => {
  const area = line(texts(values, "omraade")[0]);
  const front = [...frontMatter(fields, values)].map(([key, value]) => entry(key, value)).join("");
  return { path: `areas/${area}/events/${freeName(values, taken)}.md`, text: `---\n${front}---\n${body(values)}` };
};

const same = (first, second) => first.length === second.length && first.every((text, place) => text === second[place]);

export const changedFields = (fields, before, after) =>
  fields.filter((field) =>
    field.name === "tekst" ? body(before) !== body(after) : field.key && !same(stated(field, before), stated(field, after)),
  );

// What the form does not ask about stays below a field; what was said of an old place is not true of a new one.
const unaskedBelow = (top, value, unasked, changed) => {
  const below = unasked[top];
  if (!below || (top === "sted" && (Array.isArray(value) || changed.some(({ name }) => name === "sted_navn")))) return "";
  return top === "tilmelding" && Array.isArray(value) && noBooking(value[0]) ? "" : below;
};

const renewed = (top, value, unasked) => {
  if (unasked && Array.isArray(value)) {
    const way = wayOf(value[0]);
    return entry(top, new Map([[way, value]])) + (way === "tekst" ? unasked.replace(/^ {2}tekst:.*\n/m, "") : unasked);
  }
  return value ? entry(top, value) + unasked : unasked && `${top}:\n${unasked}`;
};

export const changedFile = (fields, source, values) => {
  const changed = changedFields(fields, source.answers, values);
  const tops = new Set(changed.map(({ key }) => key?.split(".")[0]).filter(Boolean));
  const written = frontMatter(fields, values);
  const fresh = (top) => renewed(top, written.get(top), unaskedBelow(top, written.get(top), source.unasked, changed));
  const text = changed.some(({ name }) => name === "tekst") ? body(values) : source.body;
  return { path: source.path, text: `---\n${withParts(source.parts, tops, fresh)}---\n${text}` };
};
