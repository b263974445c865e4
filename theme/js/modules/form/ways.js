// Shows the file and each way to send it, with words that fit: new or corrected, short or too long for an address.
import { copy, download, editFile, mail, newFile } from "./send.js";
import { told } from "./write.js";

const WORDS = {
  correct: {
    why: "Filen er der allerede. Sæt den nye tekst ind i stedet for den gamle:",
    open: "Åbn filen på GitHub med knappen herunder, og log ind.",
    paste: "Slet alt, hvad der står, og sæt den nye tekst ind i stedet.",
  },
  long: {
    why: "Teksten er for lang til at følge med i linket. Tag den med selv:",
    open: "Åbn GitHub med knappen herunder, og log ind. Filens navn står der allerede.",
    paste: "Sæt teksten ind i det store felt.",
  },
};

const mailBody = ({ values, rules, changes, file }) => {
  const rows = changes
    ? changes.map(({ title, was, is }) => `${title}\nFør: ${was}\nNu: ${is}\n`)
    : rules.fields
        .filter(({ name }) => name !== "omraade")
        .map((field) => [field.title, field.name === "tekst" ? values.tekst.trim() : told(field, values).join(", ")])
        .filter(([, text]) => text)
        .map(([title, text]) => `${title}: ${text}`);
  return `${rows.join("\n")}\n\nFil: ${file.path}\n`;
};

const subjectOf = ({ values, context, changes, about }) =>
  `${about ?? (changes ? "Ret arrangement" : "Nyt arrangement")}: ${told({ name: "titel" }, values)[0]} (${context.name})`;

const showGithub = (section, { new: create, edit }, { file, changes }) => {
  section.hidden = !edit;
  if (!edit) return;
  const opened = changes && !file.fresh ? { href: editFile(edit, file), filled: false } : newFile(create, file);
  section.querySelector("[data-act=github]").href = opened.href;
  section.querySelector("[data-says=short]").hidden = !opened.filled;
  for (const part of section.querySelectorAll("[data-says=long]")) part.hidden = opened.filled;
  for (const [step, text] of Object.entries(WORDS[changes && !file.fresh ? "correct" : "long"])) {
    section.querySelector(`[data-step=${step}]`).textContent = text;
  }
};

const attach = ({ picture }) => (picture ? ` Vedhæft selv billedet, ${picture.name}: det kommer ikke med af sig selv.` : "");

const showMail = (section, to, made) => {
  const { href, whole } = mail(to, subjectOf(made), mailBody(made));
  section.querySelector("[data-act=mail]").href = href;
  const words = whole
    ? `Mailen er skrevet til ${to}. Den åbner i dit mailprogram, og du skal kun sende den.`
    : `Det hele er for langt til at komme med i mailen af sig selv. Kopiér filens tekst herunder, og sæt den ind i mailen til ${to}.`;
  section.querySelector("[data-says=mail]").textContent = words + attach(made);
};

export const showWays = (result, addresses, made) => {
  const [text, done] = [result.querySelector("pre"), result.querySelector(".event-form__done")];
  text.textContent = made.file.text;
  result.querySelector(".event-form__send").hidden = made.changes?.length === 0;
  result.querySelector("[data-says=path]").textContent = made.file.path;
  showGithub(result.querySelector("[data-way=github]"), addresses, made);
  showMail(result.querySelector("[data-says=mail]").closest("div"), addresses.mail, made);
  download(result.querySelector("[data-act=download]"), made.file);
  for (const button of result.querySelectorAll("[data-act=copy]")) {
    button.onclick = async () => {
      done.textContent = "";
      done.textContent = await copy(made.file.text, text);
    };
  }
};
