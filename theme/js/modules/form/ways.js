// Shows the file and each way to send it, with words that fit: new or corrected, short or too long for an address.
import { fileInMail } from "./mail.js";
import { make } from "./make.js";
import { copy, download, editFile, issueWith, mail, newFile, save } from "./send.js";
import { withPicture } from "./picture.js";
import { line } from "./text.js";
import { stated } from "./write.js";

const rowsOf = ({ values, rules, changes }) => {
  const rows = changes
    ? changes.map(({ title, was, is }) => `${title}\nFør: ${was}\nNu: ${is}\n`)
    : rules.fields
        .filter(({ name }) => name !== "omraade")
        .map((field) => [field.title, field.name === "tekst" ? values.tekst.trim() : stated(field, values).join(", ")])
        .filter(([, text]) => text)
        .map(([title, text]) => `${title}: ${text}`);
  return `${rows.join("\n")}\n\n`;
};

const senderOf = (section) => {
  const [name, reach] = ["navn", "kontakt"].map((each) => line(section.querySelector(`#afsender-${each}`).value));
  const rows = [name && `Navn: ${name}\n`, reach && `Telefon eller mail: ${reach}\n`].join("");
  return rows && `${rows}\n`;
};

const subjectOf = ({ values, context, changes, about }) =>
  `${about ?? (changes ? "Ret arrangement" : "Nyt arrangement")}: ${stated({ name: "titel" }, values)[0]} (${context.name})`;

// A correction goes as an issue with the lines that differ, in which pictures can be dropped; a new file to GitHub's page for it.
const showGithub = (section, { new: create, edit, fileIssue }, made) => {
  section.hidden = !edit;
  if (!edit) return;
  const { file, changes, pictures, was } = made;
  const corrects = Boolean(changes && !file.fresh);
  const byIssue = corrects || (file.fresh && pictures.length > 0);
  const block = fileInMail(withPicture(made), was);
  const opened = byIssue ? issueWith(fileIssue, subjectOf(made), block) : newFile(create, file);
  const show = (says, shown) => section.querySelectorAll(`[data-says=${says}]`).forEach((part) => (part.hidden = !shown));
  section.querySelector("[data-act=github]").href = opened.href;
  section.querySelector("[data-act=edit]").href = editFile(edit, file);
  section.querySelector("[data-says=block-text]").textContent = block;
  show("short", !byIssue && opened.filled);
  show("issue", byIssue);
  show("issue-pictures", pictures.length);
  show("issue-long", byIssue && !opened.filled);
  show("long", !byIssue && !opened.filled);
  show("self", corrects && !pictures.length);
};

const attach = (pictures) => {
  const names = pictures.map(({ name }) => name);
  if (names.length > 1) return ` Vedhæft selv billederne, ${names.join(", ")}: de kommer ikke med af sig selv.`;
  return names.length ? ` Vedhæft selv billedet, ${names[0]}: det kommer ikke med af sig selv.` : "";
};

// Each picture as a file to save, which is then attached or dropped by whoever sends it.
const showPictures = (section, pictures) => {
  if (!section) return;
  section.hidden = !pictures.length;
  const links = pictures.map(({ name, blob }) => save(make("a", { className: "button" }, `Gem ${name}`), name, blob));
  section.querySelector(".actions").replaceChildren(...links.flatMap((link) => [link, " "]));
};

// Where all of it is too long for a link, the file alone may not be: it can be read as well.
const showMail = (section, to, made) => {
  const [link, text] = [section.querySelector("[data-act=mail]"), section.querySelector("[data-says=mail-text]")];
  const show = () => {
    const [sender, file] = [senderOf(section), fileInMail(withPicture(made), made.was)];
    const bodies = [sender + rowsOf(made) + file, sender + file];
    const [full, short] = bodies.map((body) => mail(to, subjectOf(made), body));
    const { href, whole } = full.whole ? full : short;
    link.href = href;
    text.textContent = bodies[0];
    link.hidden = !to;
    const words = !to
      ? "Programmets mailadresse bliver rettet lige nu. Kopiér mailens tekst, og send den til den i programmet, du plejer at skrive til."
      : whole
      ? `Mailen er skrevet til ${to}. Den åbner i dit mailprogram, og du skal kun sende den. Åbner der ikke noget, så kopiér mailens tekst, og send den fra din egen mail.`
      : `Det hele er for langt til at komme med i mailen af sig selv. Kopiér mailens tekst, og sæt den ind i mailen til ${to}.`;
    section.querySelector("p[data-says=mail]").textContent = words + attach(made.pictures);
  };
  for (const input of section.querySelectorAll("input")) input.oninput = show;
  show();
};

// What its button copies is shown as well, and where it cannot be copied, it is marked.
const offerToCopy = (result, act, shown, title) => {
  const done = result.querySelector(".event-form__done");
  for (const button of result.querySelectorAll(`[data-act=${act}]`)) {
    button.onclick = async () => {
      done.textContent = "";
      shown.hidden = false;
      done.textContent = await copy(shown.textContent, shown, title);
    };
  }
};

export const showWays = (result, addresses, made) => {
  const text = result.querySelector("pre");
  text.textContent = made.file.text;
  result.querySelector(".event-form__send").hidden = made.changes?.length === 0;
  result.querySelector("[data-says=path]").textContent = made.file.path;
  showGithub(result.querySelector("[data-way=github]"), addresses, made);
  showPictures(result.querySelector("[data-way=pictures]"), made.pictures);
  showMail(result.querySelector("[data-way=mail]"), addresses.mail, made);
  download(result.querySelector("[data-act=download]"), made.file);
  offerToCopy(result, "copy", text, "Filens tekst");
  offerToCopy(result, "copy-mail", result.querySelector("[data-says=mail-text]"), "Mailens tekst");
  offerToCopy(result, "copy-block", result.querySelector("[data-says=block-text]"), "Rettelsen");
};
