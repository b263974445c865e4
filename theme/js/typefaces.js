// Puts typefaces that come after the first letters are shown in place, unless what is seen would move: then their stand-ins stay until the
// next page, which has the typefaces at hand. By itself (font-display: optional) a browser shows them only where they are at hand at once.
const UNSEEN = 3; // px
const MOST = 0.003; // as a layout shift is measured: the part of the view that moves, times how far

const range = document.createRange();
const partOf = (node) => {
  if (node.nodeType === Node.ELEMENT_NODE) return node;
  range.selectNodeContents(node);
  return range;
};
const beginningOf = (node) => partOf(node).getClientRects()[0];
const boxOf = (node) => partOf(node).getBoundingClientRect();

// What is in view or may come into it: elements, and text that another element may push along its line.
const seen = () => {
  const { FILTER_ACCEPT, FILTER_REJECT, FILTER_SKIP, SHOW_ELEMENT, SHOW_TEXT } = NodeFilter;
  const found = new Map();
  const accept = (node) => {
    const isElement = node.nodeType === Node.ELEMENT_NODE;
    if (!isElement && !(node.previousSibling && node.data.trim())) return FILTER_REJECT;
    const begins = beginningOf(node);
    if (!begins) return FILTER_SKIP;
    const box = boxOf(node);
    if (box.bottom <= 0 || box.top >= 2 * innerHeight) return FILTER_REJECT;
    if (isElement && !node.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return FILTER_REJECT;
    found.set(node, [begins, box]);
    return FILTER_ACCEPT;
  };
  const nodes = document.createTreeWalker(document.body, SHOW_ELEMENT | SHOW_TEXT, accept);
  while (nodes.nextNode());
  return found;
};

const span = (from, to, end) => Math.max(Math.min(to, end) - Math.max(from, 0), 0);
const inView = (one, other) =>
  span(Math.min(one.left, other.left), Math.max(one.right, other.right), innerWidth) *
  span(Math.min(one.top, other.top), Math.max(one.bottom, other.bottom), innerHeight);

// What moves with the element around it is part of that.
const shiftSince = (found) => {
  let [area, far] = [0, 0];
  const moves = new Map();
  for (const [node, [began, was]] of found) {
    const begins = beginningOf(node) ?? began;
    const [aside, down] = moves.get(node.parentElement) ?? [0, 0];
    const move = [begins.left - began.left, begins.top - began.top];
    const isPart = Math.max(Math.abs(move[0] - aside), Math.abs(move[1] - down)) < UNSEEN;
    moves.set(node, isPart ? [aside, down] : move);
    const part = isPart ? 0 : inView(was, boxOf(node));
    area += part;
    if (part) far = Math.max(far, ...move.map(Math.abs));
  }
  return (area * far) / (innerWidth * innerHeight * Math.max(innerWidth, innerHeight));
};

const pen = document.createElement("canvas").getContext("2d");
const widthIn = (families) => {
  pen.font = `800 99px ${families}`;
  return pen.measureText("Kulturpunkt").width;
};
const isShown = (family) => widthIn(`${family},monospace`) !== widthIn("monospace");

const put = (faces) => faces.forEach((face) => document.fonts.add(face));
const fits = (faces) => {
  const boxes = seen();
  put(faces);
  if (shiftSince(boxes) <= MOST) return true;
  faces.forEach((face) => document.fonts.delete(face));
  return false;
};

const faceOf = ({ style }) =>
  new FontFace(style.getPropertyValue("font-family").replaceAll('"', ""), style.getPropertyValue("src"), { weight: style.getPropertyValue("font-weight") });
const late = [...document.styleSheets[0].cssRules]
  .filter((rule) => rule instanceof CSSFontFaceRule && rule.style.getPropertyValue("src").startsWith("url("))
  .map(faceOf)
  .filter(({ family }) => !isShown(`"${family}"`));

if (late.length) {
  addEventListener("beforeprint", () => put(late));
  Promise.all(late.map((face) => face.load())).then(() => fits(late) || late.forEach((face) => fits([face])), () => {});
}
