// Filters the calendar as one chooses, and keeps the choice in the address, so that it can be shared and taken back.
import { OLDEST } from "./ages.js";
import { counted, datesInWords, element } from "./cards.js";
import { choices } from "./choices.js";
import { chosenDays, dateFits, eventFits, monthsOf } from "./fits.js";
import { now, open } from "./index.js";
import { make } from "./make.js";
import { readWhen } from "./when.js";
import { plain } from "./words.js";

const STEP = 20;
const PAUSE = 200;
const FAILED = "Kalenderens valg kunne ikke hentes. Brug listerne måned for måned og kommune for kommune nederst på siden.";

const YES = new Set(["ja", "1", "true", "on"]);
// Choices that are made from what is to come: a link may name one that nothing has any more, and then nothing fits.
const MADE = new Set(["omraade", "kommune", "naer", "for", "sprog"]);

const option = (field, value) => {
  const known = [...field.options].find((each) => plain(each.value) === plain(value));
  if (known || !MADE.has(field.name) || !/^\p{L}[\p{L} -]{1,39}$/u.test(value)) return known?.value ?? "";
  field.add(new Option(value, value));
  return value;
};

const wholeNumber = (value) => (/^\d{1,3}(?:\.\d+)?$/.test(value) && Number(value) <= OLDEST ? Math.floor(Number(value)) : "");

// What a field is set to by the address, which people write by hand too: `Aalborg` as `ålborg`, a day as `29-11-2026`.
const asMeant = (field, value, today) => {
  if (!value) return "";
  if (field.options) return option(field, value);
  if (field.type === "number") return wholeNumber(value);
  if (field.type !== "date" || /^\d{4}-\d\d-\d\d$/.test(value)) return value;
  const days = [...(readWhen(value, today)?.days ?? [])];
  return days.length === 1 ? days[0] : "";
};

// The names and values that the address has; of several values for one name the first counts.
const inAddress = () => [...new URLSearchParams(location.search)].reverse().map(([name, value]) => [name.toLowerCase(), value.trim()]);

const dateOf = (event, first, difference, near) => {
  const date = { ...event, ...first, ...difference };
  if (date.anchor) date.href += `#${date.anchor}`;
  date.near = near[date.at];
  return date;
};

const monthName = new Intl.DateTimeFormat("da-DK", { month: "long", timeZone: "UTC" });
const nameOf = (month) => (/^\d/.test(month) ? monthName.format(new Date(`${month}-15`)) : "");

