// Markdown as a draft shows it: paragraphs, headings, lists, links and emphasis. Everything else stays as it is written.
import { make } from "./make.js";

const LINK = /\[([^\]]+)\]\(((?:https?:|mailto:|tel:|\/)[^)\s]*)\)|\*\*([^*]+)\*\*|\*([^*]+)\*/g;

// Links and emphasis of one line. Everything else stays as it is written.
const inline = (text) => {
  const parts = [];
  let from = 0;
  for (const match of text.matchAll(LINK)) {
    const [all, words, href, strong, emphasis] = match;
    parts.push(text.slice(from, match.index));
    parts.push(words ? Object.assign(make("a", {}, words), { href }) : make(strong ? "strong" : "em", {}, strong ?? emphasis));
    from = match.index + all.length;
  }
  return [...parts, text.slice(from)];
};

const block = (text) => {
  const heading = /^(#{1,4})\s+(.*)$/.exec(text);
  if (heading) return make(`h${Math.max(2, heading[1].length)}`, {}, ...inline(heading[2]));
  const lines = text.split("\n");
  if (lines.every((line) => /^\s*[-*+•]\s+/.test(line))) return make("ul", {}, ...lines.map((line) => make("li", {}, ...inline(line.replace(/^\s*\S\s+/, "")))));
  return make("p", {}, ...inline(lines.join(" ")));
};

export const prose = (text) => text.split(/\n\s*\n/).filter((each) => each.trim()).map(block);
