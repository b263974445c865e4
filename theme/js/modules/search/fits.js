// Whether an event, and one of its dates, fits what was chosen. A choice is what the calendar's address says, by name.
import { daysFrom, plus, weekdayOf, weekend } from "./days.js";
import { isAt } from "./hours.js";

export const WEEKDAYS = ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"];
export const ACCESS = { trinfri: "Trinfri adgang", toilet: "Handicaptoilet", slynge: "Teleslynge" };
const FARTHEST = 20;

const SPANS = {
  "i-dag": (today) => [today],
  "i-morgen": (today) => [plus(today, 1)],
  weekend,
  uge: (today) => daysFrom(today, 7),
};

// The days that were chosen, or null for any. What several choices have in common is meant.
export const chosenDays = ({ naar, dato }, today) => {
  const span = SPANS[naar]?.(today);
  if (!/^\d{4}-\d\d-\d\d$/.test(dato ?? "")) return span ?? null;
  return span ? span.filter((day) => day === dato) : [dato];
};

const firstDay = (date) => date.start.slice(0, 10);
const lastDay = (date) => date.last ?? firstDay(date);
const isOn = (date, day) => firstDay(date) <= day && day <= lastDay(date);

const isOnWeekday = (date, number, today) => {
  const first = firstDay(date) < today ? today : firstDay(date);
  return daysFrom(first, 7).some((day) => day <= lastDay(date) && weekdayOf(day) === number);
};

// Some of the chosen ages are among the event's. Where these are not stated, it fits only where one wants to see that too.
const agesFit = (ages, { fra, til, uoplyst }) => {
  if (!fra && !til) return true;
  if (!ages) return Boolean(uoplyst);
  const [low, high] = [Number(fra || 0), Number(til || Infinity)].sort((one, other) => one - other);
  return ages[0] <= high && low <= ages[1];
};

const TIMES = {
  dag: (date) => !(date.start.slice(11, 13) >= "17"),
  aften: (date) => Boolean(date.evening),
};

const hostsOf = (event) => [event.area, ...(event.also ?? [])];

// `areas` are all areas by slug; an event may be held by several.
export const eventFits = (event, areas, chosen) =>
  (!chosen.omraade || hostsOf(event).includes(chosen.omraade)) &&
  (!chosen.kommune || hostsOf(event).some((slug) => areas[slug].municipality === chosen.kommune)) &&
  (!chosen.runde || hostsOf(event).some((slug) => areas[slug].rounds?.includes(chosen.runde))) &&
  (!chosen.slags || event.category === chosen.slags) &&
  (!chosen.for || event.audience?.includes(chosen.for) || event.audience?.includes("alle")) &&
  (!chosen.gratis || event.free) &&
  (!chosen.sprog || event.languages.includes(chosen.sprog)) &&
  agesFit(event.ages, chosen);

const accessFits = (date, chosen) =>
  Object.keys(ACCESS).every((name) => !chosen[name] || date[name] === "ja" || (chosen.uoplyst && date[name] !== "nej"));

// When a date begins and ends on its day, as the index has it.
const clockOf = ({ start, last, ends }) => {
  const [from, to] = [start.slice(11, 16), ends.slice(11, 16)].map((clock) => clock.replace(":", ""));
  if (last || !from) return "";
  return to === "0000" ? from : from + to;
};

// `days` is what chosenDays gives, `said` the days and hours that the words ask for, or null.
export const dateFits = (date, chosen, days, said, today) =>
  (!days || days.some((day) => isOn(date, day))) &&
  (!said || said.parts.some((part) => isAt(part.hours, clockOf(date), Boolean(date.evening)) && [...part.days].some((day) => isOn(date, day)))) &&
  (!chosen.ugedag || isOnWeekday(date, WEEKDAYS.indexOf(chosen.ugedag), today)) &&
  (!chosen.tid || TIMES[chosen.tid](date)) &&
  (!chosen.naer || date.near?.[chosen.naer] <= Number(chosen.km || FARTHEST)) &&
  accessFits(date, chosen);

// The months of a date, from this one: `2026-12`.
export const monthsOf = (date, today) => {
  const months = [];
  const last = lastDay(date).slice(0, 7);
  for (let day = `${[firstDay(date), today].sort().at(-1).slice(0, 7)}-01`; day.slice(0, 7) <= last; day = `${plus(day, 31).slice(0, 7)}-01`) {
    months.push(day.slice(0, 7));
  }
  return months;
};

const [LATITUDE, LONGITUDE] = [111.2, 60.6];

// The nearest of `towns` ([name, latitude, longitude]) to a position, in this part of the world.
export const nearest = (towns, { latitude, longitude }) =>
  towns
    .map(([name, north, east]) => [Math.hypot((north - latitude) * LATITUDE, (east - longitude) * LONGITUDE), name])
    .sort(([one], [other]) => one - other)[0]?.[1];
