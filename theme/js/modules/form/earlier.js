// An earlier event as the start of a new one: all that it says, but its dates and its status.
const NOT_AGAIN = /^(?:omraade|start_dag|slut_dag|gentag_til|undtagen|tilmelding_frist|status|statustekst|foer_\w+)$/;

export const asTemplate = (answers) => Object.fromEntries(Object.entries(answers).filter(([name]) => !NOT_AGAIN.test(name)));

// Offers an area's events, the latest first, and calls `use` with the answers of the one that is chosen.
export const offerEarlier = (details, files, use) => {
  const select = details.querySelector("select");
  const events = Object.entries(files).sort(([, a], [, b]) => b.answers.start_dag.localeCompare(a.answers.start_dag));
  const options = events.map(([name, { answers }]) => new Option(`${answers.titel} (${answers.start_dag.slice(0, 4)})`, name));
  select.replaceChildren(select.options[0], ...options);
  details.hidden = !events.length;
  select.onchange = () => {
    if (select.value) use(files[select.value].answers);
  };
};
