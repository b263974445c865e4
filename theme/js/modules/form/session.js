// What both forms share from beginning to end: what is announced, the draft of this tab, and that it is forgotten once it is sent.

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
  if (link) slot.append(Object.assign(document.createElement("a"), link));
};

export const forgetWhenSent = (form, result, drop) => {
  for (const way of result.querySelectorAll("[data-act=github], [data-act=edit], [data-act=mail], [data-act=download]")) way.addEventListener("click", drop);
  form.querySelector("[data-act=begin-anew]").addEventListener("click", () => {
    drop();
    location.reload();
  });
};
