import { createRequire } from 'node:module'
const require = createRequire(import.meta.url)
import {
  MOST_COLUMNS,
  admitHeight,
  admitWidth
} from "./chunk-MFD3ZZTT.js";
import {
  isRefusedKey
} from "./chunk-NLB4M44Z.js";
import {
  emptyFile,
  unreadable
} from "./chunk-STUAINOW.js";
import "./chunk-HQYUQXQO.js";

// src/catalog/readers/table/json-lines.ts
var DEEPEST = 8;
var LABELS = ["name", "label", "field", "question", "key", "title"];
var ANSWERS = ["value", "answer", "response"];
function readJsonLines(text) {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== "");
  if (lines.length === 0) throw emptyFile("The file has no lines. Export it again.");
  admitHeight(lines.length);
  const columns = /* @__PURE__ */ new Map();
  const read = lines.map((line) => readLine(line));
  for (const row of read)
    for (const key of row.cells.keys())
      if (!columns.has(key)) {
        columns.set(key, columns.size);
        if (columns.size > MOST_COLUMNS) admitWidth(columns.size);
      }
  if (read.every((row) => row.broken !== void 0))
    throw unreadable(
      `No line of the file is a JSON object: ${read[0]?.broken}. A file of JSON lines holds one applicant a line, in braces.`
    );
  const headers = [...columns.keys()];
  const rows = read.map(({ cells, broken }) => ({
    cells: headers.map((key) => cells.get(key) ?? ""),
    ...broken === void 0 ? {} : { broken }
  }));
  return { headers, rows };
}
function readLine(line) {
  const cells = /* @__PURE__ */ new Map();
  let value;
  try {
    value = JSON.parse(line);
  } catch {
    return { cells, broken: "The line is not valid JSON" };
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return { cells, broken: "The line is JSON but no object in braces" };
  flatten(value, "", { cells, depth: 0 });
  return { cells };
}
function flatten(value, path, { cells, depth }) {
  if (depth > DEEPEST || cells.size > MOST_COLUMNS) return;
  const label = LABELS.find((key) => typeof value[key] === "string");
  const answer = ANSWERS.find((key) => key in value);
  if (label !== void 0 && answer !== void 0) {
    const name = String(value[label]);
    return put(cells, cells.has(name) ? join(path, name) : name, value[answer]);
  }
  for (const [key, inner] of Object.entries(value)) {
    const at = join(path, key);
    if (isRefusedKey(at) !== void 0) put(cells, at, inner === null || inner === "" ? "" : "x");
    else if (Array.isArray(inner) && inner.some((item) => typeof item === "object" && item !== null)) {
      for (const [i, item] of inner.entries())
        if (typeof item === "object" && item !== null)
          flatten(item, i === 0 ? at : `${at} ${i + 1}`, { cells, depth: depth + 1 });
    } else if (typeof inner === "object" && inner !== null && !Array.isArray(inner))
      flatten(inner, at, { cells, depth: depth + 1 });
    else put(cells, at, inner);
  }
}
var join = (path, key) => path === "" ? key : `${path} ${key}`;
function put(cells, key, value) {
  cells.set(
    key,
    Array.isArray(value) ? value.map(plain).filter((item) => item !== "").join("; ") : plain(value)
  );
}
var plain = (value) => typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";
export {
  readJsonLines
};
