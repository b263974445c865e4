// Looks words up in the index that generator/search/index.py writes, fetching only the files that a search needs.
import { offers } from "./offers.js";
import { near, plain, relatives, stemmer, words } from "./words.js";
import { readWhen } from "./when.js";

const LEVELS = [8, 3, 1];
const [WHOLE, RELATED, BEGINNING, MISSPELT] = [4, 3, 2, 1];
// A stem with as many letters is sought as a beginning too, as `cykel` of `cykeltur`: a shorter one begins other words (`mandag`).
const LONG = 5;
const MOST_SHARDS = 4;
const MOST_SPELLINGS = 5;
// Of what fits only nearly, so many are shown.
const MOST_UNSHARP = 5;
const PLACES = ["i titlen", "i oplysningerne", "i teksten"];

const clock = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Copenhagen", dateStyle: "short", timeStyle: "short" });
export const now = () => clock.format(Date.now()).replace(" ", "T");

// The place of the last one that is not after `sought`, in a list that is in order.
const placeOf = (list, sought) => {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle] <= sought) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};

const get = async (url, options) => {
  const response = await fetch(url, options);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.json();
};

// What each document scores for one word, the best of its places times how well the word fits, and why: a Map by number.
const score = (entries, hits = new Map()) => {
  for (const [[, ...levels], fit, said] of entries) {
    for (const [level, steps] of levels.entries()) {
      const value = LEVELS[level] * fit;
      let number = 0;
      for (const step of steps) {
        number += step;
        if (value > (hits.get(number)?.value ?? 0)) hits.set(number, { value, level, fit, said });
      }
    }
  }
  return hits;
};

// Documents with every word, or else those with the most of them.
const together = (found) => {
  const sums = new Map();
  for (const scores of found) {
    for (const [number, { value }] of scores) {
      const [count, sum] = sums.get(number) ?? [0, 0];
      sums.set(number, [count + 1, sum + value]);
    }
  }
  const most = Math.max(0, ...[...sums.values()].map(([count]) => count));
  return { scores: new Map([...sums].filter(([, [count]]) => count === most).map(([number, [, sum]]) => [number, sum])), most };
};

