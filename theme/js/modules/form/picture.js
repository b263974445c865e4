// A picture that is chosen: made small on the device, shown, and saved by whoever sends the event. Nothing here sends it.
import { NOTHING } from "./changes.js";
import { digest } from "./mail.js";
import { fitting, save } from "./send.js";
import { line } from "./text.js";
import { entry, stated } from "./write.js";

const MOST_PIXELS = 1600;
const QUALITY = 0.85;
const AGREED = "ja, og de har sagt ja";
export const FAULTS = {
  unreadable: "Billedet kan ikke læses her. Gem det som JPEG, og vælg det igen.",
  description: "Skriv, hvad man ser, til dem, der ikke kan se billedet.",
  photographer: "Skriv, hvem der har taget billedet.",
  permission: "Den, der har taget billedet, skal have sagt ja. Ellers vælg et andet.",
  people: "Vælg, om man kan genkende nogen.",
  consent: "Spørg dem, man kan genkende (for børn forældrene), eller vælg et andet billede.",
};
let small = null; // { canvas, blob } of the chosen picture, null where it cannot be read

// A canvas has the pixels alone: where and when a picture was taken stays behind.
const drawn = (canvas, bitmap) => {
  const factor = Math.min(1, MOST_PIXELS / Math.max(bitmap.width, bitmap.height));
  canvas.width = Math.max(1, Math.round(bitmap.width * factor));
  canvas.height = Math.max(1, Math.round(bitmap.height * factor));
  const context = canvas.getContext("2d");
  context.imageSmoothingQuality = "high";
  context.fillStyle = "white";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
};

export const smallOf = async (canvas, file) => {
  const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
  drawn(canvas, bitmap);
  bitmap.close();
  const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
  return blob && { canvas, blob };
};

const sizeOf = (size) => (size < 1_000_000 ? `${Math.ceil(size / 1000)} kB` : `${(size / 1_000_000).toFixed(1).replace(".", ",")} MB`);

export const sizeWords = ({ canvas, blob }) => `Det lille billede er ${canvas.width} × ${canvas.height} punkter og fylder ${sizeOf(blob.size)}.`;

export const takePicture = async (question) => {
  const file = question.querySelector("input").files[0];
  const [canvas, size] = [question.querySelector("canvas"), question.querySelector("[data-says=picture-size]")];
  small = null;
  const taken = file ? await smallOf(canvas, file).catch(() => null) : null;
  if (question.querySelector("input").files[0] !== file) return; // another was chosen meanwhile
  small = taken && { ...taken, digest: digest(new Uint8Array(await taken.blob.arrayBuffer())).slice(0, 6) };
  canvas.hidden = !small;
  size.textContent = small ? sizeWords(small) : "";
};

// `values` are the answers; without a picture among them nothing more is asked.
export function* pictureFaults({ billede, ...values }) {
  if (!billede) return;
  if (!small) yield ["billede", FAULTS.unreadable];
  if (!line(values.billede_beskrivelse)) yield ["billede_beskrivelse", FAULTS.description];
  if (!line(values.billede_foto)) yield ["billede_foto", FAULTS.photographer];
  if (values.billede_lov !== "ja") yield ["billede_lov", FAULTS.permission];
  if (!values.billede_personer) yield ["billede_personer", FAULTS.people];
  else if (values.billede_personer.startsWith("ja") && values.billede_personer !== AGREED) yield ["billede_personer", FAULTS.consent];
}

const linesOf = (name, values) => {
  const held = [["fil", [`images/${name}`]], ["beskrivelse", [line(values.billede_beskrivelse)]], ["foto", [line(values.billede_foto)]]];
  return entry("billede", new Map(values.billede_personer === AGREED ? [...held, ["samtykke", ["ja"]]] : held));
};

// The picture as it is sent with an event's file at `path`; null where there is none. That of an event which is there already may not
// have the name of the picture that it had.
export const pictureOf = (values, path, corrects) => {
  if (!values.billede || !small) return null;
  const name = path.replace(/^.*\/([^/]+)\.md$/, corrects ? `$1-${small.digest}.jpg` : "$1.jpg");
  return { ...small, name, path: path.replace(/events\/[^/]+$/, `images/${name}`), lines: linesOf(name, values) };
};

// An event's file as it is when the picture lies beside it, in place of the picture that it had.
export const withPicture = ({ file, picture }) => {
  if (!picture) return file;
  const end = file.text.indexOf("\n---\n") + 1;
  const front = file.text.slice(0, end).replace(/^billede:.*\n(?:[ \t-].*\n)*/m, "");
  return { ...file, text: front + picture.lines + file.text.slice(end) };
};

export const pictureChanges = (fields, values, picture) =>
  picture
    ? fields
        .filter(({ group }) => group === "Billede")
        .map(({ name, title }) => ({ title, was: NOTHING, is: name === "billede" ? picture.name : values[name] }))
    : [];

const answersFor = ({ rules: { fields }, values }) =>
  fields
    .filter(({ kind }) => kind !== "picture")
    .map((field) => [field.name, field.name === "tekst" ? values.tekst.trim() : stated(field, values).join(field.several ? "\n" : ", ")])
    .filter(([, text]) => text);

// The issue form of GitHub with the answers in it: a picture can be dropped there, and not where a file is written.
const issueFor = (base, sent) => {
  const answers = [["title", `Arrangement: ${line(sent.values.titel)}`], ...answersFor(sent)];
  const address = (given) => `${base}${given.map(([name, text]) => `&${name}=${encodeURIComponent(text)}`).join("")}`;
  return fitting(address(answers), address(answers.filter(([name]) => name !== "tekst")));
};

const showGithub = (section, { issue }, sent) => {
  const says = (slot) => section.querySelector(`[data-says=picture-${slot}]`);
  const [button, begun] = [section.querySelector("[data-act=github]"), sent.picture && !sent.changes];
  says("issue").hidden = !begun;
  if (!begun) return;
  for (const part of section.querySelectorAll("[data-says=short], [data-says=long]")) part.hidden = true;
  const { href, filled } = issueFor(issue, sent);
  button.href = href;
  says("text").hidden = filled;
};

const showFigure = (figure, values, { canvas }) => {
  const [shown, caption] = [figure.querySelector("canvas"), figure.querySelector("figcaption")];
  Object.assign(shown, { width: canvas.width, height: canvas.height });
  shown.getContext("2d").drawImage(canvas, 0, 0);
  shown.setAttribute("aria-label", line(values.billede_beskrivelse));
  caption.textContent = `Foto: ${line(values.billede_foto)}`;
};

export const showPicture = (result, addresses, sent) => {
  const { picture, values } = sent;
  const figure = result.querySelector(".event-form__picture");
  figure.hidden = !picture;
  for (const way of result.querySelectorAll("[data-way=picture]")) way.hidden = !picture;
  if (addresses.issue) showGithub(result.querySelector("[data-way=github]"), addresses, sent);
  if (!picture) return;
  showFigure(figure, values, picture);
  save(result.querySelector("[data-act=picture]"), picture.name, picture.blob);
  for (const [slot, text] of [["name", picture.name], ["path", picture.path], ["lines", picture.lines]]) {
    result.querySelector(`[data-says=picture-${slot}]`).textContent = text;
  }
};
