// Filters the calendar as one chooses, and keeps the choice in the address, so that it can be shared and taken back.

const STEP = 20;
const form = document.querySelector(".filter");

const plain = (text) =>
  text.normalize("NFC").toLowerCase().replaceAll("æ", "ae").replaceAll("ø", "oe").replaceAll("å", "aa").normalize("NFD").replace(/\p{M}/gu, "");
const counted = (count) => `${count} arrangement${count === 1 ? "" : "er"}`;

if (form) {
  const { omraade, kommune, slags, gratis, ord } = form.elements;
  const audience = form.elements.namedItem("for");
  const clear = form.querySelector("[type=button]");
  const status = form.querySelector("[role=status]");
  const more = document.querySelector(".calendar__more");
  const sections = [...document.querySelectorAll("[data-month]")];
  const { restFile, restScript } = form.dataset;
  let rest = restFile ? null : [];
  let asked = false;
  let room = STEP;

  const onPage = ({ dataset, textContent }) => ({
    ...dataset,
    audience: dataset.audience.split(" "),
    free: "free" in dataset,
    said: `${textContent} ${dataset.words ?? ""}`,
  });
  const known = new Map();
  const facts = (item) => known.get(item) ?? known.set(item, onPage(item)).get(item);
  const words = (event) => (event.plain ??= plain(event.said));
  const chosen = () => new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim()));

  const fits = (event, sought) =>
    (!omraade?.value || event.area === omraade.value) &&
    (!kommune?.value || event.municipality === kommune.value) &&
    (!slags?.value || event.category === slags.value) &&
    (!audience?.value || event.audience.includes(audience.value) || event.audience.includes("alle")) &&
    (!gratis?.checked || event.free) &&
    sought.every((word) => words(event).includes(word));

  const showOnPage = (section, sought) => {
    let count = 0;
    for (const item of section.querySelectorAll("ol:not([data-made]) > li[data-ends]")) {
      item.hidden = !fits(facts(item), sought);
      count += !item.hidden;
    }
    return count;
  };

  // The first of what fits become cards; the button asks for more of them.
  const showRest = (section, events, left) => {
    section.querySelector("[data-made]")?.remove();
    const link = section.querySelector("[data-rest]");
    if (link) link.hidden = events !== null;
    if (!events) return Number(link?.dataset.rest ?? 0);
    if (left > 0 && events.length) {
      const list = document.createElement("ol");
      list.className = "event-list";
      list.dataset.made = "";
      list.dataset.followsClock = "";
      list.append(...events.slice(0, left).map((event) => event.element()));
      section.lastElementChild.append(list);
    }
    return events.length;
  };

  const restBySection = (sought) => {
    const now = Date.now();
    const found = new Map(sections.map((section) => [section.dataset.month, []]));
    for (const event of rest) if (fits(event, sought) && Date.parse(event.ends) > now) found.get(event.group)?.push(event);
    return found;
  };

  const show = () => {
    const sought = plain(ord.value).split(/\s+/);
    const any = [...chosen()].length > 0;
    const found = any && rest ? restBySection(sought) : null;
    let all = 0;
    let made = 0;
    for (const section of sections) {
      const events = found && (found.get(section.dataset.month) ?? []);
      const unseen = any && !rest ? 0 : showRest(section, events, room - made);
      if (events) made += events.length;
      const here = showOnPage(section, sought) + unseen;
      section.hidden = !here || (events !== null && !section.querySelector("li[data-ends]:not([hidden])"));
      const jump = document.querySelector(`.calendar__months [href="#${section.dataset.month}"]`);
      if (jump) jump.parentElement.hidden = section.hidden;
      const count = section.querySelector("[data-count]");
      if (count) count.textContent = counted(here);
      all += here;
    }
    if (more) more.hidden = made <= room;
    clear.hidden = !any;
    if (any && !rest) return void (asked || readAll());
    status.textContent = all || !any ? counted(all) : "Ingen arrangementer passer.";
  };

  const readAll = async () => {
    if (rest || asked) return;
    asked = true;
    try {
      const { readRest } = await import(new URL(restScript, document.baseURI).href);
      rest = await readRest(restFile);
    } catch {
      status.textContent = "Resten af kalenderen kunne ikke hentes. Gå til en måned nederst på siden.";
      return;
    }
    show();
  };

  const restore = () => {
    const said = new URLSearchParams(location.search);
    for (const field of form.elements) {
      const value = said.get(field.name) ?? "";
      if (field.type === "checkbox") field.checked = value === field.value;
      else if (field.type === "search") field.value = value;
      else if (field.options) field.value = [...field.options].some((option) => option.value === value) ? value : "";
    }
    const details = form.querySelector("details");
    if ([...details.querySelectorAll("select, input")].some((field) => field.value)) details.open = true;
    show();
  };

  const keep = (how) => {
    const query = `${chosen()}`;
    if (query !== location.search.slice(1)) history[how](null, "", (query && `?${query}`) || location.pathname);
    room = STEP;
    show();
  };

  // What is typed is one step back, not one for each letter.
  let typing = false;
  form.addEventListener("input", ({ target }) => {
    if (target !== ord) return;
    keep(typing ? "replaceState" : "pushState");
    typing = true;
  });
  form.addEventListener("change", () => {
    keep("pushState");
    typing = false;
  });
  form.addEventListener("focusin", readAll);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    document.querySelector("[data-month]:not([hidden])")?.scrollIntoView();
  });
  clear.addEventListener("click", () => {
    form.reset();
    keep("pushState");
    form.elements[0].focus();
  });
  more?.addEventListener("click", () => {
    const first = room;
    room += STEP;
    show();
    document.querySelectorAll("[data-made] .event-card__title a")[first]?.focus();
  });
  addEventListener("popstate", () => {
    typing = false;
    restore();
  });
  document.addEventListener("ended", show);
  form.hidden = false;
  restore();
}
