// The filters' modules are fetched when one begins to choose, or has come with a choice in the address.
const form = document.querySelector(".filter");

if (form) {
  let started = null;
  const begun = async () => {
    const [{ start }, file] = await Promise.all([import(new URL(form.dataset.script, document.baseURI).href), fetch(form.dataset.file)]);
    await start(form, await file.json());
  };
  const start = async () => {
    try {
      started ??= begun();
      await started;
    } catch {
      started = null;
      form.ariaBusy = "false";
      form.querySelector("[role=status]").textContent =
        "Kalenderens valg kunne ikke hentes. Brug listerne måned for måned og kommune for kommune nederst på siden.";
    }
  };
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => (form.ariaBusy = "true"));
  for (const sign of ["focusin", "pointerdown", "change"]) form.addEventListener(sign, start);
  document.addEventListener("ended", start, { once: true });
  form.hidden = false;
  if (location.search) {
    form.ariaBusy = "true";
    start();
  }
}
