// For others' pages: gives each frame from this site the height of what is in it. It hears no other site, and no other frame.
(() => {
  const home = new URL(document.currentScript.src);
  const base = new URL("./", home).href;
  const frames = () => [...document.querySelectorAll("iframe")].filter(({ src }) => src.startsWith(base));
  addEventListener("message", ({ origin, source, data }) => {
    const height = data?.kulturpunkt?.height;
    if (origin !== home.origin || !Number.isInteger(height) || height < 1) return;
    for (const frame of frames()) if (frame.contentWindow === source) frame.style.height = `${Math.min(height, 6000)}px`;
  });
  // Asked of any site: a frame that is not loaded yet is nobody's, and the question says nothing.
  const ask = () => frames().forEach((frame) => frame.contentWindow.postMessage({ kulturpunkt: "height" }, "*"));
  ask();
  addEventListener("load", ask);
})();
