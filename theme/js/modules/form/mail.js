// The file inside a mail, as generator/editing/mail/block.py reads it: each line with its number, since mail programs wrap lines.
const TABLE = Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

const linesOf = (text) => text.normalize("NFC").replace(/\n$/, "").split("\n");

// CRC-32 of what mail programs leave as it is. It guards against accidents only, and unlike the browser's own digests it is there
// at once, also on a page without https.
export const digest = (bytes) => {
  const rest = bytes.reduce((sum, byte) => TABLE[(sum ^ byte) & 255] ^ (sum >>> 8), 0xffffffff);
  return ((rest ^ 0xffffffff) >>> 0).toString(16).padStart(8, "0");
};

export const checksum = (text) => {
  const plain = linesOf(text.replace(/[\t\u00a0]/g, " ")).map((line) => line.replace(/ +$/, "")).join("\n");
  return digest(new TextEncoder().encode(plain));
};

// How many lines two lists have in common, in their order, from each place of the one and of the other.
const inCommon = (old, fresh) => {
  const common = Array.from({ length: old.length + 1 }, () => new Uint16Array(fresh.length + 1));
  for (let at = old.length - 1; at >= 0; at -= 1) {
    for (let to = fresh.length - 1; to >= 0; to -= 1) {
      common[at][to] = old[at] === fresh[to] ? common[at + 1][to + 1] + 1 : Math.max(common[at + 1][to], common[at][to + 1]);
    }
  }
  return common;
};

// What differs in two texts: for each place the first and the last line in the one, and the lines that stand there in the other.
const differing = (was, text) => {
  const [old, fresh] = [linesOf(was), linesOf(text)];
  const common = inCommon(old, fresh);
  const places = [];
  let [at, to] = [0, 0];
  while (at < old.length || to < fresh.length) {
    if (at < old.length && to < fresh.length && old[at] === fresh[to]) {
      [at, to] = [at + 1, to + 1];
      continue;
    }
    const place = places.at(-1)?.last === at ? places.at(-1) : { first: at + 1, last: at, lines: [] };
    if (place !== places.at(-1)) places.push(place);
    if (to < fresh.length && (at === old.length || common[at][to + 1] >= common[at + 1][to])) place.lines.push(fresh[to++]);
    else place.last = at += 1;
  }
  return places;
};

// `was` is the text of the file that is corrected, as the form was given it: then only the lines that differ are sent.
export const fileInMail = ({ path, text }, was) => {
  const places = was && was !== text ? differing(was, text) : null;
  const lines = places?.flatMap((place) => place.lines) ?? linesOf(text);
  return [
    "--- Filen herunder må ikke ændres ---",
    `Fil: ${path}`,
    `Kontrol: ${checksum(`${lines.join("\n")}\n`)}`,
    ...(was ? [`Retter: ${checksum(was)}`] : []),
    ...(places ? [`Linjer: ${places.map((place) => `${place.first}-${place.last}/${place.lines.length}`).join(" ")}`, `Bliver: ${checksum(text)}`] : []),
    ...lines.map((line, place) => `${place + 1}|${line && " "}${line}`),
    "--- Filen slutter her ---",
    "",
  ].join("\n");
};
