import type { AnyDraft } from '../../model/statement.ts'
import type { ValueOf } from '../../model/vocabulary.ts'
import { claim } from './draft.ts'
import { isBullet } from './jobs.ts'
import type { Placed } from './sections.ts'

type Kind = ValueOf<'passage'>['kind']

/** Shorter pieces of text are too common to say anything about who wrote them. */
const FEWEST_WORDS = 5
/** A line this long, in letters, was probably ended by the margin and not by its writer. */
const FULL_LINE = 45

interface Block {
  text: string
  readonly at: string
  readonly bullet: boolean
  readonly section: Placed['section']
  lines: number
  lastLength: number
}

export interface Mask {
  /** Words of the person's name, lower case. */
  readonly names: readonly string[]
  /** Contacts as written. */
  readonly contacts: readonly string[]
}

/** Prose in reading order: wrapped lines put together, with the person's own name and contacts replaced by `_`. */
export function passagesIn(lines: readonly Placed[], headers: ReadonlySet<number>, mask: Mask): AnyDraft[] {
  const masked = masker(mask)
  return blocksOf(lines, headers).flatMap((block) => {
    const text = masked(block.text)
      .replace(/\s{1,200}/gu, ' ')
      .trim()
      .slice(0, 20_000)
    const words = text.split(' ').filter((w) => /[\p{L}\p{N}]/u.test(w)).length
    return words < FEWEST_WORDS || block.section === 'references' || isList(block)
      ? []
      : [claim('passage', { text, kind: kindOf(block, words) }, block.at)]
  })
}

/** Names of skills, languages and certificates: half the profession has the same, and they are statements of their own. */
function isList(block: Block): boolean {
  if (block.section === 'certificates' || block.section === 'languages') return true
  return block.section === 'skills' && (block.text.match(/[,;|•·/:]/gu) ?? []).length >= 2 && !/[.!]$/u.test(block.text)
}

function kindOf(block: Block, words: number): Kind {
  if (block.bullet) return 'bullet'
  if (block.section === 'summary' && words >= 8) return 'summary'
  return block.lines > 1 || words >= 25 || (words >= 10 && /[.!?]$/u.test(block.text)) ? 'paragraph' : 'line'
}

function blocksOf(lines: readonly Placed[], headers: ReadonlySet<number>): Block[] {
  const blocks: Block[] = []
  let open: Block | undefined
  for (const [i, line] of lines.entries()) {
    const text = line.text.replaceAll('\t', ' ').trim()
    if (line.heading || headers.has(i) || text === '') {
      open = undefined
      continue
    }
    const bullet = isBullet(text)
    const bare = bullet ? text.replace(/^\s*(?:\d{1,2}[.)]\s|[^\p{L}\p{N}"'“(]{1,6})/u, '') : text
    if (open !== undefined && !bullet && continues(open, line, text)) {
      // A word divided at the margin is put together again.
      open.text = /\p{Ll}-$/u.test(open.text) && /^\p{Ll}/u.test(bare) ? open.text.slice(0, -1) + bare : `${open.text} ${bare}`
      open.lines += 1
      open.lastLength = text.length
      continue
    }
    open = { text: bare, at: line.at, bullet, section: line.section, lines: 1, lastLength: text.length }
    blocks.push(open)
  }
  return blocks
}

function continues(block: Block, line: Placed, text: string): boolean {
  if (block.section !== line.section || block.text.length > 18_000) return false
  if (/^\p{Ll}/u.test(text)) return line.gapBefore !== true || block.lastLength >= FULL_LINE
  if (line.gapBefore === true || line.text.includes('\t')) return false
  return block.lastLength >= FULL_LINE && !(/[.!?:]$/u.test(block.text) && block.lastLength < 60)
}

function masker({ names, contacts }: Mask): (text: string) => string {
  const spelled = [...new Set([...contacts].filter((c) => c.length >= 4))].sort((a, b) => b.length - a.length).slice(0, 50)
  const words = new Set(names)
  return (text) => {
    let out = text
    for (const contact of spelled) out = out.replaceAll(contact, '_')
    return words.size === 0
      ? out
      : out.replace(/[\p{L}\p{M}'’-]+/gu, (word) => (words.has(word.toLowerCase().replace(/['’]s$/u, '')) ? '_' : word))
  }
}
