import { inPieces } from '../../grammar/long-line.ts'

/** A line of a text, with its number from 1 and what its marks said about it. */
export interface MarkedLine {
  readonly number: number
  readonly text: string
  readonly heading?: number
}

export interface Unmarked {
  readonly lines: readonly MarkedLine[]
  /** What a page made of the text would not show: comments. */
  readonly hidden: readonly { readonly number: number; readonly text: string }[]
}

const FENCE = /^\s{0,3}(```|~~~)/
const RULE = /^\s{0,3}(?:[-*_]\s*){3,}$/
const TABLE_RULE = /^\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*:?-*:?\s*$/
/** `[//]: # (…)`, a link that nothing uses: the usual way to write a comment. */
const COMMENT_LINK = /^\s{0,3}\[[^\]]*\]:\s*(?:#|<>)\s*(?:\((.*)\)|"(.*)"|'(.*)')\s*$/

/** Takes the marks of Markdown (CommonMark and tables) off, line by line, so that what is left is what a page would show. */
export function withoutMarkdown(lines: readonly string[]): Unmarked {
  const { shown, hidden } = withoutComments(lines)
  const result: MarkedLine[] = []
  let fenced = false
  for (const [i, whole] of shown.entries())
    for (const raw of inPieces(whole)) {
      const number = i + 1
      const comment = COMMENT_LINK.exec(raw)
      if (FENCE.test(raw)) fenced = !fenced
      else if (fenced) result.push({ number, text: raw })
      else if (comment !== null) hidden.push({ number, text: comment[1] ?? comment[2] ?? comment[3] ?? '' })
      else if (/^\s{0,3}(=+|-+)\s*$/.test(raw) && result.at(-1)?.number === i && result.at(-1)!.text !== '')
        result.push({ ...result.pop()!, heading: raw.includes('=') ? 1 : 2 })
      else if (!RULE.test(raw) && !TABLE_RULE.test(raw)) result.push({ number, ...block(raw) })
    }
  return { lines: result, hidden: hidden.filter(({ text }) => text.trim() !== '').sort((a, b) => a.number - b.number) }
}

function withoutComments(lines: readonly string[]): { shown: string[]; hidden: { number: number; text: string }[] } {
  const hidden: { number: number; text: string }[] = []
  let within = false
  const shown = lines.map((line, i) => {
    let left = ''
    let rest = line
    while (rest !== '') {
      const mark = within ? '-->' : '<!--'
      const at = rest.indexOf(mark)
      const piece = at < 0 ? rest : rest.slice(0, at)
      if (!within) left += piece
      else hidden.push({ number: i + 1, text: piece.trim() })
      rest = at < 0 ? '' : rest.slice(at + mark.length)
      if (at >= 0) within = !within
    }
    return left
  })
  return { shown, hidden }
}

function block(raw: string): { text: string; heading?: number } {
  const heading = /^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$/.exec(raw)
  if (heading !== null) return { text: inline(heading[2]!), heading: heading[1]!.length }
  const row = /^\s*\|(.*)\|\s*$/.exec(raw)
  if (row !== null)
    return {
      text: inline(
        row[1]!
          .split('|')
          .map((cell) => cell.trim())
          .join('\t'),
      ),
    }
  const item = /^(\s*)(?:[-*+]|\d{1,2}[.)])\s+(?:\[[ xX]\]\s+)?(.*)$/.exec(raw)
  if (item !== null) return { text: `• ${inline(item[2]!)}` }
  return { text: inline(raw.replace(/^(?:\s{0,3}>\s?)+/, '')) }
}

/** Bounded everywhere, so that a hostile line costs linear time. Emphasis, code, links and tags within a line. A link keeps its address behind its words, so that it is read too. */
function inline(text: string): string {
  return text
    .replace(/!\[([^\]]{0,300})\]\([^)]{0,500}\)/g, '$1')
    .replace(/\[([^[\]]{0,300})\]\(\s{0,9}<?([^)\s>]{1,500})>?(?:\s{1,9}["'(][^)]{0,200})?\)/g, (_, words: string, address: string) =>
      withAddress(words, address),
    )
    .replace(/<((?:https?:|mailto:)[^>\s]{1,500}|[^<>\s@]{1,64}@[^<>\s]{1,255})>/g, (_, address: string) => address.replace(/^mailto:/, ''))
    .replace(/<\/?[a-zA-Z][^<>]{0,500}>/g, ' ')
    .replace(/(\*\*|__)(?=\S)(.{1,300}?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}*_])([*_])(?=\S)(.{1,300}?)(?<=\S)\1(?![\p{L}\p{N}*_])/gu, '$2')
    .replace(/~~(.{1,300}?)~~/g, '$1')
    .replace(/(`{1,3})(.{1,300}?)\1/g, '$2')
    .replace(/\\([\\`*_{}[\]()#+\-.!|~>])/g, '$1')
}

function withAddress(words: string, address: string): string {
  const plain = address.replace(/^(?:mailto|tel):/, '')
  return words.trim() === '' || plain.includes(words.trim()) ? plain : `${words} (${plain})`
}
