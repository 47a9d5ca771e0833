import sharp, { type Sharp } from 'sharp'

/** An invented picture: big blobs of muted colour, so that it has low frequencies and greys as photographs have. One seed, one picture. */
export function scene(seed: number, width = 400, height = 300): Sharp {
  let state = seed * 2654435761
  const random = () => ((state = (Math.imul(state, 1664525) + 1013904223) | 0) >>> 0) / 2 ** 32
  const blobs = Array.from({ length: 24 }, () => {
    const level = random() * 215
    const colour = `rgb(${[0, 0, 0].map(() => Math.floor(level + random() * 40)).join(',')})`
    return `<ellipse cx="${random() * width}" cy="${random() * height}" rx="${(0.05 + random() * 0.22) * width}" ry="${(0.07 + random() * 0.3) * height}" fill="${colour}"/>`
  })
  return sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#bbb"/>${blobs.join('')}</svg>`,
    ),
  )
}
