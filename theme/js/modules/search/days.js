// Days as texts, `2026-11-29`: what comes when, and which days a week, a month or a feast has.
const pad = (number) => String(number).padStart(2, "0");
const at = (iso) => new Date(`${iso}T12:00:00Z`);
const isoOf = (date) => date.toISOString().slice(0, 10);

export const plus = (iso, days) => isoOf(new Date(at(iso).getTime() + days * 864e5));
// 0 is Monday.
export const weekdayOf = (iso) => (at(iso).getUTCDay() + 6) % 7;
export const yearOf = (iso) => Number(iso.slice(0, 4));
export const monthOf = (iso) => Number(iso.slice(5, 7));
export const daysFrom = (iso, count) => Array.from({ length: Math.max(0, count) }, (_, place) => plus(iso, place));
export const between = (from, to) => (from && to && from <= to ? daysFrom(from, Math.min((at(to) - at(from)) / 864e5 + 1, 800)) : null);

// A day of the calendar, or null for one that it does not have.
export const date = (year, month, number) => {
  const iso = `${year}-${pad(month)}-${pad(number)}`;
  return !Number.isNaN(at(iso).getTime()) && isoOf(at(iso)) === iso ? iso : null;
};

// A day without a year is the next one, today at the earliest. Only some years have a 29 February.
export const next = (today, month, number, year) => {
  if (year) return date(String(year).length === 2 ? `20${year}` : year, month, number);
  return Array.from({ length: 9 }, (_, more) => date(yearOf(today) + more, month, number)).find((one) => one && one >= today) ?? null;
};

// The days from one day of the year to another, which may be in the next year: those that are not over.
export const nextSpan = (today, [month, number], [lastMonth, lastNumber], year) => {
  const over = Number(lastMonth) < Number(month) ? 1 : 0;
  const years = year ? [Number(year) - over] : [-1, 0, 1].map((more) => yearOf(today) + more);
  const daysIn = (one) => between(date(one, month, number), date(one + over, lastMonth, lastNumber));
  return years.map(daysIn).find((days) => year || days?.at(-1) >= today) ?? null;
};

export const monthDays = (today, month, year) => {
  const of = year ?? yearOf(today) + (month < monthOf(today) ? 1 : 0);
  return daysFrom(`${of}-${pad(month)}-01`, 31).filter((one) => monthOf(one) === month);
};

// The days of the month that comes so many months after this one.
export const monthAfter = (today, count) => {
  const month = monthOf(today) + count - 1;
  return monthDays(today, (month % 12) + 1, yearOf(today) + Math.floor(month / 12));
};

// The days of this week's weekend that are left.
export const weekend = (today) => daysFrom(today, 7 - weekdayOf(today)).filter((one) => weekdayOf(one) > 4);

const firstMonday = (year) => plus(`${year}-01-04`, -weekdayOf(`${year}-01-04`));

// The days of a week by its number, which are of the year that most of them are in; of this year, or where it is over of the next.
export const weekDays = (today, number, year) => {
  const of = (one) => {
    const monday = plus(firstMonday(one), (number - 1) * 7);
    return number > 0 && monday < firstMonday(one + 1) ? daysFrom(monday, 7) : null;
  };
  if (year) return of(Number(year));
  return [-1, 0, 1, 2, 3, 4, 5, 6].map((more) => of(yearOf(today) + more)).find((days) => days?.at(-1) >= today) ?? null;
};

// The Sunday of Easter, as Gauss and others computed it.
export const easter = (year) => {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const h = (19 * a + b - (b >> 2) - Math.floor((b - ((b + 8) / 25 | 0) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * (c >> 2) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return date(year, Math.floor(sum / 31), (sum % 31) + 1);
};
