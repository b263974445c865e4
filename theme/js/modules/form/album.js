// The pictures that are chosen in the form for files: made small on the device, and remembered in this tab until they are sent.
import { digest } from "./mail.js";
import { smallOf } from "./picture.js";
import { stored } from "./session.js";
import { slug } from "./text.js";

const KEY = "kulturpunkt-billede:";
const chosen = new Map(); // { name, path, blob } by the path as a file names it (images/koret-1a2b.jpg)
let [folder, stem, there, pending] = ["", "", "", null];

// `path` is that of the file in which the pictures are named, and `text` what stands in it.
export const openAlbum = ({ path, text }) => {
  const [top, owner] = path.split("/");
  folder = top === "areas" ? `${top}/${owner}` : top;
  stem = slug(path.replace(/\/(?:area\.yml|index\.md)$/, "").replace(/^.*\/|\.\w+$/g, "")) || slug(owner) || "billede";
  there = text;
};

export const isThere = (named) => chosen.has(named) || there.includes(named);
export const picturesIn = (text) => [...chosen].filter(([named]) => text.includes(named)).map(([, picture]) => picture);
export const settled = () => pending;

const remember = (named, blob) => {
  const picture = { name: named.slice("images/".length), path: `${folder}/${named}`, blob };
  chosen.set(named, picture);
  return picture;
};

// The path of a picture as a file names it, and the small picture; null for what is none. Its name holds a part of its digest, so
// that it is never that of another picture.
export const takeIn = (canvas, file) => {
  const taking = (async () => {
    const small = await smallOf(canvas, file).catch(() => null);
    if (!small) return null;
    const named = `images/${stem}-${digest(new Uint8Array(await small.blob.arrayBuffer())).slice(0, 6)}.jpg`;
    remember(named, small.blob);
    stored((storage) => storage.setItem(KEY + named, canvas.toDataURL("image/jpeg", 0.85)));
    return { named, small };
  })();
  pending = Promise.all([pending, taking]);
  return taking;
};

const blobOf = (address) => new Blob([Uint8Array.from(atob(address.slice(address.indexOf(",") + 1)), (letter) => letter.charCodeAt(0))], { type: "image/jpeg" });

// Draws a picture that was chosen in this tab before; false where it is not there any more.
export const drawChosen = async (canvas, named) => {
  const address = stored((storage) => storage.getItem(KEY + named));
  if (!address) return false;
  const bitmap = await createImageBitmap(blobOf(address));
  Object.assign(canvas, { width: bitmap.width, height: bitmap.height });
  canvas.getContext("2d").drawImage(bitmap, 0, 0);
  bitmap.close();
  return true;
};

// Takes a picture in again that was chosen before a reload; false where it is lost.
export const takeAgain = (canvas, named) => {
  const taking = drawChosen(canvas, named)
    .then((drawn) => drawn && Boolean(remember(named, blobOf(stored((storage) => storage.getItem(KEY + named))))))
    .catch(() => false);
  pending = Promise.all([pending, taking]);
  return taking;
};

export const forgetPictures = () =>
  stored((storage) => {
    for (const key of Object.keys(storage)) if (key.startsWith(KEY)) storage.removeItem(key);
  });
