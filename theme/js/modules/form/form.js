// The form itself: what is answered in it, what it offers, and the faults it shows.
import { clockFrom, dayOf, isoFrom, lacksYear } from "./days.js";
import { listFaults } from "./faults.js";
import { make } from "./make.js";
import { datesOf, skippedDays } from "./rules.js";
import { line } from "./text.js";
import { waysFor } from "./repetition.js";
import { capital, hour, plainDay, shortDay } from "./words.js";

const OTHER = "+";

export const questionOf = (form, name) => form.querySelector(`[data-question="${name}"]`);
const controlOf = (form, name) => form.querySelector(`#felt-${name}`);
const isAsked = (question) => !question.closest("form [hidden]");

const option = (value, title = capital(value)) => new Option(title, value);

// What stands in a field for a day or an hour, as `2026-05-01` or `19:00`; null for what is neither, nothing for nothing.
const momentIn = ({ name, value, dataset: { native } }, rules) => {
  if (!value.trim()) return "";
  return native === "date" ? isoFrom(value, rules) : clockFrom(value, rules, { isEnd: name === "slut_kl" });
};

const answerTo = (form, name, rules, lists) => {
  const question = questionOf(form, name);
  if (!question || !isAsked(question)) return "";
  const control = controlOf(form, name);
  const checked = [...question.querySelectorAll(":checked[type=checkbox]")].map(({ value }) => value);
  if (question.matches(".question--days")) return checked.join("\n");
  if (question.matches(".question--choices")) return checked;
  if (control.value === OTHER) return name === "gentag" ? line(controlOf(form, "gentag-andet").value) : "";
  if (control.type === "file") return control.files[0]?.name ?? "";
  if (control.dataset.native) return momentIn(control, rules) ?? "";
  if (lists.has(name)) return control.value.split(/,\s*/).map(line).filter(Boolean);
  return control.matches("textarea") ? control.value : line(control.value);
};

// `lists` are the names of questions whose one line holds several answers.
export const answersIn = (form, rules, lists) => {
  const values = Object.fromEntries(rules.fields.map(({ name }) => [name, answerTo(form, name, rules, lists)]));
  return controlOf(form, "sted").value === OTHER ? { ...values, nyt_sted: "ja" } : values;
};

// Chooses a value. One that is not offered any more is offered again, above the last choice, which is for another answer.
export const choose = (select, value) => {
  if (value && ![...select.options].some((each) => each.value === value)) select.options[select.options.length - 1].before(option(value));
  select.value = value;
};

const offer = (select, options) => {
  const chosen = select.value;
  const [none, other] = [select.options[0], select.options[select.options.length - 1]];
  select.replaceChildren(none, ...options, other);
  choose(select, chosen);
};

export const offerPlaces = (form, places) => {
  const select = controlOf(form, "sted");
  const known = places.some(({ key }) => key === select.value) || select.value === OTHER;
  if (!known) select.value = "";
  offer(select, places.map(({ key, name, town }) => option(key, town && !name.includes(town) ? `${name}, ${town}` : name)));
};

export const offerRepetitions = (form, rules) => {
  const start = dayOf(momentIn(controlOf(form, "start_dag"), rules));
  if (start) offer(controlOf(form, "gentag"), waysFor(start, rules).map((way) => option(way)));
};

export const offerDays = (form, values, rules) => {
  const skipped = skippedDays(values);
  const dates = values.gentag && values.gentag_til ? datesOf(values, rules).slice(0, rules.most.dates) : [];
  const shown = [...new Set([...dates, ...skipped])].sort();
  const slot = questionOf(form, "undtagen").querySelector(".question__choices");
  if ([...slot.querySelectorAll("input")].map(({ value }) => value).join() === shown.join()) return;
  slot.replaceChildren(
    ...shown.map((date) => {
      const box = make("input", { type: "checkbox", name: "undtagen", value: date, checked: skipped.includes(date) });
      return make("label", {}, box, ` ${shortDay(dayOf(date))} ${date.slice(0, 4)}`);
    }),
  );
  questionOf(form, "undtagen").hidden = !shown.length;
};

export const showBlocks = (form) => {
  const shown = {
    repeats: controlOf(form, "gentag").value,
    place: controlOf(form, "sted").value === OTHER,
    moved: controlOf(form, "status").value === "flyttet",
    picture: controlOf(form, "billede").files.length,
  };
  for (const block of form.querySelectorAll("[data-block]")) block.hidden = !shown[block.dataset.block];
  controlOf(form, "gentag-andet").closest("div").hidden = controlOf(form, "gentag").value !== OTHER;
};

