// What is found for a query: by its words, by the days, hours and ages that it names, and why.
import { readAge } from "./ages.js";
import { isAt } from "./hours.js";
import { BARE, lookup, MISSPELT, score, WHOLE } from "./lookup.js";
import { offers } from "./offers.js";
import { openShards, placeOf } from "./shards.js";
import { readWhen, repaired } from "./when.js";
import { plain, words } from "./words.js";

// What is not to be found: `gratis ikke musik`.
const NOT =
  /(?<![\p{L}\p{N}])(?:(?:men|dog)\s+)?(?:ikke|undtagen|bortset\s+fra|p(?:å|aa)\s+n(?:æ|ae)r|minus)\s+([\p{L}\p{N}-]{2,})(?:\s+(?:og|eller)\s+([\p{L}\p{N}-]{2,}))?(?=\s*(?:$|,|(?:i|p(?:å|aa)|om|den|til|efter|f(?:ø|oe)r|fra|kl)(?![\p{L}\p{N}])))/giu;

// A query without what it says is not to be found, and these words; days are read elsewhere.
const withoutNegated = (query, today) => {
  const words = [];
  const rest = query.replace(NOT, (phrase, ...said) => {
    const named = said.slice(0, 2).filter(Boolean);
    if (named.some((word) => readWhen(word, today))) return phrase;
    words.push(...named);
    return " ";
  });
  return { rest: rest.replace(/\s+/g, " ").trim(), words };
};

// Of what fits only nearly, so many are shown.
const MOST_UNSHARP = 5;
const PLACES = ["i titlen", "i oplysningerne", "i teksten"];

const clock = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Copenhagen", dateStyle: "short", timeStyle: "short" });
export const now = () => clock.format(Date.now()).replace(" ", "T");

