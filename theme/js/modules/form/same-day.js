// What else is on: the same day anywhere, and the days around it in the same municipality. A hint, never a fault.
import { dayOf, isoOf, plusDays, weekdayOf } from "./days.js";
import { make } from "./make.js";
import { capital, fullDay } from "./words.js";

const MOST = 5;

// The days of the weekend that a day belongs to, from Friday on; other days stand alone.
const weekend = (day) => {
  const date = dayOf(day);
  const back = weekdayOf(date) - 4;
  return back < 0 ? [day] : [0, 1, 2].map((step) => isoOf(plusDays(date, step - back)));
};

// `dates` are [first day, last day, title, owner, area's name, municipality, hour], by day.
export const alsoOn = (dates, day, { owner, municipality, self }) => {
  if (!dayOf(day)) return [];
  const days = weekend(day);
  const covers = ([first, last], each) => first <= each && each <= last;
  const near = dates.filter((row) => `${row[3]}/${row[2]}` !== self && days.some((each) => covers(row, each)));
  const same = near.filter((row) => covers(row, day));
  const around = near.filter((row) => !same.includes(row) && (row[3] === owner || (municipality && row[5] === municipality)));
  return [...same, ...around].slice(0, MOST).map(([first, , title, , area, place, hour]) => {
    const when = covers([first, first], day) || same.some((row) => row[2] === title) ? "Samme dag" : capital(fullDay(dayOf(first)));
    return `${when}: ${title}, ${[area, place && `${place} Kommune`, hour && `kl. ${hour}`].filter(Boolean).join(", ")}`;
  });
};

export const showAlsoOn = (box, found) => {
  box.hidden = !found.length;
  box.querySelector("ul").replaceChildren(...found.map((text) => make("li", {}, text)));
};
