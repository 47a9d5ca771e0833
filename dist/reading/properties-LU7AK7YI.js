import { createRequire } from 'node:module'
const require = createRequire(import.meta.url)
import {
  propertiesOf,
  withoutSubsetPrefix
} from "./chunk-VNYUMA6U.js";
import "./chunk-LAMMERED.js";
import "./chunk-TPII3YWF.js";
import "./chunk-TYSITGLF.js";
import "./chunk-STUAINOW.js";
import "./chunk-HQYUQXQO.js";
export {
  propertiesOf,
  withoutSubsetPrefix
};
