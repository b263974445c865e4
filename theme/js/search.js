// Opens the search in a dialog, and fetches what it needs only then. Without script the link leads to a page that lists everything.
const [link, button] = document.querySelectorAll(".site-header__find");
const dialog = document.getElementById("soeg");

const more = ({ title, count, query }) => {
  const all = document.createElement("a");
  all.className = "search__more";
  all.href = `${link.href}?q=${encodeURIComponent(query)}`;
  all.textContent = `Se alle ${count} ${title}`;
  return all;
};

const open = async () => {
  const onPage = document.querySelector("main .search input");
  if (onPage) return onPage.focus();
  if (dialog.open) return;
  dialog.showModal();
  dialog.querySelector("input").focus();
  if (dialog.dataset.started) return dialog.querySelector("input").select();
  dialog.dataset.started = "";
  try {
    const { start } = await import(new URL(button.dataset.search, document.baseURI).href);
    start(dialog, { address: new URL("indeks.json", link.href).href, limits: { pages: 3, areas: 3, coming: 6, past: 3 }, more })();
  } catch {
    location.assign(link.href);
  }
};

if (dialog) {
  link.hidden = true;
  button.hidden = false;
  button.addEventListener("click", open);
  dialog.querySelector("button").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", ({ target, clientY }) => {
    if (target === dialog && clientY > dialog.getBoundingClientRect().bottom) dialog.close();
  });
  dialog.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    location.assign(`${link.href}?q=${encodeURIComponent(event.target.elements.q.value.trim())}`);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
}
