// Which days and hours a text asks for: «i weekenden», «på lørdag kl. 19», «29. november», «uge 49».
import { ahead, besideDays, patterns, VOCABULARY } from "./dates.js";
import { bare, near, plain } from "./words.js";

const TAKEN = "\u0001";
const BETWEEN = /^[\s,.–-]*(?:(?:og|eller|til|fra|i|p(?:å|aa)|den|d)(?![\p{L}\p{N}])[\s,.]*)*$/u;
const OR = /(?:^|\s)(?:og|eller)(?:\s|$)|,/u;

// What the patterns find in a text: the days, hours and place of each piece of it, in their order, and what they leave.
const pieces = (text, today) => {
  const found = [];
  let rest = text;
  const take = ([kind, pattern, meaningOf]) => {
    rest = rest.replace(pattern, (phrase, ...groups) => {
      const said = typeof groups.at(-1) === "object" ? groups.pop() : {};
      const meaning = meaningOf(today, said);
      const { days, time, named } = Array.isArray(meaning) ? { days: meaning } : (meaning ?? {});
      const those = days?.filter(Boolean) ?? [];
      if (!those.length && (days || !time)) return phrase;
      found.push({ kind, days: days && those, time, named, place: groups.at(-2), end: groups.at(-2) + phrase.length });
      return TAKEN.repeat(phrase.length);
    });
  };
  patterns.forEach(take);
  if (found.length) besideDays.forEach(take);
  return { found: found.sort((one, other) => one.place - other.place), rest };
};

// Days of one kind are added up, as are those that «og» joins; what two kinds have in common is meant.
const daysOf = (text, found, today) => {
  const kinds = new Map();
  let before = null;
  for (const { kind, days, place, end } of found) {
    if (!days) continue;
    const own = before && OR.test(text.slice(before.end, place)) ? before.kind : kind;
    kinds.set(own, [...(kinds.get(own) ?? []), ...days]);
    before = { kind: own, end };
  }
  const [first, ...others] = kinds.size ? [...kinds.values()].map((days) => new Set(days)) : [new Set(ahead(today))];
  return new Set([...first].filter((one) => one >= today && others.every((days) => days.has(one))).sort());
};

// The words that say when, with what stands between two of them where that is only `og` or `til`.
const phraseOf = (text, found) =>
  found.reduce((said, { place, end }, number) => {
    const gap = number ? text.slice(found[number - 1].end, place) : "";
    return said + (BETWEEN.test(gap) ? gap : " ") + text.slice(place, end);
  }, "").replace(/\s+/g, " ").trim();

// What a text asks for: the days from `today`, the hours (isAt), the words that say so, whether these are a name that what is on
// may have too, and the rest of the text. Null for a text that says neither day nor hour.
export const readWhen = (text, today) => {
  const said = text.normalize("NFC").toLowerCase();
  const { found, rest } = pieces(said, today);
  if (!found.length) return null;
  return {
    days: daysOf(said, found, today),
    hours: found.flatMap(({ time }) => time ?? []),
    phrase: phraseOf(said, found),
    named: found.some(({ named }) => named),
    rest: rest.replaceAll(TAKEN, " ").replace(/\s+/g, " ").trim(),
  };
};

// A text whose words for days, and those of other languages (`foreign`), are spelt as they should be: «lørdga» is «lørdag», unless
// that is a word that is known.
export const repaired = (text, known, foreign) => {
  const all = new Set(known);
  const meant = [...VOCABULARY, ...foreign].map((word) => [word, plain(word)]);
  return text.toLowerCase().replace(/[\p{L}]{5,}/gu, (typed) => {
    const letters = plain(typed);
    if (all.has(letters)) return typed;
    return (meant.find(([, word]) => near(letters, word, 1)) ?? meant.find(([, word]) => bare(letters) === bare(word)) ?? [typed])[0];
  });
};
