// Repetition in words, read as generator/danish/recurrence.py reads it, and the days it gives.
import { isoOf, plusDays, weekdayOf } from "./days.js";

const WEEK_OF = (date) => Math.ceil(date.getUTCDate() / 7);

const numberOf = ({ number, word }, ordinals) => (number ? Number(number) : (ordinals[word ?? "første"] ?? 1));

const MAKERS = {
  unit: (found, { ordinals, units }) => {
    const every = numberOf(found, ordinals);
    if (every < 1) return null;
    if (found.unit === "dag" && every % 7 === 0) return { frequency: "WEEKLY", interval: every / 7 };
    return { frequency: units[found.unit], interval: every };
  },
  nth: ({ ordinal, weekday }, { ordinals, names }) => ({
    frequency: "MONTHLY",
    interval: 1,
    weekdays: [names.weekdays.indexOf(weekday)],
    nth: ordinals[ordinal] ?? Number(ordinal[0]),
  }),
  month_day: ({ day }) => (day >= 1 && day <= 31 ? { frequency: "MONTHLY", interval: 1, monthDay: Number(day) } : null),
  weekdays: ({ days }, { names }) => {
    const told = days.split(/,\s*|\s+og\s+/).map((day) => names.weekdays.indexOf(day));
    return told.includes(-1) ? null : { frequency: "WEEKLY", interval: 1, weekdays: told };
  },
};

const matching = (pattern, text) => new RegExp(`^(?:${pattern})$`, "u").exec(text)?.groups;

// `null` for what is no repetition, "unclear" for what could be two.
export const repetitionOf = (written, rules) => {
  const text = written.toLowerCase().trim().replace(/\s+/g, " ");
  if (text === "ugentligt" || text === "ugentlig") return { frequency: "WEEKLY", interval: 1 };
  if (matching(rules.repetition.unclear, text)) return "unclear";
  for (const [name, make] of Object.entries(MAKERS)) {
    const found = matching(rules.repetition[name], text);
    const repetition = found && make(found, rules);
    if (repetition) return repetition;
  }
  return null;
};

const isLastOfItsKind = (date) => plusDays(date, 7).getUTCMonth() !== date.getUTCMonth();

const fits = {
  DAILY: (date, start, { interval }) => Math.round((date - start) / 864e5) % interval === 0,
  WEEKLY: (date, start, { interval, weekdays }) => {
    const weeks = Math.round((plusDays(date, -weekdayOf(date)) - plusDays(start, -weekdayOf(start))) / (7 * 864e5));
    return weeks % interval === 0 && (weekdays ?? [weekdayOf(start)]).includes(weekdayOf(date));
  },
  MONTHLY: (date, start, { interval, weekdays, nth, monthDay }) => {
    const months = (date.getUTCFullYear() - start.getUTCFullYear()) * 12 + date.getUTCMonth() - start.getUTCMonth();
    if (months % interval) return false;
    if (!nth) return date.getUTCDate() === (monthDay ?? start.getUTCDate());
    return weekdays.includes(weekdayOf(date)) && (nth < 0 ? isLastOfItsKind(date) : WEEK_OF(date) === nth);
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

// Ways to say it that fit a day, the likeliest first.
export const waysFor = (date, { names, ordinals }) => {
  const weekday = names.weekdays[weekdayOf(date)];
  const nth = Object.keys(ordinals).find((word) => ordinals[word] === WEEK_OF(date));
  const ways = ["hver uge", "hver 14. dag"];
  if (nth) ways.push(`${nth} ${weekday} i måneden`);
  if (isLastOfItsKind(date)) ways.push(`sidste ${weekday} i måneden`);
  return [...ways, `den ${date.getUTCDate()}. i måneden`, "hvert år"];
};
