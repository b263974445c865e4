// Puts typefaces that come after the first letters are shown in place, unless more than a little would move up or down: then their stand-ins
// stay until the next page, which has the typefaces at hand. By itself (font-display: optional) a browser shows only what is at hand at once.
const LINE = 5; // px: what moves less stays on its line
const LITTLE = 0.003; // as a layout shift is measured: the part of the view that moves, times how far

const range = document.createRange();
const placeOf = (node) => {
  range.selectNodeContents(node);
  return (node.data ? range : node).getClientRects()[0];
};

// All elements, and the text that one of them may push to the next line.
const nodesIn = (node) => [...node.childNodes].flatMap((part) => (part.data && !part.previousSibling ? [] : [part, ...nodesIn(part)]));

const fits = (faces) => {
  const nodes = nodesIn(document.body);
  const before = nodes.map(placeOf);
  let shift = 0;
  faces.forEach((face) => document.fonts.add(face));
  nodes.map(placeOf).forEach((now, place) => {
    const was = before[place];
    const [aside, down] = [now?.left - was?.left, now?.top - was?.top];
    const height = Math.min(now?.height, innerHeight - now?.top, innerHeight - was?.top);
    if (height > 0 && Math.abs(down) > LINE) shift += now.width * height * Math.hypot(aside, down);
  });
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
