// Which days and hours a text asks for: «i weekenden», «på lørdag kl. 19», «29. november», «uge 49».
import { ahead, besideDays, patterns, VOCABULARY } from "./dates.js";
import { bare, near, plain } from "./words.js";

const TAKEN = "\u0001";
const BETWEEN = /^[\s,.–-]*(?:(?:og|eller|til|fra|i|p(?:å|aa)|den|d)(?![\p{L}\p{N}])[\s,.]*)*$/u;
const OR = /(?:^|\s)(?:og|eller)(?:\s|$)|,/u;
const AND = /^(?:\s*,\s*|\s+(?:og|eller)\s+)(?:p(?:å|aa)\s+|i\s+|den\s+)?$/u;
const THROUGH = /^\s*(?:(?:ind|frem\s+)?til(?:\s+og\s+med)?\s|[-–])\s*/u;
const OPEN_END = /^\s*(?:og\s+)?frem(?:ad|efter|over)?(?![\p{L}\p{N}])/u;

// Words right before a day or an hour that turn what it means, with what becomes of its days.
const until = (days, all) => (days.length ? all.filter((one) => one <= days.at(-1)) : days);
const part = (from, to) => (days) => days.filter((one) => Number(one.slice(8)) >= from && Number(one.slice(8)) <= to);
const ON = "(?:\\s+(?:p(?:å|aa)|i|om|den|d\\.?))?";
const TURNED = [
  ["not", `(?:(?:men|dog)\\s+)?(?:ikke|hverken|alt\\s+andet\\s+end|alle\\s+andre\\s+dage\\s+end|undtagen|undt\\.?|bortset\\s+fra|p(?:å|aa)\\s+n(?:æ|ae)r|minus|except|not)${ON}`, (days) => days],
  ["until", `(?:f(?:ø|oe)r|inden)${ON}`, (days, all) => all.filter((one) => one < days[0])],
  ["until", `(?:indtil|frem\\s+til|senest)${ON}`, until],
  ["from", `efter${ON}`, (days, all) => all.filter((one) => one > days.at(-1))],
  ["from", "fra(?:\\s+og\\s+med)?(?:\\s+den)?", (days, all, phrase) => (/til|[-–]/u.test(phrase) ? days : all.filter((one) => one >= days[0]))],
  ["both", "mellem(?:\\s+den)?", (days, all) => all.filter((one) => one >= days[0] && one <= days.at(-1))],
  ["part", "(?:f(?:ø|oe)rst|tidligt|primo|(?:i\\s+)?(?:starten|begyndelsen)\\s+af)(?:\\s+i)?", part(1, 10)],
  ["part", "(?:midt|medio|(?:i\\s+)?midten\\s+af)(?:\\s+i)?", part(11, 20)],
  ["part", "(?:sidst|sent|ultimo|(?:i\\s+)?slutningen\\s+af)(?:\\s+(?:i|p(?:å|aa)))?", part(21, 31)],
].map(([how, pattern, meaning]) => [how, new RegExp(`(?<![\\p{L}\\p{N}])${pattern}\\s+$`, "u"), meaning]);

const turned = (found, text, all) => {
  const match = TURNED.map(([how, pattern, meaning]) => [how, text.slice(0, found.place).match(pattern), meaning]).find(([, match]) => match);
  const [how, before, meaning] = match ?? [];
  if (!how || (how === "part" && found.kind !== "month") || (!found.days && how !== "not")) return found;
  const phrase = text.slice(found.place, found.end);
  const place = found.place - before[0].length;
  if (how === "not") return { ...found, place, not: true };
  if (how === "from" && OPEN_END.test(text.slice(found.end))) found.end += text.slice(found.end).match(OPEN_END)[0].length;
  const days = found.kind === "weekday" ? found.days.slice(0, 1) : found.days;
  const kind = { part: found.kind, until: "span", from: "span" }[how] ?? "day";
  return { ...found, place, kind, how, days: days.length ? meaning(days, all, phrase) : [] };
};

