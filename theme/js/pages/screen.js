// Shows one event after the other, and fetches its own page anew: what is loaded stays where that fails. js/clock.js takes away what has
// ended. The page's policy lets no text become HTML, so the new page is read by a request that gives a document.
const SHOWN = 12_000;
const RENEWED = 15 * 60_000;
const FADED = 1_400;
const screen = document.querySelector(".screen");
const pause = screen.querySelector(".screen__pause");
const drawing = import(new URL(screen.dataset.qr, document.baseURI).href);
const slides = () => [...screen.querySelectorAll(".slide")];
const shown = () => screen.querySelector(".slide--shown");
const began = slides().length > 0;
let paused = false;

const draw = async (slide) => {
  const place = slide.querySelector(".slide__code");
  if (!place || place.firstElementChild) return;
  const { code } = await drawing;
  const made = code(slide.dataset.key);
  if (made && !place.firstElementChild) place.append(made);
};

// A title that has no room is set smaller, in two steps.
const fit = (slide) => {
  slide.classList.add("slide--full");
  const words = slide.querySelector(".slide__words");
  for (const step of ["slide--tight", "slide--tighter"]) if (words.scrollHeight > words.clientHeight + 1) slide.classList.add(step);
};

const show = (slide) => {
  const before = shown();
  if (!slide || slide === before) return;
  for (const each of slides()) each.classList.remove("slide--leaving");
  before?.classList.replace("slide--shown", "slide--leaving");
  slide.classList.add("slide--shown");
  setTimeout(() => before?.classList.remove("slide--leaving"), FADED);
  fit(slide);
  draw(slide).catch(() => {});
};

const step = (by) => {
  const all = slides();
  show(all[(all.indexOf(shown()) + by + all.length) % all.length]);
};

const ready = (slide) => slide && Promise.race([draw(slide).catch(() => {}), new Promise((done) => setTimeout(done, 500))]);
const next = async () => {
  const all = slides();
  if (all.length < 2) return;
  await ready(all[(all.indexOf(shown()) + 1) % all.length]);
  if (!paused) step(1);
};

const fetched = () =>
  new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    request.open("GET", location.pathname);
    request.setRequestHeader("Cache-Control", "no-cache");
    request.responseType = "document";
    request.timeout = 30_000;
    request.onload = () => (request.status === 200 && request.response?.querySelector(".screen") ? done(request.response) : fail());
    request.onerror = request.ontimeout = fail;
    request.send();
  });

const takeOver = (page) => {
  const fresh = page.querySelector(".screen__slides");
  if (!fresh) return;
  // js/clock.js began with nothing to follow.
  if (!began) return location.reload();
  const list = document.importNode(fresh, true);
  const same = [...list.children].find((slide) => slide.dataset.key === shown()?.dataset.key) ?? list.firstElementChild;
  same.classList.add("slide--shown");
  screen.querySelector(".screen__slides")?.remove();
  screen.querySelector("h1").after(list);
  screen.querySelector("[data-all-over]").hidden = true;
  fit(same);
  draw(same).catch(() => {});
};

const scripts = (page) => [...page.querySelectorAll("script[src]")].map((each) => each.getAttribute("src"));
const look = (page) => `${page.querySelector("style").textContent} ${scripts(page)}`;

const renew = async () => {
  try {
    const page = await fetched();
    if (look(page) === look(document)) return takeOver(page);
    // The site looks another way now: begin anew, once all of it is sure to be there.
    const found = await Promise.all(scripts(page).map((path) => fetch(new URL(path, document.baseURI))));
    if (found.every(({ ok }) => ok)) location.reload();
  } catch {
    // Without network: what is here stays.
  }
};

const hold = (value) => {
  paused = value;
  pause.setAttribute("aria-pressed", value);
};

screen.classList.add("screen--runs");
pause.hidden = false;
pause.addEventListener("click", () => hold(!paused));
document.addEventListener("keydown", ({ key, target }) => {
  if (key === "ArrowRight") step(1);
  if (key === "ArrowLeft") step(-1);
  if (key === " " && !target.closest("button, a")) hold(!paused);
});
let still = 0;
document.addEventListener("pointermove", () => {
  screen.classList.add("screen--touched");
  clearTimeout(still);
  still = setTimeout(() => screen.classList.remove("screen--touched"), 4_000);
});
// What is shown has ended and is gone: the next stands there at once, for a fade would show the empty page behind it.
document.addEventListener("ended", () => {
  const [first] = slides();
  if (shown() || !first) return;
  first.style.transition = "none";
  show(first);
  first.getBoundingClientRect();
  first.style.transition = "";
});
addEventListener("online", renew);
show(slides()[0]);
setInterval(next, SHOWN);
setInterval(renew, RENEWED);
