// Copies a calendar's address; without script it stands there to be marked.
for (const button of document.querySelectorAll("[data-copy]")) {
  const field = button.parentElement.querySelector("input");
  button.hidden = false;
  field.addEventListener("focus", () => field.select());
  button.addEventListener("click", async () => {
    const status = button.parentElement.querySelector("[role=status]");
    try {
      await navigator.clipboard.writeText(field.value);
      status.textContent = "Linket er kopieret";
    } catch {
      field.select();
      status.textContent = "Linket er markeret. Kopiér det med tastaturet.";
    }
  });
}
