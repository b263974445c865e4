// How one signs up, read from a line as generator/model/booking.py reads it. The patterns come with the page.
let ways = {};

const whole = (pattern) => new RegExp(`^(?:${pattern})$`, "iu");

export const useWays = ({ mail, link, telefon, none, found }) => {
  ways = {
    alone: Object.entries({ mail, link, telefon }).map(([name, { pattern }]) => [name, whole(pattern)]),
    none: whole(none),
    found: found.map((pattern) => new RegExp(pattern, "iu")),
  };
};

// The field that a text belongs in: `tekst` where it is more than one address or number.
export const wayOf = (text) => ways.alone.find(([, pattern]) => pattern.test(text))?.[0] ?? "tekst";
export const noBooking = (text) => ways.none.test(text);
export const holdsWay = (text) => ways.found.some((pattern) => pattern.test(text));

export const isPhone = (text) =>
  /^(?:(?:(?:\+|00)45)?\d{8}|(?:\+|00)(?!45)[1-9]\d{6,14})$/.test(text.replace(/^[\p{L}\s.:]+/u, "").replace(/[^\d+]/g, ""));
