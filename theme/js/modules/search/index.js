// Looks words up in the index that generator/search/index.py writes, fetching only the files that a search needs.
import { near, plain, relatives, stemmer, words } from "./words.js";

const LEVELS = [8, 3, 1];
const [WHOLE, RELATED, BEGINNING, MISSPELT] = [4, 3, 2, 1];
// A stem with as many letters is sought as a beginning too, as `cykel` of `cykeltur`: a shorter one begins other words (`mandag`).
const LONG = 5;
const MOST_SHARDS = 4;
const MOST_SPELLINGS = 5;

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

// What each document scores for one word: the best of its places, times how well the word fits.
const score = (entries, scores = new Map()) => {
  for (const [[, ...levels], fit] of entries) {
    for (const [level, steps] of levels.entries()) {
      let number = 0;
      for (const step of steps) {
        number += step;
        scores.set(number, Math.max(scores.get(number) ?? 0, LEVELS[level] * fit));
      }
    }
  }
  return scores;
};

// Documents with every word, or else those with the most of them.
const together = (found) => {
  const sums = new Map();
  for (const scores of found) {
    for (const [number, value] of scores) {
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

  const lookUp = async (word) => {
    const root = stem(word);
    const entries = (await Promise.all([entriesFor(word, root), entriesRelatedTo(root)])).flat();
    if (entries.length) return score(entries);
    const beginnings = await beginningWith(root);
    return score(beginnings.length ? beginnings : await misspelt(root));
  };

  const document = async (number) => (await part(`fund-${Math.floor(number / index.chunk)}`))[number % index.chunk];

  // Events are in the order in which they end: this is the number of the first that has not.
  const firstComing = async (moment) => {
    const chunk = placeOf(index.ends, moment);
    if (chunk < 0) return 0;
    const shown = (await part(`fund-${chunk}`)).slice(0, events - chunk * index.chunk);
    return chunk * index.chunk + shown.filter(([, , , , dates]) => dates.at(-1)[0] <= moment).length;
  };

  // What fits, in groups of numbers: the group with the best first, what has ended last, and in each the best and the nearest first.
  const seek = async (query) => {
    const typed = [...new Set(words(plain(query).replace(saint, "sankt$1")))];
    const telling = typed.filter((word) => !stop.has(word));
    const sought = telling.length ? telling : typed;
    const [coming, ...found] = await Promise.all([firstComing(now()), ...sought.map(lookUp)]);
    const { scores, most } = together(found);
    const group = (name, from, to, step) => {
      const inside = [...scores.keys()].filter((number) => number >= from && number < to);
      return { name, numbers: inside.sort((a, b) => scores.get(b) - scores.get(a) || (a - b) * step) };
    };
    const best = ({ numbers }) => scores.get(numbers[0]);
    const ahead = [
      group("coming", coming, events, 1),
      group("areas", events, events + areas, 1),
      group("pages", events + areas, Infinity, 1),
    ].filter(best);
    const groups = [...ahead.sort((a, b) => best(b) - best(a)), ...[group("past", 0, coming, -1)].filter(best)];
    return { whole: most === sought.length, groups };
  };

  return { seek, document };
};
