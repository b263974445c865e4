// Joins the form's parts: an answer leads to faults, a card, a file and the ways to send it.
import { placeOf, showCard, summary } from "./card.js";
import { useWays } from "./booking.js";
import { changesIn, showChanges } from "./changes.js";
import { draft, dropDraft, isBegun, keepDraft, restoreDraft } from "./draft.js";
import { asTemplate, offerEarlier } from "./earlier.js";
import { answersIn, askOnly, fill, offerDays, offerPlaces, offerRepetitions, put, questionOf, showBlocks, showFault, showFaults, spellOut, unread } from "./form.js";
import { fetched } from "./json.js";
import { asMoved, askWhich, changed, changedDate, dateWords, hasMoved, moveOf, planned, rulesOfOne, showScope } from "./one-date.js";
import { pictureChanges, pictureFaults, pictureOf, showPicture, takePicture } from "./picture.js";
import { faultsIn } from "./rules.js";
import { alsoOn, showAlsoOn } from "./same-day.js";
import { announce, forgetWhenSent, isSent, leaveField, pressWithoutLeaving } from "./session.js";
import { addStyle } from "./style.js";
import { showWays } from "./ways.js";
import { useTexts } from "./text.js";
import { useNames } from "./words.js";
import { changedFile, eventFile } from "./write.js";

const page = document.querySelector(".event-form");
const form = page.querySelector("form");
const result = document.querySelector(".event-form__result");
addStyle(new URL("event-card.css", import.meta.url)).catch(() => {}); // only the card of what is written needs it
const everything = await page.rules;
const address = new URLSearchParams(location.search);
const correcting = /^[a-z0-9-]+\/[a-z0-9-]+$/.exec(address.get("ret") ?? "")?.[0];
const template = /^([a-z0-9-]+)\/([a-z0-9-]+)$/.exec(address.get("skabelon") ?? "")?.slice(1);
const rules = correcting ? everything : { ...everything, fields: everything.fields.filter(({ group }) => group !== "Status") };
const touched = new Set();
const TOGETHER = { slut_kl: ["start_kl"], slut_dag: ["slut_kl"], start_kl: ["slut_kl"], gentag: ["start_dag"], status: ["foer_dag"] };
let context = { name: "", places: [], events: [] };
let source = null;
let anchor = null; // of the one date that is corrected, null for all of them
if (isSent()) dropDraft();
const written = draft(); // before anything is written here, which must not be overwritten by itself when the files arrive
let arriving = null;
if (!written && isBegun(form)) keepDraft(form);

useNames(rules.names);
useTexts(rules.text);
useWays(rules.ways);

const lists = () => new Set(Object.entries(source?.answers ?? {}).flatMap(([name, answer]) => (Array.isArray(answer) ? [name] : [])));
const asked = () => (anchor ? rulesOfOne(rules) : rules);
const before = () => (anchor ? changed(source, anchor) : source.answers);
const answers = () => ({ ...(anchor ? before() : {}), ...answersIn(form, asked(), lists()), ...(source ? { omraade: source.answers.omraade } : {}) });

const faults = (values) => {
  const moved = anchor && hasMoved(planned(source, anchor), values);
  const found = new Map([...faultsIn(values, asked(), { ...context, moved, series: context.series && !anchor, booked: source?.unasked?.tilmelding }), ...unread(form, rules), ...pictureFaults(values)]);
  const { text } = file(values);
  if (new Blob([text]).size > rules.most.bytes) found.set("tekst", `Teksten er for lang. Den må fylde højst ${rules.most.bytes / 1000} kB.`);
  return found;
};

function file(values) {
  if (anchor) return changedDate(rules.fields, source, anchor, values);
  if (source) return changedFile(rules.fields, source, values);
  return eventFile(rules.fields, values, context.events);
}

const showResult = (values) => {
  const shown = anchor ? asMoved(planned(source, anchor), values, (at) => placeOf(at, context)[0]) : values;
  showCard(result.querySelector(".event-card"), shown, rules, context);
  const made = file(values);
  const picture = pictureOf(values, made.path, Boolean(source));
  const changes = source ? [...changesIn(asked().fields, before(), values), ...pictureChanges(asked().fields, values, picture)] : null;
  showScope(result.querySelector(".event-form__scope-note"), source, anchor, values);
  if (changes) showChanges(result.querySelector(".event-form__changes"), changes);
  const was = source?.parts && changedFile(rules.fields, source, source.answers).text;
  const sent = { file: made, was, values: picture ? { ...values, billede: picture.name } : values, rules, context, changes, picture, pictures: picture ? [picture] : [] };
  showWays(result, page.dataset, sent);
  showPicture(result, page.dataset, sent);
};

