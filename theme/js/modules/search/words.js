// Words as search compares them, by the rules that come with the index.
export const plain = (text) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFC")
    .replace(/[æä]/g, "ae")
    .replace(/[øö]/g, "oe")
    .replaceAll("å", "aa")
    .replace(/['’]/g, "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "");

export const words = (text) => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];

export const stemmer = ({ endings, doubled }) => {
  const [ending, double] = [new RegExp(endings, "u"), new RegExp(doubled, "u")];
  const stem = (word) => {
    const shorter = word.replace(ending, "$1").replace(double, "$1");
    return shorter === word ? word : stem(shorter);
  };
  return stem;
};

// A word without what people leave out: `hjoerring`, `hjorring` and `hjoring` are one.
export const bare = (word) => word.replaceAll("oe", "o").replaceAll("ae", "a").replace(/(.)\1/gu, "$1");

const SHORTEST = 3;

// Words that an index may have for a stem, besides the stem itself: `boern` for `barn`, `cykl` for `cykel`.
export const relatives = ({ families, alike, ...rules }) => {
  const stem = stemmer(rules);
  const patterns = alike.map(([pattern, other]) => [new RegExp(pattern, "u"), other]);
  const inFamily = (root, members) =>
    members
      .filter((one) => root === one || (one.length >= SHORTEST && root.length - one.length >= SHORTEST && root.endsWith(one)))
      .flatMap((one) => members.map((other) => root.slice(0, -one.length) + other));
  return (root) => {
    const found = [
      ...families.flatMap((members) => inFamily(root, members)),
      ...patterns.map(([pattern, other]) => stem(root.replace(pattern, other))),
    ];
    return new Set(found.filter((one) => one !== root));
  };
};

// Whether two words are at most `most` letters apart: one put in, left out or changed, or two that changed places.
export const near = (one, other, most) => {
  if (Math.abs(one.length - other.length) > most) return false;
  let [before, last] = [[], [...Array(other.length + 1).keys()]];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] !== other[j - 1]));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return false;
    [before, last] = [last, row];
  }
  return last[other.length] <= most;
};
