import { createRequire } from 'node:module'
const require = createRequire(import.meta.url)
import {
  openPdf
} from "./chunk-TPII3YWF.js";
import "./chunk-STUAINOW.js";
import "./chunk-HQYUQXQO.js";

// src/catalog/readers/pdf/render.ts
var LONGEST_SIDE = 6e3;
async function renderPages(bytes, pages, scale) {
  const { createCanvas } = await import("@napi-rs/canvas");
  const { document, close } = await openPdf(bytes, { maxImageSize: 64e6, forDrawing: true });
  const drawn = /* @__PURE__ */ new Map();
  try {
    for (const number of new Set(pages)) {
      if (!Number.isInteger(number) || number < 1 || number > document.numPages) continue;
      const page = await document.getPage(number);
      const viewport = page.getViewport({ scale: fitting(page, scale) });
      const canvas = createCanvas(Math.max(1, Math.ceil(viewport.width)), Math.max(1, Math.ceil(viewport.height)));
      await page.render({ canvas, canvasContext: canvas.getContext("2d"), viewport, annotationMode: 1 }).promise;
      drawn.set(number, new Uint8Array(canvas.toBuffer("image/png")));
      page.cleanup();
    }
  } finally {
    await close();
  }
  return drawn;
}
function fitting(page, scale) {
  const { width, height } = page.getViewport({ scale });
  return scale * Math.min(1, LONGEST_SIDE / Math.max(width, height, 1));
}
export {
  renderPages
};
