// What people write for days and hours, as patterns, each with its kind and what it means from today.
import { between, date, daysFrom, monthAfter, monthDays, monthOf, next, nextSpan, plus, weekDays, weekdayOf, weekend, yearOf } from "./days.js";
import { feasts } from "./feasts.js";
import { beside, first, last, TONIGHT } from "./hours.js";

const WEEKDAYS = ["man", "tirs", "ons", "tors", "fre", "l(?:ø|oe|ö|o)r", "s(?:ø|oe|ö|o)n"];
const MONTHS = ["januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december"];
const SHORT = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sept?", "okt", "nov", "dec"];
const SHORT_ALONE = SHORT.filter((name) => name !== "jul" && name !== "mar").join("|");
const NUMBERS = ["en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti"];
const FIRST = ["(?:1\\.?|f(?:ø|oe)rste)", "(?:2\\.?|anden)", "(?:3\\.?|tredje)", "(?:4\\.?|fjerde)", "sidste"];
const [BEGIN, END] = ["(?<![\\p{L}\\p{N}])", "(?![\\p{L}\\p{N}])"];
const TENS = ["", "enog", "toog", "treog", "fireog", "femog", "seksog", "syvog", "otteog", "niog"];
const ORDINALS = [
  ...["f(?:ø|oe)rste", "anden", "tredje", "fjerde", "femte", "sjette", "syvende", "ottende", "niende", "tiende", "el(?:le)?vte", "tolvte"],
  ...["trettende", "fjortende", "femtende", "sekstende", "syttende", "attende", "nittende"],
  ...[...TENS, "", "en"].map((one, place) => (place < 10 ? `${one}tyvende` : place < 11 ? "tredivte" : "enogtredivte")),
];
const NEXT = "n(?:æ|ae|ä|e)ste";
const COMING = "(?:f(?:ø|oe)rst)?kommende";
const IN = "(?:p(?:å|aa|a)|i|til|for|den|de|hele|nu|her)\\s+";
const SOME_DAY = `(?:${WEEKDAYS.join("|")})`;
const WEEKDAY = `(?<weekday>${WEEKDAYS.join("|")})(?:dag(?:en|e|ene|s)?|\\.)`;
const MONTH = (name = "month") => `(?<${name}>${MONTHS.join("|")}|(?:${SHORT.join("|")})\\.?)`;
const LONG_MONTH = `(?<month>${MONTHS.join("|")})(?:\\s+m(?:å|aa)ned)?`;
const YEAR = "(?:,?\\s*(?<year>20\\d\\d))?";
const ON = `(?:(?:p(?:å|aa)\\s+)?${SOME_DAY}(?:dag)?\\.?,?\\s+)?(?:(?:den|d\\.?)\\s*)?`;
const TO = "\\s*(?:[-–]|til(?:\\s+og\\s+med)?)\\s*";
const NUMBER = "\\d{1,2}\\.?";
const LIST = `(?:${NUMBER}(?:${TO}|\\s*,\\s*|\\s*(?:og|eller|,\\s*og)\\s+)(?:(?:den|d\\.?)\\s*)?)*${NUMBER}`;
const COUNT = `(?<count>\\d{1,2}|${NUMBERS.join("|")})`;
const AHEAD = 371;

const numberOf = (names, said) => names.findIndex((name) => new RegExp(`^(?:${name})`, "u").test(said));
const monthNumber = (said) => numberOf(SHORT, said) + 1;
const counted = (said) => (/^\d/.test(said) ? Number(said) : numberOf(NUMBERS.map((name) => `${name}$`), said) + 1);
// Words that one may misspell.
const DAYS = ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag", "weekend", "weekenden", "overmorgen"];
export const VOCABULARY = [...DAYS, "formiddag", "eftermiddag", ...MONTHS.filter((name) => name.length > 4)];
export const ahead = (today) => daysFrom(today, AHEAD);
const everyWeekday = (today, isOne) => ahead(today).filter((one) => isOne(weekdayOf(one)));
const endOfWeek = (today) => 7 - weekdayOf(today);

// `5., 6. og 7.` are those days, `5.-7.` all from the first to the last.
const listed = (today, { numbers, month, year }) => {
  const last = next(today, monthNumber(month), numbers.match(/\d+(?=\D*$)/)[0], year);
  const day = (number) => last && date(yearOf(last), monthOf(last), number);
  return numbers.split(/,|og|eller/).flatMap((part) => {
    const [from, to] = part.match(/\d+/g) ?? [];
    return to ? (between(day(from), day(to)) ?? []) : [from && day(from)];
  });
};

