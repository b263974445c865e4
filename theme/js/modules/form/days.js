// Days as `2026-05-01`, reckoned without hours, so that no time zone can move them.
const DAY = 864e5;

export const dayOf = (iso) => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso ?? "") ?? [];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCDate() === Number(day) && date.getUTCMonth() === month - 1 ? date : null;
};

export const isoOf = (date) => date.toISOString().slice(0, 10);
export const weekdayOf = (date) => (date.getUTCDay() + 6) % 7;
export const plusDays = (date, days) => new Date(date.getTime() + days * DAY);
export const daysBetween = (first, last) => Math.round((last - first) / DAY);
export const endOfMonth = (date) => new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0));

// The hour that the clock in Denmark skips, when summer time begins.
export const isSkipped = (date, clock) =>
  clock?.startsWith("02:") && date.getUTCMonth() === 2 && date.getUTCDay() === 0 && date.getUTCDate() > 24;

const two = (number) => String(number).padStart(2, "0");
export const matching = (pattern, text) => new RegExp(`^(?:${pattern})$`, "u").exec(text)?.groups;
export const anyOf = (patterns, text) => patterns.map((pattern) => matching(pattern, text)).find(Boolean);

const monthOf = (word, { monthWords }) => (/^\d+$/.test(word) ? Number(word) : (monthWords.findIndex((name) => name.startsWith(word)) % 12) + 1);
const yearOf = (digits) => (digits.length === 4 ? digits : `20${digits.slice(-2)}`);

const LONGEST = 200;

// The day that was found in a text; null where the calendar does not have it.
export const dayIn = ({ year, month, day }, names) => dayOf(`${yearOf(year)}-${two(monthOf(month, names))}-${two(day)}`);

// A text with its days and hours as they are usually written, as generator/danish/spoken.py puts what needs no reckoning.
const usual = (written, { spoken }) => {
  const text = written.trim().toLowerCase();
  return text.length > LONGEST ? text : spoken.reduce((said, [pattern, put]) => said.replace(new RegExp(pattern, "gu"), put), text);
};

// A day as people write it, `1. maj 2026`, as `2026-05-01`; null for what is none. As generator/danish/dates.py reads it.
export const isoFrom = (written, rules) => {
  const { days, names } = rules;
  const found = anyOf(days, written.trim().toLowerCase()) ?? anyOf(days, usual(written, rules));
  if (!found) return null;
  const date = dayIn(found, names);
  const weekday = found.weekday?.replace("oe", "ø") ?? "";
  return date && names.weekdays[weekdayOf(date)].startsWith(weekday) ? isoOf(date) : null;
};

// Whether a text is a day that lacks its year.
export const lacksYear = (written, rules) => {
  const { yearless, names } = rules;
  const found = anyOf(yearless, usual(written, rules));
  return Boolean(found && monthOf(found.month, names) > 0 && monthOf(found.month, names) < 13);
};

const clockOf = ({ hour, minute = "00", half }) => {
  if (half) return hour >= 1 && hour <= 12 ? [(hour % 12) + (half === "p" ? 12 : 0), minute] : null;
  return [hour ?? 24, minute];
};

// An hour as people write it, `kl. 9`, as `09:00`; null for what is none. 24.00 is midnight, which only ends a day.
export const clockFrom = (written, rules, { isEnd = false } = {}) => {
  const found = matching(rules.clock, written.trim().toLowerCase()) ?? matching(rules.clock, usual(written, rules));
  const [hours, minutes] = (found && clockOf(found)) ?? [99];
  if (isEnd && Number(hours) === 24 && minutes === "00") return "00:00";
  return hours <= 23 && minutes <= 59 ? `${two(hours)}:${minutes}` : null;
};
