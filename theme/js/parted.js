// Leads on where an anchor names nothing here, because that part of the page has got a page of its own: `data-parted` names those.
const leadOn = async (anchor, pages) => {
  for (const page of pages) {
    const answer = await fetch(page).catch(() => null);
    if (answer?.ok && (await answer.text()).includes(` id="${anchor}"`)) {
      location.replace(`${page}#${anchor}`);
      return;
    }
  }
};

for (const { dataset } of document.querySelectorAll("[data-parted]")) {
  const anchor = location.hash.slice(1);
  if (/^[\w-]+$/.test(anchor) && !document.getElementById(anchor)) leadOn(anchor, dataset.parted.split(" "));
}
