// The form for a content file: its questions from the outline of its model, what changes, and the ways to send it.
import { forgetPictures, openAlbum, picturesIn, settled } from "./album.js";
import { NOTHING, showChanges } from "./changes.js";
import { filesOf, offer } from "./choose.js";
import { useDays } from "./day-fault.js";
import { listFaults } from "./faults.js";
import { announce, fileDraft, forgetWhenSent, isSent, stored } from "./session.js";
import { prose } from "./prose.js";
import { make } from "./make.js";
import { fileName, line, lines, slug, useTexts } from "./text.js";
import { REPORT_LEAD, reportOf } from "./report.js";
import { isEmpty, questionFor } from "./tree.js";
import { showWays } from "./ways.js";
import { withParts } from "./write.js";
import { field as written } from "./yaml.js";

const page = document.querySelector(".event-form");
const form = page.querySelector("form");
const result = document.querySelector(".event-form__result");
const rules = await page.rules;
const path = new URLSearchParams(location.search).get("fil") ?? "";
const asks = new URLSearchParams(location.search);
const area = /^[a-z0-9-]+$/.exec(asks.get("omraade") ?? "")?.[0];
const IDEA = { folder: "content/ideas/", model: "idé", heading: "Del en idé", about: "Ny idé", of: "idéer" };
const STORY = { folder: area ? `areas/${area}/historier/` : "content/historier/", model: "historie", heading: "Fortæl en historie", about: "Ny historie", of: area ?? "programmet" };
const PAGE = { folder: "content/", model: "side", heading: "Lav en ny side", about: "Ny side", of: "programmet", title: "title", isTaken: (name) => rules.taken.includes(name) };
const fresh = { ide: IDEA, historie: STORY, side: PAGE }[asks.get("ny")];
const titleOf = (values) => values[fresh?.title ?? "titel"];
const owner = /^areas\/([a-z0-9-]+)\//.exec(path)?.[1] ?? (path.startsWith("content/") ? "programmet" : null);
const DRAFT = fileDraft(path || location.search);
const BODY = { key: "", title: "Tekst", kind: "long", help: "En tom linje begynder et nyt afsnit." };
const BODY_NAME = "tekst";

useTexts(rules.text);
useDays(rules.days);

const cannot = (text) => {
  // The address is anyone's: with `..` in it, the link would leave the repository.
  const known = page.dataset.edit && /^(?:areas|content)(?:\/[\w-][\w.-]*)+$/.test(path);
  announce(form, text, known && { href: page.dataset.edit + path, textContent: "Åbn filen på GitHub" });
};

const fetched = async () => {
  if (fresh) return { path: fresh.folder, title: "", model: fresh.model, parts: [], values: {}, body: "", wrap: true };
  if (!owner) return null;
  return (await filesOf(owner)).find((file) => file.path === path) ?? null;
};

// What is new has no page yet, so it is shown in the form.
const showPage = (section, title, text) => {
  section.hidden = false;
  section.querySelector("h3").textContent = title;
  section.querySelector(".prose").replaceChildren(...prose(text));
};

// The way to each question, where they are more than a phone shows: of an area they are twenty screens.
const offerJumps = (nav, questions) => {
  nav.hidden = questions.length < 7;
  const links = questions.map(([key, { title }, { box }]) => {
    box.id = `om-${slug(key)}`;
    return make("li", {}, make("a", { href: `#${box.id}` }, title));
  });
  nav.querySelector("ul").replaceChildren(...links);
};

// What a question says, in its own words: the titles of fields and of choices.
const inWords = (value, { fields = [], choices = [] }) => {
  if (isEmpty(value)) return "";
  if (typeof value === "string") return choices.find(([key]) => key === value)?.[1] ?? value;
  if (Array.isArray(value)) return value.map((each) => inWords(each, { fields, choices })).join("; ");
  return Object.entries(value)
    .map(([key, each]) => [fields.find((field) => field.key === key), key, each])
    .map(([field, key, each]) => `${(field?.title ?? key).replace(/\?$/, "")}: ${inWords(each, field ?? { fields })}`)
    .join("; ");
};

