// The file inside a mail, as generator/editing/mail/block.py reads it: each line with its number, since mail programs wrap lines.
const TABLE = Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

const linesOf = (text) => text.normalize("NFC").replace(/\n$/, "").split("\n");

// CRC-32 of what mail programs leave as it is. It guards against accidents only, and unlike the browser's own digests it is there
// at once, also on a page without https.
export const checksum = (text) => {
  const plain = linesOf(text.replace(/[\t\u00a0]/g, " ")).map((line) => line.replace(/ +$/, "")).join("\n");
  const rest = new TextEncoder().encode(plain).reduce((sum, byte) => TABLE[(sum ^ byte) & 255] ^ (sum >>> 8), 0xffffffff);
  return ((rest ^ 0xffffffff) >>> 0).toString(16).padStart(8, "0");
};

// `was` is the text of the file that is corrected, as the form was given it.
export const fileInMail = ({ path, text }, was) =>
  [
    "--- Filen herunder må ikke ændres ---",
    `Fil: ${path}`,
    `Kontrol: ${checksum(text)}`,
    ...(was ? [`Retter: ${checksum(was)}`] : []),
    ...linesOf(text).map((line, place) => `${place + 1}|${line && " "}${line}`),
    "--- Filen slutter her ---",
    "",
  ].join("\n");
