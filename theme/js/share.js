// Opens the system's own way to share a page; where there is none, copies the page's address.
for (const button of document.querySelectorAll("[data-share]")) {
  const status = button.parentElement.querySelector("[role=status]");
  const { share: url, title } = button.dataset;
  if (!navigator.share) button.textContent = "Kopiér linket";
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await (navigator.share ? navigator.share({ title, url }) : navigator.clipboard.writeText(url));
      status.textContent = navigator.share ? "" : "Linket er kopieret";
    } catch (error) {
      if (error.name !== "AbortError") status.textContent = `Kopiér selv linket: ${url}`;
    }
  });
}
