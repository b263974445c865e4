// The ways a file can go: to GitHub's own pages, as a mail, by copying, as a file to keep.
const GITHUB_MOST = 7000;
const MAIL_MOST = 1900;

// An address with all in it; without what it does not need where it would be longer than GitHub takes.
export const fitting = (filled, named) => (filled.length <= GITHUB_MOST ? { href: filled, filled: true } : { href: named, filled: false });

const encoded = (path) => path.split("/").map(encodeURIComponent).join("/");

// GitHub's page for a new file, filled in or with the name alone.
export const newFile = (base, { path, text }) => {
  const folder = path.slice(0, path.lastIndexOf("/"));
  const named = `${base}${encoded(folder)}?filename=${encodeURIComponent(path.slice(folder.length + 1))}`;
  return fitting(`${named}&value=${encodeURIComponent(text)}`, named);
};

// GitHub's page for an issue that carries a file, or is to.
export const issueWith = (base, subject, block) => {
  const named = `${base}&title=${encodeURIComponent(subject)}`;
  return fitting(`${named}&fil=${encodeURIComponent(block)}`, named);
};

export const editFile = (base, { path }) => `${base}${encoded(path)}`;

// A mail to the programme; where it would be too long for a link it says that the text is to be put in.
export const mail = (to, subject, body) => {
  const begun = `mailto:${to}?subject=${encodeURIComponent(subject)}&body=`;
  const full = begun + encodeURIComponent(body.replaceAll("\n", "\r\n"));
  if (full.length <= MAIL_MOST) return { href: full, whole: true };
  return { href: begun + encodeURIComponent("Kære Kulturpunkt\r\n\r\n(Sæt teksten ind her.)\r\n"), whole: false };
};

export const copy = async (text, shown, title) => {
  try {
    await navigator.clipboard.writeText(text);
    return `${title} er kopieret.`;
  } catch {
    getSelection().selectAllChildren(shown);
    shown.closest("[tabindex]")?.focus();
    return `${title} er markeret. Kopiér den selv.`;
  }
};

// Makes a link one that saves a file, in place of the one that it saved before.
export const save = (link, name, blob) => {
  if (link.href) URL.revokeObjectURL(link.href);
  return Object.assign(link, { href: URL.createObjectURL(blob), download: name });
};

export const download = (link, { path, text }) =>
  save(link, path.slice(path.lastIndexOf("/") + 1), new Blob([text], { type: "text/markdown;charset=utf-8" }));
