import { createRequire } from 'node:module'
const require = createRequire(import.meta.url)
import {
  headingKind
} from "./chunk-IHU5H7YG.js";
import {
  findPeriods
} from "./chunk-6OQS6DMV.js";
import "./chunk-HQYUQXQO.js";

// src/catalog/grammar/genre.ts
var SALUTATION = new RegExp("^(?:dear\\s\\p{L}|to whom it may concern|sehr geehrte|guten tag|hello hiring|madame, monsieur|estimad[oa]s?\\s)", "iu");
var CLOSING = /^(?:(?:yours\s)?(?:sincerely|faithfully|truly)|(?:best|kind|warm)(?:est)?\sregards|regards|respectfully|mit freundlichen grüßen|cordialement|atentamente|saludos)\b/iu;
var CAREER = /* @__PURE__ */ new Set(["experience", "education", "skills", "personal"]);
function genreOf(lines) {
  const greets = lines.slice(0, 30).some((line) => SALUTATION.test(line.text.trim()));
  const closes = lines.some((line) => CLOSING.test(line.text.trim()));
  if (!greets || !closes) return "resume";
  const ranges = lines.reduce((n, line) => n + findPeriods(line.text.slice(0, 300)).filter((p) => !p.single).length, 0);
  const career = lines.some((line) => CAREER.has(headingKind(line.text.trim()) ?? ""));
  return ranges <= 2 && !career ? "cover-letter" : "resume";
}
function isLinkedInExport(lines, producer) {
  if (producer === void 0 || !/apache fop|linkedin/iu.test(producer)) return false;
  const has = (form) => lines.some((line) => form.test(line.text));
  return has(/^\s*Contact\b/u) && has(/linkedin\.com\/in/iu) && (has(/^\s*Top Skills\b/u) || has(/\(LinkedIn\)/u));
}
export {
  genreOf,
  isLinkedInExport
};
