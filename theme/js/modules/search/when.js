// Which days a text asks for, as people write them: «i weekenden», «på lørdag», «29. november», «lørdage i december».
const WEEKDAYS = ["man", "tirs", "ons", "tors", "fre", "l(?:ø|oe)r", "s(?:ø|oe)n"];
const MONTHS = ["januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december"];
const SHORT = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sept?", "okt", "nov", "dec"];
const [BEGIN, END] = ["(?<![\\p{L}\\p{N}])", "(?![\\p{L}\\p{N}])"];
const WEEKDAY = `(?<weekday>${WEEKDAYS.join("|")})dag`;
const MONTH = `(?<month>${MONTHS.join("|")}|(?:${SHORT.join("|")})\\.?)`;
const YEAR = "(?:,?\\s*(?<year>20\\d\\d))?";
const ON = `(?:(?:p(?:å|aa)\\s+)?(?:${WEEKDAYS.join("|")})(?:dag)?\\.?,?\\s+)?(?:(?:den|d\\.?)\\s*)?`;
const EVENING = "(?:\\s*(?<evening>aften(?:en)?))?";
const AHEAD = 371;

const day = (iso) => new Date(`${iso}T12:00:00Z`);
const isoOf = (date) => date.toISOString().slice(0, 10);
export const plus = (iso, days) => isoOf(new Date(day(iso).getTime() + days * 864e5));
// 0 is Monday.
export const weekdayOf = (iso) => (day(iso).getUTCDay() + 6) % 7;
export const daysFrom = (iso, count) => Array.from({ length: Math.max(0, count) }, (_, place) => plus(iso, place));

// The days of this week's weekend that are left.
export const weekend = (today) => daysFrom(today, 7 - weekdayOf(today)).filter((one) => weekdayOf(one) > 4);

const numberOf = (names, said) => names.findIndex((name) => new RegExp(`^(?:${name})`, "u").test(said));

const date = (year, month, number) => {
  const iso = `${year}-${String(month).padStart(2, "0")}-${String(number).padStart(2, "0")}`;
  return !Number.isNaN(day(iso).getTime()) && isoOf(day(iso)) === iso ? iso : null;
};

// A day without a year is the next one, today at the earliest.
const next = (today, month, number, year) => {
  if (year) return date(year.length === 2 ? `20${year}` : year, month, number);
  const [now, ahead] = [date(today.slice(0, 4), month, number), date(Number(today.slice(0, 4)) + 1, month, number)];
  return now && now >= today ? now : ahead;
};

const monthDays = (today, month, year) => {
  const of = year ?? (month < Number(today.slice(5, 7)) ? Number(today.slice(0, 4)) + 1 : today.slice(0, 4));
  return daysFrom(`${of}-${String(month).padStart(2, "0")}-01`, 31).filter((one) => Number(one.slice(5, 7)) === month);
};

const between = (from, to) => (from && to && from <= to ? daysFrom(from, (day(to) - day(from)) / 864e5 + 1) : null);

const onWeekday = (today, { how, weekday }) => {
  const number = numberOf(WEEKDAYS, weekday);
  const first = plus(today, (number - weekdayOf(today) + 7) % 7);
  if (/^n(?:æ|ae)ste/u.test(how ?? "")) return [plus(today, 7 - weekdayOf(today) + number)];
  return how && !/^(?:om|hver)/u.test(how) ? [first] : daysFrom(today, AHEAD).filter((one) => weekdayOf(one) === number);
};

// Each with its kind: days of one kind are added up, and what two kinds have in common is meant.
const PATTERNS = [
  ["day", "(?<year>20\\d\\d)-(?<month>\\d\\d?)-(?<number>\\d\\d?)", (_, { year, month, number }) => [date(year, month, number)]],
  [
    "day",
    `${ON}(?<from>\\d{1,2})\\.?\\s*(?:[-–]|til(?:\\s+og\\s+med)?|og)\\s*(?<number>\\d{1,2})\\.?\\s*${MONTH}${YEAR}`,
    (today, { from, number, month, year }) => {
      const last = next(today, numberOf(SHORT, month) + 1, number, year);
      return last && between(date(last.slice(0, 4), last.slice(5, 7), from), last);
    },
  ],
  ["day", `${ON}(?<number>\\d{1,2})\\.?\\s*${MONTH}${YEAR}`, (today, { number, month, year }) => [next(today, numberOf(SHORT, month) + 1, number, year)]],
  [
    "day",
    `(?<!kl\\.?\\s*)${ON}(?<number>\\d{1,2})[./-](?<month>\\d{1,2})(?:[./-](?<year>20\\d\\d|\\d\\d))?\\.?`,
    (today, { number, month, year }) => [next(today, month, number, year)],
  ],
  ["day", `(?:i\\s*)?overmorgen`, (today) => [plus(today, 2)]],
  ["day", `i\\s*morgen${EVENING}`, (today) => [plus(today, 1)]],
  ["day", `i\\s*(?:dag|(?<evening>aften))`, (today) => [today]],
  ["day", "n(?:æ|ae)ste\\s+weekend", (today) => weekend(plus(today, 7 - weekdayOf(today)))],
  ["day", "(?:(?:i|til|denne|her\\s+i)\\s+)*weekend(?:en)?", (today) => weekend(today)],
  ["day", "n(?:æ|ae)ste\\s+uge", (today) => daysFrom(plus(today, 7 - weekdayOf(today)), 7)],
  ["day", "(?:i\\s+)?denne\\s+uge|i\\s+ugen", (today) => daysFrom(today, 7 - weekdayOf(today))],
  ["day", "(?:de\\s+)?n(?:æ|ae)ste\\s+(?<number>\\d{1,2})\\s+dage", (today, { number }) => daysFrom(today, Number(number))],
  [
    "weekday",
    `(?:(?<how>nu\\s+p(?:å|aa)|p(?:å|aa)|f(?:ø|oe)rstkommende|kommende|n(?:æ|ae)ste|om|hver)\\s+)?${WEEKDAY}(?:en|e|ene|s)?${EVENING}`,
    onWeekday,
  ],
  ["month", `(?:i\\s+)?(?<month>${MONTHS.join("|")})${YEAR}`, (today, { month, year }) => monthDays(today, MONTHS.indexOf(month) + 1, year)],
].map(([kind, pattern, days]) => [kind, new RegExp(`${BEGIN}(?:${pattern})${END}`, "giu"), days]);

// What a text asks for: the days from `today`, whether only their evenings, the words that say so, and the rest of the text.
// Null for a text that names no day.
export const readWhen = (text, today) => {
  let rest = text.normalize("NFC").toLowerCase();
  const found = new Map();
  const phrases = [];
  let evening = false;
  for (const [kind, pattern, daysOf] of PATTERNS) {
    rest = rest.replace(pattern, (phrase, ...groups) => {
      const said = groups.at(-1) ?? {};
      const days = daysOf(today, said)?.filter(Boolean);
      if (!days?.length) return phrase;
      found.set(kind, [...(found.get(kind) ?? []), ...days]);
      phrases.push(phrase.trim());
      evening ||= Boolean(said.evening);
      return " ";
    });
  }
  if (!found.size) return null;
  const [first, ...others] = [...found.values()];
  const days = new Set(first.filter((one) => one >= today && others.every((list) => list.includes(one))).sort());
  return { days, evening, phrase: phrases.join(" "), rest: rest.replace(/\s+/g, " ").trim() };
};
