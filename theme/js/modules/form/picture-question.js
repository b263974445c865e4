// The questions about one picture in the form for files: which it is, what one sees, who took it, and whether it may be shown.
import { isThere, takeAgain, takeIn } from "./album.js";
import { FAULTS, sizeWords } from "./picture.js";
import { make } from "./make.js";
import { boxed } from "./question.js";

const LOST = "Billedet er her ikke længere. Vælg det igen.";

// Which picture it is: the one that stands in the file, until another is chosen on the device.
export const pictureQuestion = (field, value) => {
  const control = make("input", { type: "file", accept: "image/*" });
  const canvas = make("canvas", { className: "question__picture", hidden: true });
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", "Det valgte billede");
  const says = make("p", { className: "question__help" });
  says.setAttribute("role", "status");
  const box = boxed(field, control, canvas, says);
  let [named, fault] = [value ?? "", ""];
  const show = (small) => {
    canvas.hidden = !small;
    says.textContent = small ? sizeWords(small) : named && `Nu står der ${named}. Vælg et andet, eller lad det stå.`;
  };
  show(null);
  if (named && !isThere(named)) {
    takeAgain(canvas, named).then((drawn) => {
      canvas.hidden = !drawn;
      says.textContent = drawn ? "Det billede, du valgte." : "";
      if (!drawn) fault = LOST;
    });
  }
  control.addEventListener("change", async () => {
    const file = control.files[0];
    if (!file) return;
    const taken = await takeIn(canvas, file);
    if (control.files[0] !== file) return; // another was chosen meanwhile
    fault = taken ? "" : FAULTS.unreadable;
    named = taken?.named ?? named;
    show(taken?.small);
    box.dispatchEvent(new Event("change", { bubbles: true }));
  });
  const faults = () => (fault ? [{ box, control, title: field.title, message: fault }] : []);
  return { box, control, read: () => named, faults, isNew: () => named !== (value ?? "") || !isThere(value ?? "") };
};

const NOT_ASKED = "-ikke spurgt";
const UNASKED = new RegExp(`^(?:${NOT_ASKED}|nej)$`);

const missing = ({ beskrivelse, dekorativ, foto, lov, samtykke }) => [
  [beskrivelse, !beskrivelse.read() && dekorativ?.read() !== "ja" && FAULTS.description],
  [foto, !foto.read() && FAULTS.photographer],
  [lov, lov.read() !== "ja" && FAULTS.permission],
  [samtykke, !samtykke.read() && FAULTS.people],
  [samtykke, UNASKED.test(samtykke.read()) && FAULTS.consent],
];

// The record of a picture. Whether we may use it is asked of one that is new, and not written into the file; nor is that nobody can be
// recognised, where the file has no word for it.
export const ofPicture = ({ box, read, faults }, inner) => {
  const { fil, lov } = inner;
  const about = ["beskrivelse", "foto", "tekst", "samtykke"].map((key) => inner[key]);
  const before = about.map(({ control }) => control.value);
  let shown = fil.read();
  const settle = () => {
    // What was said of one picture is not true of another.
    if (shown && shown !== fil.read()) about.forEach(({ control }, place) => (control.value = control.value === before[place] ? "" : control.value));
    shown = fil.read();
    lov.box.hidden = !fil.read() || !fil.isNew();
  };
  box.addEventListener("change", settle);
  settle();
  const asked = () => fil.read() && fil.isNew();
  // Of a picture that is there, only what is said anew of the people on it is looked at.
  const [{ samtykke }, agreed] = [inner, inner.samtykke.read()];
  const isTakenBack = () => samtykke.read() === NOT_ASKED || Boolean(agreed && !samtykke.read());
  const said = () => {
    const { lov: _, ...rest } = read();
    if (rest.samtykke?.startsWith("-")) delete rest.samtykke;
    return rest;
  };
  const found = () => {
    const looked = missing(inner).filter(([question]) => asked() || (question === samtykke && fil.read() && isTakenBack()));
    const more = looked.filter(([, message]) => message);
    const own = faults().filter(({ control }) => !more.some(([question]) => question.control === control));
    return [...own, ...more.map(([{ box: at, control, name }, message]) => ({ box: at, control, title: name, message }))];
  };
  return { box, read: said, faults: found };
};
