// What is wrong with the answers, by the model's rules and checks: a message for each question that needs one.
import { holdsWay, isPhone, noBooking, wayOf } from "./booking.js";
import { daysBetween, dayOf, isSkipped, plusDays } from "./days.js";
import { faultOf, quoted } from "./faults.js";
import { daysOf, leftOut, repetitionOf } from "./repetition.js";
import { lines, slug } from "./text.js";
import { stated } from "./write.js";
import { fullDay, hour, month } from "./words.js";

const MISSING = {
  omraade: "Vælg det lokalområde, arrangementet hører til.",
  titel: "Skriv, hvad arrangementet hedder.",
  start_dag: "Vælg den dag, det er.",
};

function* ofEachField(values, { fields }) {
  for (const field of fields) {
    const first = field.name === "tekst" ? lines(values.tekst ?? "") : stated(field, values)[0];
    const fault = faultOf(field, first, MISSING[field.name]);
    if (fault) yield [field.name, fault];
    else if (first && field.kind === "date" && !(first >= "1900" && first < "2201")) {
      yield [field.name, "Årstallet ligger ikke i vores tid. Skriv det med fire cifre."];
    }
  }
}

function* ofHours({ start_dag, start_kl, slut_kl, slut_dag, foer_dag, foer_kl }) {
  const day = dayOf(start_dag);
  if (foer_kl && !foer_dag) yield ["foer_dag", "Vælg også den gamle dag."];
  if (!day) return;
  if (slut_kl && !start_kl) yield ["start_kl", "Du har skrevet, hvornår det slutter. Skriv også, hvornår det begynder."];
  if (isSkipped(day, start_kl)) {
    yield ["start_kl", `Kl. ${hour(start_kl)} findes ikke den nat, fordi uret stilles frem fra kl. 2.00 til 3.00. Vælg et andet klokkeslæt.`];
  }
  const isNight = !slut_dag && start_kl && slut_kl <= "06:00" && slut_kl <= start_kl;
  if (slut_kl !== "02:00" && isSkipped(isNight ? plusDays(day, 1) : dayOf(slut_dag) ?? day, slut_kl)) {
    yield ["slut_kl", `Kl. ${hour(slut_kl)} findes ikke den nat, fordi uret stilles frem fra kl. 2.00 til 3.00. Vælg et andet klokkeslæt.`];
  }
  if (slut_dag && slut_dag < start_dag) {
    yield ["slut_dag", `Den sidste dag ligger før den første, som er ${fullDay(day)}. Vælg en senere dag.`];
  } else if (slut_dag && daysBetween(day, dayOf(slut_dag)) > 366) {
    yield ["slut_dag", "Den sidste dag er mere end et år efter den første. Er årstallet rigtigt?"];
  } else if (start_kl && slut_kl && (!slut_dag || slut_dag === start_dag) && slut_kl <= start_kl) {
    if (isNight) return;
    yield ["slut_kl", `Det begynder kl. ${hour(start_kl)}, så det kan ikke slutte kl. ${hour(slut_kl)}. Skriv et senere klokkeslæt, eller vælg den sidste dag.`];
  }
}

const insteadOf = (said, { hints }) =>
  hints.find(([pattern]) => new RegExp(pattern, "u").test(said.toLowerCase()))?.[1] ?? "Skriv for eksempel hver tirsdag eller sidste fredag i måneden.";

export const datesOf = ({ start_dag, gentag, gentag_til }, rules) => {
  const [start, until] = [dayOf(start_dag), dayOf(gentag_til)];
  const repetition = gentag && repetitionOf(gentag, rules);
  if (!start) return [];
  return repetition?.frequency && until ? daysOf(repetition, start, until, rules.most.dates) : [start_dag];
};

export const skippedDays = ({ undtagen }) => (undtagen ? undtagen.split("\n") : []);

function* ofRepetition(values, rules) {
  const { start_dag, start_kl, gentag, gentag_til } = values;
  const start = dayOf(start_dag);
  if (!gentag || !start) return;
  const repetition = repetitionOf(gentag, rules);
  if (repetition?.meanings) yield ["gentag", `«${gentag}» kan betyde to ting. Skriv ${repetition.meanings.join(" eller ")}.`];
  else if (!repetition) yield ["gentag", `«${gentag}» kan ikke læses. ${insteadOf(gentag, rules)}`];
  if (!gentag_til) yield ["gentag_til", "Vælg den sidste dag, det kan være."];
  if (!repetition?.frequency || !dayOf(gentag_til)) return;
  if (gentag_til < start_dag) {
    yield ["gentag_til", `Dagen ligger før den første, som er ${fullDay(start)}. Vælg en senere dag.`];
    return;
  }
  const dates = datesOf(values, rules);
  if (dates[0] !== start_dag) {
    const first = dayOf(dates[0] ?? daysOf(repetition, start, plusDays(start, 800), 0)[0]);
    yield ["start_dag", `Dagen er ${fullDay(start)}, men det gentages ${gentag}.${first ? ` Den første, der passer, er ${fullDay(first)}.` : ""}`];
  } else if (dates.length > rules.most.dates) yield ["gentag_til", `Det bliver til mere end ${rules.most.dates} datoer. Vælg en tidligere dag.`];
  const months = dates[0] === start_dag && dates.length <= rules.most.dates ? leftOut(repetition, dates, start, dayOf(gentag_til)) : [];
  if (months.length) {
    const instead = repetition.frequency === "YEARLY" ? "Vælg en anden dag" : "Skriv for eksempel sidste dag i måneden";
    yield ["gentag", `Det springer ${month(months[0])} over, som ikke har den dag. ${instead}.`];
  }
  const left = dates.filter((date) => !skippedDays(values).includes(date));
  const beside = skippedDays(values).find((date) => !dates.includes(date));
  if (beside) yield ["undtagen", `Det er ikke ${fullDay(dayOf(beside))}, så den dag kan ikke springes over. Fjern fluebenet.`];
  if (!left.length) yield ["undtagen", "Alle dage er sprunget over. Lad mindst én blive."];
  const never = left.find((date) => date !== start_dag && isSkipped(dayOf(date), start_kl));
  if (never) yield ["start_kl", `${fullDay(dayOf(never))} findes klokkeslættet ikke, fordi uret stilles frem. Vælg et andet.`];
}

