// Texts as generator/entry/write.py makes them: one line, several lines, a scalar of YAML, the name of a file.
const SPACES = /[\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
const REMOVED =
  /[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufff9-\uffff\u{e0000}-\u{e007f}]/gu;
const PLAIN = /^[A-Za-zÆØÅæøå0-9](?:[A-Za-zÆØÅæøå0-9 .,;/()+&%!?'’–@_=-]|:(?=\/))*$/;
const RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/;
const LONGEST_NAME = 60;
const ALIKE = { ä: "ae", ö: "oe", ü: "y", æ: "ae", ø: "oe", å: "aa" };

export const line = (text) => text.replace(SPACES, " ").replace(REMOVED, "").normalize("NFC").replace(/^ +| +$/g, "");

export const lines = (text) =>
  text.replace(/\r\n?/g, "\n").replace(REMOVED, "").normalize("NFC").replace(/^(?:[ \t]*\n)+/, "").replace(/[ \t\n]+$/, "");

export const scalar = (text) => (PLAIN.test(text) ? text : `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`);

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
  if (name.length > LONGEST_NAME) {
    const end = name.slice(0, LONGEST_NAME + 1).lastIndexOf("-");
    name = name.slice(0, end > 0 ? end : LONGEST_NAME);
  }
  return !name || RESERVED.test(name) ? `arrangement-${name}`.replace(/-+$/, "") : name;
};
