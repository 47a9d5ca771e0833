import { createRequire } from 'node:module'
const require = createRequire(import.meta.url)
import {
  unreadable
} from "./chunk-STUAINOW.js";

// src/catalog/readers/pdf/open.ts
var loading;
function loadPdfjs() {
  loading ??= importQuietly();
  return loading;
}
async function importQuietly() {
  const speak = console.warn;
  console.warn = () => {
  };
  try {
    const pdfjs = await import("pdfjs-dist/legacy/build/pdf.mjs");
    const world = globalThis;
    world.FontFace ??= ForgottenFont;
    return pdfjs;
  } finally {
    console.warn = speak;
  }
}
var packageFolder = (name) => decodeURIComponent(new URL(`${name}/`, import.meta.resolve("pdfjs-dist/package.json")).pathname);
var PAGELESS = { fonts: { add: () => {
}, delete: () => {
} } };
var ForgottenFont = class {
  loaded = Promise.resolve(this);
};
async function openPdf(bytes, options) {
  const { getDocument } = await loadPdfjs();
  const task = getDocument({
    data: bytes.slice(),
    verbosity: 0,
    enableXfa: false,
    useSystemFonts: false,
    ...options.forDrawing ? { disableFontFace: true } : { disableFontFace: false, ownerDocument: PAGELESS },
    fontExtraProperties: true,
    stopAtErrors: false,
    maxImageSize: options.maxImageSize,
    cMapUrl: packageFolder("cmaps"),
    cMapPacked: true,
    ...options.forDrawing ? { standardFontDataUrl: packageFolder("standard_fonts"), wasmUrl: packageFolder("wasm"), iccUrl: packageFolder("iccs") } : {}
  });
  try {
    const document = await task.promise;
    return { document, close: () => task.destroy() };
  } catch (error) {
    await task.destroy();
    throw refusal(error, bytes);
  }
}
function refusal(error, bytes) {
  const name = error instanceof Error ? error.name : "";
  if (name === "PasswordException") return unreadable("The PDF is protected by a password. Ask for a copy without one.", { cause: error });
  const cut = !endsAsPdf(bytes);
  return unreadable(
    cut ? "The PDF is cut off or damaged: its end is missing. It may not have been transferred completely; ask for it again." : "The PDF is damaged: its table of contents cannot be read. Ask for it again, or for a copy saved by another program.",
    { cause: error }
  );
}
function endsAsPdf(bytes) {
  const tail = String.fromCharCode(...bytes.subarray(Math.max(0, bytes.length - 2048)));
  return tail.includes("%%EOF");
}

export {
  loadPdfjs,
  openPdf
};
