// Filters the calendar as one chooses, and keeps the choice in the address, so that it can be shared and taken back.
const form = document.querySelector(".filter");

const plain = (text) =>
  text.normalize("NFC").toLowerCase().replaceAll("æ", "ae").replaceAll("ø", "oe").replaceAll("å", "aa").normalize("NFD").replace(/\p{M}/gu, "");
const counted = (count) => `${count} arrangement${count === 1 ? "" : "er"}`;

if (form) {
  const { omraade, kommune, slags, gratis, ord } = form.elements;
  const audience = form.elements.namedItem("for");
  const clear = form.querySelector("[type=button]");
  const status = form.querySelector("[role=status]");
  const sections = [...document.querySelectorAll("[data-month]")];
  const { restFile, restScript } = form.dataset;
  let rest = null;
  let asked = false;

  const onPage = (item) => ({
    ...item.dataset,
    audience: item.dataset.audience.split(" "),
    free: "free" in item.dataset,
    said: `${item.textContent} ${rest?.wordsOf(item) ?? ""}`,
  });
  const known = new Map();
  const facts = (item) => known.get(item) ?? known.set(item, onPage(item)).get(item);
  const words = (event) => (event.plain ??= plain(event.said));
  const chosen = () => new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim()));

  const fits = (event, sought) =>
    (!omraade?.value || event.area.split(" ").includes(omraade.value)) &&
    (!kommune?.value || event.municipality.split(",").includes(kommune.value)) &&
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

  const show = () => {
    const sought = plain(ord.value).split(/\s+/).filter(Boolean);
    const query = `${chosen()}`;
    const any = query !== "";
    const beyond = rest?.show(query, (event) => fits(event, sought));
    let all = 0;
    for (const section of sections) {
      const more = any ? beyond?.(section) : section.querySelector("[data-rest]")?.dataset.rest;
      const here = showOnPage(section, sought) + Number(more ?? 0);
      section.hidden = !here || (any && !section.querySelector("li[data-ends]:not([hidden])"));
      const jump = document.querySelector(`.calendar__months [href="#${section.dataset.month}"]`);
      if (jump) jump.parentElement.hidden = section.hidden;
      const count = section.querySelector("[data-count]");
      if (count) count.textContent = counted(here);
      all += here;
    }
    clear.hidden = !any;
    if (any && !rest) return void readAll();
    status.textContent = all || !any ? counted(all) : "Ingen arrangementer passer.";
  };

  const readAll = async () => {
    if (asked) return;
    asked = true;
    try {
      const [{ readRest }, file] = await Promise.all([import(new URL(restScript, document.baseURI).href), fetch(restFile)]);
      rest = await readRest(file, show);
    } catch {
      status.textContent = "Noget af kalenderen kunne ikke hentes. Gå til en måned nederst på siden.";
      return;
    }
    known.clear();
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
  addEventListener("popstate", () => {
    typing = false;
    restore();
  });
  document.addEventListener("ended", show);
  form.hidden = false;
  restore();
}
