// The event's card as the site would show it, and its facts in one line.
import { dayOf } from "./days.js";
import { datesOf, skippedDays } from "./rules.js";
import { noBooking } from "./booking.js";
import { make } from "./make.js";
import { hour, lastDay, shortDay, shortMonth, shortWeekday, timeOfDay, when } from "./words.js";
import { line } from "./text.js";

export const placeOf = ({ sted, sted_navn, sted_by }, { places }) => {
  const known = places.find(({ key }) => key === sted);
  return known ? [known.name, known.town] : [line(sted_navn ?? ""), line(sted_by ?? "")];
};

// `1.200`, `49,50`
const spelt = (written, { amount }) => {
  const [, kroner, cents = "00"] = new RegExp(`^(?:${amount})$`, "u").exec(written);
  const whole = kroner.replace(/[. ]/g, "").replace(/^0+(?=\d)/, "");
  return whole.replace(/\B(?=(\d{3})+$)/g, ".") + (cents === "00" ? "" : `,${cents}`);
};

// A price as generator/model/price.py shows it: an amount alone is written in one way, any other text stays.
export const priceOf = (written, { price }) => {
  const text = line(written ?? "");
  const word = text.toLowerCase().normalize("NFD").replace(/[\p{M}\s_-]/gu, "");
  if (price.free.includes(word.replace(/[.!]+$/, ""))) return "Gratis";
  const found = new RegExp(`^(?:${price.whole})$`, "u").exec(text.toLowerCase());
  if (!found) return text;
  const amounts = found.slice(1).filter(Boolean).map((amount) => spelt(amount, price));
  return amounts.every((amount) => amount === "0") ? "Gratis" : `${amounts.join("-")} kr.`;
};

const bookingOf = ({ tilmelding, tilmelding_frist }) => {
  if (!tilmelding && !tilmelding_frist) return "";
  return tilmelding && noBooking(tilmelding) ? "ingen tilmelding" : "tilmelding";
};

const placeWords = ([name, town]) => (name && town && !name.includes(town) ? `${name}, ${town}` : name || town || "");

const moreDates = (values, rules) => {
  const skipped = skippedDays(values);
  const more = datesOf(values, rules).filter((date) => !skipped.includes(date)).length - 1;
  return values.gentag && more > 0 ? `${values.gentag}, og ${more} ${more === 1 ? "dato" : "datoer"} mere` : "";
};

export const summary = (values, rules, context) =>
  [line(values.titel ?? ""), when(values), placeWords(placeOf(values, context)), context.name, priceOf(values.pris, rules)]
    .filter(Boolean)
    .join(" · ");

const wasWords = ({ foer_dag, foer_kl, foer_sted }) => {
  const day = dayOf(foer_dag) && shortDay(dayOf(foer_dag)) + (foer_kl ? ` kl. ${hour(foer_kl)}` : "");
  const was = [day, line(foer_sted ?? "")].filter(Boolean).join(", ");
  return was && `Før: ${was}`;
};

const says = (card, part, text) => {
  const slot = card.querySelector(`.event-card__${part}`);
  slot.textContent = text;
  slot.hidden = !text;
};

const dateBlock = (card, values) => {
  const [start, last] = [dayOf(values.start_dag), lastDay(values)];
  const [weekday, day, month] = card.querySelectorAll(".event-card__date :is(span, b)");
  weekday.textContent = shortWeekday(start);
  const within = last?.getUTCMonth() === start.getUTCMonth();
  day.textContent = within ? `${start.getUTCDate()}.-${last.getUTCDate()}.` : start.getUTCDate();
  day.classList.toggle("event-card__day--span", day.textContent.length > 3);
  const months = last && !within ? `${shortMonth(start)}-${last.getUTCDate()}. ${shortMonth(last)}` : shortMonth(start);
  month.textContent = `${months} ${(last ?? start).getUTCFullYear()}`;
  card.querySelector("time").dateTime = values.start_dag;
};

const showState = (card, [name, words] = [null, ""]) => {
  const stamp = card.querySelector(".stamp");
  stamp.className = `stamp stamp--${name}`;
  stamp.firstChild.data = words;
  stamp.hidden = !name;
  card.className = `event-card event-card--${name ?? "next"}`;
};

export const showCard = (card, values, rules, context) => {
  dateBlock(card, values);
  showState(card, rules.states[values.status]);
  card.querySelector(".event-card__title a").removeAttribute("href");
  says(card, "name", line(values.titel));
  card.querySelector(".event-card__area span").textContent = context.name;
  const dot = card.querySelector(".dot");
  dot.setAttribute("class", `dot ${context.colours}`);
  const use = dot.querySelector("use");
  use.setAttribute("href", use.getAttribute("href").replace(/#.*/, `#${context.form}`));
  const facts = [timeOfDay(values) || (lastDay(values) ? "" : "hele dagen"), placeWords(placeOf(values, context)), bookingOf(values)];
  card.querySelector(".event-card__meta").replaceChildren(
    ...facts.filter(Boolean).flatMap((fact) => [make("span", {}, fact), " "]),
  );
  says(card, "was", wasWords(values));
  says(card, "series", moreDates(values, rules));
  says(card, "price", priceOf(values.pris, rules));
  card.querySelector(".event-card__price").classList.toggle("event-card__price--text", priceOf(values.pris, rules).length > 20);
};
