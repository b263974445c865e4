// The index that generator/search/index.py writes, of which only the files are fetched that a search needs.
import { fetched } from "./json.js";

const MOST_SHARDS = 4;

// The place of the last one that is not after `sought`, in a list that is in order.
export const placeOf = (list, sought) => {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle] <= sought) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};

export const openShards = async (address, options) => {
  const index = await fetched(address, options);
  const parts = new Map();
  // What could not be fetched is fetched again the next time.
  const part = (name) => {
    if (!parts.has(name)) {
      parts.set(name, fetched(new URL(`${index.version}/${name}.json`, address)));
      parts.get(name).catch(() => parts.delete(name));
    }
    return parts.get(name);
  };
  const shardsFor = (beginning) => {
    const first = Math.max(0, placeOf(index.shards, beginning));
    let last = first;
    while (index.shards[last + 1]?.startsWith(beginning)) last += 1;
    return Array.from({ length: Math.min(last - first + 1, MOST_SHARDS) }, (_, place) => `ord-${first + place}`);
  };

  const entriesOf = async (names, fitOf) => {
    const shards = await Promise.all([...new Set(names)].map(part));
    return shards.flat().flatMap((entry) => {
      const fit = fitOf(entry[0]);
      return fit ? [[entry, fit]] : [];
    });
  };

  return { index, part, shardsFor, entriesOf };
};
