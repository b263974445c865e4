// Which hours a text asks for: «om aftenen», «kl. 19», «efter kl. 17». An hour is in minutes after midnight.
const HOUR = (name) => `(?<${name}>[01]?\\d|2[0-4])(?:[.:](?<${name}m>[0-5]\\d))?`;
const AT = "(?:kl(?:okken)?\\.?\\s*)";
const BEFORE = "(?:f(?:ø|oe)r|inden|senest)";
const AFTER = "(?:efter|fra|tidligst|senere\\s+end)";
const END_OF_DAY = 30 * 60;

const minutes = (groups, name) => Number(groups[name]) * 60 + Number(groups[`${name}m`] ?? 0);

const begins = (from, to) => ({ begins: [from, to] });
const isOn = (from, to) => ({ on: [from * 60, to * 60] });
const [MORNING, FORENOON, AFTERNOON, NIGHT] = [isOn(5, 10), isOn(6, 12), isOn(12, 18), isOn(22, 29)];
const EVENING = { evening: true };

const exactly = (groups) => {
  const from = minutes(groups, "at");
  return begins(from, from + (groups.atm ? 1 : 60));
};

// Patterns that are looked for first, those that the days may have a part of («i eftermiddag»), and those that mean an hour only
// beside a day and are words otherwise.
export const first = [
  [
    `(?:mellem\\s+)?${AT}${HOUR("at")}\\s*(?:[-–]|til|og)\\s*${AT}?${HOUR("to")}`,
    (said) => begins(minutes(said, "at"), minutes(said, "to") || END_OF_DAY),
  ],
  [`${AFTER}\\s+${AT}${HOUR("at")}`, (said) => begins(minutes(said, "at"), END_OF_DAY)],
  [`${BEFORE}\\s+${AT}${HOUR("at")}`, (said) => begins(0, minutes(said, "at"))],
  [`(?:ca\\.?\\s*)?${AT}${HOUR("at")}`, exactly],
  ["(?<![\\d.:])(?<at>[01]?\\d|2[0-4]):(?<atm>[0-5]\\d)", exactly],
  ["om\\s+formiddagen", () => FORENOON],
  ["om\\s+eftermiddagen", () => AFTERNOON],
  ["om\\s+aftenen|om\\s+aftnerne", () => EVENING],
  ["om\\s+morgenen|om\\s+morgnen", () => MORNING],
  ["om\\s+natten", () => NIGHT],
  ["om\\s+dagen|i\\s+dagtimerne|(?:på|om)\\s+dagtid", () => begins(0, 17 * 60)],
];
export const last = [
  ["formiddag(?:en|e)?", () => FORENOON],
  ["eftermiddag(?:en|e)?", () => AFTERNOON],
];
const PLAIN = "(?!\\s*(?:år|aar|kr|[./:-]?\\d|\\.\\s*\\p{L}))";
export const beside = [
  [
    `(?:fra\\s+|mellem\\s+)?(?<![\\d./-])${HOUR("at")}\\s*(?:[-–]|til|og)\\s*${HOUR("to")}${PLAIN}`,
    (said) => begins(minutes(said, "at"), minutes(said, "to") || END_OF_DAY),
  ],
  [`${AFTER}\\s+${HOUR("at")}${PLAIN}`, (said) => begins(minutes(said, "at"), END_OF_DAY)],
  [`${BEFORE}\\s+${HOUR("at")}${PLAIN}`, (said) => begins(0, minutes(said, "at"))],
  ["aften(?:en)?|aftn?er", () => EVENING],
  ["morgen(?:en)?|tidligt?", () => MORNING],
  ["nat(?:ten)?", () => NIGHT],
];
export const TONIGHT = { evening: EVENING, afternoon: AFTERNOON, forenoon: FORENOON, night: NIGHT };

const minutesOf = (clock) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(2, 4));

// Whether something is on at all these hours. `clock` is when it begins and ends, `1900` or `19002130`, and empty where none is
// stated, or it is on for days: then it is on at no hour for sure.
export const isAt = (wanted, clock, evening) => {
  const from = clock ? minutesOf(clock) : null;
  const end = clock?.length > 4 ? minutesOf(clock.slice(4)) : from;
  const to = end < from ? end + 24 * 60 : end;
  return wanted.every((one) => {
    if (one.not) return from !== null && !isAt([one.not], clock, evening);
    if (one.evening) return evening;
    if (from === null) return false;
    const [low, high] = one.begins ?? one.on;
    return one.begins ? low <= from && from < high : from < high && (to > low || from >= low);
  });
};
