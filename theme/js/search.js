// Opens the search in a dialog, and fetches what it needs only then. Without script the link leads to a page that lists everything.
const link = document.querySelector(".site-header__find");
const button = document.createElement("button");
const dialog = document.createElement("dialog");
const form = dialog.appendChild(document.createElement("form"));
const field = form.appendChild(document.createElement("input"));
let furnished;

const open = () => {
  const onPage = document.querySelector("main .search input");
  if (onPage) return onPage.focus();
  if (dialog.open) return;
  document.body.append(dialog);
  dialog.showModal();
  field.focus(); // a phone shows its keyboard only for a field that is there when it is asked for
  field.select();
  furnished ??= import(new URL(link.dataset.search, document.baseURI).href).then(({ furnish }) => furnish(dialog, link.href));
  furnished.catch(() => location.assign(link.href));
};

if (link?.dataset.search) {
  Object.assign(button, { type: "button", className: link.className, ariaHasPopup: "dialog" });
  button.append(...link.childNodes);
  link.replaceWith(button);
  for (const named of [dialog, field]) named.setAttribute("aria-label", "Søg i Kulturpunkt");
  field.type = "search";
  button.addEventListener("click", open);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    location.assign(`${link.href}?q=${encodeURIComponent(field.value.trim())}`);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
}