// `i dag til fredag`, `mellem 3. maj og 10. maj`: two days with all between them are one.
const joined = (found, text, all) =>
  found.reduce((done, one) => {
    const before = done.at(-1);
    const gap = before && text.slice(before.end, one.place);
    const isSpan = before?.days?.length && one.days?.length && (THROUGH.test(text.slice(before.end, one.end)) || (before.how === "both" && OR.test(gap)));
    const last = isSpan && one.days.filter((day) => day >= before.days[0]);
    if (!last?.length || before.not || one.not) return [...done, one];
    const end = one.kind === "weekday" ? last[0] : last.at(-1);
    return [...done.slice(0, -1), { ...before, kind: "day", end: one.end, days: all.filter((day) => day >= before.days[0] && day <= end) }];
  }, []);

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
  const all = ahead(today);
  const inOrder = found
    .sort((one, other) => one.place - other.place)
    .map((one) => turned(one, text, all))
    .map((one, number, every) => (number && every[number - 1].not && AND.test(text.slice(every[number - 1].end, one.place)) ? Object.assign(one, { not: true }) : one));
  for (const { place, end } of inOrder) rest = rest.slice(0, place) + TAKEN.repeat(end - place) + rest.slice(end);
  return { found: joined(inOrder, text, all), rest };
};

// Days of one kind are added up, as are those that «og» joins; what two kinds have in common is meant, but for what is said not to be.
const daysOf = (text, found, today) => {
  const kinds = new Map();
  let before = null;
  for (const { kind, days, place, end, not } of found) {
    if (!days || not) continue;
    const own = before && OR.test(text.slice(before.end, place)) ? before.kind : kind;
    kinds.set(own, [...(kinds.get(own) ?? []), ...days]);
    before = { kind: own, end };
  }
  const left = new Set(found.flatMap(({ not, days }) => (not && days) || []));
  const [first, ...others] = kinds.size ? [...kinds.values()].map((days) => new Set(days)) : [new Set(ahead(today))];
  return new Set([...first].filter((one) => one >= today && !left.has(one) && others.every((days) => days.has(one))).sort());
};

const hoursIn = (found) => found.flatMap(({ time, not }) => (time ? (not ? { not: time } : time) : []));

// The days with their hours. In `mandag aften og tirsdag` the evening is Monday's; in `lørdag og søndag aften` both days'.
const partsOf = (text, found, days) => {
  const clauses = found.reduce((done, one, number) => {
    if (!number || OR.test(text.slice(found[number - 1].end, one.place))) done.push([]);
    done.at(-1).push(one);
    return done;
  }, []);
  const whole = [{ days, hours: hoursIn(found) }];
  const isLeading = found[0]?.time && !found[0].days;
  if (isLeading || clauses.length < 2 || !clauses.every((clause) => clause.some((one) => one.days && !one.not))) return whole;
  let later = null;
  const parts = [...clauses].reverse().map((clause) => {
    const own = new Set(clause.flatMap((one) => (one.kind !== "month" && !one.not && one.days) || []));
    const hours = hoursIn(clause);
    later = hours.length ? hours : later;
    return { days: new Set([...days].filter((day) => !own.size || own.has(day))), hours: later ?? [] };
  });
  return parts.some(({ hours }) => hours !== parts[0].hours) ? parts.reverse() : whole;
};

// The words that say when, with what stands between two of them where that is only `og` or `til`.
const phraseOf = (text, found) =>
  found.reduce((said, { place, end }, number) => {
    const gap = number ? text.slice(found[number - 1].end, place) : "";
    return said + (BETWEEN.test(gap) ? gap : " ") + text.slice(place, end);
  }, "").replace(/\s+/g, " ").trim();

// What a text asks for: the days from `today`, with their hours (isAt) where all have the same, else in `parts` of days; the words
// that say so, whether these are a name that what is on may have too or name what is not wanted, and the rest of the text. Null for a
// text that says neither.
export const readWhen = (text, today) => {
  const said = text.normalize("NFC").toLowerCase();
  const { found, rest } = pieces(said, today);
  if (!found.length) return null;
  const days = daysOf(said, found, today);
  const parts = partsOf(said, found, days);
  return {
    days,
    parts,
    hours: parts.length > 1 ? [] : parts[0].hours,
    phrase: phraseOf(said, found),
    named: found.some(({ named }) => named),
    negated: found.some(({ not }) => not),
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
