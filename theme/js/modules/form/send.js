// The ways a file can go: to GitHub's own pages, as a mail, by copying, as a file to keep.
export const GITHUB_MOST = 7000;
const MAIL_MOST = 1900;

const encoded = (path) => path.split("/").map(encodeURIComponent).join("/");

// GitHub's page for a new file, filled in; with the name alone where the address would be longer than GitHub takes.
export const newFile = (base, { path, text }) => {
  const folder = path.slice(0, path.lastIndexOf("/"));
  const named = `${base}${encoded(folder)}?filename=${encodeURIComponent(path.slice(folder.length + 1))}`;
  const filled = `${named}&value=${encodeURIComponent(text)}`;
  return filled.length <= GITHUB_MOST ? { href: filled, filled: true } : { href: named, filled: false };
};

// GitHub's page for an issue that carries a file; without it where the address would be longer than GitHub takes.
export const issueWith = (base, subject, block) => {
  const named = `${base}&title=${encodeURIComponent(subject)}`;
  const filled = `${named}&fil=${encodeURIComponent(block)}`;
  return filled.length <= GITHUB_MOST ? { href: filled, filled: true } : { href: named, filled: false };
};

export const editFile = (base, { path }) => `${base}${encoded(path)}`;

// A mail to the programme; where it would be too long for a link it says that the text is to be put in.
export const mail = (to, subject, body) => {
  const begun = `mailto:${to}?subject=${encodeURIComponent(subject)}&body=`;
  const full = begun + encodeURIComponent(body.replaceAll("\n", "\r\n"));
  if (full.length <= MAIL_MOST) return { href: full, whole: true };
  return { href: begun + encodeURIComponent("Kære Kulturpunkt\r\n\r\n(Sæt teksten ind her.)\r\n"), whole: false };
};

export const copy = async (text, shown, title = "Filens tekst") => {
  try {
    await navigator.clipboard.writeText(text);
    return `${title} er kopieret.`;
  } catch {
    getSelection().selectAllChildren(shown);
    shown.closest("[tabindex]")?.focus();
    return `${title} er markeret. Kopiér den selv.`;
  }
};

export const download = (link, { path, text }) => {
  if (link.href) URL.revokeObjectURL(link.href);
  link.href = URL.createObjectURL(new Blob([text], { type: "text/markdown;charset=utf-8" }));
  link.download = path.slice(path.lastIndexOf("/") + 1);
};
