import { createRequire } from 'node:module'
const require = createRequire(import.meta.url)

// src/catalog/readers/table/applied.ts
var ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?)?$/i;
var NUMERIC = /^(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})(?:[ ,T]+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap]m)?)?$/i;
var WORDS = new RegExp("^(?:\\p{L}{3,9},?\\s+)?(?:(\\d{1,2})(?:st|nd|rd|th)?\\.?\\s+(\\p{L}{3,9})\\.?|(\\p{L}{3,9})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?),?\\s+(\\d{4})(?:[ ,]+(?:at\\s+)?(\\d{1,2}):(\\d{2})(?::\\d{2})?\\s*([ap]m)?)?", "iu");
var MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
function instantOf(cell, order) {
  const written = cell.trim();
  const iso = ISO.exec(written);
  if (iso !== null)
    return built({ year: iso[1], month: iso[2], day: iso[3], hour: iso[4], minute: iso[5], second: iso[6], zone: iso[7] }, written);
  const words = WORDS.exec(written);
  if (words !== null) {
    const month2 = MONTHS.indexOf((words[2] ?? words[3] ?? "").slice(0, 3).toLowerCase()) + 1;
    if (month2 > 0)
      return built(
        { year: words[5], month: String(month2), day: words[1] ?? words[4], hour: afternoon(words[6], words[8]), minute: words[7] },
        written
      );
  }
  const numeric = NUMERIC.exec(written);
  if (numeric === null) return `"${written.slice(0, 40)}" is not a date that can be read; write it as 2024-03-31`;
  const [, a, b, c] = numeric;
  const sorted = order ?? ((a?.length ?? 0) === 4 ? "ymd" : void 0);
  if (sorted === void 0) return `"${written.slice(0, 40)}" may be two dates; say date_order: dmy or mdy in the column map`;
  const [year, month, day] = sorted === "ymd" || a?.length === 4 ? [a, b, c] : sorted === "dmy" ? [c, b, a] : [c, a, b];
  return built({ year, month, day, hour: afternoon(numeric[4], numeric[7]), minute: numeric[5], second: numeric[6] }, written);
}
function built(parts, written) {
  const two = (part) => (part ?? "0").padStart(2, "0");
  const zone = parts.zone === void 0 || /utc/i.test(parts.zone) ? "Z" : parts.zone;
  const date = `${parts.year}-${two(parts.month)}-${two(parts.day)}`;
  const at = Date.parse(`${date}T${two(parts.hour)}:${two(parts.minute)}:${two(parts.second)}${zone}`);
  const year = Number(parts.year);
  const real = !Number.isNaN(at) && year >= 1990 && year <= 2100 && new Date(Date.parse(`${date}T00:00:00Z`)).toISOString().startsWith(date);
  return real ? { at: new Date(at).toISOString() } : `"${written.slice(0, 40)}" is not a date of the calendar between 1990 and 2100`;
}
function afternoon(hour, half) {
  if (hour === void 0 || half === void 0) return hour;
  const twelve = Number(hour) % 12;
  return String(half.toLowerCase() === "pm" ? twelve + 12 : twelve);
}
function orderOf(cells) {
  const seen = /* @__PURE__ */ new Set();
  for (const cell of cells) {
    const numeric = NUMERIC.exec(cell.trim());
    if (numeric === null || numeric[1]?.length === 4) continue;
    if (Number(numeric[1]) > 12) seen.add("dmy");
    else if (Number(numeric[2]) > 12) seen.add("mdy");
  }
  return seen.size === 1 ? [...seen][0] : void 0;
}

export {
  instantOf,
  orderOf
};
