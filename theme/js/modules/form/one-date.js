// One date of a series: which one is corrected, what is planned for it, and the entry of `ændringer` that the answers become.
import { dayOf, daysBetween, isoOf, plusDays } from "./days.js";
import { entry, stated, withParts } from "./write.js";
import { capital, fullDay, hour } from "./words.js";

const ASKED = /^(?:status|statustekst|start_dag|start_kl|slut_kl|slut_dag|sted|sted_\w+|online)$/;
const PLACE = /^sted(?:_|$)/;
const KEY = "ændringer";
const START = ["start_dag", "start_kl"];
const END = ["slut_dag", "slut_kl"];

// The rules for what can be answered otherwise for one date.
export const rulesOfOne = (rules) => ({ ...rules, fields: rules.fields.filter(({ name }) => ASKED.test(name)) });

export const dateWords = ({ dates }, anchor) => {
  const [day, clock] = dates[anchor];
  return fullDay(dayOf(day)) + (anchor.length > 10 ? ` kl. ${hour(clock)}` : "");
};

// The answers for a date as the series plans it: those of the event, with the day and hours of that date.
export const planned = ({ answers, series }, anchor) => {
  const [start_dag, start_kl, slut_dag, slut_kl] = series.dates[anchor];
  const none = Object.fromEntries(["gentag", "gentag_til", "undtagen", "status", "statustekst"].map((name) => [name, ""]));
  return { ...answers, ...none, start_dag, start_kl, slut_dag, slut_kl };
};

// The same with what the file says of it today. A place is another one as a whole; a last day moves along with the first.
export const changed = (source, anchor) => {
  const plan = planned(source, anchor);
  const { answers = {} } = source.series.changes.find((change) => change.anchor === anchor) ?? {};
  const place = Object.keys(answers).some((name) => PLACE.test(name));
  const same = Object.fromEntries(Object.entries(plan).filter(([name]) => !place || !PLACE.test(name)));
  const moved = answers.start_dag && plan.slut_dag && !answers.slut_dag;
  const days = moved ? daysBetween(dayOf(plan.start_dag), dayOf(answers.start_dag)) : 0;
  return { ...same, ...(moved ? { slut_dag: isoOf(plusDays(dayOf(plan.slut_dag), days)) } : {}), ...answers };
};

const differs = (names, before, after) => names.some((name) => (before[name] ?? "") !== (after[name] ?? ""));
const placeNames = (...several) => several.flatMap(Object.keys).filter((name) => PLACE.test(name));

export const hasMoved = (before, after) => differs([...START, ...placeNames(before, after)], before, after);

// What a card shows of a move, as the questions about an event that has moved would say it.
export const asMoved = (before, after, placeName) => {
  const day = differs(START, before, after);
  const place = differs(placeNames(before, after), before, after);
  const was = { ...(day ? { foer_dag: before.start_dag, foer_kl: before.start_kl } : {}), ...(place ? { foer_sted: placeName(before) } : {}) };
  return { ...after, ...was, status: after.status || (day || place ? "flyttet" : "") };
};

// What the questions about a move are answered with where an event that is public has another day, hour or place than it had.
export const moveOf = (before, after, placeName) => {
  const day = differs(START, before, after);
  const place = differs(["sted", "sted_navn"], before, after);
  return {
    status: day || (place && placeName) ? "flyttet" : "",
    foer_dag: day ? before.start_dag : "",
    foer_kl: day ? (before.start_kl ?? "") : "",
    foer_sted: place ? placeName : "",
  };
};

const moment = (day, clock) => (clock ? `${day} kl. ${clock.replace(":", ".")}` : day);

const end = ({ start_dag, start_kl, slut_dag, slut_kl }) => {
  const next = !slut_dag && slut_kl <= start_kl && slut_kl <= "06:00";
  return moment(slut_dag || (next ? isoOf(plusDays(dayOf(start_dag), 1)) : start_dag), slut_kl);
};

function* facts(fields, before, after) {
  const said = (name) => stated(fields.find((field) => field.name === name), after);
  if (said("status").length) yield ["status", said("status")];
  const moved = differs(START, before, after);
  if (moved) yield ["ny start", [moment(after.start_dag, after.start_kl)]];
  // Without a new end the event lasts as long as it did, or until the same hour where it begins at the same.
  if ((after.start_kl !== before.start_kl || differs(END, before, after)) && (after.slut_kl || after.slut_dag)) yield ["ny slut", [end(after)]];
  if (differs(placeNames(before, after), before, after)) {
    const written = fields.filter(({ key, name }) => key?.startsWith("sted.") && said(name).length);
    if (written.length) yield ["sted", new Map(written.map(({ key, name }) => [key.split(".")[1], said(name)]))];
    else if (said("sted").length) yield ["sted", said("sted")];
  }
  if (differs(["online"], before, after) && said("online").length) yield ["online", said("online")];
  if (said("statustekst").length) yield ["tekst", said("statustekst")];
}

const entryText = (fields, { indent, dates }, anchor, before, after) => {
  const [day, clock] = dates[anchor];
  const found = [...facts(fields, before, after)];
  if (!found.length) return "";
  const stands = " ".repeat(indent + 2);
  const named = ["dato", [anchor.length > 10 ? moment(day, clock) : day]];
  const lines = [named, ...found].map(([key, value]) => entry(key, value, stands)).join("");
  return `${" ".repeat(indent)}- ${lines.slice(stands.length)}`;
};

// The event's file with what is different on one date. All else stays as it stands.
export const changedDate = (fields, source, anchor, values) => {
  const { changes } = source.series;
  const own = entryText(fields, source.series, anchor, planned(source, anchor), values);
  const texts = changes.map((change) => (change.anchor === anchor ? own : change.text));
  if (!changes.some((change) => change.anchor === anchor)) texts.push(own);
  const list = texts.join("") && `${KEY}:\n${texts.join("")}`;
  return { path: source.path, text: `---\n${withParts(source.parts, new Set([KEY]), () => list)}---\n${source.body}` };
};

// Asks which dates the correction is about, and calls `choose` with the anchor, or with null for all of them.
export const askWhich = (fieldset, series, asked, choose) => {
  const [select, other] = [fieldset.querySelector("select"), fieldset.querySelector("[data-scope=other]")];
  const known = Object.hasOwn(series.dates, asked ?? "") ? asked : null;
  const one = fieldset.querySelector("[data-scope=one]");
  one.hidden = !known;
  if (known) one.querySelector("b").textContent = dateWords(series, known);
  select.replaceChildren(...Object.keys(series.dates).map((anchor) => new Option(capital(dateWords(series, anchor)), anchor)));
  if (known) select.value = known;
  fieldset.querySelector("[data-scope=count]").textContent = Object.keys(series.dates).length;
  fieldset.hidden = false;
  fieldset.addEventListener("change", (event) => {
    event.stopPropagation();
    const scope = fieldset.querySelector("input:checked")?.value;
    other.hidden = scope !== "other";
    if (scope) choose(scope === "all" ? null : scope === "one" ? known : select.value);
  });
};

// That the whole series is cancelled, where one date may have been meant.
export const showScope = (note, source, anchor, { status }) => {
  const count = Object.keys(source?.series?.dates ?? {}).length;
  const all = !anchor && ["aflyst", "udsat"].includes(status) && status !== source.answers.status;
  note.hidden = !count || !all;
  note.textContent = note.hidden ? "" : `Det gælder alle ${count} datoer. Er det kun én, der er ${status}, så vælg den øverst i formularen.`;
};
