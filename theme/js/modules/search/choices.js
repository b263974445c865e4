// The choices behind «Flere valg», made from what is to come: nothing can be chosen that nothing has, but what the address asks for.
import { ACCESS, WEEKDAYS, nearest } from "./fits.js";
import { make } from "./make.js";

const DISTANCES = [5, 10, 20, 30, 40];

const capital = (text) => text[0].toUpperCase() + text.slice(1);
const sorted = (values) => [...new Set(values)].filter(Boolean).sort(new Intl.Collator("da").compare);
const labelled = (text, field) => make("label", {}, `${text} `, field);

const select = (name, text, options, any = "Alle", isAsked = false) => {
  const list = [["", any], ...options].map(([value, title]) => make("option", { value, textContent: title }));
  return options.length || isAsked ? [labelled(text, make("select", { name }, ...list))] : [];
};

const check = (name, text) => make("label", { className: "filter__free" }, make("input", { type: "checkbox", name, value: "ja" }), ` ${text}`);

const group = (title, ...inside) => (inside.length ? [make("fieldset", {}, make("legend", { textContent: title }), ...inside)] : []);

const age = (name, text) => labelled(text, make("input", { type: "number", name, min: 0, max: 120, inputMode: "numeric" }));

// Only the browser knows the position; what goes into the address is the name of the nearest town.
const here = (towns, form) => {
  if (!navigator.geolocation || !window.isSecureContext) return [];
  const said = make("span", { ariaLive: "polite" });
  const button = make("button", { type: "button", textContent: "Brug min placering" });
  button.addEventListener("click", () => {
    said.textContent = "";
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        form.elements.naer.value = nearest(towns, coords) ?? "";
        form.elements.naer.dispatchEvent(new Event("change", { bubbles: true }));
      },
      () => (said.textContent = "Browseren oplyste ingen placering. Vælg en by."),
    );
  });
  return [make("p", { className: "filter__here" }, button, " Den bliver på din enhed. ", said)];
};

const AUDIENCES = ["børn", "familier", "unge", "voksne", "seniorer", "tilflyttere"];

export const choices = ({ areas, towns, near, rounds, events, form, asked }) => {
  const named = (list) => list.map((name) => [name, capital(name)]);
  const dates = events.flatMap((event) => event.all);
  const reached = towns.filter(([name]) => Object.values(near).some((known) => name in known));
  const municipalities = sorted(Object.values(areas).map(({ municipality }) => municipality));
  const audiences = new Set(events.flatMap((event) => event.audience ?? []));
  const languages = sorted(events.flatMap((event) => event.languages));
  const stated = Object.entries(ACCESS).filter(([name]) => asked.has(name) || dates.some((date) => date[name] === "ja"));
  return [
    ...group(
      "Hvornår",
      labelled("En bestemt dag", make("input", { type: "date", name: "dato" })),
      ...select("ugedag", "Ugedag", named(WEEKDAYS)),
      ...select("tid", "Tidspunkt", [["dag", "Før kl. 17"], ["aften", "Om aftenen, fra kl. 17"]], "Hele døgnet"),
    ),
    ...group(
      "Hvor",
      ...select("kommune", "Kommune", municipalities.map((name) => [name, name]), "Alle", asked.has("kommune")),
      ...select("naer", "Tæt på", reached.map(([name]) => [name, name]), "Hele regionen", asked.has("naer")),
      ...(reached.length ? select("km", "Højst", DISTANCES.map((km) => [`${km}`, `${km} km`]), "20 km").concat(here(reached, form)) : []),
    ),
    ...group("Programmet", ...select("runde", "Runde", rounds, "Alle runder")),
    ...group(
      "For hvem",
      ...select("for", "For hvem", named(AUDIENCES.filter((one) => audiences.has(one))), "Alle", asked.has("for")),
      age("fra", "Alder fra"),
      age("til", "Alder til"),
      ...select("sprog", "Sprog", languages.length > 1 ? named(languages) : [], "Alle", asked.has("sprog")),
    ),
    ...group("Adgang", ...stated.map(([name, text]) => check(name, text))),
    ...group("Andet", labelled("Ord", make("input", { type: "search", name: "ord", autocomplete: "off" })), check("uoplyst", "Vis også det, hvor alder eller adgang ikke er oplyst")),
  ];
};
