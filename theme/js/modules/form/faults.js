import { make } from "./make.js";
import { holdsPersonNumber } from "./text.js";

// What both forms say of a fault: the sentence for one field, and the list above the form with the way to each.
export const quoted = (message, written) => message.replace(/«?\{\}»?/, () => `«${written}»`);

// What is wrong with what was said in a field, by the rules that the model gives it; null where nothing is.
export const faultOf = ({ required, most, pattern, message }, said, missing = "Skriv noget her.") => {
  if (!said) return required ? missing : null;
  if (holdsPersonNumber(said)) return "Her står et cpr-nummer. Det må aldrig sendes herfra. Slet det.";
  if (most && [...said].length > most) return `Her står ${[...said].length} bogstaver. Skriv højst ${most}.`;
  return pattern && !new RegExp(`^(?:${pattern})$`, "iu").test(said) ? quoted(message, said) : null;
};

// Each fault has the `id` of its control, a `text`, and `go` where following the link is not enough.
export const listFaults = (form, faults) => {
  const box = form.querySelector(".event-form__faults");
  box.hidden = !faults.length;
  box.querySelector("ul").replaceChildren(
    ...faults.map(({ id, text, go }) => {
      const link = make("a", { href: `#${id}` }, text);
      if (go) {
        link.addEventListener("click", (event) => {
          event.preventDefault();
          go();
        });
      }
      return make("li", {}, link);
    }),
  );
  if (faults.length) box.focus();
};
