import { createRequire } from 'node:module'
const require = createRequire(import.meta.url)

// src/catalog/grammar/own-words.ts
var ESCAPE = /[.*+?^${}()|[\]\\]/g;
var MAIL = new RegExp("[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}.-]+\\.\\p{L}{2,}", "gu");
var ADDRESS = /(?:https?:\/\/|www\.)\S+/gi;
var PHONE = /(?<![\p{L}\p{N}])\+?\(?\d[\d\s()./-]{7,18}\d(?![\p{L}\p{N}])/gu;
function withoutOwn(text, own) {
  const words = own.flatMap((name) => [name, ...name.split(/\s+/)]).map((word) => word.trim()).filter((word) => word.length > 1);
  const longestFirst = [...new Set(words)].sort((a, b) => b.length - a.length);
  const reachable = text.replace(MAIL, "_").replace(ADDRESS, "_").replace(PHONE, "_");
  return longestFirst.reduce(
    (rest, word) => rest.replace(new RegExp(`(?<![\\p{L}\\p{N}])${word.replace(ESCAPE, "\\$&")}(?![\\p{L}\\p{N}])`, "giu"), "_"),
    reachable
  );
}

export {
  withoutOwn
};
