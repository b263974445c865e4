// The form for files is made by its script, which is fetched at once where the address names a file or something new.
const page = document.querySelector(".event-form");
const says = page.querySelector(".event-form__loading");
const asked = new URLSearchParams(location.search);

if (asked.has("fil") || asked.has("ny")) {
  page.rules = fetch(page.dataset.rules).then((response) => response.json());
  import(new URL(page.dataset.script, document.baseURI).href).catch(() => {
    says.textContent = `Formularen kunne ikke hentes. Prøv igen om lidt, eller skriv til ${page.dataset.mail}.`;
  });
} else says.textContent = "Gå til den side, du vil rette, og vælg Ret denne side nederst på den.";
