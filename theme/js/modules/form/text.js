// Texts as generator/text/sanitise.py and generator/editing/form/write.py make them: one line, several lines, a scalar of YAML, a file's name.
const ALIKE = { ä: "ae", ö: "oe", ü: "y", æ: "ae", ø: "oe", å: "aa" };
let ways = {};

// The patterns come with the page, from the same Python that reads the file.
export const useTexts = ({ hidden, spaces, newline, plain, clock, devices, longestName }) => {
  ways = {
    removed: new RegExp(`${hidden}|[\\ud800-\\udfff]`, "gu"),
    spaces: new RegExp(spaces, "gu"),
    newline: new RegExp(newline, "gu"),
    plain: new RegExp(`^(?:${plain})$`, "u"),
    clock: new RegExp(`^(?:${clock})$`, "iu"),
    devices,
    longestName,
  };
};

export const line = (text) => text.replace(ways.removed, "").normalize("NFC").replace(ways.spaces, " ").replace(/^ +| +$/g, "");

export const lines = (text) =>
  text.replace(ways.newline, "\n").replace(ways.removed, "").normalize("NFC").replace(/^(?:[ \t]*\n)+/, "").replace(/[ \t\n]+$/, "");

export const scalar = (text) => (ways.plain.test(text) ? text : `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`);

export const clockOf = (text) => text.replace(ways.clock, (_, hours, minutes) => `${hours}.${minutes ?? "00"}`);

export const slug = (text) =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[äöüæøå]/g, (letter) => ALIKE[letter])
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");

export const fileName = (title) => {
  let name = slug(title);
  if (name.length > ways.longestName) {
    const end = name.slice(0, ways.longestName + 1).lastIndexOf("-");
    name = name.slice(0, end > 0 ? end : ways.longestName);
  }
  return !name || ways.devices.includes(name) ? `arrangement-${name}`.replace(/-+$/, "") : name;
};
