/** x0, y0, x1, y1 in points, origin bottom left. */
export type Box = readonly [number, number, number, number]
/** a, b, c, d, e, f as in the PDF operator `cm`. */
export type Matrix = readonly [number, number, number, number, number, number]

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** First `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer
  const [g, h, i, j, k, l] = inner
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

export const pointX = (m: Matrix, x: number, y: number): number => m[0] * x + m[2] * y + m[4]
export const pointY = (m: Matrix, x: number, y: number): number => m[1] * x + m[3] * y + m[5]

/** The smallest upright box around a box that went through a matrix. */
export function mapBox(m: Matrix, [x0, y0, x1, y1]: Box): Box {
  const xs = [pointX(m, x0, y0), pointX(m, x1, y0), pointX(m, x0, y1), pointX(m, x1, y1)]
  const ys = [pointY(m, x0, y0), pointY(m, x1, y0), pointY(m, x0, y1), pointY(m, x1, y1)]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

export function invert(m: Matrix): Matrix {
  const [a, b, c, d, e, f] = m
  const det = a * d - b * c
  if (det === 0) return IDENTITY
  return [d / det, -b / det, -c / det, a / det, (c * f - d * e) / det, (b * e - a * f) / det]
}

export const union = (a: Box, b: Box): Box => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]

export const intersect = (a: Box, b: Box): Box => [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])]

export const isEmpty = (b: Box): boolean => b[2] <= b[0] || b[3] <= b[1]

export const area = (b: Box): number => (isEmpty(b) ? 0 : (b[2] - b[0]) * (b[3] - b[1]))

export const contains = (b: Box, x: number, y: number): boolean => x >= b[0] && x <= b[2] && y >= b[1] && y <= b[3]

/** Page rotation as a matrix that makes the page upright with its lower left corner at 0,0, in user units. */
export function uprightMatrix([x0, y0, x1, y1]: Box, rotate: number): { readonly matrix: Matrix; readonly page: Box } {
  const width = x1 - x0
  const height = y1 - y0
  const turned = ((rotate % 360) + 360) % 360
  if (turned === 90) return { matrix: [0, -1, 1, 0, -y0, x1], page: [0, 0, height, width] }
  if (turned === 180) return { matrix: [-1, 0, 0, -1, x1, y1], page: [0, 0, width, height] }
  if (turned === 270) return { matrix: [0, 1, -1, 0, y1, -x0], page: [0, 0, height, width] }
  return { matrix: [1, 0, 0, 1, -x0, -y0], page: [0, 0, width, height] }
}