const bookingFault = (text, { ways }) => {
  const way = wayOf(text);
  if (way === "telefon" && !isPhone(text)) return quoted(ways.telefon.message, text);
  if (noBooking(text) || way !== "tekst" || holdsWay(text)) return null;
  return `«${text}» kan ikke bruges som tilmelding. Skriv ingen, et link, en mailadresse eller et telefonnummer med otte cifre.`;
};

function* ofBooking(values, rules, { booked }) {
  const { tilmelding, tilmelding_frist: deadline } = values;
  const fault = tilmelding && bookingFault(tilmelding, rules);
  if (fault) yield ["tilmelding", fault];
  else if (deadline && !tilmelding && !booked) yield ["tilmelding", "Der står en frist. Skriv også en mailadresse, et telefonnummer eller et link at tilmelde sig med."];
  else if (deadline && noBooking(tilmelding)) yield ["tilmelding_frist", "Der er ingen tilmelding. Lad fristen stå tom."];
  const last = datesOf(values, rules).at(-1);
  if (deadline && last && deadline > last) yield ["tilmelding_frist", "Fristen ligger efter arrangementet. Vælg en tidligere dag."];
}

function* ofPlace({ sted, ...values }, { places }) {
  const named = Object.keys(values).some((name) => name.startsWith("sted_") && values[name]);
  if ((named || values.nyt_sted) && !sted && !values.sted_navn) yield ["sted_navn", "Skriv, hvad stedet hedder."];
  if (sted && !places.some(({ key }) => key === sted)) yield ["sted", `«${sted}» er ikke et af områdets steder. Vælg et andet.`];
}

const CODE = /```[^]*?```|~~~[^]*?~~~|`[^`\n]*`/g;
const FIELD = /^[ \t>*_+-]*(\p{L}[\p{L}\p{N}_ ]{1,18}?)[*_ ]*[:：][*_]*[ \t]*\S.*$/gmu;
const INSIDE = /(!?)\[([^\]]*)\]\(\s*([^)\s]*)/g;
const WHOLE = /^(?:https?:\/\/[^\s/@]+\.[^\s/@]|mailto:[^\s@]+@[^\s@.]+\.[^\s@]|tel:\+?[\s().-]*\d|\/(?!\/))/i;
const REMOVED = /<(?:script|style|iframe|video|audio|embed|object|svg|form|input|button|textarea|select|img)(?=[\s/>])/i;

function* ofText({ tekst = "" }, { meant }) {
  const prose = tekst.replace(CODE, "");
  const [removed] = REMOVED.exec(prose) ?? [];
  if (removed) yield ["tekst", `«${removed}>» bliver fjernet fra siden. Slet det, og skriv eventuelt et link i stedet.`];
  const fields = [...prose.matchAll(FIELD)].map(([whole, word]) => ({ whole, field: meant[slug(word).replaceAll("-", "")] })).filter(({ field }) => field);
  if (new Set(fields.map(({ field }) => field)).size > 1) {
    yield ["tekst", `«${fields[0].whole.trim()}» hører til i et af spørgsmålene ovenfor. Skriv det dér, og slet linjen her.`];
  }
  for (const [, picture, words, address] of prose.matchAll(INSIDE)) {
    if (picture) yield ["tekst", "Et billede kan ikke stå i teksten. Slet det, og vælg det under «Har I et billede?»."];
    else if (!words.trim()) yield ["tekst", `Linket til «${address}» har ingen tekst. Skriv i de kantede parenteser, hvad man finder.`];
    else if (!WHOLE.test(address)) {
      yield ["tekst", `Linket «${address}» kan ikke bruges. Skriv en hel adresse, der begynder med https://, mailto:, tel: eller en skråstreg.`];
    }
  }
}

function* ofStatus({ status, foer_dag, foer_sted, gentag }, { series, moved }) {
  if (status === "flyttet" && !foer_dag && !foer_sted && !moved) {
    yield ["status", "Flyttet, men hvorfra? Vælg den gamle dag, eller skriv det gamle sted herunder."];
  }
  if (foer_dag && (gentag || series)) {
    yield ["foer_dag", "Når der er flere datoer, kan en enkelt ikke flyttes her. Ret den i filen på GitHub, eller skriv til os."];
  }
}

// `context` holds the area's places, whether the event has more dates than the form knows, and whether one signs up in a way that it
// does not ask about.
export const faultsIn = (values, rules, context) => {
  const faults = new Map();
  const all = [ofEachField(values, rules), ofHours(values), ofRepetition(values, rules), ofPlace(values, context)];
  for (const found of [...all, ofBooking(values, rules, context), ofText(values, rules), ofStatus(values, context)]) {
    for (const [name, message] of found) if (!faults.has(name)) faults.set(name, message);
  }
  return new Map(rules.fields.filter(({ name }) => faults.has(name)).map(({ name }) => [name, faults.get(name)]));
};
