// Values as YAML, as a person would write them: one field a line, lists with hyphens, long texts as a block.
import { scalar } from "./text.js";

const isText = (value) => typeof value === "string";

const text = (value, indent) =>
  value.includes("\n") ? `|\n${value.split("\n").map((line) => line && `${indent}  ${line}`).join("\n")}` : scalar(value);

const item = (value, indent) => {
  if (isText(value)) return `${indent}- ${text(value, indent)}\n`;
  const inside = Object.entries(value).map(([key, each]) => field(key, each, `${indent}  `)).join("");
  return `${indent}- ${inside.slice(indent.length + 2)}`;
};

export const field = (key, value, indent = "") => {
  if (isText(value)) return `${indent}${key}: ${text(value, indent)}\n`;
  if (Array.isArray(value)) return `${indent}${key}:\n${value.map((each) => item(each, `${indent}  `)).join("")}`;
  return `${indent}${key}:\n${Object.entries(value).map(([below, each]) => field(below, each, `${indent}  `)).join("")}`;
};
