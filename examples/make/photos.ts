import sharp from 'sharp'
import type { Random } from './random.ts'

const WIDTH = 240
const HEIGHT = 300

/**
 * A portrait of nobody: a head without a face before shapes of colour. The shapes are large and crooked, so that two
 * portraits, or one and its mirror image, are plainly different pictures.
 */
export function portrait(random: Random): string {
  const colour = (light: number): string => `hsl(${random.int(0, 359)},${random.int(25, 70)}%,${light}%)`
  const shapes = Array.from({ length: 9 }, (_, i) => {
    const [x, y, size] = [random.int(-30, WIDTH + 30), random.int(-30, HEIGHT + 30), random.int(45, 130)]
    const fill = colour(i % 2 === 0 ? random.int(12, 35) : random.int(65, 92))
    return random.chance(0.5)
      ? `<rect x="${x - size / 2}" y="${y - size / 2}" width="${size}" height="${size * (0.5 + random.next())}" fill="${fill}" transform="rotate(${random.int(0, 89)} ${x} ${y})"/>`
      : `<ellipse cx="${x}" cy="${y}" rx="${size * 0.7}" ry="${size * (0.3 + random.next() * 0.5)}" fill="${fill}" transform="rotate(${random.int(0, 89)} ${x} ${y})"/>`
  })
  const lean = random.int(-24, 24)
  const skin = colour(random.int(35, 75))
  const person = `<g transform="translate(${lean} ${random.int(-6, 18)})"><path d="M40 300 Q60 ${random.int(190, 215)} 120 205 Q185 ${random.int(190, 220)} 205 300 Z" fill="${colour(random.int(15, 60))}"/><ellipse cx="120" cy="135" rx="${random.int(44, 54)}" ry="${random.int(58, 70)}" fill="${skin}"/><path d="M${random.int(64, 72)} 130 Q${random.int(60, 90)} 60 ${random.int(118, 150)} 68 Q${random.int(165, 182)} 76 ${random.int(166, 176)} ${random.int(120, 160)} Q150 ${random.int(88, 104)} 112 ${random.int(92, 106)} Q84 96 68 132 Z" fill="${colour(random.int(8, 45))}"/></g>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><rect width="${WIDTH}" height="${HEIGHT}" fill="${colour(random.int(40, 80))}"/>${shapes.join('')}${person}</svg>`
}

export interface Treatment {
  readonly quality: number
  readonly mirrored?: boolean
  /** Pixels across; the height follows. */
  readonly width?: number
  /** Pixels cut off each side. */
  readonly trim?: number
}

export async function jpeg(svg: string, { quality, mirrored = false, width = WIDTH, trim = 0 }: Treatment): Promise<Uint8Array> {
  let picture = sharp(Buffer.from(svg))
  if (mirrored) picture = picture.flop()
  if (trim > 0)
    picture = sharp(await picture.png().toBuffer()).extract({ left: trim, top: trim, width: WIDTH - 2 * trim, height: HEIGHT - 2 * trim })
  return new Uint8Array(await picture.resize({ width }).jpeg({ quality }).toBuffer())
}

/** A page as a scanner sees it: grey bars where lines of text would be, a little askew. */
export async function scannedPage(random: Random): Promise<Uint8Array> {
  const lines = Array.from(
    { length: 46 },
    (_, i) =>
      `<rect x="${90 + (i % 7 === 0 ? 0 : 20)}" y="${110 + i * 31}" width="${random.int(280, 900)}" height="${i % 7 === 0 ? 15 : 9}" fill="#${random.pick(['3a3a3a', '444444', '505050'])}"/>`,
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1130" height="1600"><rect width="1130" height="1600" fill="#f4f2ec"/><g transform="rotate(0.6 565 800)">${lines.join('')}</g></svg>`
  return new Uint8Array(await sharp(Buffer.from(svg)).greyscale().jpeg({ quality: 38 }).toBuffer())
}
