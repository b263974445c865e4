// Which age a text asks for: «5 år», «til 3-årige», «6-10 år», «over 60».
const YEARS = "\\s*-?\\s*(?:år|aar)(?:ige?|igt|s?\\s+alderen)?";
const END = "(?![\\p{L}\\p{N}])(?!\\s+(?:siden|senere|frem|efter))";
export const OLDEST = 120;
const PATTERNS = [
  [`(?:fra\\s+)?(?<from>\\d{1,2})\\s*(?:[-–]|til|og)\\s*(?<to>\\d{1,3})${YEARS}`, ({ from, to }) => [from, to]],
  [`(?:over|fra|fyldt|mindst)\\s+(?<from>\\d{1,2})${YEARS}|(?<plus>\\d{1,2})\\s*\\+`, ({ from, plus }) => [from ?? plus, OLDEST]],
  [`(?:under|op\\s+til|højst)\\s+(?<to>\\d{1,2})${YEARS}`, ({ to }) => [0, to]],
  [`(?:på\\s+)?(?<age>\\d{1,2})${YEARS}(?:\\s+gam(?:mel|le))?`, ({ age }) => [age, age]],
].map(([pattern, agesOf]) => [new RegExp(`(?<![\\p{L}\\p{N}.,])(?:${pattern})${END}`, "iu"), agesOf]);

// The ages from and to, in whole years, the words that say so, and the rest of the text; null for a text that names none.
export const readAge = (text) => {
  for (const [pattern, agesOf] of PATTERNS) {
    const found = text.match(pattern);
    if (!found) continue;
    const [from, to] = agesOf(found.groups).map(Number).sort((one, other) => one - other);
    return { from, to, phrase: found[0].trim().toLowerCase(), rest: text.replace(found[0], " ").trim() };
  }
  return null;
};
