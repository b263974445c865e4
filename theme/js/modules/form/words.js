// Days and hours in Danish, as generator/danish/formatting.py writes them. The names come with the page.
import { dayOf, daysBetween, weekdayOf } from "./days.js";

let names = {};

export const useNames = (given) => {
  names = given;
};

export const capital = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);
export const hour = (clock) => clock.replace(/^0?(\d{1,2}):(\d{2})$/, "$1.$2");
export const plainDay = (date) => `${date.getUTCDate()}. ${names.months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
export const month = (date) => `${names.months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
export const fullDay = (date) => `${names.weekdays[weekdayOf(date)]} den ${plainDay(date)}`;
export const shortDay = (date) => `${shortWeekday(date)} ${date.getUTCDate()}. ${shortMonth(date)}`;
export const shortWeekday = (date) => names.shortWeekdays[weekdayOf(date)];
export const shortMonth = (date) => names.shortMonths[date.getUTCMonth()];

// The last day that people would call another: not the night after the first.
export const lastDay = ({ start_dag, start_kl, slut_dag, slut_kl }) => {
  const [start, end] = [dayOf(start_dag), dayOf(slut_dag)];
  if (!start || !end || end <= start) return null;
  return daysBetween(start, end) === 1 && start_kl && slut_kl && slut_kl <= "06:00" ? null : end;
};

export const timeOfDay = ({ start_kl, slut_kl, ...days }) => {
  if (!start_kl) return "";
  return slut_kl && !lastDay({ start_kl, slut_kl, ...days }) ? `kl. ${hour(start_kl)}-${hour(slut_kl).replace(/^0\.00$/, "24.00")}` : `kl. ${hour(start_kl)}`;
};

const spanOfDays = (first, last) => {
  if (first.getUTCFullYear() !== last.getUTCFullYear()) return `${plainDay(first)}-${plainDay(last)}`;
  const sameMonth = first.getUTCMonth() === last.getUTCMonth();
  return `${first.getUTCDate()}.${sameMonth ? "" : ` ${names.months[first.getUTCMonth()]}`}-${plainDay(last)}`;
};

export const when = (values) => {
  const [start, last] = [dayOf(values.start_dag), lastDay(values)];
  if (!start) return "";
  if (!last) return [fullDay(start), timeOfDay(values)].filter(Boolean).join(" ");
  if (!values.start_kl && !values.slut_kl) return spanOfDays(start, last);
  const moment = (date, clock) => fullDay(date) + (clock ? ` kl. ${hour(clock)}` : "");
  return `${moment(start, values.start_kl)} til ${moment(last, values.slut_kl)}`;
};