const onWeekday = (today, { how, weekday }) => {
  const number = numberOf(WEEKDAYS, weekday);
  if (new RegExp(`^${NEXT}`, "u").test(how ?? "")) return [plus(today, endOfWeek(today) + number)];
  if (how && !/^(?:om|hver)/u.test(how)) return [plus(today, (number - weekdayOf(today) + 7) % 7)];
  return everyWeekday(today, (one) => one === number);
};

// The nth, or last, of the days of a month on which a weekday or a weekend begins.
const nthOf = (today, { nth, weekday, month, year }) => {
  const [place, number] = [numberOf(FIRST, nth), weekday ? numberOf(WEEKDAYS, weekday) : 5];
  const days = monthDays(today, MONTHS.indexOf(month) + 1, year).filter((one) => weekdayOf(one) === number);
  const day = place === FIRST.length - 1 ? days.at(-1) : days[place];
  return day && (weekday ? [day] : daysFrom(day, 2));
};

// `den 29.`, and `lørdag den 5.` where some month has one.
const numbered = (today, { weekday, number }) => {
  const days = ahead(today).filter((one) => Number(one.slice(8)) === Number(number));
  const named = weekday && days.find((one) => weekdayOf(one) === numberOf(WEEKDAYS, weekday));
  return [named || days[0]];
};

const SEASONS = ["for(?:å|aa)r(?:et)?", "sommer(?:en)?", "efter(?:å|aa)r(?:et)?", "vinter(?:en)?"];

// Three whole months from March, June, September or December: this season, or the next.
const season = (today, { season: said, year }) => {
  const first = 3 * (numberOf(SEASONS, said) + 1) - 1;
  const daysIn = (one) => [0, 1, 2].flatMap((more) => monthAfter(`${one}-01-01`, first + more));
  const years = year ? [Number(year)] : [-1, 0, 1].map((more) => yearOf(today) + more);
  return { days: years.map(daysIn).find((days) => year || days.at(-1) >= today), named: true };
};

const later = (today, { count, unit }) => {
  const number = counted(count);
  if (!unit.startsWith("m")) return plus(today, number * (unit.startsWith("u") ? 7 : 1));
  const month = monthAfter(today, number);
  return month[Math.min(Number(today.slice(8)), month.length) - 1];
};

const UNIT = "(?<unit>dage?|uger?|m(?:å|aa)ned(?:er)?)";
const [SEASON, IN_SEASON] = [`(?<season>${SEASONS.join("|")})`, `(?:${IN}|om\\s+)(?:det\\s+|den\\s+)?(?:${COMING}\\s+|${NEXT}\\s+)?`];

const timed = ([pattern, time]) => ["time", pattern, (_, said) => ({ time: time(said) })];
const whole = ([kind, pattern, meaning]) => [kind, new RegExp(`${BEGIN}(?:${pattern})${END}`, "giu"), meaning];

