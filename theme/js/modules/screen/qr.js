// Draws a QR code (ISO 18004): bytes, level M, versions 1 to 10, mask 2. Drawn here, the codes weigh nothing and
// cost a build nothing. tests/browser/test_screen.py holds them against another encoder.
const CHECKS = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26];
const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5];

const bytesIn = (version) => {
  const aligned = version < 2 ? 0 : Math.floor(version / 7) + 2;
  const patterns = version < 2 ? 0 : (25 * aligned - 10) * aligned - 55 + (version < 7 ? 0 : 36);
  return ((16 * version + 128) * version + 64 - patterns) >> 3;
};
const room = (version) => bytesIn(version) - CHECKS[version - 1] * BLOCKS[version - 1];

const times = (a, b) => {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) product = (product << 1) ^ ((product >> 7) * 0x11d) ^ (((b >> bit) & 1) * a);
  return product;
};

const checksOf = (data, count) => {
  const divisor = Array(count).fill(0);
  divisor[count - 1] = 1;
  for (let root = 1, place = 0; place < count; place++, root = times(root, 2)) {
    for (let at = 0; at < count; at++) divisor[at] = times(divisor[at], root) ^ (divisor[at + 1] ?? 0);
  }
  const rest = Array(count).fill(0);
  for (const byte of data) {
    const factor = byte ^ rest.shift();
    rest.push(0);
    divisor.forEach((each, at) => (rest[at] ^= times(each, factor)));
  }
  return rest;
};

const words = (text, version) => {
  const bits = [];
  const put = (value, length) => {
    for (let bit = length - 1; bit >= 0; bit--) bits.push((value >> bit) & 1);
  };
  put(4, 4);
  put(text.length, version < 10 ? 8 : 16);
  for (const byte of text) put(byte, 8);
  const all = room(version) * 8;
  put(0, Math.min(4, all - bits.length));
  put(0, -bits.length & 7);
  for (let pad = 0xec; bits.length < all; pad ^= 0xec ^ 0x11) put(pad, 8);
  return Array.from({ length: all / 8 }, (_, at) => parseInt(bits.slice(at * 8, at * 8 + 8).join(""), 2));
};

const woven = (data, version) => {
  const [count, checks] = [BLOCKS[version - 1], CHECKS[version - 1]];
  const short = Math.floor(data.length / count);
  const long = data.length % count;
  const blocks = [];
  for (let at = 0, block = 0; block < count; block++) {
    const part = data.slice(at, (at += short + (block >= count - long ? 1 : 0)));
    blocks.push([part, checksOf(part, checks)]);
  }
  const result = [];
  for (const [which, longest] of [[0, short + 1], [1, checks]]) {
    for (let at = 0; at < longest; at++) for (const block of blocks) if (at < block[which].length) result.push(block[which][at]);
  }
  return result;
};

const remainder = (value, length, divisor) => {
  let rest = value;
  for (let bit = 0; bit < length; bit++) rest = (rest << 1) ^ ((rest >> (length - 1)) * divisor);
  return (value << length) | rest;
};

// The rows of a code, each an array of 0 and 1; null for what is too long.
export const matrix = (address) => {
  const text = new TextEncoder().encode(address);
  let version = 1;
  while (version <= 10 && room(version) < text.length + (version < 10 ? 2 : 3)) version++;
  if (version > 10) return null;
  const size = 17 + 4 * version;
  const rows = Array.from({ length: size }, () => Array(size).fill(null));
  const set = (x, y, dark) => {
    if (x >= 0 && y >= 0 && x < size && y < size) rows[y][x] = dark ? 1 : 0;
  };
  const square = (x, y, radius, darkAt) => {
    for (let dy = -radius; dy <= radius; dy++)
      for (let dx = -radius; dx <= radius; dx++) set(x + dx, y + dy, darkAt(Math.max(Math.abs(dx), Math.abs(dy))));
  };
  for (let at = 0; at < size; at++) {
    set(6, at, at % 2 === 0);
    set(at, 6, at % 2 === 0);
  }
  for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]]) square(x, y, 4, (far) => far !== 2 && far !== 4);
  const aligned = version < 2 ? 0 : Math.floor(version / 7) + 2;
  const step = Math.ceil((version * 4 + 4) / (aligned * 2 - 2)) * 2;
  const places = Array.from({ length: aligned }, (_, at) => (at ? size - 7 - (aligned - 1 - at) * step : 6));
  for (const x of places)
    for (const y of places) {
      const corner = (x === 6 && (y === 6 || y === size - 7)) || (y === 6 && x === size - 7);
      if (!corner) square(x, y, 2, (far) => far !== 1);
    }
  const format = remainder(2, 10, 0x537) ^ 0x5412;
  const bit = (value, at) => (value >> at) & 1;
  for (let at = 0; at < 15; at++) {
    const dark = bit(format, at);
    if (at < 6) set(8, at, dark);
    else if (at < 8) set(8, at + 1, dark);
    else set(at === 8 ? 7 : 14 - at, 8, dark);
    if (at < 8) set(size - 1 - at, 8, dark);
    else set(8, size - 15 + at, dark);
  }
  set(8, size - 8, true);
  for (let at = 0, said = remainder(version, 12, 0x1f25); version >= 7 && at < 18; at++) {
    const [a, b] = [size - 11 + (at % 3), Math.floor(at / 3)];
    set(a, b, bit(said, at));
    set(b, a, bit(said, at));
  }
  const all = woven(words(text, version), version);
  let at = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let vertical = 0; vertical < size; vertical++) {
      for (const x of [right, right - 1]) {
        const up = ((right + 1) & 2) === 0;
        const y = up ? size - 1 - vertical : vertical;
        if (rows[y][x] !== null) continue;
        const dark = at < all.length * 8 ? (all[at >> 3] >> (7 - (at & 7))) & 1 : 0;
        rows[y][x] = dark ^ (x % 3 === 0 ? 1 : 0);
        at += 1;
      }
    }
  }
  return rows;
};

// The same as a drawing, with the quiet edge that a phone needs.
export const code = (address) => {
  const rows = matrix(address);
  if (!rows) return null;
  const make = (name, said) => {
    const node = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(said)) node.setAttribute(key, value);
    return node;
  };
  const edge = rows.length + 4;
  const drawing = make("svg", { viewBox: `0 0 ${edge} ${edge}`, class: "qr", role: "img", "aria-label": `QR-kode til ${address}` });
  const dark = rows.flatMap((row, y) => row.map((each, x) => (each ? `M${x + 2} ${y + 2}h1v1h-1z` : "")));
  drawing.append(make("path", { d: `M0 0h${edge}v${edge}h-${edge}z`, fill: "#fff" }), make("path", { d: dark.join(""), fill: "#000" }));
  return drawing;
};
