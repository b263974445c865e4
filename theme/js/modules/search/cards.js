// The calendar's list as it is filtered: cards made from the page's sample, an event's further dates of a month folded in its card.
import { make } from "./make.js";

const sample = document.getElementById("arrangement")?.content.querySelector("li");

const say = (node, text) => {
  if (text) node.textContent = text;
  else node.remove();
};

export const numbered = (count, one, more) => `${count} ${count === 1 ? one : more}`;
export const datesInWords = (count) => numbered(count, "dato", "datoer");
// `12 datoer i 4 arrangementer`, or only the events where each has one date.
export const counted = (dates, events) => {
  const said = numbered(events, "arrangement", "arrangementer");
  return dates === events ? said : `${datesInWords(dates)} i ${said}`;
};

const fill = (card, event, area, distance) => {
  const part = (name) => card.querySelector(`.event-card__${name}`);
  const [time, where, booking] = part("meta").querySelectorAll("span");
  const [weekday, month] = part("date").querySelectorAll("span");
  const [dot, form] = [card.querySelector(".dot"), card.querySelector("use")];
  card.className = `event-card event-card--${event.status ?? event.state}`;
  card.querySelector("time").dateTime = event.start;
  weekday.textContent = event.weekday;
  month.textContent = event.month;
  part("day").textContent = event.day;
  part("day").classList.toggle("event-card__day--span", event.day.length > 3);
  part("title").querySelector("a").setAttribute("href", event.href);
  part("name").textContent = event.title;
  card.querySelector(".stamp").className = `stamp stamp--${event.status}`;
  const stamp = card.querySelector(".stamp");
  if (event.stamp) stamp.firstChild.data = event.stamp;
  else stamp.remove();
  if (!event.example) card.querySelector(".mark").remove();
  part("area").querySelector("span").textContent = event.areas ?? area.name;
  dot.setAttribute("class", `dot ${area.colours}`);
  form.setAttribute("href", form.getAttribute("href").replace(/#.*/, `#${area.form}`));
  part("price").classList.toggle("event-card__price--text", (event.price ?? "").length > 20);
  const words = [[part("was"), event.was], [time, event.time], [where, [event.where, distance].filter(Boolean).join(" · ")], [booking, event.booking]];
  for (const [node, text] of [...words, [part("series"), event.repeats], [part("price"), event.price]]) say(node, text);
};

const marked = (item, date) => {
  item.dataset.begins = date.begins;
  item.dataset.minutes = (Date.parse(date.ends) - Date.parse(date.begins)) / 60_000;
  if (date.runs) item.dataset.runs = "";
};

const line = (date) => {
  const when = [`${date.weekday} ${date.day}${/\.$/.test(date.day) ? "" : "."} ${date.month}`, date.time].filter(Boolean).join(" ");
  const item = make("li", {}, make("a", { href: date.href }, when), date.stamp ? `, ${date.stamp.toLowerCase()}` : "");
  marked(item, date);
  return item;
};

const folded = (dates, month) => {
  const summary = make("summary", {}, `${datesInWords(dates.length)} mere${month ? ` i ${month}` : ""}`);
  return make("details", { className: "event-dates" }, summary, make("ol", {}, ...dates.map(line)));
};

// `dates` are those of one event in one month that fit; `distance` says how far away the first of them is.
export const element = ([first, ...others], area, month, distance) => {
  const item = sample.cloneNode(true);
  marked(item, first);
  fill(item.firstElementChild, first, area, distance);
  if (others.length) item.querySelector(".event-card__body").append(folded(others, month));
  return item;
};
