// Keeps a page true to the visitor's clock: what has ended since it was built goes, what runs now is marked.
const WORDS = { past: "Afholdt", now: "I gang nu", today: "I dag" };
const dayOf = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Copenhagen" });

const endOf = ({ begins, minutes }) => Date.parse(begins) + minutes * 60_000;

const stateOf = ({ begins, minutes, runs }, now) => {
  const from = Date.parse(begins);
  if (endOf({ begins, minutes }) <= now) return "past";
  if (from <= now && runs !== undefined) return "now";
  return dayOf.format(from) === dayOf.format(now) ? "today" : "next";
};

const countdown = (begins, now) => {
  const days = (Date.parse(dayOf.format(Date.parse(begins))) - Date.parse(dayOf.format(now))) / 864e5;
  return days > 1 ? `om ${days} dage` : days === 1 ? "i morgen" : "";
};

const mark = (item, state, now) => {
  const said = item.matches("[data-state]") ? item : item.querySelector("[data-state]");
  const counts = state === "next" && said && "countdown" in said.dataset;
  if (!said || (said.dataset.state === state && !counts)) return;
  said.dataset.state = state;
  const own = item.closest("[data-words]")?.dataset.words;
  const words = counts ? { next: countdown(item.dataset.begins, now) } : own ? JSON.parse(own) : said.dataset.now ? { now: said.dataset.now } : WORDS;
  const slot = said.querySelector("[data-says]") ?? said;
  slot.textContent = words[state] ?? "";
  slot.hidden = !words[state];
};

// A date of a series that has ended joins those before it.
const fold = (item) => {
  const past = item.closest("[data-folds]")?.querySelector("details");
  if (!past || item.matches(":focus-within")) return;
  const list = item.parentElement;
  item.querySelector("a")?.remove();
  past.querySelector("ol").append(item);
  const count = past.querySelectorAll("li").length;
  past.querySelector("summary").textContent = `${count} tidligere dato${count === 1 ? "" : "er"}`;
  past.hidden = false;
  if (list.childElementCount) return;
  list.remove();
  past.open = true;
};

// Whether an event has a folded date that is still to come.
const goesOn = (item, now) => [...item.querySelectorAll("[data-minutes]")].some(({ dataset }) => endOf(dataset) > now);

const unfold = (dates) => {
  const count = dates.querySelectorAll("li").length;
  if (!count) return dates.remove();
  const summary = dates.querySelector("summary");
  summary.textContent = summary.textContent.replace(/^\d+ dato(er)?/, `${count} dato${count === 1 ? "" : "er"}`);
};

const sweep = (list) => {
  if (list.querySelector("[data-minutes]")) return;
  const section = list.closest("[data-month], [data-goes]");
  if (section?.querySelector("[data-minutes], .month__rest")) return (list.closest("details") ?? list).remove();
  document.querySelector(`.calendar__months [href="#${section?.dataset.month}"]`)?.parentElement.remove();
  (section ?? list).remove();
  const coming = document.querySelector("[data-follows-clock] [data-minutes]");
  for (const over of document.querySelectorAll("[data-all-over]")) over.hidden = Boolean(coming);
};

const tick = () => {
  const now = Date.now();
  let gone = 0;
  for (const item of document.querySelectorAll("[data-minutes]")) {
    const list = item.closest("[data-follows-clock]");
    const state = stateOf(item.dataset, now);
    if (list && state === "past" && !item.matches(":focus-within") && !goesOn(item, now)) {
      const dates = item.closest("details.event-dates");
      item.remove();
      if (dates) unfold(dates);
      sweep(list);
      gone += 1;
    } else if (list || item.closest("[data-marks]")) {
      mark(item, state, now);
      if (state === "past") fold(item);
    }
  }
  if (gone) document.dispatchEvent(new Event("ended"));
};

if (document.querySelector("[data-follows-clock], [data-marks]")) {
  tick();
  setInterval(tick, 60_000);
}
