import { createRequire } from 'node:module'
const require = createRequire(import.meta.url)
import {
  loadPdfjs,
  openPdf
} from "./chunk-TPII3YWF.js";
import "./chunk-STUAINOW.js";
import "./chunk-HQYUQXQO.js";
export {
  loadPdfjs,
  openPdf
};
