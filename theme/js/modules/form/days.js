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

// The hour that the clock in Denmark skips, when summer time begins.
export const isSkipped = (date, clock) =>
  clock?.startsWith("02:") && date.getUTCMonth() === 2 && date.getUTCDay() === 0 && date.getUTCDate() > 24;

const two = (number) => String(number).padStart(2, "0");

// A day as people write it, `1. maj 2026`, as `2026-05-01`; null for what is none. As generator/danish/dates.py reads it.
export const isoFrom = (written, { days, names }) => {
  const text = written.trim().toLowerCase();
  const found = days.map((pattern) => new RegExp(`^(?:${pattern})$`, "u").exec(text)?.groups).find(Boolean);
  if (!found) return null;
  const { year, month, day, weekday } = found;
  const number = /^\d+$/.test(month) ? Number(month) : names.months.findIndex((name) => name.startsWith(month)) + 1;
  const date = dayOf(`${year}-${two(number)}-${two(day)}`);
  return date && (!weekday || names.weekdays[weekdayOf(date)].startsWith(weekday)) ? isoOf(date) : null;
};

// An hour as people write it, `kl. 9`, as `09:00`; null for what is none.
export const clockFrom = (written, { text: { clock } }) => {
  const [, hours, minutes = "00"] = new RegExp(`^(?:${clock})$`, "iu").exec(written.trim()) ?? [];
  return hours <= 23 && minutes <= 59 ? `${two(hours)}:${minutes}` : null;
};
