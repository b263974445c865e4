// The form for the day after: how an event went, or its dates, without the rest of its file.
export const REPORT_LEAD = "Skriv det, I ved, og lad resten stå tomt. Intet er offentligt, før en medarbejder har set det igennem.";

// One date asks for its fields at once. A series has an entry for each of its dates, and the newest that nobody has reported is
// there to be filled in; one that says no more than its date is left out when it is read.
export const reportOf = (fields, file) => {
  const said = file.values.efter ?? [];
  if (!file.held && said.length < 2) {
    const own = fields.filter(({ key }) => key !== "dato");
    return ["efter", { key: "efter", kind: "record", title: "Sådan gik det", fields: own, short: true }, said[0] ?? {}];
  }
  const [open] = (file.held ?? []).filter(([, , isReported]) => !isReported);
  const dated = fields.map((field) => (field.key === "dato" ? { ...field, kind: "choice", required: true, choices: (file.held ?? []).map(([day, words]) => [day, words]) } : field));
  return ["efter", { key: "efter", kind: "list", title: "Datoerne", short: true, fields: dated, open: open && { dato: open[0] }, needs: ["dato"] }, said];
};
