// Keeps what a page calls today true to the visitor's clock: it may be from the night before, or from last month.
const ZONE = { timeZone: "Europe/Copenhagen" };
const isoOf = new Intl.DateTimeFormat("sv-SE", ZONE);
const partsOf = new Intl.DateTimeFormat("da-DK", { weekday: "long", day: "numeric", month: "long", year: "numeric", ...ZONE });

const follow = () => {
  const now = new Date();
  for (const named of document.querySelectorAll("[data-today]")) {
    const { weekday, day, month, year } = Object.fromEntries(partsOf.formatToParts(now).map(({ type, value }) => [type, value]));
    const number = Object.assign(document.createElement("b"), { textContent: day });
    named.replaceChildren(`I dag, ${weekday} den `, number, ` ${month} ${year}`);
  }
  // A day of a month that is marked as today's is so no longer.
  for (const marked of document.querySelectorAll("[data-day]")) {
    if (marked.dataset.day === isoOf.format(now)) continue;
    if (marked.matches("td")) marked.removeAttribute("class");
    else marked.remove();
  }
};

follow();
document.addEventListener("visibilitychange", follow);