// Shows the questions that these rules ask, and no others.
export const askOnly = (form, { fields }) => {
  const names = new Set(fields.map(({ name }) => name));
  for (const question of form.querySelectorAll("[data-question]")) question.hidden = !names.has(question.dataset.question);
  for (const group of form.querySelectorAll("[data-group]")) group.hidden = !group.querySelector("[data-question]:not([hidden])");
  for (const part of form.querySelectorAll("details.event-form__more")) part.hidden = !part.querySelector("[data-question]:not([hidden])");
  form.querySelector("[type=submit]").closest("p").hidden = !names.size;
};

export const put = (form, name, answer) => {
  const control = controlOf(form, name);
  if (control.type === "file") return; // only a person can choose a file
  if (control.matches("fieldset")) {
    for (const box of control.querySelectorAll("input")) box.checked = [answer].flat().includes(box.value);
  } else if (control.matches("select")) choose(control, answer);
  else if (control.dataset.native && control.type === "text" && answer) control.value = momentWords(control.dataset.native, answer);
  else control.value = Array.isArray(answer) ? answer.join(", ") : answer;
};

// Fills the form with the answers of an event that is there.
export const fill = (form, answers, rules) => {
  for (const { name } of rules.fields) {
    if (name !== "omraade" && name !== "undtagen") put(form, name, answers[name] ?? "");
  }
  if (answers.sted_navn) controlOf(form, "sted").value = OTHER;
  offerRepetitions(form, rules);
  offerDays(form, answers, rules);
  for (const details of form.querySelectorAll("details")) details.open = [...details.querySelectorAll("input")].some(({ value }) => value);
};

const noDate = (value, rules) => `«${value}» ${lacksYear(value, rules) ? "mangler året" : "er ikke en dato i kalenderen"}. Skriv for eksempel 1. maj 2026.`;

const UNREAD = {
  date: [noDate, "Datoen er ikke skrevet færdig. Skriv dag, måned og år."],
  time: [(value) => `«${value}» er ikke et klokkeslæt. Skriv for eksempel 19.00.`, "Klokkeslættet er ikke skrevet færdigt. Skriv timer og minutter."],
};

// Days and hours that cannot be read. One that is half written in the browser's own field has no value, but is not empty.
export const unread = (form, rules) =>
  [...form.querySelectorAll("[data-native]")]
    .filter((input) => isAsked(input) && (input.validity.badInput || momentIn(input, rules) === null))
    .map(({ name, value, dataset: { native } }) => [name, value ? UNREAD[native][0](value.trim(), rules) : UNREAD[native][1]]);

const momentWords = (native, moment) => (native === "date" ? plainDay(dayOf(moment)) : hour(moment));

// Says how a day or an hour that was written is understood.
export const spellOut = (input, rules) => {
  const moment = input.type === "text" && input.dataset.native && momentIn(input, rules);
  if (moment) input.value = momentWords(input.dataset.native, moment);
};

// Where a question's faults stand: made with the first one, and all that the help describes is described by it too.
const faultSlot = (question, name) => {
  const slot = make("p", { className: "question__fault", id: `fejl-${name}` });
  question.querySelector(".question__help").after(slot);
  const described = [question, ...question.querySelectorAll("*")].filter((each) => each.hasAttribute("aria-describedby"));
  for (const each of described) each.setAttribute("aria-describedby", `${each.getAttribute("aria-describedby")} ${slot.id}`);
  return slot;
};

export const showFault = (form, name, message) => {
  const question = questionOf(form, name);
  const slot = question.querySelector(".question__fault") ?? (message && faultSlot(question, name));
  if (!slot || slot.textContent === (message ?? "")) return;
  slot.textContent = message ?? "";
  slot.hidden = !message;
  question.classList.toggle("question--fault", Boolean(message));
  for (const control of question.querySelectorAll(".question > :is(input, select, textarea), .question__other input")) {
    if (message) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
  }
};

const goTo = (form, name) => {
  const question = questionOf(form, name);
  const details = question.closest("details");
  if (details) details.open = true;
  const other = name === "gentag" && controlOf(form, "gentag").value === OTHER;
  const control = controlOf(form, other ? "gentag-andet" : name);
  control.focus({ preventScroll: true });
  question.scrollIntoView({ block: "center" });
};

// All that is to be mended, above the form, with the way to each.
export const showFaults = (form, faults, rules) => {
  const heading = form.querySelector(".event-form__faults h2");
  heading.textContent = faults.size === 1 ? "Der er én ting at rette" : `Der er ${faults.size} ting at rette`;
  const title = (name) => rules.fields.find((field) => field.name === name).title;
  listFaults(form, [...faults].map(([name, message]) => ({ id: `felt-${name}`, text: `${title(name)}: ${message}`, go: () => goTo(form, name) })));
};

