// What people write in another language of the site, in Danish: the index has the pairs.
import { words } from "./words.js";

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/ +/g, "\\s+").replace(/['’]/g, "['’]?");
const anyOf = (texts) => new RegExp(texts.length ? `(?<![\\p{L}\\p{N}])(?:${texts.map(escaped).join("|")})(?![\\p{L}\\p{N}])` : "(?!)", "giu");
const key = (text) => text.toLowerCase().replace(/\s+/g, " ").replace(/['’]/g, "");

const replacer = (pairs) => {
  const longestFirst = [...pairs].sort(([one], [other]) => other.length - one.length);
  const [pattern, danish] = [anyOf(longestFirst.map(([said]) => said)), new Map(longestFirst.map(([said, danish]) => [key(said), danish]).reverse())];
  return (text) => text.replace(pattern, (said) => danish.get(key(said)) ?? said);
};

// `pairs` are what one may type and the Danish for it. What is several words in either is read as Danish at once (`phrases`), since no
// Danish looks so; a word for a word (`words`) is sought beside the word itself, which may be Danish too. `asking` are Danish words
// that only ask: «hvad sker der».
export const translator = (pairs, asking, stop) => {
  const isSmall = ([, danish]) => stop.has(words(danish).join(" "));
  const isPhrase = ([said, danish]) => words(said).length > 1 || words(danish).length > 1;
  const large = pairs.filter((pair) => !isSmall(pair));
  const single = large.filter((pair) => !isPhrase(pair));
  const small = anyOf([...asking, ...pairs.filter(isSmall).map(([said]) => said)]);
  const question = anyOf(asking.filter((said) => said.includes(" ")));
  const foreign = anyOf(large.filter(([said, danish]) => said !== danish).map(([said]) => said));
  return {
    words: single.flatMap(([said, danish]) => words(said).map((word) => [word, danish])),
    foreign: large.map(([said]) => said),
    phrases: replacer(large.filter(isPhrase)),
    all: replacer(pairs),
    isForeign: (text) => text.search(foreign) >= 0,
    isQuestion: (text) => text.search(question) >= 0,
    withoutSmallWords: (text) => text.replace(small, " ").replace(/\s+/g, " ").trim(),
  };
};
