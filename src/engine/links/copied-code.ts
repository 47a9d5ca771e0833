import type { LinkEvidence } from '../../model/link.ts'
import type { Pair, Tx } from '../ports.ts'

const WHAT = {
  commit: { one: 'commit', many: 'commits' },
  tree: { one: 'state of a repository’s files', many: 'states of a repository’s files' },
} as const
/** Statements cited of very many. */
const MOST_CITED = 5
/** Holders are counted of so many keys, and the fewest are told. */
const MOST_COUNTED = 50

/**
 * Code that stands in both accounts, forks left out. Anybody can copy a history, and anybody’s can be copied, so it says nothing
 * about who is behind either and weighs nothing; it is shown because whoever judges the pair will want to know.
 */
export async function copiedCode(tx: Tx, { persona, other }: Pair): Promise<readonly LinkEvidence[]> {
  const rows = await tx.identifiers([persona, other], Object.keys(WHAT))
  const found: LinkEvidence[] = []
  for (const kind of ['commit', 'tree'] as const) {
    const of = (who: string): ReadonlyMap<string, string> =>
      new Map(rows.filter((row) => row.kind === kind && row.persona === who).map((row) => [row.key, row.statement]))
    const [mine, theirs] = [of(persona), of(other)]
    const shared = [...mine.keys()].filter((key) => theirs.has(key))
    if (shared.length === 0) continue
    const held = await tx.held(
      shared.slice(0, MOST_COUNTED).map((key) => ({ kind, key })),
      0,
    )
    const cited = shared.slice(0, MOST_CITED)
    const what = `${shared.length} equal ${shared.length === 1 ? WHAT[kind].one : WHAT[kind].many}`
    found.push({
      kind,
      family: 'code-history',
      value: what,
      mine: cited.flatMap((key) => mine.get(key) ?? []),
      theirs: cited.flatMap((key) => theirs.get(key) ?? []),
      holders: Math.min(...held.map((one) => one.count)),
      bits: 0,
      weight: 'none',
      says: `Both accounts have ${what}. It adds nothing: anybody can copy a public history, so it does not say who is behind either account.`,
      removedBy: 'Nothing needs to: it does not count.',
    })
  }
  return found
}
