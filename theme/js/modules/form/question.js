// The pieces that every question of the form for files is made of.
import { make } from "./make.js";

let number = 0;

export const nextId = () => `fil-${(number += 1)}`;

export const button = (text, act, name) => {
  const made = make("button", { type: "button", className: "event-form__plain", onclick: act }, text);
  if (name) made.append(make("span", { className: "visually-hidden" }, ` ${name}`));
  return made;
};

export const help = (field, id) =>
  field.help || field.example
    ? make("p", { className: "question__help", id: `hjaelp-${id}` }, [field.help, field.example && `For eksempel: ${field.example}`].filter(Boolean).join(" "))
    : null;

export const title = (field) => field.title + (field.required ? " (skal udfyldes)" : "");

// A question around its control, with a place for its fault.
export const boxed = (field, control, ...below) => {
  const id = nextId();
  Object.assign(control, { id, name: id });
  control.setAttribute("aria-describedby", field.help || field.example ? `hjaelp-${id} fejl-${id}` : `fejl-${id}`);
  if (field.required) control.required = true;
  const fault = make("p", { className: "question__fault", id: `fejl-${id}`, hidden: true });
  return make("div", { className: "question" }, make("label", { htmlFor: id }, title(field)), help(field, id), fault, control, ...below);
};
