import { createRequire } from 'node:module'
const require = createRequire(import.meta.url)
import {
  annotationsOf,
  attachmentsOf,
  documentScripts,
  pageScripts
} from "./chunk-3447KQDH.js";
import "./chunk-TPII3YWF.js";
import "./chunk-CCGG32P4.js";
import "./chunk-STUAINOW.js";
import "./chunk-HQYUQXQO.js";
export {
  annotationsOf,
  attachmentsOf,
  documentScripts,
  pageScripts
};