const review = () => {
  const values = answers();
  const found = faults(values);
  for (const { name } of rules.fields) if (questionOf(form, name)) showFault(form, name, touched.has(name) ? found.get(name) : undefined);
  if (!result.hidden) {
    result.hidden = found.size > 0;
    if (!found.size) showResult(values);
  }
  return { values, found };
};

const touch = (name) => [name, ...(TOGETHER[name] ?? [])].forEach((each) => touched.add(each));
const nameOf = (target) => target.closest("[data-question]")?.dataset.question;

const settle = () => {
  showBlocks(form);
  offerRepetitions(form, rules);
  offerDays(form, answers(), rules);
  const { values } = review();
  const facts = summary(values, rules, context);
  if (facts) page.querySelector(".event-form__summary").textContent = facts;
};

// An owner's events, fetched once; after a failure they are asked for again.
const fetchedFiles = new Map();
const filesOf = (owner) => {
  if (!fetchedFiles.has(owner)) fetchedFiles.set(owner, fetched(`filer/${owner}.json`));
  fetchedFiles.get(owner).catch(() => fetchedFiles.delete(owner));
  return fetchedFiles.get(owner);
};

const useArea = async (area, name) => {
  const none = { name, places: [], events: [] };
  const found = area ? await fetched(`${area}.json`).catch(() => none) : none;
  if (!source && form.elements.omraade.value !== area) return;
  context = { ...found, series: source?.parts?.some(([key]) => key === "flere datoer") };
  offerPlaces(form, context.places);
};

const chooseArea = async () => {
  const { value, selectedOptions } = form.elements.omraade;
  await useArea(value, value && selectedOptions[0].text);
  earlier.open = false;
  earlier.hidden = !context.events.length;
  settle();
};

const earlier = form.querySelector(".event-form__earlier");

const useTemplate = (template) => {
  fill(form, { ...answers(), ...asTemplate(template) }, rules);
  settle();
};

earlier.addEventListener("toggle", async () => {
  const { value } = form.elements.omraade;
  if (earlier.open && value) offerEarlier(earlier, await filesOf(value).catch(() => ({})), useTemplate);
});

// All dates to come, fetched when a day is chosen for the first time.
let coming = null;
const showOthers = async () => {
  const values = answers();
  coming ??= fetched("datoer.json").catch(() => []);
  const self = source && `${values.omraade}/${source.answers.titel}`;
  showAlsoOn(form.querySelector(".event-form__also"), alsoOn(await coming, values.start_dag, { ...context, self }));
};

const cannot = (text, href) => {
  for (const part of form.querySelectorAll(".event-form__group, .actions")) part.hidden = true;
  announce(form, text, href && { href, textContent: "Ret filen på GitHub" });
};

const correct = async () => {
  const heading = document.getElementById("overskrift");
  document.title = document.title.replace(heading.textContent, "Ret et arrangement");
  heading.textContent = "Ret et arrangement";
  const crumb = document.querySelector(".breadcrumbs [aria-current]");
  if (crumb) crumb.textContent = heading.textContent;
  announce(form, "Henter arrangementet …");
  const [owner, name] = correcting.split("/");
  const files = await filesOf(owner).catch(({ message }) => message === "404" && {});
  if (!files) return cannot("Arrangementet kunne ikke hentes. Genindlæs siden, når der er forbindelse.");
  const found = Object.hasOwn(files, name) ? files[name] : null;
  if (!found) return cannot("Arrangementet findes ikke. Find det under Det sker, og vælg Ret arrangementet på dets side.");
  if (!found.parts) {
    const edit = page.dataset.edit && page.dataset.edit + found.path;
    return cannot(`Arrangementets fil kan ikke rettes med formularen. Skriv til ${page.dataset.mail}, eller ret den selv.`, edit);
  }
  source = found;
  await useArea(source.answers.omraade, "");
  if (!source.series) return begin();
  askOnly(form, { fields: [] });
  announce(form, `«${source.answers.titel}» er på flere datoer.`);
  return askWhich(form.querySelector(".event-form__scope"), source.series, address.get("dato"), (chosen) => {
    anchor = chosen;
    touched.clear();
    result.hidden = true;
    begin();
  });
};

