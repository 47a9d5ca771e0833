import type { KnownLists } from '../../src/engine/lists/recognise.ts'
import { defineList, type List, type ListFile, type ListNote } from '../../src/kit/list.ts'
import { unreadable } from '../../src/model/errors.ts'
import type { ListedParty } from '../../src/model/listed-party.ts'

/**
 * A publisher of invented parties, for tests of the shelf. Its file: a head `#parties 2026-01-31` (the day may be missing), a line
 * `id|name|programme` each, an end `#end`. A second file `#aliases` may add names: `id|alias`.
 */

const textOf = ({ bytes }: ListFile): string => new TextDecoder().decode(bytes)

export interface Line {
  readonly id: string
  readonly name: string
  readonly programme?: string
}

export const partiesFile = (lines: readonly Line[], published = ''): string =>
  [
    `#parties ${published}`.trimEnd(),
    ...lines.map(({ id, name, programme }) => `${id}|${name}|${programme ?? 'EXAMPLE'}`),
    '#end',
    '',
  ].join('\n')

export const aliasesFile = (aliases: readonly (readonly [id: string, alias: string])[]): string =>
  ['#aliases', ...aliases.map((pair) => pair.join('|')), '#end', ''].join('\n')

/** `n` invented parties, `p-0001` and so on. */
export const someLines = (n: number): Line[] =>
  Array.from({ length: n }, (_, i) => ({ id: `p-${String(i + 1).padStart(4, '0')}`, name: `Example Party ${i + 1}` }))

function read(files: readonly ListFile[]) {
  const notes: ListNote[] = []
  const aliases = new Map<string, string[]>()
  let published: string | undefined
  let parties: ListedParty[] = []
  for (const file of files.toSorted((a) => (textOf(a).startsWith('#aliases') ? -1 : 1))) {
    const lines = textOf(file).trimEnd().split('\n')
    if (lines.at(-1) !== '#end') throw unreadable(`"${file.name}" ends before its last line. Fetch it again.`)
    const rows = lines.slice(1, -1).map((line) => line.split('|'))
    if (lines[0] === '#aliases') for (const [id = '', alias = ''] of rows) aliases.set(id, [...(aliases.get(id) ?? []), alias])
    else {
      published = /^#parties (\S+)/.exec(lines[0] ?? '')?.[1]
      parties = rows.flatMap(([id = '', name = '', programme = ''], i) => {
        const at = `${file.name} line ${i + 2}`
        if (name === '') notes.push({ kind: 'left-out', says: 'An entry without a name.', at })
        return name === '' ? [] : [partyOf({ id, name, programme }, at, aliases.get(id) ?? [])]
      })
    }
  }
  return { published, parties, notes }
}

export const partyOf = ({ id, name, programme }: Line, at: string, aliases: readonly string[] = []): ListedParty => ({
  id,
  type: 'organisation',
  names: [
    { full: name, kind: 'primary', quality: 'strong' },
    ...aliases.map((full) => ({ full, kind: 'alias' as const, quality: 'weak' as const })),
  ],
  programmes: [programme ?? 'EXAMPLE'],
  births: [],
  birthPlaces: [],
  nationalities: [],
  identifiers: [],
  addresses: [],
  wallets: [],
  ties: [],
  at,
})

/** Served below `base` as `parties.txt` and, in the fuller format, `aliases.txt`. */
export const fixtureList = (base: string, version = 1): List =>
  defineList({
    id: 'example-list',
    version,
    title: 'The example list',
    publisher: 'Example publisher',
    licence: 'Invented.',
    staleAfterDays: 3,
    from: [
      { format: 'with-aliases', urls: [`${base}/parties.txt`, `${base}/aliases.txt`] },
      { format: 'alone', urls: [`${base}/alone.txt`] },
    ],
    formats: [
      {
        id: 'with-aliases',
        title: 'two files',
        recognise(files) {
          const mine = files.filter((file) => /^#(parties|aliases)/.test(textOf(file)))
          return mine.some((file) => textOf(file).startsWith('#aliases')) && mine.length > 1 ? mine : undefined
        },
        read,
      },
      {
        id: 'alone',
        title: 'one file',
        recognise(files) {
          const mine = files.filter((file) => textOf(file).startsWith('#parties'))
          return mine.length === 1 ? mine : undefined
        },
        read,
      },
    ],
  })

/** What a program would know that knows this publisher. */
export const knowing = (...published: readonly List[]): KnownLists => ({
  published,
  own: (id) => ({ ...fixtureList('https://lists.example.com'), id, title: 'A list of your own', from: [] }),
})
