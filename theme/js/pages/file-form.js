// The form for files is made by its script, which is fetched with its rules where the address names something to write: 30 kB that
// nobody who only chooses waits for.
const page = document.querySelector(".event-form");
const begin = () => {
  page.rules = fetch(page.dataset.rules).then((response) => response.json());
  return import(new URL(page.dataset.script, document.baseURI).href);
};
const asked = new URLSearchParams(location.search);
if (["fil", "ny", "omraade"].some((name) => asked.has(name)))
  begin().catch(() => {
    page.querySelector(".event-form__loading").textContent = `Formularen kunne ikke hentes. Prøv igen om lidt, eller skriv til ${page.dataset.mail}.`;
  });
else page.querySelector(".event-form__choose").hidden = false;
