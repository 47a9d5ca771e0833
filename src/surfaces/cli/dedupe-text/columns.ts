import { badUsage } from '../../../model/errors.ts'

export interface Named {
  readonly id?: string
  readonly text?: string
}

/** Columns that usually hold what is meant, the likeliest first; compared without case, spaces and punctuation. */
const IDS = ['id', 'uuid', 'key', 'documentid', 'docid', 'resumeid', 'candidateid', 'applicationid', 'file', 'filename', 'path', 'url']
const TEXTS = [
  'text',
  'fulltext',
  'content',
  'body',
  'resume',
  'resumetext',
  'resumestr',
  'cv',
  'document',
  'description',
  'summary',
  'abstract',
]

const plainName = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** Which columns hold the id and the text: those that were named, else by their usual names. Throws with the columns that there are. */
export function columnsOf(
  header: readonly string[],
  named: Named,
  path: string,
): { readonly id: string | undefined; readonly text: string } {
  const listed = header
    .slice(0, 40)
    .map((name) => `"${name}"`)
    .join(', ')
  const exact = (name: string, option: string): string => {
    const found = header.find((h) => h === name) ?? header.find((h) => plainName(h) === plainName(name))
    if (found === undefined) throw badUsage(`"${path}" has no column "${name}" (${option}). Its columns are ${listed}.`)
    return found
  }
  const usual = (names: readonly string[]): string | undefined => {
    for (const name of names) {
      const found = header.find((h) => plainName(h) === name)
      if (found !== undefined) return found
    }
    return undefined
  }
  const id = named.id === undefined ? usual(IDS) : exact(named.id, '--id')
  const others = header.filter((h) => h !== id)
  const text = named.text === undefined ? (usual(TEXTS) ?? (others.length === 1 ? others[0] : undefined)) : exact(named.text, '--text')
  if (text === undefined) throw badUsage(`Which column of "${path}" holds the text? Say it with --text. Its columns are ${listed}.`)
  return { id: id === text ? undefined : id, text }
}
