// Repetition in words, read as generator/danish/repetition.py reads it, and the days it gives.
import { daysBetween, endOfMonth, isoOf, matching, plusDays, weekdayOf } from "./days.js";

const WEEK_OF = (date) => Math.ceil(date.getUTCDate() / 7);

const numberOf = (written) => (written ? parseInt(written, 10) : 1);

const weekdaysIn = (written, { names: { weekdays } }) => {
  const found = [];
  let through = false;
  for (const [token] of written.matchAll(new RegExp(`${weekdays.join("|")}| ?- ?| til `, "g"))) {
    const day = weekdays.indexOf(token);
    if (day < 0) through = true;
    else {
      while (through && found.at(-1) !== day) found.push((found.at(-1) + 1) % 7);
      found.push(day);
      through = false;
    }
  }
  return [...new Set(found)].sort();
};

const nthOf = (word) => (word === "sidste" ? -1 : word.endsWith("sidste") ? -2 : Number(word));
const nthsIn = (written) => [...written.matchAll(/\d+|(?:næst ?)?sidste/g)].map(([word]) => nthOf(word));

const MAKERS = {
  unit: ({ number, unit }, { units }) => {
    const every = numberOf(number);
    if (every < 1) return null;
    if (unit === "dag" && every % 7 === 0) return { frequency: "WEEKLY", interval: every / 7 };
    return { frequency: units[unit], interval: every };
  },
  weekdays: ({ before, after, first, last, number, days }, rules) => {
    const every = before ?? after;
    let interval = numberOf(every);
    if (every && [first, last].includes("dag")) interval = interval % 7 ? 0 : interval / 7;
    if (number) interval = numberOf(number) > 5 ? interval * numberOf(number) : 0;
    return interval ? { frequency: "WEEKLY", interval, weekdays: weekdaysIn(days, rules) } : null;
  },
  but: ({ all, days }, rules) => {
    const weekdays = (all ? weekdaysIn(all, rules) : [0, 1, 2, 3, 4, 5, 6]).filter((day) => !weekdaysIn(days, rules).includes(day));
    return weekdays.length ? { frequency: "WEEKLY", interval: 1, weekdays } : null;
  },
  nth: ({ before, after, nths, days }, rules) => {
    const [interval, found] = [numberOf(before ?? after), nthsIn(nths)];
    if (interval < 1 || !found.every((nth) => nth === -1 || nth === -2 || (nth > 0 && nth < 6))) return null;
    return { frequency: "MONTHLY", interval, weekdays: weekdaysIn(days, rules), nths: found };
  },
  month_day: ({ before, after, each, den, month, nths }) => {
    const [interval, monthDays] = [numberOf(before ?? after), nthsIn(nths)];
    const isSaid = each || month || (den && `${monthDays}` !== "-1");
    if (!isSaid || interval < 1 || !monthDays.every((day) => day === -1 || (day > 0 && day < 32))) return null;
    return { frequency: "MONTHLY", interval, monthDays };
  },
};

const joined = (words) => (words.length > 1 ? `${words.slice(0, -1).join(", ")} og ${words.at(-1)}` : words[0]);

const meaningsOf = ({ number, days }, rules) => {
  const [every, weekdays] = [numberOf(number), weekdaysIn(days, rules)];
  const words = joined(weekdays.map((day) => rules.names.weekdays[day]));
  const weeks = every === 2 && weekdays.length === 1 ? "hver 14. dag" : `hver ${every}. uge${weekdays.length > 1 ? `, ${words}` : ""}`;
  return [weeks, `${every === 5 ? "sidste" : `${every}.`} ${words} i måneden`];
};

// `null` for what is no repetition; `{ meanings }`, the ways to say each, for what could be two.
export const repetitionOf = (written, rules) => {
  const text = rules.replaced.reduce((said, [pattern, put]) => said.replace(new RegExp(pattern, "gu"), put), written.toLowerCase());
  const two = matching(rules.repetition.two, text);
  if (two) return { meanings: meaningsOf(two, rules) };
  for (const [name, make] of Object.entries(MAKERS)) {
    const found = matching(rules.repetition[name], text);
    const repetition = found && make(found, rules);
    if (repetition) return repetition;
  }
  return null;
};