// In their order: what one of them has taken, none of the next sees. A meaning is days, or `days` with `time`; `named` for days that
// have a name, which what is called so has too.
export const patterns = [
  ...first.map(timed),
  [
    "day",
    `(?:i\\s+)?uge(?:rne)?\\s*(?<number>\\d{1,2})(?:${TO}(?<last>\\d{1,2})|(?<more>(?:\\s*(?:,|og|eller|&)\\s*(?:uge\\s*)?\\d{1,2})*))(?:[,/]?\\s*(?<year>20\\d\\d))?`,
    (today, { number, last, more, year }) => {
      const first = weekDays(today, Number(number), year);
      const end = last && first ? weekDays(first[0], Number(last), year) : first;
      const others = (more?.match(/\d+/g) ?? []).flatMap((one) => weekDays(today, Number(one), year) ?? []);
      return first && end && [...between(first[0], end.at(-1)), ...others];
    },
  ],
  ["day", "(?<year>20\\d\\d)-(?<month>\\d\\d?)-(?<number>\\d\\d?)", (_, { year, month, number }) => [date(year, month, number)]],
  [
    "day",
    `${ON}(?<from>\\d{1,2})\\.?\\s*${MONTH("first")}${TO}${ON}(?<number>\\d{1,2})\\.?\\s*${MONTH()}${YEAR}`,
    (today, { from, first: begins, number, month, year }) => nextSpan(today, [monthNumber(begins), from], [monthNumber(month), number], year),
  ],
  [
    "day",
    `${ON}(?<from>\\d{1,2})[./](?<first>\\d{1,2})\\.?${TO}${ON}(?<number>\\d{1,2})[./](?<month>\\d{1,2})(?:[./-](?<year>20\\d\\d))?\\.?`,
    (today, { from, first: begins, number, month, year }) => nextSpan(today, [begins, from], [month, number], year),
  ],
  [
    "day",
    `${ON}(?<from>\\d{1,2})\\.?\\s*${MONTH()}${TO}(?:(?:den|d\\.?)\\s*)?(?<number>\\d{1,2})(?:\\.(?!\\d)|(?![.:\\d]|\\s*(?:år|kr)))${YEAR}`,
    (today, { from, number, month, year }) => nextSpan(today, [monthNumber(month), from], [monthNumber(month), number], year),
  ],
  ["day", `${ON}(?<numbers>${LIST})\\s*${MONTH()}${YEAR}`, listed],
  [
    "day",
    `${ON}(?<nth>${ORDINALS.join("|")})\\s+${MONTH()}${YEAR}`,
    (today, { nth, month, year }) => [next(today, monthNumber(month), ORDINALS.findIndex((one) => new RegExp(`^(?:${one})$`, "u").test(nth)) + 1, year)],
  ],
  [
    "day",
    `${ON}(?<number>\\d{1,2})[./-](?<month>\\d{1,2})(?:[./-](?<year>20\\d\\d|\\d\\d))?\\.?(?!\\s*-?\\s*(?:år|aar|kr))`,
    (today, { number, month, year }) => [next(today, month, number, year)],
  ],
  [
    "day",
    `(?<month>${MONTHS.join("|")}|(?:${SHORT_ALONE})\\.?)\\s+(?<number>\\d{1,2})(?:st|nd|rd|th|\\.)?${YEAR}`,
    (today, { month, number, year }) => [next(today, monthNumber(month), number, year)],
  ],
  ...feasts.map(([pattern, days]) => ["day", pattern, (today, said) => ({ days: days(today, said), named: true })]),
  ["day", `(?<nth>${FIRST.join("|")})\\s+(?:${WEEKDAY}|weekend)\\s+i\\s+${LONG_MONTH}${YEAR}`, nthOf],
  ["day", `(?:i\\s*)?overmorgen`, (today) => [plus(today, 2)]],
  ["day", `i\\s*morgen(?:\\s+tidlig)?`, (today) => [plus(today, 1)]],
  ["day", `(?:senere\\s+)?i\\s*dag|(?:lige\\s+)?nu(?!\\s+p)`, (today) => [today]],
  ["day", "snart|(?:i\\s+)?den\\s+(?:kommende|n(?:æ|ae)rmeste)\\s+tid", (today) => daysFrom(today, 14)],
  ["day", `i\\s*aften`, (today) => ({ days: [today], time: TONIGHT.evening })],
  ["day", `i\\s*eftermiddag`, (today) => ({ days: [today], time: TONIGHT.afternoon })],
  ["day", `i\\s*formiddag`, (today) => ({ days: [today], time: TONIGHT.forenoon })],
  ["day", `i\\s*nat`, (today) => ({ days: [today], time: TONIGHT.night })],
  ["day", `(?:${IN})*${NEXT}\\s+week-?end`, (today) => weekend(plus(today, endOfWeek(today)))],
  ["weekday", `(?:i\\s+)?weekender(?:ne)?|weekend(?=\\s+i\\s+(?:${MONTHS.join("|")}))`, (today) => everyWeekday(today, (one) => one > 4)],
  ["day", `(?:(?:${IN}|(?:denne|ugens|${COMING})\\s+))*week-?end(?:en|'en)?`, (today) => weekend(today)],
  ["day", `(?:${IN})*${NEXT}\\s+uge`, (today) => daysFrom(plus(today, endOfWeek(today)), 7)],
  ["day", `(?:${IN})*${NEXT}\\s+m(?:å|aa)ned`, (today) => monthAfter(today, 1)],
  ["day", `(?:${IN})*${NEXT}\\s+(?:å|aa)r`, (today) => between(`${yearOf(today) + 1}-01-01`, `${yearOf(today) + 1}-12-31`)],
  ["day", "(?:i\\s+)?denne\\s+uge|(?:i|(?:senere\\s+)?p(?:å|aa)|resten\\s+af)\\s+ugen|i\\s+l(?:ø|oe)bet\\s+af\\s+ugen", (today) => daysFrom(today, endOfWeek(today))],
  ["day", "(?:i\\s+)?(?:denne\\s+m(?:å|aa)ned|(?:senere\\s+på\\s+|resten\\s+af\\s+)?m(?:å|aa)neden)", (today) => monthDays(today, monthOf(today))],
  ["day", "(?:alle\\s+dage|hver\\s+dag|hele\\s+ugen)(?=\\s+(?:undt|bortset|minus|p(?:å|aa)\\s+n|(?:men\\s+|dog\\s+)?ikke))", (today) => ahead(today)],
  ["day", "i\\s+(?:å|aa)r", (today) => between(today, `${yearOf(today)}-12-31`)],
  [
    "day",
    `(?:inden\\s*for\\s+(?:de\\s+)?(?:${NEXT}\\s+)?|(?:de(?:n|t)?\\s+)?(?:${NEXT}|${COMING})\\s+)(?:${COUNT}\\s+)?${UNIT}`,
    (today, { count = "1", unit }) => between(today, later(today, { count, unit }))?.slice(0, -1),
  ],
  ["day", `om\\s+${COUNT}\\s+${UNIT}`, (today, said) => [later(today, said)]],
  ["weekday", "(?:(?:p(?:å|aa)|i|om)\\s+)?(?:en\\s+)?hverdag(?:e|en|ene)?", (today) => everyWeekday(today, (one) => one < 5)],
  [
    "weekday",
    `(?:fra\\s+)?(?<from>${WEEKDAYS.join("|")})(?:dag)?\\.?${TO}(?<to>${WEEKDAYS.join("|")})(?:dag)?\\.?`,
    (today, { from, to }) => {
      const [first, last] = [numberOf(WEEKDAYS, from), numberOf(WEEKDAYS, to)];
      return everyWeekday(today, (one) => (first <= last ? first <= one && one <= last : one >= first || one <= last));
    },
  ],
  ["day", `${WEEKDAY}\\s+(?:den|d\\.?)?\\s*(?<number>[12]?\\d|3[01])\\.?(?!\\s*(?:[./:-]?\\d|kl|år|aar))`, numbered],
  ["day", "(?:den\\s*|d\\.?\\s*)(?<number>[12]?\\d|3[01])\\.?(?!\\s*(?:[./:-]?\\d|år|aar))", numbered],
  [
    "weekday",
    `(?:(?<how>nu\\s+p(?:å|aa|a)|p(?:å|aa|a)|${COMING}|(?:den\\s+)?${NEXT}|denne|om|hver)\\s+)?${WEEKDAY}`,
    (today, { how, weekday }) => onWeekday(today, { how: how?.replace(/^den\s+/u, ""), weekday }),
  ],
  [
    "weekday",
    `(?<weekday>tirs|ons|tors|fre|l(?:ø|oe|ö)r)|(?<other>man|s(?:ø|oe|ö)n)(?=\\s+(?:aften|formiddag|eftermiddag))`,
    (today, { weekday, other }) => onWeekday(today, { weekday: weekday ?? other }),
  ],
  [
    "month",
    `(?:(?:hele|i(?:\\s+l(?:ø|oe)bet\\s+af)?|til)\\s+)*(?<!\\d\\.?\\s*)(?:${LONG_MONTH}|(?<short>${SHORT_ALONE})\\.?)${YEAR}`,
    (today, { month, short, year }) => monthDays(today, monthNumber(month ?? short), year),
  ],
  ["month", `${IN_SEASON}${SEASON}${YEAR}`, season],
  ["month", `${SEASON}\\s+(?<year>20\\d\\d)`, season],
  ["month", `(?<season>for(?:å|aa)ret|sommeren|efter(?:å|aa)ret|vinteren)`, season],
  ["month", "(?<month>1[0-2]|0?[1-9])[/-](?<year>20\\d\\d)", (today, { month, year }) => monthDays(today, Number(month), year)],
  ["month", `(?:i\\s+)?(?<![./-])(?<year>20\\d\\d)`, (today, { year }) => ({ days: between(`${year}-01-01`, `${year}-12-31`), named: true })],
  ...last.map(timed),
].map(whole);
// These mean an hour only beside a day: alone they are words, as in `Sangaften`.
export const besideDays = beside.map(timed).map(whole);
