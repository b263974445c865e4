// What somebody has written in the form, in this tab only, until it is sent: a reload, Back or a tab that the phone drops loses nothing.
import { choose } from "./form.js";
import { stored } from "./session.js";

const KEY = `kulturpunkt-formular${location.search}`;

const controls = (form) => [...form.querySelectorAll("input[name]:not([type=file]), select[name], textarea[name], #felt-gentag-andet")];
const boxes = (control) => control.matches("[type=checkbox], [type=radio]");
const nameOf = (control) => (boxes(control) ? `${control.name}=${control.value}` : control.id);

export const keepDraft = (form) => {
  const values = Object.fromEntries(controls(form).map((control) => [nameOf(control), boxes(control) ? control.checked : control.value]));
  stored((storage) => storage.setItem(KEY, JSON.stringify(values)));
};

// Whether somebody wrote in the form before its script was there, as on a slow line.
export const isBegun = (form) => controls(form).some((control) => !boxes(control) && "defaultValue" in control && control.value !== control.defaultValue);

export const dropDraft = () => stored((storage) => storage.removeItem(KEY));

export const draft = () => stored((storage) => JSON.parse(storage.getItem(KEY)));

const restore = (control, value) => {
  if (boxes(control)) control.checked = value;
  else if (control.matches("select")) choose(control, value);
  else control.value = value;
};

export const restoreDraft = (form, values, only = () => true) => {
  for (const control of controls(form)) {
    const name = nameOf(control);
    if (Object.hasOwn(values, name) && only(control)) restore(control, values[name]);
  }
};
