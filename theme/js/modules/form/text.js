// Texts as generator/text/sanitise.py and generator/editing/form/write.py make them: one line, several lines, a scalar of YAML, a file's name.
const ALIKE = { ä: "ae", ö: "oe", ü: "y", æ: "ae", ø: "oe", å: "aa" };
let ways = {};

// The patterns come with the page, from the same Python that reads the file.
export const useTexts = ({ meant, hidden, spaces, newline, plain, person, clock, devices, longestName, state }) => {
  ways = {
    meant: new Map(Object.entries(meant)),
    removed: new RegExp(`${hidden}|[\\ud800-\\udfff]`, "gu"),
    spaces: new RegExp(spaces, "gu"),
    newline: new RegExp(newline, "gu"),
    plain: new RegExp(`^(?:${plain})$`, "u"),
    person: new RegExp(person, "u"),
    clock: new RegExp(`^(?:${clock})$`, "iu"),
    devices,
    longestName,
    state: new RegExp(state, "iu"),
  };
};

// Letters that stand for others, as those of Word's symbol fonts.
const asMeant = (text) => text.replace(/[^\n -~\u00a0-\u024f]/gu, (letter) => ways.meant.get(letter) ?? letter);

const shown = (text, newline) => asMeant(text).replace(ways.newline, newline).replace(ways.removed, "").normalize("NFC");

// The digits of a script stand one after the other, in tens.
const asciiDigit = (digit) => {
  const code = digit.codePointAt(0);
  let before = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(before - 1))) before -= 1;
  return String((code - before) % 10);
};

// Wide signs go with wide digits: a plus, a dot, a dash.
const withAsciiDigits = (text) =>
  /(?![0-9])\p{Nd}/u.test(text)
    ? text
        .replace(/(?![0-9])\p{Nd}/gu, asciiDigit)
        .replace(/[\uff01-\uff0f\uff1a-\uff20]/g, (sign) => String.fromCodePoint(sign.codePointAt(0) - 0xfee0))
    : text;

export const line = (text) => withAsciiDigits(shown(text, " ")).replace(ways.spaces, " ").replace(/^ +| +$/g, "");

export const lines = (text) => shown(text, "\n").replace(/^(?:[ \t]*\n)+/, "").replace(/[ \t\n]+$/, "");

export const holdsPersonNumber = (text) => ways.person.test(text);

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
  let name = slug(title.replace(ways.state, "")) || slug(title);
  if (name.length > ways.longestName) {
    const end = name.slice(0, ways.longestName + 1).lastIndexOf("-");
    name = name.slice(0, end > 0 ? end : ways.longestName);
  }
  return !name || ways.devices.includes(name) ? `arrangement-${name}`.replace(/-+$/, "") : name;
};
