// The search page: the words stand in its address, so that what was found can be shared and taken back.
const panel = document.querySelector("main .search");
const form = panel.querySelector("form");
const { q: field } = form.elements;

const asked = () => new URLSearchParams(location.search).get("q") ?? "";
const changed = (query) => {
  if (query !== asked()) history.replaceState(null, "", query ? `?q=${encodeURIComponent(query)}` : location.pathname);
};
const more = ({ title, count, again }) => {
  const button = document.createElement("button");
  button.className = "search__more";
  button.type = "button";
  button.textContent = `Vis flere af ${count} ${title}`;
  button.addEventListener("click", again);
  return button;
};

const limits = { pages: 5, areas: 5, coming: 20, past: 10 };
let started;
const seek = async () => {
  started ??= import(new URL(panel.dataset.search, document.baseURI).href).then(({ start }) =>
    start(panel, { address: new URL("indeks.json", document.baseURI).href, limits, more, changed }),
  );
  (await started)();
};

form.addEventListener("submit", (event) => {
  event.preventDefault();
  seek();
});
field.addEventListener("focus", seek, { once: true });
const restore = () => {
  field.value = asked();
  if (asked() || started) seek();
};
addEventListener("popstate", restore);
restore();
