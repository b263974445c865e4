// What is wrong on a page, as the text of a mail or an issue that the reader sends; nothing is stored, and the link alone works too.
// A text that is longer than mail programs and GitHub take in a link is copied instead.
const [MAIL_MOST, ISSUE_MOST] = [1900, 7000];
const LONG = "Det er for langt til et link. Kopiér teksten, og sæt den ind.";

const encoded = (text) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, ""));
const asMail = (text) => encoded(text.replace(/\r?\n/g, "\r\n"));

const FIELDS = [
  ["textarea", "Hvad er forkert? ", "", { rows: 3, maxLength: 1000 }],
  ["textarea", "Hvad skal der stå? ", "", { rows: 2, maxLength: 1000 }],
  ["input", "Hvem er du? ", "Kun i mailen, og kun hvis du vil.", { autocomplete: "name", maxLength: 100 }],
];

const labelled = ([tag, said, note, facts]) => {
  const label = document.createElement("label");
  const small = document.createElement("small");
  small.textContent = note;
  label.append(said, ...(note ? [small, " "] : []), Object.assign(document.createElement(tag), facts));
  return label;
};

for (const tip of document.querySelectorAll("[data-tip]")) {
  const fields = Object.assign(document.createElement("div"), { className: "tip__fields" });
  fields.append(...FIELDS.map(labelled));
  tip.querySelector(".actions").before(fields);
  const [wrong, right, who] = tip.querySelectorAll("textarea, input");
  const [mail, issue] = tip.querySelectorAll(".actions a");
  const [to, issues] = [mail.href.split("?")[0], issue?.href];
  const copy = document.createElement("button");
  Object.assign(copy, { type: "button", className: "button", textContent: "Kopiér teksten", hidden: true });
  const status = document.createElement("p");
  let text = "";
  status.setAttribute("role", "status");
  tip.append(status);
  mail.after(" ", copy);
  tip.addEventListener("input", () => {
    const { tip: address, about } = tip.dataset;
    const said = [["Siden", address], ["Det er forkert", wrong.value], ["Der skal stå", right.value], ["Fra", who.value]];
    text = said.filter(([, value]) => value.trim()).map(([name, value]) => `${name}: ${value.trim()}`).join("\n\n");
    const begun = `${to}?subject=${encoded(`Rettelse: ${about}`)}&body=`;
    const full = begun + asMail(text);
    mail.href = full.length > MAIL_MOST ? begun + asMail(`Siden: ${address}\n\n(Sæt teksten ind her.)`) : full;
    const filled = `${issues}&galt=${encoded(wrong.value)}&rigtigt=${encoded(right.value)}`;
    if (issue) issue.href = filled.length > ISSUE_MOST ? issues : filled;
    copy.hidden = full.length <= MAIL_MOST;
    status.textContent = copy.hidden ? "" : LONG;
  });
  copy.addEventListener("click", () => {
    const say = (said) => () => (status.textContent = said);
    navigator.clipboard.writeText(text).then(say("Teksten er kopieret."), say("Kopiér selv teksten fra felterne."));
  });
}
