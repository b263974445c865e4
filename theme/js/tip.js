// What is wrong on a page, as the text of a mail or an issue that the reader sends; nothing is stored, and the link alone works too.
for (const tip of document.querySelectorAll("[data-tip]")) {
  const [wrong, right, who] = tip.querySelectorAll("textarea, input");
  const [mail, issue] = tip.querySelectorAll(".actions a");
  const [to, issues] = [mail.href.split("?")[0], issue?.href];
  tip.querySelector(".tip__fields").hidden = false;
  tip.addEventListener("input", () => {
    const { tip: address, about } = tip.dataset;
    const said = [["Siden", address], ["Det er forkert", wrong.value], ["Der skal stå", right.value], ["Fra", who.value]];
    const text = said.filter(([, value]) => value.trim()).map(([name, value]) => `${name}: ${value.trim()}`);
    mail.href = `${to}?subject=${encodeURIComponent(`Rettelse: ${about}`)}&body=${encodeURIComponent(text.join("\r\n\r\n"))}`;
    if (issue) issue.href = `${issues}&galt=${encodeURIComponent(wrong.value)}&rigtigt=${encodeURIComponent(right.value)}`;
  });
}
