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
