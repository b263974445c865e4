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
  const text = new Map();

  const words = (item) => {
    if (!text.has(item)) text.set(item, plain(`${item.textContent} ${item.dataset.words ?? ""}`));
    return text.get(item);
  };
  const chosen = () => new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim()));

  const fits = ({ dataset }) =>
    (!omraade?.value || dataset.area === omraade.value) &&
    (!kommune?.value || dataset.municipality === kommune.value) &&
    (!slags?.value || dataset.category === slags.value) &&
    (!audience?.value || dataset.audience.split(" ").some((one) => one === audience.value || one === "alle")) &&
    (!gratis?.checked || "free" in dataset);

  const show = () => {
    const sought = plain(ord.value).split(/\s+/);
    let all = 0;
    for (const section of sections) {
      let here = 0;
      for (const item of section.querySelectorAll("li[data-ends]")) {
        item.hidden = !(fits(item) && sought.every((word) => words(item).includes(word)));
        here += !item.hidden;
      }
      section.hidden = !here;
      const jump = document.querySelector(`.calendar__months [href="#${section.dataset.month}"]`);
      if (jump) jump.parentElement.hidden = !here;
      const count = section.querySelector("[data-count]");
      if (count) count.textContent = counted(here);
      all += here;
    }
    const any = [...chosen()].length > 0;
    clear.hidden = !any;
    status.textContent = all || !any ? counted(all) : "Ingen arrangementer passer.";
  };

  const restore = () => {
    const said = new URLSearchParams(location.search);
    for (const field of form.elements) {
      const value = said.get(field.name) ?? "";
      if (field.type === "checkbox") field.checked = value === field.value;
      else if (field.type === "search") field.value = value;
      else if (field.options) field.value = [...field.options].some((option) => option.value === value) ? value : "";
    }
    const more = form.querySelector("details");
    if ([...more.querySelectorAll("select, input")].some((field) => field.value)) more.open = true;
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
