// What both forms share from beginning to end: what is announced, the draft of this tab, that it is forgotten once it is sent, and a
// button that stays where it is while it is pressed.
import { make } from "./make.js";

const OPENED = "kulturpunkt-sendt";

// Private windows of some browsers have no storage at all.
export const stored = (act) => {
  try {
    return act(sessionStorage);
  } catch {
    return null;
  }
};

export const fileDraft = (path) => `kulturpunkt-fil:${path}`;

export const announce = (form, text, link = null) => {
  const slot = form.querySelector(".event-form__loading");
  slot.textContent = link ? `${text} ` : text;
  if (link) slot.append(make("a", link));
};

// GitHub may ask for an account and a computer may have no mail program: until the form is opened anew, Back and a reload find all.
export const isSent = () =>
  stored((storage) => {
    const sent = storage.getItem(OPENED) === location.href && performance.getEntriesByType("navigation")[0]?.type === "navigate";
    storage.removeItem(OPENED);
    return sent;
  });

export const forgetWhenSent = (form, result, drop) => {
  result.querySelector("[data-act=download]").addEventListener("click", drop);
  for (const way of result.querySelectorAll("[data-act=github], [data-act=edit], [data-act=mail]")) {
    way.addEventListener("click", () => stored((storage) => storage.setItem(OPENED, location.href)));
  }
  form.querySelector("[data-act=begin-anew]").addEventListener("click", () => {
    drop();
    location.reload();
  });
};

// A field that is left may show a fault, which moves what stands below it: the press would end beside the button, and do nothing.
export const pressWithoutLeaving = (form) =>
  form.querySelector("[type=submit]").addEventListener("mousedown", (event) => event.preventDefault());

// What leaving a field does, before the form is read.
export const leaveField = (form) => {
  if (form.contains(document.activeElement)) document.activeElement.blur();
};