export const start = async (form, { areas, towns, near, rounds = [], events }) => {
  const all = events.map((event) => ({ ...event, all: event.dates.map((date) => dateOf(event, event.dates[0], date, near)) }));
  const status = form.querySelector("[role=status]");
  const clear = form.querySelector("[type=button]");
  const more = document.querySelector(".calendar__more");
  const sections = [...document.querySelectorAll("[data-month]")];
  let engine = null;
  let room = STEP;
  let latest = "";
  let turn = 0;

  const chosen = () => Object.fromEntries([...new FormData(form)].filter(([, value]) => value.trim()).map(([name, value]) => [name, value.trim()]));
  const address = () => `${new URLSearchParams(chosen())}`;

  // Which events the words find, as search finds them: it numbers events as the file orders them, from the last.
  const byWords = async (words) => {
    if (!words) return null;
    engine ??= open(new URL(form.dataset.index, document.baseURI).href);
    engine.catch(() => (engine = null));
    const ready = await engine;
    const result = await ready.seek(words);
    const numbers = new Set(result.groups.find(({ name }) => name === "coming")?.numbers ?? []);
    const first = ready.events - all.length;
    return { said: result.when, found: (place) => numbers.has(first + place), titled: (place) => result.titled.has(first + place) };
  };

  // What fits: each event with its dates that do, those that have ended since the page was built left out.
  const fitting = (choice, words) => {
    const moment = Date.now();
    const today = now().slice(0, 10);
    const days = chosenDays(choice, today);
    return all.flatMap((event, place) => {
      if (words && !words.found(place)) return [];
      if (!eventFits(event, areas, choice)) return [];
      const said = words?.titled(place) ? null : words?.said;
      const dates = event.all.filter((date) => Date.parse(date.ends) > moment && dateFits(date, choice, days, said, today));
      return dates.length ? [{ event, dates }] : [];
    });
  };

  // The dates of each event in each group of the page: what runs now apart, the others in the months that they touch.
  const grouped = (found) => {
    const today = now().slice(0, 10);
    const groups = new Map(sections.map((section) => [section.dataset.month, []]));
    for (const { dates } of found) {
      const mine = new Map();
      for (const date of dates) {
        const months = date.group ? [date.group, ...monthsOf(date, today).slice(1)] : monthsOf(date, today);
        for (const month of months) mine.set(month, [...(mine.get(month) ?? []), date]);
      }
      for (const [month, these] of mine) groups.get(month)?.push(these);
    }
    for (const group of groups.values()) group.sort(([one], [other]) => Date.parse(one.begins) - Date.parse(other.begins));
    return groups;
  };

  const distance = (date, { naer }) => (naer && date.near?.[naer] !== undefined ? `ca. ${date.near[naer]} km fra ${naer}` : "");

  const showIn = (section, entries, choice, free) => {
    section.querySelector("[data-made]")?.remove();
    for (const part of section.querySelectorAll(".event-list:not([data-made]), .month__rest, .month__apart")) part.hidden = Boolean(entries);
    section.hidden = Boolean(entries) && !Math.min(entries.length, free);
    const jump = document.querySelector(`.calendar__months [href="#${section.dataset.month}"]`);
    if (jump) jump.parentElement.hidden = section.hidden;
    if (!entries?.length || !free) return;
    const month = nameOf(section.dataset.month);
    const cards = entries.slice(0, free).map((dates) => element(dates, areas[dates[0].area], month, distance(dates[0], choice)));
    const list = make("ol", { className: "event-list" }, ...cards);
    list.dataset.made = "";
    list.dataset.followsClock = "";
    section.lastElementChild.append(list);
  };

  const countIn = (section, dates) => {
    const count = section.querySelector("[data-count]");
    if (count) count.textContent = datesInWords(dates);
  };

  const show = async () => {
    const mine = (turn += 1);
    form.ariaBusy = "true";
    const choice = chosen();
    const query = address();
    if (query !== latest) [latest, room] = [query, STEP];
    try {
      const words = await byWords(choice.ord);
      if (mine === turn) draw(choice, query, words);
    } catch {
      if (mine === turn) status.textContent = FAILED;
    } finally {
      if (mine === turn) form.ariaBusy = "false";
    }
  };

  const draw = (choice, query, words) => {
    const found = fitting(choice, words);
    const groups = grouped(found);
    const running = (groups.get("nu") ?? []).flat();
    const month = now().slice(0, 7);
    let free = room;
    let left = 0;
    for (const section of sections) {
      const entries = groups.get(section.dataset.month);
      const apart = section.dataset.month === month ? running.filter((date) => monthsOf(date, `${month}-01`)[0] === month).length : 0;
      countIn(section, entries.flat().length + apart);
      showIn(section, query ? entries : null, choice, free);
      left += Math.max(0, entries.length - free);
      free = Math.max(0, free - entries.length);
    }
    if (more) more.hidden = !query || !left;
    clear.hidden = !query;
    const dates = found.reduce((sum, one) => sum + one.dates.length, 0);
    status.textContent = found.length || !query ? counted(dates, found.length) : "Ingen arrangementer passer.";
  };

  const keep = (how) => {
    const query = address();
    if (query !== location.search.slice(1)) history[how](null, "", (query && `?${query}`) || location.pathname);
    return show();
  };

  const restore = () => {
    const said = new Map(inAddress());
    for (const field of form.elements) {
      const value = said.get(field.name) ?? "";
      if (field.type === "checkbox") field.checked = YES.has(value.toLowerCase());
      else if (field.name) field.value = asMeant(field, value, now().slice(0, 10));
    }
    const details = form.querySelector("details");
    if (Object.keys(chosen()).some((name) => details.contains(form.elements.namedItem(name)))) details.open = true;
    return show();
  };

  const used = [...form.elements].some((field) => field.checked || (field.options && field.value));
  form.querySelector(".filter__more").replaceChildren(...choices({ areas, towns, near, rounds, events: all, form, asked: new Map(inAddress()) }));

  // What is typed is one step back, not one for each letter.
  let typing = false;
  let pause = 0;
  form.addEventListener("input", ({ target }) => {
    if (target.type !== "search") return;
    clearTimeout(pause);
    pause = setTimeout(() => {
      keep(typing ? "replaceState" : "pushState");
      typing = true;
    }, PAUSE);
  });
  form.addEventListener("change", ({ target }) => {
    if (target.type === "search") return;
    keep("pushState");
    typing = false;
  });
  form.addEventListener("submit", async () => {
    clearTimeout(pause);
    await keep("replaceState");
    document.querySelector("[data-month]:not([hidden])")?.scrollIntoView();
  });
  clear.addEventListener("click", () => {
    form.reset();
    keep("pushState");
    form.elements[0].focus();
  });
  more?.addEventListener("click", async () => {
    const first = room;
    room += STEP;
    await show();
    document.querySelectorAll("[data-made] .event-card__title a")[first]?.focus();
  });
  addEventListener("popstate", () => {
    typing = false;
    restore();
  });
  document.addEventListener("ended", show);
  await (used && !location.search ? keep("pushState") : restore());
};
