// What is to come and has no card on the calendar's page: fetched when a filter is used, and made into cards as they are shown.
const sample = document.getElementById("arrangement").content.querySelector("li");

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
  part("area").querySelector("span").textContent = area.name;
  dot.setAttribute("class", `dot ${area.colours}`);
  form.setAttribute("href", form.getAttribute("href").replace(/#.*/, `#${area.form}`));
  part("price").classList.toggle("event-card__price--text", (event.price ?? "").length > 20);
  const words = [[part("was"), event.was], [time, event.time], [where, event.where], [booking, event.booking]];
  for (const [node, text] of [...words, [part("series"), event.series], [part("price"), event.price]]) say(node, text);
};

const element = (event, area) => {
  const item = sample.cloneNode(true);
  for (const name of ["begins", "ends", "area", "category", "audience", "words"]) item.dataset[name] = event[name] ?? "";
  for (const name of ["runs", "free"]) event[name] ? (item.dataset[name] = "") : delete item.dataset[name];
  fill(item.firstElementChild, event, area);
  return item;
};

// The events of the file, as what the filters ask of, each with a way to its card.
export const readRest = async (address) => {
  const answer = await fetch(address);
  const { areas, events } = await answer.json();
  return events.map((event) => {
    const area = areas[event.area];
    return {
      ...event,
      municipality: area.municipality ?? "",
      category: event.category ?? "",
      audience: (event.audience ?? "").split(" "),
      said: [event.title, area.name, event.where, event.weekday, event.month, event.series, event.price, event.words].join(" "),
      element: () => element(event, area),
    };
  });
};