const isLastOfItsKind = (date) => plusDays(date, 7).getUTCMonth() !== date.getUTCMonth();
const isNth = (date, nth) => (nth > 0 ? WEEK_OF(date) === nth : isLastOfItsKind(nth === -1 ? date : plusDays(date, 7)) && (nth === -1 || !isLastOfItsKind(date)));
const isLastOfMonth = (date) => plusDays(date, 1).getUTCDate() === 1;
const monthsFrom = (start, date) => (date.getUTCFullYear() - start.getUTCFullYear()) * 12 + date.getUTCMonth() - start.getUTCMonth();

const fits = {
  DAILY: (date, start, { interval }) => daysBetween(start, date) % interval === 0,
  WEEKLY: (date, start, { interval, weekdays }) => {
    const weeks = daysBetween(plusDays(start, -weekdayOf(start)), plusDays(date, -weekdayOf(date))) / 7;
    return weeks % interval === 0 && (weekdays ?? [weekdayOf(start)]).includes(weekdayOf(date));
  },
  MONTHLY: (date, start, { interval, weekdays, nths, monthDays }) => {
    if (monthsFrom(start, date) % interval) return false;
    if (nths) return weekdays.includes(weekdayOf(date)) && nths.some((nth) => isNth(date, nth));
    const days = monthDays ?? [start.getUTCDate()];
    return days.includes(date.getUTCDate()) || (days.includes(-1) && isLastOfMonth(date));
  },
  YEARLY: (date, start, { interval }) =>
    (date.getUTCFullYear() - start.getUTCFullYear()) % interval === 0 &&
    date.getUTCMonth() === start.getUTCMonth() &&
    date.getUTCDate() === start.getUTCDate(),
};

// The days from `start` through `until`, at most `most` and one more.
export const daysOf = (repetition, start, until, most) => {
  const days = [];
  for (let date = start; date <= until && days.length <= most; date = plusDays(date, 1)) {
    if (fits[repetition.frequency](date, start, repetition)) days.push(isoOf(date));
  }
  return days;
};

// The first of each month that has no such day; `days` are those that it gives.
export const leftOut = ({ frequency, interval, weekdays, nths, monthDays }, days, start, until) => {
  const step = interval * ({ MONTHLY: 1, YEARLY: 12 }[frequency] ?? 0);
  const canMiss = nths ? nths.includes(5) : Math.max(...(monthDays ?? [start.getUTCDate()])) > 28;
  if (!step || !canMiss || (nths ?? monthDays)?.includes(-1)) return [];
  const each = (monthDays ?? nths)?.length * (nths ? weekdays.length : 1) || 1;
  const months = [];
  for (let count = step; ; count += step) {
    const month = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + count, 1));
    if (endOfMonth(month) > until) return months;
    if (days.filter((day) => day.startsWith(isoOf(month).slice(0, 7))).length < each) months.push(month);
  }
};

// Ways to say it that fit a day, the likeliest first.
export const waysFor = (date, { names, ordinals }) => {
  const weekday = names.weekdays[weekdayOf(date)];
  const nth = Object.keys(ordinals).find((word) => ordinals[word] === WEEK_OF(date) && ordinals[word] < 5);
  const ways = ["hver uge", "hver 14. dag"];
  if (nth) ways.push(`${nth} ${weekday} i måneden`);
  if (isLastOfItsKind(date)) ways.push(`sidste ${weekday} i måneden`);
  if (isLastOfMonth(date)) ways.push("sidste dag i måneden");
  if (date.getUTCDate() < 29) ways.push(`den ${date.getUTCDate()}. i måneden`);
  return [...ways, "hvert år"];
};
