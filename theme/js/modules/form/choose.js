// What can be corrected, where the address of the form names no file: the files of an owner, and the other owners.
import { fetched } from "./json.js";
import { make } from "./make.js";

export const filesOf = (owner) => fetched(`${owner}.json`);

const isOpen = ({ model, parts }) => !model || parts;

// `owner` is anyone's word: it counts only where the page lists it.
export const offer = async (nav, owner) => {
  const [list] = nav.querySelectorAll("ul");
  const link = [...nav.querySelectorAll("a")].find((each) => each.getAttribute("href") === `?omraade=${owner}`);
  const files = link ? await filesOf(owner).catch(() => []) : [];
  list.append(...files.filter(isOpen).map(({ path, title }) => make("li", {}, make("a", { href: `?fil=${encodeURIComponent(path)}` }, title))));
  list.hidden = !list.childElementCount;
  if (!list.hidden) list.before(make("h3", {}, link.textContent));
  nav.hidden = false;
};
