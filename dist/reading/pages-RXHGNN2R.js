import { createRequire } from 'node:module'
const require = createRequire(import.meta.url)
import {
  annotationsOf,
  pageScripts
} from "./chunk-3447KQDH.js";
import {
  withoutSubsetPrefix
} from "./chunk-VNYUMA6U.js";
import {
  grayOf,
  imageHash
} from "./chunk-B25LHGQI.js";
import "./chunk-LAMMERED.js";
import {
  loadPdfjs,
  openPdf
} from "./chunk-TPII3YWF.js";
import "./chunk-CCGG32P4.js";
import {
  bytesToHex,
  sha256
} from "./chunk-TYSITGLF.js";
import "./chunk-STUAINOW.js";
import "./chunk-HQYUQXQO.js";

// src/catalog/readers/pdf/geometry.ts
var IDENTITY = [1, 0, 0, 1, 0, 0];
function multiply(outer, inner) {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}
var pointX = (m, x, y) => m[0] * x + m[2] * y + m[4];
var pointY = (m, x, y) => m[1] * x + m[3] * y + m[5];
function mapBox(m, [x0, y0, x1, y1]) {
  const xs = [pointX(m, x0, y0), pointX(m, x1, y0), pointX(m, x0, y1), pointX(m, x1, y1)];
  const ys = [pointY(m, x0, y0), pointY(m, x1, y0), pointY(m, x0, y1), pointY(m, x1, y1)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
function invert(m) {
  const [a, b, c, d, e, f] = m;
  const det = a * d - b * c;
  if (det === 0) return IDENTITY;
  return [d / det, -b / det, -c / det, a / det, (c * f - d * e) / det, (b * e - a * f) / det];
}
var union = (a, b) => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
var intersect = (a, b) => [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
var isEmpty = (b) => b[2] <= b[0] || b[3] <= b[1];
var area = (b) => isEmpty(b) ? 0 : (b[2] - b[0]) * (b[3] - b[1]);
var contains = (b, x, y) => x >= b[0] && x <= b[2] && y >= b[1] && y <= b[3];
function uprightMatrix([x0, y0, x1, y1], rotate) {
  const width = x1 - x0;
  const height = y1 - y0;
  const turned = (rotate % 360 + 360) % 360;
  if (turned === 90) return { matrix: [0, -1, 1, 0, -y0, x1], page: [0, 0, height, width] };
  if (turned === 180) return { matrix: [-1, 0, 0, -1, x1, y1], page: [0, 0, width, height] };
  if (turned === 270) return { matrix: [0, 1, -1, 0, y1, -x0], page: [0, 0, height, width] };
  return { matrix: [1, 0, 0, 1, -x0, -y0], page: [0, 0, width, height] };
}

// src/catalog/readers/pdf/glyphs.ts
var WORD_GAP = 0.102;
var RISES = 0.75;
var DESCENDS = 0.22;
function setGlyphs(glyphs, setting) {
  const { pen, cursor, face } = setting;
  const size = Math.abs(pen.fontSize);
  const direction = pen.fontSize < 0 ? -1 : 1;
  const widthScale = size * (face.fontMatrix[0] ?? 1e-3);
  const across = multiply(pen.matrix, multiply(cursor.matrix, [pen.scale * direction, 0, 0, direction, cursor.x, cursor.y + pen.rise]));
  const run = new Run(across, size, setting);
  let at = 0;
  for (const glyph of glyphs) {
    if (typeof glyph === "number") {
      const jump = (face.vertical ? 1 : -1) * (glyph * size) / 1e3;
      at += jump;
      continue;
    }
    const spacing = (glyph.isSpace ? pen.wordSpacing : 0) + pen.charSpacing;
    const advance = face.vertical ? (glyph.vmetric?.[0] ?? -1e3) * widthScale - spacing : glyph.width * widthScale + spacing;
    run.add(glyph.unicode, at, at + (face.vertical ? advance : glyph.width * widthScale));
    at += advance;
  }
  run.end();
  if (face.vertical) cursor.y += at;
  else cursor.x += at * pen.scale * direction;
}
var BLANK = /^[\s\u00a0]*$/;
var Run = class {
  #m;
  #size;
  #setting;
  #text = "";
  #from = 0;
  #to = 0;
  #spaceBefore = false;
  #last;
  constructor(matrix, size, setting) {
    this.#m = matrix;
    this.#size = size;
    this.#setting = setting;
  }
  add(unicode, from, to) {
    if (BLANK.test(unicode)) {
      this.end();
      this.#spaceBefore = true;
      if (this.#last !== void 0) this.#last.spaceAfter = true;
      return;
    }
    const gap = this.#setting.face.vertical ? 0 : from - this.#to - Math.max(0, this.#setting.pen.charSpacing);
    if (this.#text !== "" && (gap > WORD_GAP * this.#size || gap < -this.#size)) this.end();
    if (this.#text === "") this.#from = from;
    this.#text += unicode;
    this.#to = to;
  }
  end() {
    if (this.#text === "") return;
    const { pieces, ink, order, face } = this.#setting;
    const [a, b, c, d] = this.#m;
    const tracking = Math.max(0, this.#setting.pen.charSpacing) * Math.hypot(a, b);
    const effective = this.#size * Math.hypot(c, d);
    const piece = {
      text: this.#text,
      box: this.#box(),
      y: pointY(this.#m, this.#from, 0),
      size: effective,
      upright: Math.abs(b) <= 0.05 * Math.abs(a) && a > 0 && !face.vertical,
      bold: face.bold,
      ink,
      order,
      tracking,
      spaceBefore: this.#spaceBefore,
      spaceAfter: false
    };
    pieces.push(piece);
    this.#last = piece;
    this.#text = "";
    this.#spaceBefore = false;
  }
  #box() {
    const vertical = this.#setting.face.vertical;
    const corner = (along, over) => {
      const [x, y] = vertical ? [over, along] : [along, over];
      const [px, py] = [pointX(this.#m, x, y), pointY(this.#m, x, y)];
      return [px, py, px, py];
    };
    const low = -DESCENDS * this.#size;
    const high = RISES * this.#size;
    return union(union(corner(this.#from, low), corner(this.#to, high)), union(corner(this.#from, high), corner(this.#to, low)));
  }
};

// src/catalog/readers/pdf/segments.ts
var JUMP = 1.2;
var SAME_BASELINE = 0.25;
var RAISED = 0.5;
function segmentsOf(pieces) {
  const drawn = [];
  for (const piece of pieces) {
    const last = drawn.at(-1);
    if (last !== void 0 && continues(last, piece)) extend(last, piece);
    else if (last === void 0 || !isDouble(last, piece)) drawn.push(start(piece));
  }
  const merged = mergeNeighbours(drawn);
  [...merged].sort((a, b) => a.first - b.first).forEach((segment, rank) => segment.rank = rank);
  return merged;
}
function start(piece) {
  const letters = piece.text.length;
  return {
    text: piece.text,
    box: piece.box,
    end: piece.box,
    y: piece.y,
    size: piece.size,
    bold: piece.bold ? letters : 0,
    letters,
    first: piece.order,
    last: piece.order,
    rank: 0,
    upright: piece.upright,
    spaceAfter: piece.spaceAfter,
    tracking: piece.tracking
  };
}
function continues(segment, piece) {
  if (segment.upright !== piece.upright) return false;
  if (!segment.upright) return isNear(segment.end, piece);
  const em = Math.max(segment.size, piece.size);
  const raised = piece.size < 0.8 * segment.size ? RAISED : SAME_BASELINE;
  if (Math.abs(segment.y - piece.y) > raised * em) return false;
  const gap = piece.box[0] - segment.box[2];
  return gap < JUMP * em && gap > -0.3 * em;
}
function isNear(end, piece) {
  const dx = Math.max(0, piece.box[0] - end[2], end[0] - piece.box[2]);
  const dy = Math.max(0, piece.box[1] - end[3], end[1] - piece.box[3]);
  return Math.max(dx, dy) < 0.6 * piece.size;
}
function extend(segment, piece) {
  const gap = piece.box[0] - segment.box[2] - segment.tracking;
  const apart = segment.spaceAfter || piece.spaceBefore || segment.upright && gap > WORD_GAP * Math.max(segment.size, piece.size);
  append(segment, { ...start(piece) }, apart);
}
function append(segment, next, apart) {
  segment.text += (apart ? " " : "") + next.text;
  segment.box = union(segment.box, next.box);
  segment.size = Math.max(segment.size, next.size);
  segment.bold += next.bold;
  segment.letters += next.letters;
  segment.last = next.last;
  segment.end = next.end;
  segment.spaceAfter = next.spaceAfter;
  segment.tracking = next.tracking;
}
function isDouble(segment, piece) {
  return segment.text.endsWith(piece.text) && Math.abs(segment.y - piece.y) < 0.1 * piece.size && Math.abs(segment.box[2] - piece.box[2]) < 0.15 * piece.size;
}
function inReadingOrder(segments) {
  return [...segments].sort((a, b) => b.y - a.y || a.box[0] - b.box[0]);
}
function mergeNeighbours(segments) {
  const out = [];
  for (const row of rowsOf(segments)) {
    const merged = [];
    for (const segment of [...row].sort((a, b) => a.box[0] - b.box[0])) {
      const last = merged.at(-1);
      if (last === void 0 || !last.upright || !segment.upright) {
        merged.push(segment);
        continue;
      }
      const em = Math.max(last.size, segment.size);
      const gap = segment.box[0] - last.box[2];
      if (gap < -0.3 * em && segment.text === last.text) continue;
      if (gap < JUMP * em && gap > -0.3 * em) append(last, segment, last.spaceAfter || gap - last.tracking > WORD_GAP * em);
      else merged.push(segment);
    }
    out.push(...merged);
  }
  return out;
}
function rowsOf(segments) {
  const rows = [];
  let top = Number.NaN;
  for (const segment of inReadingOrder(segments)) {
    const row = rows.at(-1);
    if (row !== void 0 && top - segment.y <= 0.25 * Math.min(segment.size, row[0].size)) row.push(segment);
    else {
      rows.push([segment]);
      top = segment.y;
    }
  }
  return rows;
}

// src/catalog/readers/pdf/columns.ts
var GUTTER = 8;
var LINES = 4;
var DEEPEST = 5;
var MOST_EDGES = 40;
function readInColumns(segments, depth = 0) {
  const rows = rowsOf(segments);
  const split = depth < DEEPEST ? bestSplit(rows) : void 0;
  if (split === void 0) return rows.map((row) => [...row].sort((a, b) => a.box[0] - b.box[0]));
  const band = rows.slice(split.from, split.to).flat();
  return [
    ...readInColumns(rows.slice(0, split.from).flat(), depth + 1),
    ...readInColumns(
      band.filter((s) => s.box[0] < split.x),
      depth + 1
    ),
    ...readInColumns(
      band.filter((s) => s.box[0] >= split.x),
      depth + 1
    ),
    ...readInColumns(rows.slice(split.to).flat(), depth + 1)
  ];
}
function bestSplit(rows) {
  if (rows.length < LINES) return void 0;
  let best;
  for (const x of edges(rows)) {
    for (const split of bandsAt(x, rows)) {
      if ((best === void 0 || split.lines > best.lines) && areColumns(rows.slice(split.from, split.to), x)) best = split;
    }
  }
  return best;
}
function edges(rows) {
  const counts = /* @__PURE__ */ new Map();
  for (const row of rows)
    for (const s of row) {
      const edge = Math.round(s.box[0]);
      counts.set(edge, (counts.get(edge) ?? 0) + 1);
    }
  return [...counts].filter(([, n]) => n >= 2).sort((a, b) => b[1] - a[1]).slice(0, MOST_EDGES).map(([edge]) => edge - 0.6);
}
function bandsAt(x, rows) {
  const bands = [];
  let from = 0;
  const close = (to) => {
    const band = trim(rows, from, to, x);
    const left = count(rows, band.from, band.to, (s) => s.box[0] < x);
    const right = count(rows, band.from, band.to, (s) => s.box[0] >= x);
    if (left >= LINES && right >= LINES) bands.push({ x, ...band, lines: left + right });
  };
  for (let i = 0; i <= rows.length; i += 1) {
    if (i < rows.length && !rows[i].some((s) => s.box[0] < x && s.box[2] > x - GUTTER)) continue;
    close(i);
    from = i + 1;
  }
  return bands;
}
var count = (rows, from, to, on) => rows.slice(from, to).filter((row) => row.some(on)).length;
function trim(rows, start2, end, x) {
  const right = (row) => row?.some((s) => s.box[0] >= x) ?? false;
  let from = start2;
  while (from < end && !right(rows[from])) from += 1;
  const level = rows[from]?.[0];
  while (from > start2 && level !== void 0 && rows[from - 1][0].y - rows[from][0].y < 2 * level.size && rows[from - 1][0].size <= 1.2 * level.size)
    from -= 1;
  return { from, to: end };
}
function areColumns(band, x) {
  const left = band.filter((row) => row.some((s) => s.box[0] < x));
  const right = band.filter((row) => row.some((s) => s.box[0] >= x));
  const both = band.filter((row) => row.some((s) => s.box[0] < x) && row.some((s) => s.box[0] >= x));
  if (both.length === 0) return true;
  const next = both.filter((row) => drawnAcross(row, x)).length;
  if (next >= 0.5 * both.length) return false;
  const fewer = left.length <= right.length ? left : right;
  const more = fewer === left ? right : left;
  const aligned = fewer.filter((row) => both.includes(row)).length / fewer.length;
  return !(aligned >= 0.75 && fewer.length <= 0.5 * more.length && average(fewer, fewer === left, x) <= 26);
}
function drawnAcross(row, x) {
  const left = row.filter((s) => s.box[0] < x).map((s) => s.rank);
  const right = row.filter((s) => s.box[0] >= x).map((s) => s.rank);
  return Math.min(...right) === Math.max(...left) + 1;
}
function average(rows, left, x) {
  const texts = rows.map((row) => row.filter((s) => s.box[0] < x === left).reduce((n, s) => n + s.text.length, 0));
  return texts.reduce((a, b) => a + b, 0) / texts.length;
}

// src/catalog/readers/pdf/layout.ts
function locate(page, box, back) {
  const rounded = mapBox(back, box).map((n) => Math.round(n * 10) / 10);
  return `page=${page}&box=${rounded.join(",")}`;
}
function linesOf(drawn, visible) {
  const segments = segmentsOf(visible);
  const rows = [...readInColumns(segments.filter((s) => s.upright)), ...segments.filter((s) => !s.upright).map((s) => [s])];
  const leading = usualLeading(rows);
  return rows.map((row, i) => lineOf(row, rows[i - 1], { drawn, leading }));
}
function lineOf(row, above, page) {
  const box = row.map((s) => s.box).reduce(union);
  const letters = row.reduce((n, s) => n + s.letters, 0);
  const bold = row.reduce((n, s) => n + s.bold, 0);
  const size = Math.max(...row.map((s) => s.size));
  const gap = above === void 0 ? Infinity : (above[0].y - row[0].y) / Math.max(size, above[0].size);
  return {
    text: row.map((s) => readable(s.text)).join("	"),
    at: locate(page.drawn.number, box, page.drawn.back),
    size: Math.round(size * 10) / 10,
    bold: bold > letters / 2,
    gapBefore: gap < 0 || gap > Math.max(1.35 * page.leading, page.leading + 0.25)
  };
}
function usualLeading(rows) {
  const steps = [];
  for (let i = 1; i < rows.length; i += 1) {
    const step = (rows[i - 1][0].y - rows[i][0].y) / Math.max(rows[i][0].size, rows[i - 1][0].size);
    if (step > 0.5 && step < 3) steps.push(step);
  }
  steps.sort((a, b) => a - b);
  return steps[Math.floor(steps.length / 2)] ?? 1.2;
}
function readable(text) {
  return inLogicalOrder(text).replace(/[\uf000-\uf0ff]/g, "\u2022").replace(/[\ue000-\uf8ff\u0000-\u0008\u000b-\u001f\ufffd]/g, " ").replace(/[\u00a0\ufb00-\ufdff\ufe70-\ufefc]+/g, (forms) => forms.normalize("NFKC")).replace(/ {2,}/g, " ").trim();
}
var RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}]/u;
function inLogicalOrder(text) {
  if (!RIGHT_TO_LEFT.test(text)) return text;
  return text.replace(
    /[\p{Script=Hebrew}\p{Script=Arabic}\p{M}]+(?:[\s،.'"]+[\p{Script=Hebrew}\p{Script=Arabic}\p{M}]+)*/gu,
    (run) => [...run].reverse().join("")
  );
}

// src/catalog/readers/pdf/photos.ts
var SMALLEST = 80;
var LARGEST = 2e3;
var MOST = 4;
var CONTINUOUS_TONE = 64;
async function photosOf(page, drawn) {
  const drafts = [];
  const seen = /* @__PURE__ */ new Set();
  for (const { picture, box } of drawn.shapes) {
    if (picture === void 0 || seen.has(picture.id) || drafts.length >= MOST) continue;
    seen.add(picture.id);
    const { width, height } = picture;
    if (Math.min(width, height) < SMALLEST || Math.max(width, height) > LARGEST || width > 2 * height || height > 2 * width) continue;
    const gray = toGray(await decoded(page, picture.id));
    const hash = gray === void 0 ? void 0 : imageHash(gray, width, height);
    if (gray === void 0 || hash === void 0) continue;
    const role = levelsOf(gray) >= CONTINUOUS_TONE ? "photo" : "embedded";
    drafts.push({
      about: "self",
      property: "image-hash",
      value: { ...hash, sha256: bytesToHex(sha256(gray)), width, height, role },
      basis: "observed",
      at: locate(drawn.number, box, drawn.back)
    });
  }
  return drafts;
}
function levelsOf(gray) {
  const seen = new Uint8Array(256);
  for (const level of gray) seen[level] = 1;
  return seen.reduce((n, one) => n + one, 0);
}
var decoded = (page, id) => new Promise(
  (resolve) => (id.startsWith("g_") ? page.commonObjs : page.objs).get(id, (picture) => resolve(picture))
);
function toGray(picture) {
  if (!picture?.data) return void 0;
  const channels = picture.data.length / (picture.width * picture.height);
  return channels === 1 || channels === 3 || channels === 4 ? grayOf(picture.data, channels) : void 0;
}

// src/catalog/readers/pdf/pen.ts
function newPen(matrix, page) {
  return {
    matrix,
    clip: page,
    fill: "#000000",
    stroke: "#000000",
    fillAlpha: 1,
    strokeAlpha: 1,
    lineWidth: 1,
    mode: 0,
    font: "",
    fontSize: 0,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    clippingText: []
  };
}
var newCursor = () => ({ matrix: IDENTITY, x: 0, y: 0, lineX: 0, lineY: 0 });
function moveCursor(cursor, x, y) {
  cursor.lineX += x;
  cursor.lineY += y;
  cursor.x = cursor.lineX;
  cursor.y = cursor.lineY;
}
function setCursor(cursor, matrix) {
  cursor.matrix = matrix;
  cursor.x = cursor.y = cursor.lineX = cursor.lineY = 0;
}
function transform(pen, matrix) {
  pen.matrix = multiply(pen.matrix, matrix);
}
function clipTo(pen, box) {
  const clip = intersect(pen.clip, mapBox(pen.matrix, box));
  pen.clip = isEmpty(clip) ? [0, 0, 0, 0] : clip;
}
function showClippingText(pen) {
  for (const ink of pen.clippingText) ink.paintedThrough = true;
  pen.clippingText = [];
}
function inkOf(pen, layerOff) {
  const strokes = pen.mode % 4 === 1;
  const ink = {
    colour: strokes ? pen.stroke : pen.fill,
    alpha: strokes ? pen.strokeAlpha : pen.mode % 4 === 2 ? Math.max(pen.fillAlpha, pen.strokeAlpha) : pen.fillAlpha,
    mode: pen.mode,
    clip: pen.clip,
    layerOff,
    paintedThrough: false
  };
  if (pen.mode === 7) pen.clippingText.push(ink);
  return ink;
}

// src/catalog/readers/pdf/trace.ts
var DEEPEST2 = 500;
var MOST_PIECES = 6e4;
var MOST_SHAPES = 3e3;
var THICK = 5;
async function tracePage(proxy, tracing) {
  const { matrix, page } = uprightMatrix(proxy.view, proxy.rotate);
  const unit = proxy.userUnit || 1;
  const scaled = [unit, 0, 0, unit, 0, 0];
  const upright = multiply(scaled, matrix);
  const tracer = new Tracer(proxy, tracing, upright, mapBox(scaled, page));
  const list = await proxy.getOperatorList({ annotationMode: tracing.pdfjs.AnnotationMode.DISABLE });
  for (let i = 0; i < list.fnArray.length; i += 1) tracer.step(list.fnArray[i], list.argsArray[i] ?? []);
  return {
    number: proxy.pageNumber,
    pieces: tracer.pieces,
    shapes: tracer.shapes,
    page: mapBox(scaled, page),
    back: invert(upright),
    fonts: tracer.fonts
  };
}
var Tracer = class {
  pieces = [];
  shapes = [];
  fonts = /* @__PURE__ */ new Set();
  #proxy;
  #tracing;
  #page;
  #steps;
  #pen;
  #stack = [];
  #layers = [];
  #layersOff = 0;
  #cursor = newCursor();
  #order = 0;
  #clipPending = false;
  constructor(proxy, tracing, upright, page) {
    this.#proxy = proxy;
    this.#tracing = tracing;
    this.#page = page;
    this.#pen = newPen(upright, [-1e6, -1e6, 1e6, 1e6]);
    this.#steps = this.#wire(tracing.pdfjs.OPS);
  }
  step(fn, args) {
    this.#order += 1;
    this.#steps.get(fn)?.(args);
  }
  #wire(ops) {
    const on = [
      [ops.save, () => this.#save()],
      [ops.restore, () => this.#restore()],
      [ops.transform, (m) => transform(this.#pen, m)],
      [ops.paintFormXObjectBegin, ([matrix, box]) => this.#enter(matrix, box)],
      [ops.paintFormXObjectEnd, () => this.#restore()],
      [ops.clip, () => void (this.#clipPending = true)],
      [ops.eoClip, () => void (this.#clipPending = true)],
      [ops.constructPath, (operands) => this.#path(operands)],
      [ops.setFillRGBColor, ([colour]) => void (this.#pen.fill = colour)],
      [ops.setStrokeRGBColor, ([colour]) => void (this.#pen.stroke = colour)],
      [ops.setLineWidth, ([width]) => void (this.#pen.lineWidth = width)],
      [ops.setFillColorN, () => void (this.#pen.fill = void 0)],
      [ops.setStrokeColorN, () => void (this.#pen.stroke = void 0)],
      [ops.setGState, ([entries]) => this.#graphicsState(entries)],
      [ops.shadingFill, () => this.#paint(this.#pen.clip, "fill", void 0)],
      [ops.paintImageXObject, ([id, width, height]) => this.#picture({ id, width, height })],
      [ops.paintInlineImageXObject, () => this.#picture(void 0)],
      [ops.paintImageMaskXObject, () => this.#picture(void 0)],
      [ops.paintSolidColorImageMask, () => this.#picture(void 0)],
      // Many pictures in one operation: where they are is not worth following, that the ground is unknown is.
      ...[
        ops.paintInlineImageXObjectGroup,
        ops.paintImageXObjectRepeat,
        ops.paintImageMaskXObjectGroup,
        ops.paintImageMaskXObjectRepeat
      ].map((op) => [op, () => this.#paint(this.#pen.clip, "picture", void 0)]),
      [ops.beginMarkedContentProps, ([tag, group]) => this.#openLayer(tag === "OC" && this.#tracing.isLayerOff(group))],
      [ops.beginMarkedContent, () => this.#openLayer(false)],
      [ops.endMarkedContent, () => void (this.#layersOff -= this.#layers.pop() ? 1 : 0)]
    ];
    return new Map([...on, ...this.#wireText(ops)]);
  }
  #wireText(ops) {
    return [
      [ops.beginText, () => setCursor(this.#cursor, IDENTITY)],
      [ops.setTextMatrix, ([m]) => setCursor(this.#cursor, [...m])],
      [ops.moveText, ([x, y]) => moveCursor(this.#cursor, x, y)],
      [
        ops.setLeadingMoveText,
        ([x, y]) => {
          this.#pen.leading = y;
          moveCursor(this.#cursor, x, y);
        }
      ],
      [ops.nextLine, () => moveCursor(this.#cursor, 0, this.#pen.leading)],
      // The operand of TL says how far down the next line is.
      [ops.setLeading, ([leading]) => void (this.#pen.leading = -leading)],
      [ops.setCharSpacing, ([spacing]) => void (this.#pen.charSpacing = spacing)],
      [ops.setWordSpacing, ([spacing]) => void (this.#pen.wordSpacing = spacing)],
      [ops.setHScale, ([percent]) => void (this.#pen.scale = percent / 100)],
      [ops.setTextRise, ([rise]) => void (this.#pen.rise = rise)],
      [ops.setTextRenderingMode, ([mode]) => void (this.#pen.mode = mode)],
      [ops.setFont, ([id, size]) => this.#setFont(id, size)],
      [ops.showText, ([glyphs]) => this.#text(glyphs)]
    ];
  }
  #setFont(id, size) {
    this.#pen.font = id;
    this.#pen.fontSize = size;
  }
  #openLayer(off) {
    if (this.#layers.length >= DEEPEST2) return;
    this.#layers.push(off);
    if (off) this.#layersOff += 1;
  }
  #save() {
    if (this.#stack.length < DEEPEST2) this.#stack.push({ ...this.#pen, clippingText: [...this.#pen.clippingText] });
  }
  #restore() {
    this.#pen = this.#stack.pop() ?? this.#pen;
  }
  #enter(matrix, box) {
    this.#save();
    if (matrix) transform(this.#pen, matrix);
    if (box) clipTo(this.#pen, box);
  }
  #graphicsState(entries) {
    for (const [key, value] of entries) {
      if (key === "ca" && typeof value === "number") this.#pen.fillAlpha = value;
      else if (key === "CA" && typeof value === "number") this.#pen.strokeAlpha = value;
      else if (key === "Font" && Array.isArray(value)) this.#setFont(String(value[0]), Number(value[1]));
    }
  }
  #path([op, path, bounds]) {
    const ops = this.#tracing.pdfjs.OPS;
    if (bounds) {
      const box = [bounds[0], bounds[1], bounds[2], bounds[3]];
      const fills = op !== ops.stroke && op !== ops.closeStroke && op !== ops.endPath;
      if (fills) this.#paint(mapBox(this.#pen.matrix, box), "fill", isRectangle(path[0]) ? this.#pen.fill : void 0);
      else if (op !== ops.endPath) this.#thickLine(box);
      if (this.#clipPending) clipTo(this.#pen, box);
    }
    this.#clipPending = false;
  }
  /** Some programs draw a banner as one very thick line. */
  #thickLine([x0, y0, x1, y1]) {
    const half = this.#pen.lineWidth / 2;
    if (half * Math.hypot(this.#pen.matrix[0], this.#pen.matrix[1]) < THICK / 2) return;
    this.#paint(mapBox(this.#pen.matrix, [x0 - half, y0 - half, x1 + half, y1 + half]), "fill", void 0);
  }
  #picture(picture) {
    const box = mapBox(this.#pen.matrix, [0, 0, 1, 1]);
    this.#paint(box, "picture", void 0, picture);
  }
  #paint(box, kind, colour, picture) {
    if (this.#layersOff > 0 || this.shapes.length >= MOST_SHAPES) return;
    showClippingText(this.#pen);
    const seen = intersect(intersect(box, this.#pen.clip), this.#page);
    const solid = this.#pen.fillAlpha > 0.99;
    if (area(seen) === 0 || kind === "fill" && this.#pen.fillAlpha < 0.02) return;
    this.shapes.push({ box: seen, order: this.#order, kind, colour: solid ? colour : void 0, ...picture ? { picture } : {} });
  }
  #text(glyphs) {
    if (this.pieces.length >= MOST_PIECES) return;
    const face = this.#tracing.face(this.#proxy, this.#pen.font);
    if (face.embeddedName !== void 0) this.fonts.add(face.embeddedName);
    const ink = inkOf(this.#pen, this.#layersOff > 0);
    setGlyphs(glyphs, { pen: this.#pen, cursor: this.#cursor, face, ink, order: this.#order, pieces: this.pieces });
  }
};
function isRectangle(path) {
  if (!path || path.length > 17) return false;
  let corners = 0;
  let [x, y] = [Number.NaN, Number.NaN];
  for (let i = 0; i < path.length; ) {
    const op = path[i];
    if (op === 4) {
      i += 1;
      continue;
    }
    if (op !== 0 && op !== 1) return false;
    const [nx, ny] = [path[i + 1], path[i + 2]];
    if (op === 1 && nx !== x && ny !== y) return false;
    [x, y] = [nx, ny];
    corners += 1;
    i += 3;
  }
  return corners === 4 || corners === 5;
}

// src/catalog/readers/pdf/visibility.ts
var TINY = 4;
var SAME = 16;
var SCAN_COVERS = 0.8;
var SCAN_TEXT = 0.9;
var MOST_HIDDEN = 50;
function look(drawn) {
  const scan = isScan(drawn);
  const visible = [];
  const hidden = [];
  let run;
  const close = () => {
    if (run !== void 0 && hidden.length < MOST_HIDDEN) hidden.push(...passageOf(run.how, run.pieces));
    run = void 0;
  };
  for (const piece of drawn.pieces) {
    const how = whyUnseen(piece, drawn, scan);
    if (how === void 0) {
      visible.push(piece);
      if (piece.text.length > 0) close();
    } else if (run?.how === how) run.pieces.push(piece);
    else {
      close();
      run = { how, pieces: [piece] };
    }
  }
  close();
  return { visible, hidden, scan };
}
function needsPictures(sight) {
  return sight.hidden.some(({ how }) => how === "render-mode-3" || how === "same-colour");
}
function whyUnseen(piece, drawn, scan) {
  const { ink, box } = piece;
  if (ink.layerOff) return "render-mode-3";
  if (ink.mode === 3 || ink.mode === 7 && !ink.paintedThrough) return scan ? void 0 : "render-mode-3";
  if (isEmpty(intersect(box, drawn.page)) || isEmpty(intersect(box, ink.clip))) return "off-page";
  if (piece.size < TINY) return "tiny";
  if (ink.alpha < 0.02) return "same-colour";
  if (ink.mode !== 7 && ink.colour !== void 0 && isSame(ink.colour, groundUnder(piece, drawn.shapes))) return "same-colour";
  return void 0;
}
var PAPER = "#ffffff";
function groundUnder(piece, shapes) {
  if (shapes.length >= MOST_SHAPES) return void 0;
  const x = (piece.box[0] + piece.box[2]) / 2;
  const y = piece.y + 0.3 * piece.size;
  for (let i = shapes.length - 1; i >= 0; i -= 1) {
    const shape = shapes[i];
    if (shape.order < piece.order && contains(shape.box, x, y)) return shape.colour;
  }
  return PAPER;
}
function isSame(a, b) {
  if (b === void 0) return false;
  for (let i = 1; i < 7; i += 2)
    if (Math.abs(Number.parseInt(a.slice(i, i + 2), 16) - Number.parseInt(b.slice(i, i + 2), 16)) > SAME) return false;
  return true;
}
function isScan(drawn) {
  const whole = area(drawn.page);
  const covered = drawn.shapes.some((s) => s.kind === "picture" && area(s.box) >= SCAN_COVERS * whole);
  if (!covered || drawn.pieces.length === 0) return false;
  const unseen = drawn.pieces.filter((p) => p.ink.mode === 3).length;
  return unseen >= SCAN_TEXT * drawn.pieces.length;
}
function passageOf(how, pieces) {
  let text = "";
  let box;
  let last;
  for (const piece of pieces) {
    const apart = last !== void 0 && (last.spaceAfter || piece.spaceBefore || last.order !== piece.order || Math.abs(last.y - piece.y) > 1);
    text += (apart ? " " : "") + piece.text;
    box = box === void 0 ? piece.box : union(box, piece.box);
    last = piece;
  }
  const characters = text.replace(/\s/g, "").length;
  return box !== void 0 && /[\p{L}\p{N}]/u.test(text) ? [{ how, text: text.slice(0, 2e4), box, characters }] : [];
}

// src/catalog/readers/pdf/pages.ts
var MOST_PAGES = 50;
var LARGEST_PICTURE = 4e6;
var PRODUCERS_MARK = /^powered by tcpdf\b/iu;
async function readPages(open, bytes) {
  const { document } = open;
  const tracing = await tracingOf(document);
  const again = new WithAllPictures(bytes);
  const lines = [];
  const drafts = [];
  const enclosed = [];
  const fonts = /* @__PURE__ */ new Set();
  const counts = { words: 0, hiddenCharacters: 0, blank: 0, scans: 0, failed: 0 };
  try {
    for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number += 1) {
      const page = await pageOf(document, number);
      if (page === void 0) {
        counts.failed += 1;
        continue;
      }
      const drawn = await tracePage(page, tracing);
      let sight = look(drawn);
      if (needsPictures(sight)) sight = await again.look(number) ?? sight;
      const read = linesOf(drawn, sight.visible);
      const words = read.reduce((n, line) => n + wordsIn(line.text), 0);
      counts.words += words;
      if (words === 0) counts.blank += 1;
      if (sight.scan) counts.scans += 1;
      lines.push(...read);
      for (const name of drawn.fonts) fonts.add(withoutSubsetPrefix(name));
      drafts.push(...hiddenOf(sight, drawn));
      drafts.push(...await pageScripts(page));
      if (number === 1) drafts.push(...await photosOf(page, drawn));
      page.cleanup();
    }
    const marked = await annotationsOf(document, MOST_PAGES);
    drafts.push(...marked.drafts);
    enclosed.push(...marked.enclosed);
  } finally {
    await again.close();
  }
  counts.hiddenCharacters = drafts.reduce((n, d) => n + (d.property === "hidden-text" ? d.value.characters : 0), 0);
  return { lines, drafts, enclosed, fonts: [...fonts].sort(), ...counts };
}
async function pageOf(document, number) {
  try {
    return await document.getPage(number);
  } catch {
    return void 0;
  }
}
async function tracingOf(document) {
  const pdfjs = await loadPdfjs();
  const layers = await document.getOptionalContentConfig();
  const faces = /* @__PURE__ */ new Map();
  return {
    pdfjs,
    isLayerOff: (group) => group !== null && group !== void 0 && layers.isVisible(group) === false,
    face: (page, id) => {
      const known = faces.get(id);
      if (known !== void 0) return known;
      const face = faceOf(page, id);
      if (face !== PLAIN) faces.set(id, face);
      return face;
    }
  };
}
var PLAIN = { fontMatrix: [1e-3, 0, 0, 1e-3, 0, 0], vertical: false, bold: false, embeddedName: void 0 };
function faceOf(page, id) {
  if (!page.commonObjs.has(id)) return PLAIN;
  const font = page.commonObjs.get(id);
  const name = font.name ?? "";
  return {
    fontMatrix: font.fontMatrix ?? PLAIN.fontMatrix,
    vertical: font.vertical === true,
    bold: font.bold === true || font.black === true || /bold|black|heavy|-semi|demi/iu.test(name),
    embeddedName: font.missingFile === true || font.isType3Font === true || name === "" ? void 0 : name.slice(0, 200)
  };
}
var WithAllPictures = class {
  #bytes;
  #open;
  constructor(bytes) {
    this.#bytes = bytes;
  }
  async look(number) {
    this.#open ??= await openPdf(this.#bytes, { maxImageSize: -1 });
    const page = await pageOf(this.#open.document, number);
    if (page === void 0) return void 0;
    const sight = look(await tracePage(page, await tracingOf(this.#open.document)));
    page.cleanup();
    return sight;
  }
  async close() {
    await this.#open?.close();
  }
};
function hiddenOf(sight, drawn) {
  return sight.hidden.filter(({ text }) => !PRODUCERS_MARK.test(text)).map(({ how, text, box, characters }) => ({
    about: "self",
    property: "hidden-text",
    value: { text, how, characters },
    basis: "observed",
    at: locate(drawn.number, box, drawn.back)
  }));
}
var wordsIn = (text) => (text.match(/[\p{L}\p{N}]{2,}/gu) ?? []).length;
export {
  LARGEST_PICTURE,
  MOST_PAGES,
  readPages
};
