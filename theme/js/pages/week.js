// Copies the newsletter from its file: as it looks, or its code. Where that fails, the file itself can be opened and copied.
for (const button of document.querySelectorAll("[data-copy-file]")) {
  const status = button.closest(".follow").querySelector("[role=status]");
  const code = "code" in button.dataset;
  const load = async () => {
    const text = await (await fetch(button.dataset.copyFile)).text();
    return text.slice(text.indexOf("<table"), text.lastIndexOf("</table>") + 8);
  };
  const blob = (type) => load().then((text) => new Blob([text], { type }));
  button.hidden = false;
  button.addEventListener("click", async () => {
    const types = code ? ["text/plain"] : ["text/html", "text/plain"];
    try {
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(types.map((type) => [type, blob(type)])))]);
      status.textContent = code ? "Koden er kopieret" : "Ugen er kopieret. Sæt den ind i nyhedsbrevet.";
    } catch {
      status.textContent = "Det kunne ikke kopieres. Åbn nyhedsbrevet, og kopiér det derfra.";
    }
  });
}
