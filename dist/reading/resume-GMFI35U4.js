import { createRequire } from 'node:module'
const require = createRequire(import.meta.url)
import {
  draftsFromResume,
  readResume
} from "./chunk-K4BJEGKL.js";
import "./chunk-NLB4M44Z.js";
import "./chunk-IHU5H7YG.js";
import "./chunk-CCGG32P4.js";
import "./chunk-5BZHJ3YT.js";
import "./chunk-TYSITGLF.js";
import "./chunk-6OQS6DMV.js";
import "./chunk-STUAINOW.js";
import "./chunk-HQYUQXQO.js";
export {
  draftsFromResume,
  readResume
};
