import { createRequire } from 'node:module'
const require = createRequire(import.meta.url)
import {
  DAMAGED_WALLET,
  RowCells
} from "./chunk-6V4AWVWV.js";
import "./chunk-MTLPBRH6.js";
import "./chunk-HQYUQXQO.js";
export {
  DAMAGED_WALLET,
  RowCells
};
