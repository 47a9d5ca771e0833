import { createRequire } from 'node:module'
const require = createRequire(import.meta.url)

// src/compute/image-hash.ts
var SIDE = 32;
var LOW = 8;
var NOISE = 0.5;
function imageHash(gray, width, height) {
  if (!Number.isInteger(width) || !Number.isInteger(height) || width < 1 || height < 1 || gray.length !== width * height)
    throw new RangeError(`imageHash: ${gray.length} values are not ${width}\xD7${height}`);
  const block = lowFrequencies(shrink(gray, width, height));
  if (medianOf(block.map(Math.abs)) < NOISE) return void 0;
  const flipped = block.map((c, i) => (i % LOW + 1) % 2 === 1 ? -c : c);
  return { dct: bitsOf(block), mirror: bitsOf(flipped) };
}
function grayOf(pixels, channels) {
  const gray = new Uint8Array(pixels.length / channels);
  for (let i = 0, p = 0; i < gray.length; i++, p += channels) {
    const first = pixels[p];
    const level = channels < 3 ? first : 0.299 * first + 0.587 * pixels[p + 1] + 0.114 * pixels[p + 2];
    const cover = channels % 2 === 0 ? pixels[p + channels - 1] / 255 : 1;
    gray[i] = Math.round(level * cover + 255 * (1 - cover));
  }
  return gray;
}
function shrink(gray, width, height) {
  const rows = new Float64Array(height * SIDE);
  for (let y = 0; y < height; y++) averageInto({ from: gray, start: y * width, step: 1, count: width }, rows, y * SIDE, 1);
  const small = new Float64Array(SIDE * SIDE);
  for (let x = 0; x < SIDE; x++) averageInto({ from: rows, start: x, step: SIDE, count: height }, small, x, SIDE);
  return small;
}
function averageInto(strip, to, start, step) {
  const span = strip.count / SIDE;
  for (let cell = 0; cell < SIDE; cell++) {
    const low = cell * span;
    const high = low + span;
    let sum = 0;
    for (let i = Math.floor(low); i < high && i < strip.count; i++) {
      sum += strip.from[strip.start + i * strip.step] * (Math.min(i + 1, high) - Math.max(i, low));
    }
    to[start + cell * step] = sum / span;
  }
}
var BASIS = Array.from(
  { length: LOW },
  (_, u) => Float64Array.from({ length: SIDE }, (_2, x) => Math.cos((2 * x + 1) * (u + 1) * Math.PI / (2 * SIDE)) * Math.sqrt(2 / SIDE))
);
function lowFrequencies(small) {
  const across = BASIS.map((wave) => {
    const column = new Float64Array(SIDE);
    for (let y = 0; y < SIDE; y++) for (let x = 0; x < SIDE; x++) column[y] += small[y * SIDE + x] * wave[x];
    return column;
  });
  return BASIS.flatMap((wave) => across.map((column) => Math.round(column.reduce((sum, c, y) => sum + c * wave[y], 0) * 1e6) / 1e6));
}
function medianOf(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
}
function bitsOf(block) {
  const median = medianOf(block);
  let hex = "";
  for (let i = 0; i < block.length; i += 4) {
    let digit = 0;
    for (let j = i; j < i + 4; j++) digit = digit << 1 | (block[j] > median ? 1 : 0);
    hex += digit.toString(16);
  }
  return hex;
}

export {
  imageHash,
  grayOf
};
