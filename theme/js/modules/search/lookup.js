// Words as they are looked up in the index: with their endings, near spellings, and other words for the same.
import { translator } from "./translated.js";
import { bare, near, plain, relatives, stemmer, words } from "./words.js";

const LEVELS = [8, 3, 1];
// How well a word fits: as it is written; bent; as its beginning; but for how it is spelt; nearly.
export const WHOLE = 4;
export const BARE = 1.5;
export const MISSPELT = 1;
const [RELATED, BEGINNING] = [3, 2];
// A stem with as many letters is sought as a beginning too, as `cykel` of `cykeltur`: a shorter one begins other words (`mandag`).
const LONG = 5;
const NO_BOOKING = /(?:uden|ingen)\s+tilmelding(?:en)?(?![\p{L}\p{N}])/gu;
const NEW_HERE = /(?:jeg\s+er\s+|vi\s+er\s+)?ny(?:e|tilflyttet)?\s+(?:i|paa)\s+(?:byen|egnen|omraadet)(?![\p{L}\p{N}])/gu;
const MOST_SPELLINGS = 5;
const MOST_WORDS = 6;
const MOST_LOOKED_UP = 100;

// What each document scores for one word, the best of its places times how well the word fits, and why: a Map by number.
export const score = (entries, hits = new Map()) => {
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

export const lookup = ({ index, part, shardsFor, entriesOf }) => {
  const stem = stemmer(index);
  const related = relatives(index);
  const means = index.means.map(([pattern, token, said]) => [new RegExp(pattern, "u"), token, said]);
  const saint = new RegExp(index.saint, "gu");
  const stop = new Set(index.stop);
  const translate = translator(index.translated, index.asking, stop);
  const synonyms = new Map();
  for (const [root, said] of [...index.synonyms, ...translate.words.map(([word, said]) => [stem(word), said])]) {
    synonyms.set(root, [...(synonyms.get(root) ?? []), said]);
  }

  // A word of one letter is the beginning of too many; `å` is one too. A word that is known is no beginning of one that is a letter
  // longer: `dans` is not `dansk`, nor `kor` `korn`.
  const entriesFor = async (word, root) => {
    const beginnings = [/^(?:.|aa|ae|oe)$/u.test(word) ? `${word}\0` : word, ...(root.length < LONG ? [] : [root])];
    const entries = await entriesOf([...shardsFor(root).slice(0, 1), ...beginnings.flatMap(shardsFor)], (one) => {
      if (one === root) return WHOLE;
      return beginnings.some((beginning) => one.startsWith(beginning)) && BEGINNING;
    });
    const isKnown = entries.some(([, fit]) => fit === WHOLE);
    return entries.filter(([[one], fit]) => fit === WHOLE || !isKnown || ![root, word].includes(one.slice(0, -1)));
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
  const beginningWith = (root) => (root.length < 3 ? [] : entriesOf(shardsFor(root), (one) => one.startsWith(root) && BARE));

  // What is spelt as the word but for ø, å, æ and double letters is meant, and so is a long word with one slip; what is near it may be.
  const misspelt = async (root) => {
    if (root.length < 4) return [];
    const known = await part("stavning");
    const same = known.filter((one) => bare(one) === bare(root));
    const most = root.length < 8 ? 1 : 2;
    const closest = same.length ? same : known.filter((one) => near(root, one, 1));
    const spellings = closest.length || most === 1 ? closest : known.filter((one) => near(root, one, most));
    const entries = await Promise.all(spellings.slice(0, MOST_SPELLINGS).map((one) => entriesFor(one, one)));
    const isSure = same.length || (closest.length && root.length > LONG + 1);
    return entries.flat().map(([entry]) => [entry, isSure ? BARE : MISSPELT]);
  };

  const exactly = async (token) => entriesOf(shardsFor(token).slice(0, 1), (one) => one === token && WHOLE);

  // What a word about access stands for: «kørestol» is found where step-free access is stated.
  const meant = async (word) => {
    const tokens = means.filter(([pattern]) => pattern.test(word));
    const found = tokens.map(async ([, token, said]) => (await exactly(token)).map((entry) => [...entry, said]));
    return (await Promise.all(found)).flat();
  };

  // Other words for one thing, and those of other languages: «pensionister» is found where it says «seniorer».
  const synonymous = async (root) => {
    const entries = (synonyms.get(root) ?? []).map(async (said) => {
      const [word] = words(said);
      const found = (await Promise.all([entriesFor(word, stem(word)), entriesRelatedTo(stem(word))])).flat();
      return [...found.map(([entry]) => [entry, RELATED, `«${said}»`]), ...(await meant(word))];
    });
    return (await Promise.all(entries)).flat();
  };

  const lookedUp = new Map();
  const lookUpAnew = async (word) => {
    const root = stem(word);
    const entries = (await Promise.all([entriesFor(word, root), entriesRelatedTo(root), meant(word), synonymous(root)])).flat();
    if (entries.length) return score(entries);
    const beginnings = await beginningWith(root);
    return score(beginnings.length ? beginnings : await misspelt(root));
  };

  // The readings of one text have most words in common.
  const lookUp = (word) => {
    if (lookedUp.size > MOST_LOOKED_UP) lookedUp.clear();
    if (!lookedUp.has(word)) {
      lookedUp.set(word, lookUpAnew(word));
      lookedUp.get(word).catch(() => lookedUp.delete(word));
    }
    return lookedUp.get(word);
  };

  // What has the words of a text: all of them (`whole`), or else as many as possible. Of words that say nothing alone, one alone is
  // sought.
  const findExactly = async (text) => {
    const typed = [...new Set(words(plain(text).replace(saint, "sankt$1").replace(NO_BOOKING, "udentilmelding").replace(NEW_HERE, "nytilflyttere")))];
    const telling = typed.filter((word) => !stop.has(word));
    const sought = telling.length || typed.length > 1 ? telling : typed;
    const found = await Promise.all(sought.map(lookUp));
    const { scores, most } = together(found);
    const sharp = [...scores.keys()].some((number) => found.every((hits) => hits.get(number)?.fit !== MISSPELT));
    return { text, sought, found, scores, telling: telling.length > 0, whole: most === sought.length, sharp };
  };

  // The text, without small words where it is in another language or a question; then without them; then with two words as one: «bræt spil».
  const readings = (text) => {
    const fewer = translate.withoutSmallWords(text);
    const typed = (fewer.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, MOST_WORDS);
    const joined = typed.slice(1).map((word, place) => [...typed.slice(0, place), typed[place] + word, ...typed.slice(place + 2)].join(" "));
    const first = translate.isForeign(text) || translate.isQuestion(text) ? fewer : text;
    return [...new Set([first || text, fewer, ...joined])].filter(Boolean);
  };

  const find = async (text) => {
    const [first = text, ...others] = readings(text);
    const found = await findExactly(translate.phrases(first));
    if (found.whole && found.sharp) return found;
    for (const other of others) {
      const better = await findExactly(translate.phrases(other));
      if (better.whole && better.sharp) return better;
    }
    return found;
  };

  return { find, stem, translate, isTelling: (word) => !stop.has(word) };
};
