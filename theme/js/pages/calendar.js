// The filters' modules are fetched when one begins to choose, or has come with a choice in the address.
const form = document.querySelector(".filter");

// The day as the visitor's clock has it: the page may be from the night before, or from last week.
const showToday = () => {
  const named = { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "Europe/Copenhagen" };
  const parts = new Intl.DateTimeFormat("da-DK", named).formatToParts(new Date());
  const { weekday, day, month, year } = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  const number = Object.assign(document.createElement("b"), { textContent: day });
  document.querySelector("[data-today]").replaceChildren(`I dag, ${weekday} den `, number, ` ${month} ${year}`);
};

showToday();
document.addEventListener("visibilitychange", showToday);

if (form) {
  let started = null;
  const begun = async () => {
    const [{ start }, file] = await Promise.all([import(new URL(form.dataset.script, document.baseURI).href), fetch(form.dataset.file)]);
    await start(form, await file.json());
  };
  const start = async () => {
    try {
      started ??= begun();
      await started;
    } catch {
      started = null;
      form.ariaBusy = "false";
      form.querySelector("[role=status]").textContent =
        "Kalenderens valg kunne ikke hentes. Brug listerne måned for måned og kommune for kommune nederst på siden.";
    }
  };
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => (form.ariaBusy = "true"));
  for (const sign of ["focusin", "pointerdown", "change"]) form.addEventListener(sign, start);
  document.addEventListener("ended", start, { once: true });
  form.hidden = false;
  if (location.search) {
    form.ariaBusy = "true";
    start();
  }
}
