// Copies what stands in a field, or a file that a page links to; without script it is there to be marked.
for (const button of document.querySelectorAll("[data-copy]")) {
  const field = button.parentElement.querySelector("input, textarea");
  const what = button.dataset.copy || "Linket";
  button.hidden = false;
  field.addEventListener("focus", () => field.select());
  button.addEventListener("click", async () => {
    const status = button.parentElement.querySelector("[role=status]");
    try {
      await navigator.clipboard.writeText(field.value);
      status.textContent = `${what} er kopieret`;
    } catch {
      field.select();
      status.textContent = `${what} er markeret. Kopiér med tastaturet.`;
    }
  });
}