export const open = async (address, options) => {
  const shards = await openShards(address, options);
  const { index, part, shardsFor, entriesOf } = shards;
  const { find, stem, translate } = lookup(shards);
  const [events, areas] = index.kinds;
  const known = () => part("stavning");

  // Events on some days, by number, with the first of these days on which each is, at these hours. What has ended today is not.
  const eventsOn = async (days, parts = [{ days: new Set(days), hours: [] }]) => {
    const sought = new Set(days);
    const [today, clock] = now().replace(":", "").split("T");
    const dayIn = (token) => token.slice(1, 9).replace(/(....)(..)(..)/, "$1-$2-$3");
    const fits = (token) => {
      const [, , late, from, to] = token.match(/^å(\d{8})(a?)(\d{4})?(\d{4})?$/) ?? [];
      const isOver = dayIn(token) === today && from < to && to <= clock;
      const isAmong = (part) => part.days.has(dayIn(token)) && isAt(part.hours, [from, to].join(""), late === "a");
      return !isOver && parts.some(isAmong);
    };
    const names = [...sought].flatMap((day) => shardsFor(`å${day.replaceAll("-", "")}`));
    const entries = await entriesOf(names, (one) => one[0] === "å" && fits(one) && WHOLE);
    const on = new Map();
    for (const [entry] of entries) for (const number of score([[entry, WHOLE]]).keys()) if (!on.has(number)) on.set(number, dayIn(entry[0]));
    return on;
  };

  // The numbers of the events that are for some of these ages.
  const eventsFor = async ({ from, to }) => {
    const isFor = (token) => token.match(/^æalder(\d+)-(\d+)$/)?.slice(1).map(Number);
    const entries = await entriesOf(shardsFor("æalder"), (one) => {
      const [low, high] = isFor(one) ?? [Infinity, 0];
      return low <= to && from <= high && WHOLE;
    });
    return new Set(score(entries).keys());
  };

  const document = async (number) => (await part(`fund-${Math.floor(number / index.chunk)}`))[number % index.chunk];

  // Events are in the order in which they end: this is the number of the first that has not.
  const firstComing = async (moment) => {
    const chunk = placeOf(index.ends, moment);
    if (chunk < 0) return 0;
    const shown = (await part(`fund-${chunk}`)).slice(0, events - chunk * index.chunk);
    return chunk * index.chunk + shown.filter(([, , , , dates]) => dates.at(-1)[0] <= moment).length;
  };

  // What a query asks for beside words: an age, and days and hours, also where these are written in another language or misspelt.
  const asked = async (query, asWords) => {
    const today = now().slice(0, 10);
    const age = readAge(query);
    const text = age ? age.rest : query;
    const isSpelt = asWords.found.every((hits) => [...hits.values()].some(({ fit }) => fit > BARE));
    const read = (one) => readWhen(translate.isForeign(one) ? translate.all(one) : one, today);
    const when = read(text) ?? (isSpelt ? null : read(repaired(text, await known(), translate.foreign)));
    const dated = Boolean(when?.days.size);
    if (!dated && !age) return null;
    const parts = [age, dated && when].filter(Boolean);
    const rest = translate.withoutSmallWords(dated ? when.rest : text);
    return {
      days: dated ? when.days : null,
      parts: dated ? when.parts : [],
      age,
      phrase: parts.map(({ phrase }) => phrase).join("» og «"),
      named: dated && when.named,
      negated: dated && when.negated,
      rest,
    };
  };

  // What has the whole text as its title; a day that has a name is also found where it is written.
  const isMeant = (asWords, wanted, number) => {
    const hits = asWords.found.map((one) => one.get(number));
    if (wanted.named && asWords.telling && hits.every((hit) => hit && hit.fit !== MISSPELT)) return true;
    return hits.length > 0 && hits.every((hit) => hit?.level === 0 && hit.fit === WHOLE);
  };

  // What is to come and fits: by its words, and where a text asks for days or an age, what is on then or for it, and what is titled so.
  const ahead = async (asWords, wanted, coming) => {
    const from = ([number]) => number >= coming && number < events;
    if (!wanted) return { scores: new Map([...asWords.scores].filter(from)), on: new Map(), titled: new Set() };
    if (wanted.everything) {
      const every = new Map(Array.from({ length: events - coming }, (_, place) => [coming + place, 1]));
      return { scores: every, on: new Map([...every.keys()].map((number) => [number, ""])), titled: new Set() };
    }
    const [days, ages, rest] = await Promise.all([
      wanted.days && eventsOn(wanted.days, wanted.parts),
      wanted.age && eventsFor(wanted.age),
      wanted.rest ? find(wanted.rest) : null,
    ]);
    const on = days ? new Map([...days].filter(([number]) => !ages || ages.has(number))) : new Map([...ages].map((number) => [number, ""]));
    const scores = new Map();
    for (const [number] of [...on].filter(from)) {
      if (!rest?.telling) scores.set(number, 1);
      else if (rest.whole && rest.scores.has(number)) scores.set(number, rest.scores.get(number));
    }
    const titled = new Set([...asWords.scores.keys()].filter((number) => from([number]) && isMeant(asWords, wanted, number)));
    for (const number of titled) scores.set(number, asWords.scores.get(number));
    return { scores, on, titled, found: rest?.telling ? rest : null };
  };

  const trimmed = (groups) => {
    const first = new Set(groups.flatMap(({ numbers }) => numbers).slice(0, MOST_UNSHARP));
    const shown = groups.map((group) => ({ ...group, numbers: group.numbers.filter((number) => first.has(number)) }));
    return shown.filter(({ numbers }) => numbers.length);
  };

  // What fits, in groups of numbers: the group with the best first, what has ended last, and in each the best and the nearest first.
  const seek = async (query) => {
    const today = now().slice(0, 10);
    const negated = withoutNegated(query, today);
    const [coming, typed, ...unwanted] = await Promise.all([firstComing(now()), find(query), ...negated.words.map(find)]);
    const meant = typed.whole && negated.words.length ? [...typed.scores.keys()].filter((number) => isMeant(typed, {}, number)) : [];
    const titles = await Promise.all(meant.slice(0, MOST_UNSHARP).map(document));
    const isTitle = titles.some(([title]) => words(title).join(" ").includes(words(query).join(" ")));
    const without = isTitle ? [] : unwanted.filter(({ whole, sharp, telling }) => whole && sharp && telling);
    const asWords = without.length ? await find(negated.rest) : typed;
    const wanted = without.length && !negated.rest ? { everything: true, phrase: query } : await asked(without.length ? negated.rest : query, asWords);
    const isUnwanted = (number) => without.some(({ scores }) => scores.has(number));
    const next = await ahead(asWords, wanted, coming);
    const others = wanted && (!asWords.whole || wanted.negated) ? new Map() : asWords.scores;
    const group = (name, scores, from, to, step) => {
      const inside = [...scores.keys()].filter((number) => number >= from && number < to && !isUnwanted(number));
      const day = (number) => next.on.get(number) ?? "";
      const order = (a, b) => (wanted && day(a).localeCompare(day(b))) || scores.get(b) - scores.get(a) || (a - b) * step;
      return { name, numbers: inside.sort(order), best: Math.max(0, ...inside.map((number) => scores.get(number))) };
    };
    const events_ = group("coming", next.scores, coming, events, 1);
    const groups = [group("areas", others, events, events + areas, 1), group("pages", others, events + areas, Infinity, 1)];
    const best = (one) => (wanted && one === events_ ? Infinity : one.best);
    const shown = [...[events_, ...groups].sort((a, b) => best(b) - best(a)), group("past", others, 0, coming, -1)].filter(({ numbers }) => numbers.length);
    const sharp = Boolean(wanted) || (asWords.whole && asWords.sharp);
    const why = (number, title) => reasons(number, title, wanted, next, asWords);
    return {
      whole: Boolean(wanted) || asWords.whole,
      sharp,
      when: wanted?.days ? wanted : null,
      titled: next.titled,
      coming,
      groups: sharp ? shown : trimmed(shown),
      sought: wanted && !next.found ? [] : (next.found ?? asWords).sought,
      rest: wanted?.rest && next.found ? wanted.rest : null,
      why,
      dayOf: (number) => (next.titled.has(number) ? undefined : next.on.get(number) || undefined),
    };
  };

  // Why a document was found, in words: «kor» i titlen, «i weekenden».
  const reasons = (number, title, wanted, next, asWords) => {
    const isOn = next.on.has(number) && !next.titled.has(number);
    const { text, sought, found } = isOn ? (next.found ?? { text: "", sought: [], found: [] }) : asWords;
    const typed = new Map((text.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => [words(word)[0], word]));
    const said = sought.flatMap((word, place) => {
      const hit = found[place].get(number);
      if (!hit) return [];
      if (hit.said) return [hit.said];
      const asTyped = typed.get(word) ?? word;
      if (hit.fit === MISSPELT || hit.fit === BARE) return [`noget, der ligner «${asTyped}»`];
      return [`«${asTyped}» ${plain(title).includes(word) ? PLACES[0] : PLACES[hit.level]}`];
    });
    return [...new Set([...(isOn ? [`«${wanted.phrase}»`] : []), ...said])];
  };

  const engine = { seek, document, find, eventsOn, stem, part, events, known };
  return { ...engine, offers: (query, result) => offers(engine, query, result, now().slice(0, 10)) };
};