// Shows the form for all of the event, or for one of its dates.
const begin = () => {
  askOnly(form, asked());
  const other = form.querySelector(".event-form__other");
  other.querySelector("a").href = `../fil/?fil=${encodeURIComponent(source.path)}`;
  other.hidden = Boolean(anchor);
  for (const name of ["omraade", ...(source.unsaid ?? [])]) questionOf(form, name).hidden = true;
  fill(form, before(), asked());
  showBlocks(form);
  if (anchor) {
    announce(form, `Du retter «${source.answers.titel}» ${dateWords(source.series, anchor)}. De andre datoer bliver, som de er.`);
    return settle();
  }
  // What the form could not show as it stood would look like a change that nobody made.
  source = { ...source, answers: { ...source.answers, ...unchanged(source.answers) } };
  announce(form, `Du retter «${source.answers.titel}». Det, du ikke rører, bliver stående, som det er.`);
  return settle();
};

const unchanged = (given) => {
  const shown = answers();
  const same = rules.fields.filter(({ name }) => name !== "tekst" && `${shown[name]}` !== `${given[name] ?? ""}`);
  return Object.fromEntries(same.map(({ name }) => [name, shown[name]]));
};

form.addEventListener("input", ({ target }) => {
  keepDraft(form);
  const name = nameOf(target);
  if (questionOf(form, name)?.matches(".question--fault")) review();
});
// A new day, hour or place of an event that is public is a move: guests are shown the old one. Where it was only written wrong,
// one says so by choosing another status.
const noteMove = (name) => {
  if (!source || anchor || source.series || !/^(?:start_dag|start_kl|sted|sted_navn)$/.test(name)) return;
  const [old, values] = [source.answers, answers()];
  if (old.status || !["", "flyttet"].includes(values.status)) return;
  const moved = moveOf(old, values, placeOf(old, context)[0]);
  for (const [question, answer] of Object.entries(moved)) put(form, question, answer);
  announce(
    form,
    moved.status
      ? "Gæsterne får at vide, at det er flyttet, og hvorfra. Var det bare skrevet forkert, så vælg «Ikke valgt» ved Status."
      : `Du retter «${old.titel}». Det, du ikke rører, bliver stående, som det er.`,
  );
};

const usePicture = () => {
  touch("billede");
  return takePicture(questionOf(form, "billede"));
};

form.addEventListener("change", async ({ target }) => {
  if (nameOf(target) === "billede") {
    arriving = Promise.all([arriving, usePicture()]);
    await arriving;
  }
  if (nameOf(target) === "start_dag") showOthers();
  if (target === form.elements.omraade) arriving = chooseArea();
  spellOut(target, rules);
  noteMove(nameOf(target));
  settle();
});
form.addEventListener("focusout", ({ target }) => {
  if (!nameOf(target)) return;
  touch(nameOf(target));
  review();
});
pressWithoutLeaving(form);
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  leaveField(form);
  await arriving;
  for (const { name } of rules.fields) touched.add(name);
  const { values, found } = review();
  showFaults(form, found, rules);
  result.hidden = found.size > 0;
  if (found.size) return;
  showResult(values);
  const heading = document.getElementById("saadan");
  heading.focus({ preventScroll: true });
  heading.closest("section").scrollIntoView();
});

// What was written before a reload. In a correction the dates are chosen first, since they decide what is asked.
const restoreAll = async () => {
  const values = written;
  if (!values) return;
  const again = (only) => restoreDraft(form, values, only);
  again(({ name }) => ["omfang", "dato"].includes(name));
  form.querySelector("[name=omfang]:checked")?.dispatchEvent(new Event("change", { bubbles: true }));
  if (!source) {
    again(({ name }) => name === "omraade");
    await chooseArea();
  }
  again();
  settle();
  again(({ name }) => name === "undtagen");
  review();
  form.querySelector(".event-form__draft").hidden = false;
};

forgetWhenSent(form, result, dropDraft);

const begun = async () => {
  if (correcting) await correct();
  else {
    const wanted = address.get("omraade") ?? template?.[0];
    if ([...form.elements.omraade.options].some(({ value }) => value === wanted)) form.elements.omraade.value = wanted;
    await chooseArea();
    const files = template && (await filesOf(template[0]).catch(() => ({})));
    if (files && Object.hasOwn(files, template[1])) useTemplate(files[template[1]].answers);
  }
  await restoreAll();
  if (answers().start_dag) showOthers();
  // A picture chosen before this script was there, or one that the browser chose again.
  if (!form.elements.billede.files.length) return;
  await usePicture();
  settle();
};
arriving = begun();
