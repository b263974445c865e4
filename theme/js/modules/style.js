// Adds a stylesheet of the theme's own to the page. The page's policy lets a script do that, but no link.
export const addStyle = async (address) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(await (await fetch(address)).text());
  document.adoptedStyleSheets.push(sheet);
};
