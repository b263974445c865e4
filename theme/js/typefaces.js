// Puts typefaces that come after the first letters are shown in place, unless more than a little would move up or down: then their stand-ins
// stay until the next page, which has the typefaces at hand. By itself (font-display: optional) a browser shows only what is at hand at once.
const LINE = 5; // px: what moves less stays on its line
const LITTLE = 0.002; // as a layout shift is measured: the part of the view that moves, times how far

const range = document.createRange();
const partOf = (node) => {
  range.selectNode(node);
  return node.data ? range : node;
};
const placeOf = (node) => partOf(node).getClientRects()[0];

// Where all begins that is in view or may come into it: elements, and the text that one of them may push to the next line.
const placesIn = (node, places = new Map()) => {
  for (const part of node.childNodes) {
    const place = placeOf(part);
    if (!place || place.top > 2 * innerHeight) continue;
    if (!part.data || part.previousSibling) places.set(part, place);
    placesIn(part, places);
  }
  return places;
};

const fits = (faces) => {
  const before = placesIn(document.body);
  let shift = 0;
  faces.forEach((face) => document.fonts.add(face));
  for (const [node, was] of before) {
    const now = placeOf(node) ?? was;
    const { width, height } = partOf(node).getBoundingClientRect();
    const seen = Math.min(height, innerHeight - Math.min(now.top, was.top));
    if (seen > 0 && Math.abs(now.top - was.top) > LINE) shift += width * seen * Math.hypot(now.left - was.left, now.top - was.top);
  }
  const stays = shift < LITTLE * innerWidth * innerHeight * Math.max(innerWidth, innerHeight);
  if (!stays) faces.forEach((face) => document.fonts.delete(face));
  return stays;
};

const pen = document.createElement("canvas").getContext("2d");
const widthIn = (families) => {
  pen.font = `9px ${families}`;
  return pen.measureText("Kulturpunkt").width;
};
const faces = [...document.styleSheets[0].cssRules].flatMap(({ style }) => {
  const [src, family, weight] = ["src", "font-family", "font-weight"].map((name) => style?.getPropertyValue(name));
  return src?.startsWith("url") ? [new FontFace(family.replaceAll('"', ""), src, { weight })] : [];
});

if (widthIn(`${faces[0].family},monospace`) === widthIn("monospace")) {
  Promise.all(faces.map((face) => face.load())).then(() => fits(faces) || faces.forEach((face) => fits([face])), () => {});
  addEventListener("beforeprint", () => faces.forEach((face) => document.fonts.add(face)));
}