const begin = (file) => {
  const report = asks.has("efter") && file.model === "arrangement" ? reportOf(rules.report, file) : null;
  const outline = file.model ? rules.outlines[file.model] : [];
  const asked = report ? [report] : outline.map((field) => [field.key, field, file.values[field.key]]);
  if (!report && (file.model === null || file.wrap)) asked.push([BODY_NAME, BODY, file.body.trim()]);
  openAlbum({ path: file.path, text: JSON.stringify(file.values) });
  let questions = [];
  const show = (values) => {
    questions = asked.map(([key, field, value]) => [key, field, questionFor(field, values ? values[key] : value)]);
    form.querySelector(".event-form__questions").replaceChildren(...questions.map(([, , { box }]) => box));
    offerJumps(form.querySelector(".event-form__jump"), questions);
  };
  const read = () => Object.fromEntries(questions.map(([key, , question]) => [key, question.read()]));
  show(null);
  // What a question could not show as it stood would look like a change that nobody made.
  const before = read();
  const drop = () => {
    stored((storage) => storage.removeItem(DRAFT));
    forgetPictures();
  };
  if (isSent()) drop();
  const draft = stored((storage) => JSON.parse(storage.getItem(DRAFT)));
  if (draft) {
    show(draft.values);
    form.querySelector(".event-form__draft").hidden = false;
  }
  form.querySelector("[type=submit]").closest("p").hidden = false;
  const title = document.getElementById("overskrift");
  title.textContent = fresh?.heading ?? (report ? `Hvordan gik det? ${file.title}` : `Ret: ${file.title}`);
  document.title = document.title.replace("Ret en side", title.textContent);
  const lead = document.querySelector(".event-form__lead");
  if (report) lead.textContent = REPORT_LEAD;
  if (fresh) lead.textContent = lead.textContent.replace(/^[^.]+/, "Skriv det her");
  announce(form, fresh || report ? "" : "Det, du ikke rører, bliver stående, som det er.");

  const changed = (values) => questions.filter(([key]) => JSON.stringify(values[key]) !== JSON.stringify(before[key]));

  const made = (values) => {
    const keys = new Set(changed(values).map(([key]) => key));
    const renewed = (key) => (isEmpty(values[key]) ? "" : written(key, values[key]));
    const front = file.front ?? withParts(file.parts ?? [], new Set([...keys].filter((key) => key !== BODY_NAME)), renewed);
    const body = keys.has(BODY_NAME) ? `${lines(values[BODY_NAME])}\n` : file.body;
    const text = file.model && !file.wrap ? front : file.model || file.front !== undefined ? `---\n${front.replace(/\n?$/, "\n")}---\n${body}` : body;
    return fresh ? { path: `${file.path}${fileName(titleOf(values))}.md`, text, fresh } : { path: file.path, text };
  };

  const changesIn = (values) =>
    changed(values).map(([key, field]) => ({ title: field.title, was: inWords(before[key], field) || NOTHING, is: inWords(values[key], field) || NOTHING }));

  const showFaults = (faults) => {
    for (const slot of form.querySelectorAll(".question__fault")) slot.hidden = true;
    for (const control of form.querySelectorAll("[aria-invalid]")) control.removeAttribute("aria-invalid");
    for (const { box, control, message } of faults) {
      for (let up = box.closest("details"); up; up = up.parentElement.closest("details")) up.open = true;
      Object.assign(box.querySelector(".question__fault"), { textContent: message, hidden: false });
      control.setAttribute("aria-invalid", "true");
    }
    listFaults(form, faults.map(({ control, title: name, message }) => ({ id: control.id, text: `${name}${name.endsWith("?") ? "" : ":"} ${message}` })));
  };

  // A page may not take the address of another.
  const taken = (values) => {
    const name = fresh?.isTaken && line(titleOf(values)) && fileName(titleOf(values));
    if (!name || !fresh.isTaken(name)) return [];
    const [, , { box, control }] = questions.find(([key]) => key === fresh.title);
    return [{ box, control, title: "Titel", message: `Adressen /${name}/ er optaget. Giv siden en anden titel, eller ret den, der er der.` }];
  };

  const link = result.querySelector("[data-act=preview]");
  link.hidden = file.page === undefined;
  if (file.page !== undefined) link.href = `${page.dataset.root}${file.page}?udkast=${encodeURIComponent(path)}`;
  const titles = Object.fromEntries(asked.map(([key, field]) => [key, field.title]));
  const keep = (values) => stored((storage) => storage.setItem(DRAFT, JSON.stringify({ values, before, titles, named: rules.named })));

  form.addEventListener("input", () => keep(read()));
  form.addEventListener("change", () => {
    keep(read());
    if (!result.hidden) form.requestSubmit();
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    await settled();
    const faults = [...questions.flatMap(([, , question]) => question.faults()), ...taken(read())];
    showFaults(faults);
    result.hidden = faults.length > 0;
    if (faults.length) return;
    const values = read();
    const changes = changesIn(values);
    showChanges(result.querySelector(".event-form__changes"), changes);
    if (fresh) {
      result.querySelector(".event-form__changes h3").textContent = "Det har du skrevet";
      showPage(result.querySelector(".event-form__page"), titleOf(values), values[BODY_NAME]);
    }
    keep(values);
    const [sent, was] = [made(values), fresh ? "" : made(before).text];
    showWays(result, page.dataset, { file: sent, pictures: picturesIn(sent.text), was, values: { titel: fresh ? titleOf(values) : file.title }, context: { name: owner ?? fresh.of }, changes, about: fresh?.about ?? (report ? "Sådan gik det" : "Ret") });
    document.getElementById("saadan").focus({ preventScroll: true });
    if (event.submitter) document.getElementById("saadan").closest("section").scrollIntoView();
  });
  forgetWhenSent(form, result, drop);
};

// Nothing is asked for, or something that is not there: what there is.
const choose = async () => {
  if (path) cannot("Den side kan ikke rettes med formularen.");
  else announce(form, "");
  await offer(form.querySelector(".event-form__choose"), owner ?? area);
};

announce(form, "Henter filen …");
const file = await fetched().catch(() => undefined);
if (file === undefined) cannot("Filen kunne ikke hentes. Genindlæs siden, når der er forbindelse.");
else if (!file) await choose();
else if (file.model && !file.parts) cannot(`Filen kan ikke rettes med formularen. Skriv til ${page.dataset.mail}, eller ret den selv.`);
else begin(file);
