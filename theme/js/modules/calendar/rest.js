// What the filters ask of that the calendar's page does not say: fetched when they are used. Events become cards as they are shown.
const STEP = 20;
const sample = document.getElementById("arrangement")?.content.querySelector("li");

const say = (node, text) => {
  if (text) node.textContent = text;
  else node.remove();
};

const fill = (card, event, area) => {
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
  say(card.querySelector(".stamp"), event.stamp);
  if (!event.example) card.querySelector(".mark").remove();
  part("area").querySelector("span").textContent = event.areas ?? area.name;
  dot.setAttribute("class", `dot ${area.colours}`);
  form.setAttribute("href", form.getAttribute("href").replace(/#.*/, `#${area.form}`));
  part("price").classList.toggle("event-card__price--text", (event.price ?? "").length > 20);
  const words = [[part("was"), event.was], [time, event.time], [where, event.where], [booking, event.booking]];
  for (const [node, text] of [...words, [part("series"), event.series], [part("price"), event.price]]) say(node, text);
};

const element = (event, area) => {
  const item = sample.cloneNode(true);
  for (const name of ["begins", "ends", "area", "category", "audience"]) item.dataset[name] = event[name] ?? "";
  for (const name of ["runs", "free"]) event[name] ? (item.dataset[name] = "") : delete item.dataset[name];
  fill(item.firstElementChild, event, area);
  return item;
};

// An event of the file, as what the filters ask of.
const asked = (event, area) => ({
  ...event,
  area: [event.area, ...(event.also ?? [])].join(" "),
  municipality: event.municipalities ?? area.municipality ?? "",
  category: event.category ?? "",
  audience: (event.audience ?? "").split(" "),
  said: [event.title, event.areas ?? area.name, event.where, event.weekday, event.month, event.series, event.price, event.words].join(" "),
  element: () => element(event, area),
});

const showIn = (section, events, query) => {
  section.querySelector("[data-made]")?.remove();
  const link = section.querySelector("[data-rest]");
  if (link) link.hidden = query !== "";
  if (!events.length) return;
  const list = document.createElement("ol");
  list.className = "event-list";
  list.dataset.made = "";
  list.dataset.followsClock = "";
  list.append(...events.map((event) => event.element()));
  section.lastElementChild.append(list);
};

// Reads the file. Gives what the filters ask of a card's words, and a way to show what is on no card and fits: the first of it
// become cards, and the button asks for more of them with `again`.
export const readRest = async (file, again) => {
  const { areas, events, words } = await file.json();
  const sections = [...document.querySelectorAll("[data-month]")];
  const more = document.querySelector(".calendar__more");
  const said = new Map(Object.entries(words).map(([href, text]) => [new URL(href, document.baseURI).href, text]));
  const all = events.map((event) => asked(event, areas[event.area]));
  let latest = "";
  let room = STEP;

  more?.addEventListener("click", () => {
    const first = room;
    room += STEP;
    again();
    document.querySelectorAll("[data-made] .event-card__title a")[first]?.focus();
  });

  const show = (query, fits) => {
    if (query !== latest) [latest, room] = [query, STEP];
    const now = Date.now();
    const found = new Map(sections.map((section) => [section.dataset.month, []]));
    if (query) for (const event of all) if (fits(event) && Date.parse(event.ends) > now) found.get(event.group)?.push(event);
    let made = 0;
    for (const section of sections) {
      const here = found.get(section.dataset.month);
      showIn(section, here.slice(0, Math.max(0, room - made)), query);
      made += here.length;
    }
    if (more) more.hidden = made <= room;
    return (section) => found.get(section.dataset.month).length;
  };
  return { show, wordsOf: (item) => said.get(item.querySelector("a").href) };
};
