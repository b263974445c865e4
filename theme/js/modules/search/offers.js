// What one may have meant where nothing that is to come was found: the same on another day, the parts of a compound, near spellings,
// and what is on.
import { near, plain, words } from "./words.js";
import { daysFrom } from "./days.js";

const MOST = 4;
const NEXT = 3;
const SHORTEST = 3;
const LONG = 4;
const AHEAD = 120;

const typedIn = (query) => [...new Set(query.normalize("NFC").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])];

// «korsang» → kor, sang: where both ends are known, those of the most even cut; else one known end that is long enough.
const partsOf = (word, isKnown) => {
  const cuts = [];
  for (let place = SHORTEST; place <= word.length - SHORTEST; place += 1) cuts.push([word.slice(0, place), word.slice(place)]);
  const rank = (parts) => Math.min(...parts.map((one) => one.length));
  const both = cuts.filter((parts) => parts.every(isKnown)).sort((a, b) => rank(b) - rank(a));
  if (both.length) return both[0];
  const ends = cuts.map(([, end]) => end).filter((end) => end.length >= LONG && isKnown(end));
  const beginnings = cuts.map(([beginning]) => beginning).filter((one) => one.length >= LONG && isKnown(one));
  return [...ends.slice(0, 1), ...beginnings.slice(-1)];
};

export const offers = async (engine, query, { sought, coming, rest }, today) => {
  const known = await engine.known();
  const all = new Set(known);
  const isKnown = (text) => all.has(engine.stem(plain(text)));
  const typed = typedIn(query).filter((word) => sought.includes(words(word)[0]));
  const ahead = (one) => one.numbers.some((number) => number >= coming && number < engine.events);

  const found = async (text) => {
    const { scores, sharp } = await engine.find(text);
    return { text, numbers: sharp ? [...scores.keys()].sort((a, b) => scores.get(b) - scores.get(a)) : [] };
  };

  // A stem is shown as the word that a title or a note has it in.
  const asWritten = async (root) => {
    const one = await found(root);
    if (!ahead(one)) return [];
    const [title, , note] = await engine.document(one.numbers.find((number) => number >= coming));
    const written = `${title} ${note}`.match(/[\p{L}\p{N}]+/gu) ?? [];
    const word = written.find((each) => engine.stem(plain(each)) === root);
    return word ? [word.toLowerCase()] : [];
  };

  const unknown = typed.filter((word) => !isKnown(word));
  const parts = unknown.flatMap((word) => partsOf(word, isKnown));
  const roots = unknown.map((word) => engine.stem(plain(word)));
  const spelt = roots.filter((root) => root.length >= SHORTEST).flatMap((root) => known.filter((one) => one !== root && one.length >= SHORTEST && near(root, one, root.length < 8 ? 1 : 2)));
  // What is not on then may be on another day.
  const otherDay = rest ? [await found(rest)].filter(ahead) : [];
  const leading = [...otherDay, ...(await Promise.all(parts.map(found))).filter(({ numbers }) => numbers.length)].map(({ text }) => text);
  const spellings = (await Promise.all(spelt.slice(0, MOST).map(asWritten))).flat();

  const on = await engine.eventsOn(daysFrom(today, AHEAD));
  const next = [...on].filter(([number]) => number >= coming).sort(([a, one], [b, other]) => one.localeCompare(other) || a - b);
  return { words: [...new Set([...leading, ...spellings])].filter((word) => word !== query).slice(0, MOST), next: next.slice(0, NEXT) };
};
