import type { ExplainedLink } from '../../engine/cluster-dossier.ts'
import type { LinkEvidence } from '../../model/link.ts'
import type { PersonaId } from '../../model/statement.ts'

/** One thing and everybody here who has it. */
export interface SharedThing {
  readonly piece: LinkEvidence
  readonly personas: ReadonlySet<PersonaId>
}

/** Content is shown by a few of its words, which differ from pair to pair: here the same statements make it the same thing. */
const CONTENT: ReadonlySet<string> = new Set(['text', 'phrase', 'photo', 'image-sha256', 'document-author'])

/** What links rest on, each thing once however many pairs share it; what says most about most people first. */
export function sharedThings(links: readonly ExplainedLink[]): SharedThing[] {
  const things = new Map<string, { piece: LinkEvidence; readonly personas: Set<PersonaId> }>()
  const contents = new Map<string, string>()
  let count = 0
  for (const { link } of links) {
    for (const piece of link.evidence) {
      if (piece.weight === 'none') continue
      const marks = CONTENT.has(piece.kind)
        ? [...piece.mine, ...piece.theirs].map((id) => `${piece.kind} ${id}`)
        : [`${piece.kind} ${piece.value}`]
      const key = marks.map((mark) => contents.get(mark)).find((known) => known !== undefined) ?? `thing ${count++}`
      for (const mark of marks) contents.set(mark, key)
      const thing = things.get(key) ?? { piece, personas: new Set<PersonaId>() }
      if (piece.bits > thing.piece.bits) thing.piece = piece
      thing.personas.add(link.persona).add(link.other)
      things.set(key, thing)
    }
  }
  return [...things.values()].toSorted((a, b) => b.piece.bits * b.personas.size - a.piece.bits * a.personas.size)
}
