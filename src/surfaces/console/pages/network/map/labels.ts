import type { NodeHoverDrawingFunction } from 'sigma/rendering'
import type { EdgeDrawn, NodeDrawn } from './graph-of.ts'
import type { Palette } from './palette.ts'

type Draws = Parameters<NodeHoverDrawingFunction<NodeDrawn, EdgeDrawn>>
type Font = Pick<Draws[2], 'labelFont' | 'labelSize' | 'labelWeight'>
interface Named {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly label: string | null
  /** Of a closed cluster: written in its disc. */
  readonly members: number | undefined
}

/** A disc smaller than this has no room for a number. Pixels. */
const LEAST_NUMBERED = 9

/** A name with a rim of the ground around it, so that it is read over lines and discs: under a cluster, beside anything else. */
export function drawName(context: Draws[0], named: Named, { labelFont, labelSize, labelWeight }: Font, palette: Palette): void {
  const { x, y, size, label, members } = named
  if (label === null || label === '') return
  context.font = `${labelWeight} ${labelSize}px ${labelFont}`
  context.lineJoin = 'round'
  context.lineWidth = 4
  context.strokeStyle = palette.ground
  context.fillStyle = palette.ink
  const [left, base] =
    members === undefined ? [x + size + 5, y + labelSize / 3] : [x - context.measureText(label).width / 2, y + size + labelSize + 3]
  context.strokeText(label, left, base)
  context.fillText(label, left, base)
  if (members === undefined || size < LEAST_NUMBERED) return
  const number = String(members)
  context.font = `600 ${Math.min(28, Math.max(labelSize, size * 0.7))}px ${labelFont}`
  context.fillStyle = palette.onCluster
  const { width, actualBoundingBoxAscent: height } = context.measureText(number)
  context.fillText(number, x - width / 2, y + height / 2)
}

/** The name of what is pointed at, on a ground of the theme that stands. */
export function drawHovered(context: Draws[0], data: Draws[1], { labelFont, labelSize, labelWeight }: Font, palette: Palette): void {
  if (typeof data.label !== 'string' || data.label === '') return
  context.font = `${labelWeight} ${labelSize}px ${labelFont}`
  const [left, width, height] = [data.x + data.size + 4, context.measureText(data.label).width + 16, labelSize + 12]
  context.fillStyle = palette.paper
  context.strokeStyle = palette.holds
  context.lineWidth = 1
  context.beginPath()
  context.roundRect(left, data.y - height / 2, width, height, 6)
  context.fill()
  context.stroke()
  context.fillStyle = palette.ink
  context.fillText(data.label, left + 8, data.y + labelSize / 3)
}
