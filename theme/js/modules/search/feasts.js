// Days that have a name. What is called so is meant too, whenever it is: a text that names one is sought as words as well.
import { between, date, daysFrom, easter, plus, weekDays, weekdayOf, yearOf } from "./days.js";

const fixed = (month, number, last = [month, number]) => (year) =>
  between(date(year, month, number), date(year + (last[0] < month ? 1 : 0), ...last));
const afterEaster = (from, to = from) => (year) => daysFrom(plus(easter(year), from), to - from + 1);
const week = (number) => (year) => weekDays(`${year}-01-01`, number, year);

const lastAdvent = (year) => plus(`${year}-12-24`, -((weekdayOf(`${year}-12-24`) + 1) % 7));
const advent = (number) => (year) => [plus(lastAdvent(year), (number - 4) * 7)];

const FIRST = ["(?:1\\.?|f(?:ø|oe)rste)", "(?:2\\.?|anden)", "(?:3\\.?|tredje)", "(?:4\\.?|fjerde)"];

const FEASTS = [
  ...FIRST.map((which, place) => [`${which}\\s+(?:s(?:ø|oe)ndag\\s+i\\s+)?advent`, advent(place + 1)]),
  ["(?:i\\s+)?advents?(?:tiden)?", (year) => between(advent(1)(year)[0], `${year}-12-24`)],
  ["mellem\\s+jul\\s+og\\s+nyt(?:å|aa)r", fixed(12, 27, [12, 30])],
  ["lille\\s*juleaften(?:sdag)?", fixed(12, 23)],
  ["juleaften(?:sdag)?", fixed(12, 24)],
  [`${FIRST[0]}\\s+juledag`, fixed(12, 25)],
  [`${FIRST[1]}\\s+juledag`, fixed(12, 26)],
  ["i\\s+julen|juledage(?:ne)?", fixed(12, 24, [12, 26])],
  ["(?<=(?:f(?:ø|oe)r|inden|efter|indtil|frem\\s+til)\\s+)jul(?:en)?", fixed(12, 24, [12, 26])],
  ["juleferien?", fixed(12, 24, [1, 1])],
  ["nyt(?:å|aa)rsaften(?:sdag)?", fixed(12, 31)],
  ["nyt(?:å|aa)rsdag", fixed(1, 1)],
  ["(?:(?:til|omkring)\\s+)?nyt(?:å|aa)r", fixed(12, 31, [1, 1])],
  ["(?:sankta?\\s+)?lucia(?:dag|aften)?", fixed(12, 13)],
  ["valentins?\\s*dag", fixed(2, 14)],
  ["mors\\s*dag", (year) => [plus(`${year}-05-14`, -((weekdayOf(`${year}-05-14`) + 1) % 7))]],
  ["kvindernes\\s+(?:internationale\\s+)?kampdag", fixed(3, 8)],
  ["f(?:ø|oe)rste\\s+maj", fixed(5, 1)],
  ["arbejdernes\\s+(?:internationale\\s+)?kampdag", fixed(5, 1)],
  ["grundlovsdag|fars\\s*dag", fixed(6, 5)],
  ["(?:sankt|sct|skt|st)\\.?\\s*hans(?:\\s*aften)?", fixed(6, 23)],
  ["halloween", fixed(10, 31)],
  ["mortens\\s*aften", fixed(11, 10)],
  ["fastelavn", afterEaster(-49)],
  ["palmes(?:ø|oe)ndag", afterEaster(-7)],
  ["sk(?:æ|ae)rtorsdag", afterEaster(-3)],
  ["langfredag", afterEaster(-2)],
  [`${FIRST[1]}\\s+p(?:å|aa)skedag`, afterEaster(1)],
  [`(?:${FIRST[0]}\\s+)?p(?:å|aa)skedag`, afterEaster(0)],
  ["(?:(?:i|til)\\s+)?p(?:å|aa)sken?(?:dagene)?", afterEaster(-3, 1)],
  ["p(?:å|aa)skeferien?", afterEaster(-6, 1)],
  ["(?:kristi\\s+)?himmelfarts?(?:dag)?", afterEaster(39)],
  [`${FIRST[1]}\\s+pinsedag`, afterEaster(50)],
  [`(?:${FIRST[0]}\\s+)?pinsedag`, afterEaster(49)],
  ["(?:(?:i|til)\\s+)?pinsen?", afterEaster(49, 50)],
  ["efter(?:å|aa)rsferien?", week(42)],
  ["vinterferien?", week(7)],
  ["sommerferien?", fixed(7, 1, [7, 31])],
];

// The next days of that name that are not over.
const nextOf = (daysIn) => (today, { year }) =>
  year ? daysIn(Number(year)) : [-1, 0, 1, 2].map((more) => daysIn(yearOf(today) + more)).find((days) => days?.at(-1) >= today);

export const feasts = FEASTS.map(([pattern, daysIn]) => [`(?:${pattern})(?:\\s+(?<year>20\\d\\d))?`, nextOf(daysIn)]);
