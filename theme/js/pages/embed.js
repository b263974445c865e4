// Shows what the address asks for, and tells the page around it how high that is. Nothing but a number leaves the frame.
const asked = new URLSearchParams(location.search);
const list = document.querySelector(".embed__list");
const number = Number.parseInt(asked.get("antal"), 10);
const kind = asked.get("slags");
const colours = asked.get("farver");
if (["lys", "moerk"].includes(colours)) document.documentElement.dataset.farver = colours;

const choose = () => {
  const limit = location.hash === "#naeste" ? 1 : number > 0 ? number : 20;
  let count = 0;
  for (const item of list?.querySelectorAll("li") ?? []) {
    item.hidden = (Boolean(kind) && item.dataset.category !== kind) || count >= limit;
    count += !item.hidden;
  }
  const empty = document.querySelector("[data-all-over]");
  empty.hidden = count > 0;
  if (kind) empty.textContent = empty.dataset.ofKind;
  // A day leads nowhere once what was on it has ended.
  for (const day of document.querySelectorAll(".embed__month a")) if (!document.querySelector(day.hash)) day.replaceWith(day.textContent);
};
list?.classList.add("embed__list--chosen");
choose();
document.addEventListener("ended", choose);
addEventListener("hashchange", choose);

const home = document.querySelector(".embed__home a");
if (kind && !home.search) home.search = new URLSearchParams({ slags: kind });

const say = () => parent.postMessage({ kulturpunkt: { height: Math.ceil(document.body.getBoundingClientRect().height) } }, "*");
if (parent !== window) {
  new ResizeObserver(say).observe(document.body);
  addEventListener("message", ({ source, data }) => {
    if (source === parent && data?.kulturpunkt === "height") say();
  });
}
