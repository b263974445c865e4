// Shows the file and each way to send it, with words that fit: new or corrected, short or too long for an address.
import { fileInMail } from "./mail.js";
import { copy, download, editFile, mail, newFile } from "./send.js";
import { withPicture } from "./picture.js";
import { line } from "./text.js";
import { stated } from "./write.js";

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

const showGithub = (section, { new: create, edit }, { file, changes }) => {
  section.hidden = !edit;
  if (!edit) return;
  const corrects = changes && !file.fresh;
  const opened = corrects ? { href: editFile(edit, file), filled: false } : newFile(create, file);
  section.querySelector("[data-act=github]").href = opened.href;
  section.querySelector("[data-says=short]").hidden = !opened.filled;
  for (const part of section.querySelectorAll("[data-says=long]")) part.hidden = opened.filled;
  for (const [step, text] of Object.entries(WORDS[corrects ? "correct" : "long"])) {
    section.querySelector(`[data-step=${step}]`).textContent = text;
  }
};

const attach = ({ picture }) => (picture ? ` Vedhæft selv billedet, ${picture.name}: det kommer ikke med af sig selv.` : "");

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
    const words = whole
      ? `Mailen er skrevet til ${to}. Den åbner i dit mailprogram, og du skal kun sende den. Åbner der ikke noget, så kopiér mailens tekst, og send den fra din egen mail.`
      : `Det hele er for langt til at komme med i mailen af sig selv. Kopiér mailens tekst, og sæt den ind i mailen til ${to}.`;
    section.querySelector("p[data-says=mail]").textContent = words + attach(made);
  };
  for (const input of section.querySelectorAll("input")) input.oninput = show;
  show();
};

const copyMail = async (section) => {
  const text = section.querySelector("[data-says=mail-text]");
  text.hidden = false;
  return copy(text.textContent, text, "Mailens tekst");
};

export const showWays = (result, addresses, made) => {
  const [text, done] = [result.querySelector("pre"), result.querySelector(".event-form__done")];
  text.textContent = made.file.text;
  result.querySelector(".event-form__send").hidden = made.changes?.length === 0;
  result.querySelector("[data-says=path]").textContent = made.file.path;
  showGithub(result.querySelector("[data-way=github]"), addresses, made);
  const section = result.querySelector("[data-way=mail]");
  showMail(section, addresses.mail, made);
  section.querySelector("[data-act=copy-mail]").onclick = async () => {
    done.textContent = "";
    done.textContent = await copyMail(section);
  };
  download(result.querySelector("[data-act=download]"), made.file);
  for (const button of result.querySelectorAll("[data-act=copy]")) {
    button.onclick = async () => {
      done.textContent = "";
      done.textContent = await copy(made.file.text, text);
    };
  }
};
