import type { Archive } from '../../grammar/archive.ts'
import { xmlEvents, type XmlEvent } from './xml.ts'

/** What a run of characters looks like, as far as it decides what is read and what is hidden. */
export interface Look {
  /** Points. */
  size?: number
  bold?: boolean
  /** Not shown and not printed (`w:vanish`). */
  vanish?: boolean
  /** `RRGGBB` or `auto`. */
  colour?: string
  /** Something lies behind it: shading, highlighting. */
  backed?: boolean
}

interface Style {
  readonly name: string
  readonly basedOn: string | undefined
  readonly look: Look
  readonly spaced: boolean
  readonly listed: boolean
}

export interface Styles {
  /** The look that a paragraph style and a character style give, with all they are based on. */
  look(paragraph: string | undefined, character: string | undefined): Look
  /** The document's own name for it, lower case: `heading 1`, `title`. */
  nameOf(id: string | undefined): string
  /** Space of at least six points above. */
  spaced(id: string | undefined): boolean
  /** A bullet or number in front. */
  listed(id: string | undefined): boolean
  /** A table style that colours cells. */
  backed(id: string | undefined): boolean
}

const off = (value: string | undefined): boolean => value === '0' || value === 'false' || value === 'off' || value === 'none'

/** Twentieths of a point: six points, the gap that sets two paragraphs apart in Word's own styles. */
export const GAP = 120

/** Adds what one element inside `w:rPr` says. Returns the same look. */
export function addToLook(look: Look, event: XmlEvent & { kind: 'open' }): Look {
  const value = event.attributes.get('val')
  if (event.name === 'sz' && Number.isFinite(Number(value))) look.size = Number(value) / 2
  else if (event.name === 'b') look.bold = !off(value)
  else if (event.name === 'vanish') look.vanish = !off(value)
  else if (event.name === 'color' && value !== undefined) look.colour = value.toUpperCase()
  else if (event.name === 'highlight') look.backed = !off(value)
  else if (event.name === 'shd') look.backed = isFilled(event)
  return look
}

/** Shading with a colour other than white or the page's own. */
export function isFilled(event: XmlEvent & { kind: 'open' }): boolean {
  const fill = event.attributes.get('fill')?.toUpperCase() ?? 'AUTO'
  const pattern = event.attributes.get('val') ?? 'clear'
  return (fill !== 'AUTO' && !isWhite(fill)) || !['clear', 'nil', 'none'].includes(pattern)
}

/** As good as white on paper: every channel at least 247 of 255. */
export const isWhite = (colour: string | undefined): boolean => /^(F[7-9A-F]){3}$/.test(colour ?? '')

export async function stylesOf(archive: Archive): Promise<Styles> {
  const { styles, defaults, base } = await parse(archive)
  const looks = new Map<string, Look>()
  const chain = (id: string | undefined): Style[] => {
    const found: Style[] = []
    for (let style = styles.get(id ?? base); style !== undefined && found.length < 12; style = styles.get(style.basedOn ?? ''))
      found.unshift(style)
    return found
  }
  return {
    look: (paragraph, character) => {
      const key = `${paragraph ?? ''} ${character ?? ''}`
      const all = [...chain(paragraph), ...(character === undefined ? [] : chain(character))]
      const look = looks.get(key) ?? (Object.assign({}, defaults, ...all.map((style) => style.look)) as Look)
      looks.set(key, look)
      return look
    },
    nameOf: (id) => styles.get(id ?? base)?.name ?? '',
    spaced: (id) => chain(id).some((style) => style.spaced),
    listed: (id) => chain(id).some((style) => style.listed),
    backed: (id) => id !== undefined && chain(id).some((style) => style.look.backed === true),
  }
}

async function parse(archive: Archive): Promise<{ styles: Map<string, Style>; defaults: Look; base: string }> {
  const part = 'word/styles.xml'
  const styles = new Map<string, Style>()
  const defaults: Look = {}
  let base = ''
  const bytes = await archive.read(part)
  if (bytes === undefined) return { styles, defaults, base }
  let style: { -readonly [K in keyof Style]: Style[K] } | undefined
  let inDefaults = false
  for (const event of xmlEvents(bytes, part)) {
    if (event.kind === 'close') {
      if (event.name === 'style') style = undefined
      else if (event.name === 'rPrDefault') inDefaults = false
    } else if (event.kind === 'open') {
      const value = event.attributes.get('val')
      if (event.name === 'rPrDefault') inDefaults = true
      else if (event.name === 'style') {
        const id = event.attributes.get('styleId') ?? ''
        style = { name: '', basedOn: undefined, look: {}, spaced: false, listed: false }
        styles.set(id, style)
        if (event.attributes.get('type') === 'paragraph' && event.attributes.get('default') === '1') base = id
      } else if (style === undefined) {
        if (inDefaults) addToLook(defaults, event)
      } else if (event.name === 'name') style.name = (value ?? '').toLowerCase()
      else if (event.name === 'basedOn') style.basedOn = value
      else if (event.name === 'spacing') style.spaced ||= Number(event.attributes.get('before') ?? 0) >= GAP
      else if (event.name === 'numPr') style.listed = true
      else if (event.name === 'shd' && isFilled(event)) style.look.backed = true
      else addToLook(style.look, event)
    }
  }
  return { styles, defaults, base }
}
