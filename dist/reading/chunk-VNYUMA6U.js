import { createRequire } from 'node:module'
const require = createRequire(import.meta.url)
import {
  digest32,
  nameKey
} from "./chunk-LAMMERED.js";
import {
  loadPdfjs
} from "./chunk-TPII3YWF.js";

// src/catalog/readers/pdf/properties.ts
async function propertiesOf(document, counted) {
  const { PDFDateString } = await loadPdfjs();
  const { info, metadata } = await document.getMetadata();
  const written = info;
  const xmp = (key) => oneLine(metadata?.get(key));
  const producer = oneLine(written["Producer"]) ?? xmp("pdf:producer");
  const value = {
    format: "pdf",
    ...given("producer", producer),
    ...given("creator", oneLine(written["Creator"]) ?? xmp("xmp:creatortool")),
    ...given("created", iso(PDFDateString.toDateObject(text(written["CreationDate"]) ?? "")) ?? xmpDate(xmp("xmp:createdate"))),
    ...given("modified", iso(PDFDateString.toDateObject(text(written["ModDate"]) ?? "")) ?? xmpDate(xmp("xmp:modifydate"))),
    ...given("documentId", xmp("xmpmm:documentid")),
    ...given("instanceId", xmp("xmpmm:instanceid")),
    ...counted.fonts.length > 0 ? { fonts: [...counted.fonts].slice(0, 200) } : {},
    pages: counted.pages,
    words: counted.words
  };
  const drafts = [{ about: "self", property: "document-metadata", value, basis: "observed", at: "metadata=Info" }];
  const author = oneLine(written["Author"]);
  if (author !== void 0) drafts.push(...authorship(author));
  return { drafts, producer };
}
function authorship(author) {
  const at = "metadata=Author";
  const key = nameKey(author);
  return [
    { about: "self", property: "document-author", value: { full: author, field: "author" }, basis: "observed", at },
    ...key === "" ? [] : [
      {
        about: "self",
        property: "document-author-digest",
        value: { digest: digest32(key), field: "author" },
        basis: "observed",
        at
      }
    ]
  ];
}
var given = (key, value) => value === void 0 ? {} : { [key]: value };
var text = (value) => typeof value === "string" ? value : Array.isArray(value) ? text(value[0]) : void 0;
function oneLine(value) {
  const line = text(value)?.replace(/[\u0000-\u001f\u007f\s]+/gu, " ").trim().slice(0, 500).trim();
  return line === void 0 || line === "" ? void 0 : line;
}
function iso(date) {
  if (date === null || Number.isNaN(date.getTime())) return void 0;
  const year = date.getUTCFullYear();
  return year >= 1950 && year <= 2100 ? date.toISOString() : void 0;
}
function xmpDate(written) {
  if (written === void 0 || !/^\d{4}-\d{2}-\d{2}/u.test(written)) return void 0;
  const zoned = /T.*(?:Z|[+-]\d{2}:?\d{2})$/u.test(written) || !written.includes("T") ? written : `${written}Z`;
  return iso(new Date(zoned));
}
var withoutSubsetPrefix = (font) => font.replace(/^[A-Z]{6}\+/u, "");

export {
  propertiesOf,
  withoutSubsetPrefix
};
