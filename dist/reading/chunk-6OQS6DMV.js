import { createRequire } from 'node:module'
const require = createRequire(import.meta.url)

// src/catalog/grammar/dates.ts
var FIRST_YEAR = 1950;
var LAST_YEAR = 2100;
var MONTHS = [
  "january|januar|janvier|enero|janeiro|gennaio|januari|jan|ene|gen",
  "february|februar|f\xE9vrier|fevrier|febrero|fevereiro|febbraio|februari|feb|f\xE9v|fev|febr",
  "march|m\xE4rz|maerz|mars|marzo|mar\xE7o|marco|maart|mar|m\xE4r|mrz",
  "april|avril|abril|aprile|apr|avr|abr",
  "may|mai|mayo|maio|maggio|mei|mag",
  "june|juni|juin|junio|junho|giugno|jun|giu",
  "july|juli|juillet|julio|julho|luglio|jul|juil|lug",
  "august|ao\xFBt|aout|agosto|augustus|aug|ago|ao\xFB",
  "september|septembre|septiembre|setembro|settembre|sept|sep|set|sett",
  "october|oktober|octobre|octubre|outubro|ottobre|oct|okt|out|ott",
  "november|novembre|noviembre|novembro|nov",
  "december|dezember|d\xE9cembre|decembre|diciembre|dezembro|dicembre|dec|dez|d\xE9c|dic"
];
var MONTH_OF = new Map(MONTHS.flatMap((names, i) => names.split("|").map((name) => [name, i + 1])));
var byLength = (words) => [...words].sort((a, b) => b.length - a.length).join("|");
var MONTH = `(?:${byLength([...MONTH_OF.keys()])})`;
var PRESENT_WORDS = [
  "till(?=\\s{0,2}(?:[:;,.)]|$))",
  "present",
  "current",
  "currently",
  "now",
  "today",
  "to date",
  "till date",
  "till now",
  "until now",
  "ongoing",
  "onwards",
  "heute",
  "aujourd.hui",
  "actualidad",
  "actualmente",
  "presente",
  "atualmente",
  "oggi",
  "heden",
  "date"
];
var SEASON = "(?:spring|summer|fall|autumn|winter|q[1-4])";
var YEAR = String.raw`(?:19|20)\d{2}`;
var DAY = String.raw`\d{1,2}(?:st|nd|rd|th)?`;
var DATE = new RegExp(
  [
    String.raw`(?<present>${PRESENT_WORDS.join("|")})(?![\p{L}\p{N}])`,
    String.raw`(?:${DAY}[\s.,-]{0,2}(?:of\s)?)?(?<month>${MONTH})(?!\p{L})[\s.,'’‘/-]{0,3}(?:${DAY}[,'’]?\s{1,2})?(?<monthYear>${YEAR})(?!\d)`,
    String.raw`(?<month2>${MONTH})(?!\p{L})\.?\s?['’‘-]\s?(?<shortYear>\d{2})(?!\d)`,
    String.raw`(?<a>\d{1,2})(?<sep>[/.,-])(?<b>\d{1,2})\k<sep>(?<dmYear>${YEAR})(?!\d)`,
    String.raw`(?<isoYear>${YEAR})[-/.](?<isoMonth>0[1-9]|1[0-2])(?:[-/.]\d{2})?(?!\d)`,
    String.raw`(?<numMonth>0?[1-9]|1[0-2])\s?[/.-]\s?(?<numYear>${YEAR})(?!\d)`,
    String.raw`(?<numMonth2>0[1-9]|1[0-2])/(?<numShort>\d{2})(?![\d/])`,
    String.raw`${SEASON}[\s,]{1,2}(?:of\s)?(?<seasonYear>${YEAR})(?!\d)`,
    String.raw`(?<year>${YEAR})(?![\d%])`,
    String.raw`(?<bare>${MONTH})(?![\p{L}\p{N}])\.?`
  ].map((form) => String.raw`(?<![\p{L}\p{N}$€£])${form}`).join("|"),
  "giu"
);
var BETWEEN = /^\s{0,3}(?:[-–—−‐‑‒―~→]{1,3}(?:\s{0,2}(?:to|till|until)\s)?|\/|\.{2,3}|…|to(?:\sto)?|until|till|through|thru|up to|bis|à|au|al|hasta|até|a|tot)\s{0,3}(?:the\s)?$/iu;
var SINCE = /(?:^|[^\p{L}])(?:since|from|seit|depuis|desde|ab)\s{1,3}$/iu;
var SHORT_END = /^\s?[-–—/]\s?['’]?(\d{2})(?![\d/.:-])/u;
var OPEN_END = /^\s?[-–—]{1,2}\s{0,3}(?:\.{2,3}|…)?$/u;
function findPeriods(text) {
  const moments = momentsOf(text);
  const periods = [];
  for (let i = 0; i < moments.length; i += 1) {
    const first = moments[i];
    const second = moments[i + 1];
    if (first.kind === "present") continue;
    if (second !== void 0 && joins(text, first, second)) {
      const period = range(first, second);
      if (period !== void 0) {
        periods.push(period);
        i += 1;
        continue;
      }
    }
    if (first.kind === "date") periods.push(alone(first, text));
  }
  return periods;
}
function joins(text, first, second) {
  const between = text.slice(first.end, second.start);
  return BETWEEN.test(between) || second.kind === "present" && /^\s{0,3}[-–—]?\s{0,3}$/u.test(between) && /^(?:to|till|until|onwards)/iu.test(text.slice(second.start, second.end));
}
function findPeriod(text) {
  const all = findPeriods(text);
  return all.find((period) => !period.single) ?? all[0];
}
function withoutPeriods(text, periods) {
  let out = "";
  let at = 0;
  for (const period of periods) {
    out += `${text.slice(at, period.start)}	`;
    at = period.end;
  }
  return (out + text.slice(at)).replace(/[([]\s{0,3}(?:from|since|dates?:?)?\s{0,3}\t\s{0,3}[)\]]/giu, "	").replace(/(?:^|[\s,])(?:from|since)\s{0,2}\t/giu, "	").replace(/[\s,;:|–—-]{0,10}\t[\s,;:|–—-]{0,10}/gu, "	").replace(/^[\s,;:|–—.()-]{1,10}|[\s,;:|–—(-]{1,10}$/gu, "");
}
function momentsOf(text) {
  const found = [];
  if (!/\d\d/u.test(text)) return found;
  for (const match of text.matchAll(DATE)) {
    const moment = momentOf(match, text);
    if (moment !== void 0) found.push(moment);
  }
  return found;
}
function momentOf(match, text) {
  const g = match.groups;
  const start = match.index ?? 0;
  const span = { start, end: start + match[0].length };
  if (g["present"] !== void 0) return { kind: "present", ...span };
  if (g["bare"] !== void 0) return { kind: "month", month: monthNumber(g["bare"]), ...span };
  const isRange = g["isoYear"] !== void 0 && readsAsYears(g, text.slice(span.end), text.slice(0, start));
  if (isRange) return dated(Number(g["isoYear"]), void 0, { start, end: start + 4 });
  const year = g["monthYear"] ?? g["dmYear"] ?? g["isoYear"] ?? g["numYear"] ?? g["seasonYear"] ?? g["year"];
  const short = g["shortYear"] ?? g["numShort"];
  const month = g["month"] ?? g["month2"];
  const number = g["isoMonth"] ?? g["numMonth"] ?? g["numMonth2"];
  const named = month === void 0 ? number === void 0 ? dayAndMonth(g) : Number(number) : monthNumber(month);
  return dated(year === void 0 ? century(Number(short)) : Number(year), named, span);
}
var monthNumber = (name) => MONTH_OF.get(name.toLowerCase()) ?? 1;
var century = (short) => (short >= 60 ? 1900 : 2e3) + short;
function dated(year, month, span) {
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) return void 0;
  return { kind: "date", year, ...month === void 0 ? {} : { month }, ...span };
}
function readsAsYears(g, after, before) {
  const later = Number(g["isoMonth"]) > Number(g["isoYear"]) % 100;
  const beside = /^\s{0,3}(?:[-–—]|to|\/)\s{0,3}(?:(?:19|20)\d{2}|present|now|current)/iu.test(after) || /(?:19|20)\d{2}[-/.]\d{2}\s{0,3}(?:[-–—]|to)\s{0,3}$/u.test(before);
  return later && !beside && !/^[-/.]\d/u.test(after);
}
function dayAndMonth(g) {
  if (g["a"] === void 0) return void 0;
  const [a, b] = [Number(g["a"]), Number(g["b"])];
  if (a > 12 && b >= 1 && b <= 12) return b;
  if (b > 12 && a >= 1 && a <= 12) return a;
  return g["sep"] === "." && b >= 1 && b <= 12 ? b : a === b ? a : void 0;
}
var written = (moment, year = moment.year) => moment.month === void 0 ? String(year) : `${year}-${String(moment.month).padStart(2, "0")}`;
function range(first, second) {
  const span = { start: first.start, end: second.end, single: false };
  if (second.kind === "month") return void 0;
  if (first.kind === "month")
    return second.kind === "date" ? { from: written(first, second.year), to: written(second), ...span } : void 0;
  return { from: written(first), to: second.kind === "present" ? "present" : written(second), ...span };
}
function alone(moment, text) {
  const after = text.slice(moment.end);
  const short = moment.month === void 0 ? SHORT_END.exec(after) : null;
  if (short !== null && Number(short[1]) > (moment.year ?? 0) % 100) {
    const to = Math.floor((moment.year ?? 0) / 100) * 100 + Number(short[1]);
    return { from: written(moment), to: String(to), start: moment.start, end: moment.end + short[0].length, single: false };
  }
  if (SINCE.test(text.slice(0, moment.start)) && /since|seit|depuis|desde/iu.test(text.slice(Math.max(0, moment.start - 12), moment.start)))
    return { from: written(moment), to: "present", start: moment.start, end: moment.end, single: false };
  if (OPEN_END.test(after) && after.trim() !== "")
    return { from: written(moment), start: moment.start, end: moment.end + after.length, single: false };
  return { from: written(moment), to: written(moment), start: moment.start, end: moment.end, single: true };
}

export {
  MONTH,
  findPeriods,
  findPeriod,
  withoutPeriods
};
