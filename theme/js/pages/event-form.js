// The form's modules are fetched when somebody begins to write, or came to correct; what was written until then stays.
const page = document.querySelector(".event-form");
const form = page.querySelector("form");
const loading = form.querySelector(".event-form__loading");
let [started, ready] = [null, false];

const begin = async () => {
  page.rules = fetch(page.dataset.rules).then((response) => response.json());
  await page.rules; // a module that fails while it runs fails for good, what it needs can be fetched again
  await import(new URL(page.dataset.script, document.baseURI).href);
};

const start = async () => {
  try {
    if (!started) loading.textContent = "";
    started ??= begin();
    await started;
    ready = true;
  } catch {
    started = null;
    loading.textContent = `Formularen kunne ikke hentes. Prøv igen om lidt, eller skriv til ${page.dataset.mail}.`;
  }
};

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  if (ready) return;
  await start();
  if (ready) form.requestSubmit();
  else loading.scrollIntoView({ block: "center" });
});
if (matchMedia("(pointer: coarse)").matches) for (const input of form.querySelectorAll("[data-native]")) input.type = input.dataset.native;
for (const sign of ["focusin", "pointerdown"]) form.addEventListener(sign, start, { once: true });
const written = () => {
  try {
    return sessionStorage.getItem(`kulturpunkt-formular${location.search}`);
  } catch {
    return null;
  }
};
if (location.search || written() || [...form.querySelectorAll("input:not([type=checkbox], [type=radio]), select, textarea")].some(({ value }) => value)) start();
