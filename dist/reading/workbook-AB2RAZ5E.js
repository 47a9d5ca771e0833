import { createRequire } from 'node:module'
const require = createRequire(import.meta.url)
import {
  MOST_COLUMNS,
  MOST_ROWS,
  admitHeight,
  admitWidth
} from "./chunk-MFD3ZZTT.js";
import {
  openArchive
} from "./chunk-QWTKQBOO.js";
import {
  AppError,
  asAppError,
  emptyFile,
  tooLarge,
  unreadable
} from "./chunk-STUAINOW.js";
import "./chunk-HQYUQXQO.js";

// src/catalog/readers/table/workbook.ts
var CAPS = { entries: 2e3, entryBytes: 384 << 20, totalBytes: 512 << 20 };
var PARTS = /^xl\/(?:worksheets\/[^/]+\.xml|sharedStrings\.xml|styles\.xml|workbook\.xml|_rels\/.+)$/i;
async function readWorkbook(bytes) {
  await admitParts(bytes);
  const { default: readXlsxFile } = await import("./universal-FNYRTIO4.js");
  const sheets = await unlessDamaged(() => readXlsxFile(new Uint8Array(bytes).buffer));
  const filled = sheets.filter(({ data }) => data.some((row) => row.some((cell) => text(cell) !== "")));
  const [first] = filled;
  if (first === void 0) throw emptyFile("The workbook has no filled sheet. Export it again.");
  const [header, ...rest] = first.data.map((row) => row.map(text)).filter((row) => row.some((cell) => cell !== ""));
  const headers = trimmed(header ?? []);
  admitWidth(headers.length);
  admitHeight(rest.length);
  const rows = rest.map(
    (cells) => cells.slice(headers.length).some((cell) => cell !== "") ? { cells, broken: `The row has values beyond the last column of the header (${headers.length} columns)` } : { cells: headers.map((_, i) => cells[i] ?? "") }
  );
  return { sheet: { headers, rows }, others: filled.length - 1 };
}
async function admitParts(bytes) {
  const archive = await openArchive(bytes, CAPS);
  for (const name of archive.names.filter((part) => PARTS.test(part))) {
    const part = await archive.read(name);
    if (part !== void 0 && /worksheets/i.test(name)) admitCells(Buffer.from(part).toString("latin1"));
  }
}
function admitCells(xml) {
  for (const match of xml.matchAll(/\sr="([A-Z]{0,4})(\d{1,9})"/g)) {
    const column = [...match[1] ?? ""].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    if (column > MOST_COLUMNS * 4) admitWidth(column);
    if (Number(match[2]) > MOST_ROWS * 2)
      throw tooLarge(
        `The workbook has a cell in row ${Number(match[2]).toLocaleString("en")}; at most ${MOST_ROWS.toLocaleString("en")} rows are read. Remove what stands far below the table, or split it.`
      );
  }
}
var trimmed = (headers) => headers.slice(0, headers.findLastIndex((cell) => cell !== "") + 1);
function text(cell) {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? "" : cell.toISOString();
  if (typeof cell === "number") return Number.isInteger(cell) && Math.abs(cell) < 1e21 ? BigInt(cell).toString() : String(cell);
  return typeof cell === "string" || typeof cell === "boolean" ? String(cell).trim() : "";
}
async function unlessDamaged(work) {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw unreadable(
      `The workbook cannot be read (${asAppError(error).detail}). Open it in a spreadsheet program and save it anew as .xlsx or as CSV.`,
      { cause: error }
    );
  }
}
export {
  readWorkbook
};