export const open = async (address, options) => {
  const index = await get(address, options);
  const parts = new Map();
  const part = (name) => {
    if (!parts.has(name)) parts.set(name, get(new URL(`${index.version}/${name}.json`, address)));
    return parts.get(name);
  };
  const stem = stemmer(index);
  const related = relatives(index);
  const means = index.means.map(([pattern, token, said]) => [new RegExp(pattern, "u"), token, said]);
  const saint = new RegExp(index.saint, "gu");
  const stop = new Set(index.stop);
  const [events, areas] = index.kinds;

  const shardsFor = (beginning) => {
    const first = Math.max(0, placeOf(index.shards, beginning));
    let last = first;
    while (index.shards[last + 1]?.startsWith(beginning)) last += 1;
    return Array.from({ length: Math.min(last - first + 1, MOST_SHARDS) }, (_, place) => `ord-${first + place}`);
  };

  const entriesOf = async (names, fitOf) => {
    const shards = await Promise.all([...new Set(names)].map(part));
    return shards.flat().flatMap((entry) => {
      const fit = fitOf(entry[0]);
      return fit ? [[entry, fit]] : [];
    });
  };

  // A word of one letter is the beginning of too many.
  const entriesFor = (word, root) => {
    const beginnings = [word.length > 1 ? word : `${word}\0`, ...(root.length < LONG ? [] : [root])];
    return entriesOf([...shardsFor(root).slice(0, 1), ...beginnings.flatMap(shardsFor)], (one) => {
      if (one === root) return WHOLE;
      return beginnings.some((beginning) => one.startsWith(beginning)) && BEGINNING;
    });
  };

  const entriesRelatedTo = async (root) => {
    const entries = (one) =>
      entriesOf(one.length < LONG ? shardsFor(one).slice(0, 1) : shardsFor(one), (other) => {
        if (other === one) return RELATED;
        return one.length >= LONG && other.startsWith(one) && BEGINNING;
      });
    return (await Promise.all([...related(root)].map(entries))).flat();
  };

  // Where nothing else fits: `julemarked` for `julen`.
  const beginningWith = (root) => (root.length < 3 ? [] : entriesOf(shardsFor(root), (one) => one.startsWith(root) && MISSPELT));

  const misspelt = async (root) => {
    if (root.length < 4) return [];
    const known = await part("stavning");
    const most = root.length < 8 ? 1 : 2;
    const closest = known.filter((one) => near(root, one, 1));
    const spellings = closest.length || most === 1 ? closest : known.filter((one) => near(root, one, most));
    const entries = await Promise.all(spellings.slice(0, MOST_SPELLINGS).map((one) => entriesFor(one, one)));
    return entries.flat().map(([entry]) => [entry, MISSPELT]);
  };

  const exactly = async (token) => entriesOf(shardsFor(token).slice(0, 1), (one) => one === token && WHOLE);

  // What a word about access stands for: «kørestol» is found where step-free access is stated.
  const meant = async (word) => {
    const tokens = means.filter(([pattern]) => pattern.test(word));
    const found = tokens.map(async ([, token, said]) => (await exactly(token)).map((entry) => [...entry, said]));
    return (await Promise.all(found)).flat();
  };

  const lookUp = async (word) => {
    const root = stem(word);
    const entries = (await Promise.all([entriesFor(word, root), entriesRelatedTo(root), meant(word)])).flat();
    if (entries.length) return score(entries);
    const beginnings = await beginningWith(root);
    return score(beginnings.length ? beginnings : await misspelt(root));
  };

  // What has the words of a text: all of them (`whole`), or else as many as possible.
  const find = async (text) => {
    const typed = [...new Set(words(plain(text).replace(saint, "sankt$1")))];
    const telling = typed.filter((word) => !stop.has(word));
    const sought = telling.length ? telling : typed;
    const found = await Promise.all(sought.map(lookUp));
    const { scores, most } = together(found);
    const sharp = [...scores.keys()].some((number) => found.every((hits) => hits.get(number)?.fit !== MISSPELT));
    return { sought, found, scores, whole: most === sought.length, sharp };
  };

  // Events on some days, by number, with the first of these days on which each is.
  const eventsOn = async (days, evening = false) => {
    const tokens = new Map([...days].map((day) => [`å${day.replaceAll("-", "")}${evening ? "a" : ""}`, day]));
    const entries = await entriesOf([...tokens.keys()].flatMap((token) => shardsFor(token).slice(0, 1)), (one) => tokens.has(one) && WHOLE);
    const on = new Map();
    for (const [entry] of entries) for (const number of score([[entry, WHOLE]]).keys()) if (!on.has(number)) on.set(number, tokens.get(entry[0]));
    return on;
  };

  const document = async (number) => (await part(`fund-${Math.floor(number / index.chunk)}`))[number % index.chunk];

  // Events are in the order in which they end: this is the number of the first that has not.
  const firstComing = async (moment) => {
    const chunk = placeOf(index.ends, moment);
    if (chunk < 0) return 0;
    const shown = (await part(`fund-${chunk}`)).slice(0, events - chunk * index.chunk);
    return chunk * index.chunk + shown.filter(([, , , , dates]) => dates.at(-1)[0] <= moment).length;
  };

  const inTitle = ({ sought, found }, number) => sought.length > 0 && found.every((hits) => hits.get(number)?.level === 0 && hits.get(number).fit === WHOLE);

  // What is to come and fits: by its words, and where a text names days, on these days; what has the whole text as its title too.
  const ahead = async (asWords, when, coming) => {
    const from = ([number]) => number >= coming && number < events;
    if (!when?.days.size) return { scores: new Map([...asWords.scores].filter(from)), on: new Map(), titled: new Set() };
    const [on, rest] = await Promise.all([eventsOn(when.days, when.evening), when.rest ? find(when.rest) : null]);
    const telling = rest?.sought.some((word) => !stop.has(word));
    const scores = new Map();
    for (const [number] of [...on].filter(from)) {
      if (!telling) scores.set(number, 1);
      else if (rest.whole && rest.scores.has(number)) scores.set(number, rest.scores.get(number));
    }
    const titled = new Set([...asWords.scores.keys()].filter((number) => from([number]) && inTitle(asWords, number)));
    for (const number of titled) scores.set(number, asWords.scores.get(number));
    return { scores, on, titled, found: telling ? rest : null };
  };

  const trimmed = (groups) => {
    const first = new Set(groups.flatMap(({ numbers }) => numbers).slice(0, MOST_UNSHARP));
    const shown = groups.map((group) => ({ ...group, numbers: group.numbers.filter((number) => first.has(number)) }));
    return shown.filter(({ numbers }) => numbers.length);
  };

  // What fits, in groups of numbers: the group with the best first, what has ended last, and in each the best and the nearest first.
  const seek = async (query) => {
    const today = now().slice(0, 10);
    const when = readWhen(query, today);
    const [coming, asWords] = await Promise.all([firstComing(now()), find(query)]);
    const next = await ahead(asWords, when, coming);
    const dated = Boolean(when?.days.size);
    const others = dated && !asWords.whole ? new Map() : asWords.scores;
    const group = (name, scores, from, to, step) => {
      const inside = [...scores.keys()].filter((number) => number >= from && number < to);
      const day = (number) => next.on.get(number) ?? "";
      const order = (a, b) => (dated && day(a).localeCompare(day(b))) || scores.get(b) - scores.get(a) || (a - b) * step;
      return { name, numbers: inside.sort(order), best: Math.max(0, ...inside.map((number) => scores.get(number))) };
    };
    const events_ = group("coming", next.scores, coming, events, 1);
    const groups = [group("areas", others, events, events + areas, 1), group("pages", others, events + areas, Infinity, 1)];
    const best = (one) => (dated && one === events_ ? Infinity : one.best);
    const shown = [...[events_, ...groups].sort((a, b) => best(b) - best(a)), group("past", others, 0, coming, -1)].filter(({ numbers }) => numbers.length);
    const whole = dated || asWords.whole;
    const sharp = dated || (asWords.whole && asWords.sharp);
    const dayOf = (number) => (next.titled.has(number) ? undefined : next.on.get(number));
    const typed = new Map((query.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => [words(word)[0], word]));
    const why = (number, title) => reasons(number, title, when, next, asWords, (word) => typed.get(word) ?? word);
    return { whole, sharp, when, titled: next.titled, coming, groups: sharp ? shown : trimmed(shown), sought: (next.found ?? asWords).sought, why, dayOf };
  };

  // Why a document was found, in words: «kor» i titlen, «i weekenden».
  const reasons = (number, title, when, next, asWords, asTyped) => {
    const onDay = next.on.has(number) && !next.titled.has(number);
    const { sought, found } = onDay ? (next.found ?? { sought: [], found: [] }) : asWords;
    const said = sought.flatMap((word, place) => {
      const hit = found[place].get(number);
      if (!hit) return [];
      if (hit.said) return [hit.said];
      if (hit.fit === MISSPELT) return [`noget, der ligner «${asTyped(word)}»`];
      return [`«${asTyped(word)}» ${plain(title).includes(word) ? PLACES[0] : PLACES[hit.level]}`];
    });
    return [...(onDay ? [`«${when.phrase}»`] : []), ...said];
  };

  const engine = { seek, document, find, eventsOn, stem, part, events, known: () => part("stavning") };
  return { ...engine, offers: (query, result) => offers(engine, query, result, now().slice(0, 10)) };
};
