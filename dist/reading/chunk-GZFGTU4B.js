import { createRequire } from 'node:module'
const require = createRequire(import.meta.url)
import {
  messengersIn,
  walletKey
} from "./chunk-5BZHJ3YT.js";
import {
  findPeriod
} from "./chunk-6OQS6DMV.js";

// src/catalog/readers/table/ip.ts
function isIP(text) {
  const four = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  if (four !== null) return four.slice(1).every((part) => Number(part) < 256);
  return /^[0-9a-f:.]+$/i.test(text) && text.includes(":") && URL.canParse(`http://[${text}]/`);
}

// src/catalog/readers/table/cell.ts
var listed = (cell) => cell.split(/[;,|\n\r]+/).map((part) => part.trim()).filter((part) => part !== "");
var listedBySemicolon = (cell) => cell.split(/[;\n\r]+/).map((part) => part.trim()).filter((part) => part !== "");
var STILL = /^\s*(?:present|current|currently|now|today|ongoing|to date|heute|aktuell|aujourd.hui|actualidad|presente|atual|oggi|heden)\s*$/i;
function monthIn(cell) {
  if (STILL.test(cell)) return "present";
  const period = findPeriod(cell);
  return period?.from ?? period?.to;
}
function messengerOf(cell, header) {
  const named = messengersIn({ text: cell, at: "" })[0];
  const service = /telegram|discord|skype|whatsapp|signal|wechat/i.exec(header)?.[0];
  const found = named ?? (service === void 0 ? void 0 : messengersIn({ text: `${service}: ${cell}`, at: "" })[0]);
  return found?.draft.property === "messenger" ? found.draft.value : void 0;
}
function walletOf(cell, named) {
  const words = cell.split(/[\s:()]+/).filter((word) => word !== "");
  const address = words.find((word) => word.length >= 20);
  if (address === void 0) return void 0;
  const beside = words.find((word) => word !== address);
  const key = walletKey(address, named) ?? (beside === void 0 ? void 0 : walletKey(address, beside));
  return key === void 0 ? void 0 : { wallet: { chain: key.chain, address: key.address }, damaged: key.sound === "damaged" };
}
var networkAddressOf = (cell) => isIP(cell.trim()) ? cell.trim().toLowerCase() : void 0;
function pathOf(cell) {
  const path = cell.replaceAll("\\", "/").replace(/^(?:\.\/)+/, "");
  const outside = path === "" || path.startsWith("/") || /^[a-z][a-z0-9+.-]*:/i.test(path) || path.split("/").includes("..") || path.includes("\0");
  return outside ? void 0 : path;
}

export {
  listed,
  listedBySemicolon,
  monthIn,
  messengerOf,
  walletOf,
  networkAddressOf,
  pathOf
};
