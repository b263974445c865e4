// The form for files is made by its script, which is fetched at once with its rules: without it there is nothing to fill in.
const page = document.querySelector(".event-form");
page.rules = fetch(page.dataset.rules).then((response) => response.json());
import(new URL(page.dataset.script, document.baseURI).href).catch(() => {
  page.querySelector(".event-form__loading").textContent = `Formularen kunne ikke hentes. Prøv igen om lidt, eller skriv til ${page.dataset.mail}.`;
});
