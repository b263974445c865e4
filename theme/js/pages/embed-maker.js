// Writes the lines that others paste into their page, and shows what they give.
const maker = document.querySelector(".embed-maker");
const choices = maker.querySelector(".embed-maker__form");
const [hvorfra, visning, slags, antal, farver, hoejde] = choices.querySelectorAll("select, input");
const text = maker.querySelector("textarea");
let [seen, shown] = [false, ""];
const { base, height, script } = maker.dataset;
const escaped = (said) => said.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

const write = () => {
  const place = hvorfra.selectedOptions[0];
  const month = visning.value === "maaned";
  const next = visning.value === "naeste";
  const asked = new URLSearchParams();
  if (slags.value && !month) asked.set("slags", slags.value);
  if (antal.value && !month && !next) asked.set("antal", antal.value);
  if (farver.value) asked.set("farver", farver.value);
  const path = month ? place.dataset.month : place.value;
  const address = `${path}${asked.size ? `?${asked}` : ""}${next ? "#naeste" : ""}`;
  const title = hvorfra.selectedIndex ? `Det sker i ${place.textContent}` : "Det sker";
  const lines = [`<iframe src="${escaped(base + address)}" title="${escaped(title)}" width="100%" height="${next ? 160 : height}" loading="lazy" frameborder="0"></iframe>`];
  if (hoejde.checked) lines.push(`<script src="${escaped(script)}" async></script>`);
  text.value = lines.join("\n");
  slags.disabled = month;
  antal.disabled = month || next;
  shown = new URL(`../${address}`, location.href).href;
  show();
};

// The frame's page is fetched when the frame is about to be seen.
const show = () => {
  const own = maker.querySelector("iframe");
  if (!seen || own.src === shown) return;
  const fresh = own.cloneNode();
  fresh.src = shown;
  fresh.removeAttribute("style");
  own.replaceWith(fresh);
};
const watch = new IntersectionObserver(([{ isIntersecting }]) => {
  if (!isIntersecting) return;
  watch.disconnect();
  seen = true;
  show();
});

addEventListener("message", ({ origin, source, data }) => {
  const own = maker.querySelector("iframe");
  const said = data?.kulturpunkt?.height;
  if (origin === location.origin && source === own.contentWindow && Number.isInteger(said)) own.style.height = `${Math.min(said, 6000)}px`;
});
watch.observe(maker.querySelector("iframe"));
choices.addEventListener("change", write);
write();
