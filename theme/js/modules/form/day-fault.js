// What is wrong with days that are written whole: that the calendar does not have them, or not in that order. What is said in words
// that only generator/danish/spoken.py reads is left to it.
import { anyOf, dayIn, isoOf, weekdayOf } from "./days.js";
import { quoted } from "./faults.js";

const BETWEEN = /\s*(?:\.{2,3}|…)\s*|\s+(?:til|[-–—])\s+/;
let known = { days: [] };

export const useDays = (rules) => {
  known = rules;
};

const faultOfOne = (written) => {
  const found = anyOf(known.days, written.trim().toLowerCase());
  if (!found) return null;
  const date = dayIn(found, known.names);
  if (!date) return quoted("{} er ikke en dato i kalenderen. Ret dagen eller måneden.", written);
  const weekday = known.names.weekdays[weekdayOf(date)];
  if (!weekday.startsWith(found.weekday?.replace("oe", "ø") ?? "")) {
    return quoted(`{} passer ikke: den dato er en ${weekday}. Ret ugedagen eller datoen.`, written);
  }
  const isNear = isoOf(date) >= "1900" && isoOf(date) < "2201";
  return isNear ? null : quoted("{} ligger ikke i vores tid. Ret årstallet.", written);
};

export const dayFault = (said) => {
  const ends = said.split(BETWEEN);
  const fault = ends.map(faultOfOne).find(Boolean);
  if (fault || ends.length !== 2) return fault ?? null;
  const [first, last] = ends.map((end) => anyOf(known.days, end.trim().toLowerCase())).map((found) => found && dayIn(found, known.names));
  return first && last && last < first ? quoted("{} slutter, før det begynder. Ret dagene.", said) : null;
};
