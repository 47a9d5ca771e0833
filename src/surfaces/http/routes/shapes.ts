import { z } from 'zod'
import type { Evidence } from '../../../engine/dossier.ts'
import type { PersonaLine } from '../../../engine/find/persona-lines.ts'
import type { Failure } from '../../../engine/read.ts'
import { DISPOSITIONS } from '../../../model/disposition.ts'
import { RECOMMENDATIONS } from '../../../model/finding.ts'

/** Shapes that several resources show, and how they are made. */

export const personaParams = z.object({ persona: z.string().max(100) })
export const instant = z.iso.datetime()
/** Why somebody does something; kept, and held to the words that may be a reason. */
export const reason = z.string().min(3).max(2_000)

export const decided = z.object({ kind: z.enum(DISPOSITIONS), by: z.string(), at: instant, reason: z.string(), number: z.number().int() })

export const personaLine = z
  .object({
    persona: z.string(),
    name: z.string().optional(),
    source: z.string(),
    received: instant,
    requisition: z.string().optional(),
    standing: z.enum(['open', 'withdrawn', 'cleared', 'closed']),
    /** What to do next; it decides nothing. Absent until the files were read and compared. */
    recommendation: z.enum(RECOMMENDATIONS).optional(),
    decided: decided.optional(),
  })
  .meta({ id: 'PersonaLine' })

export function personaLineOf({ persona, name, recommendation, standing }: PersonaLine): z.infer<typeof personaLine> {
  const { kind, by, at, reason, seq } = standing.decided ?? {}
  return {
    persona: persona.id,
    name,
    source: persona.source,
    received: persona.received,
    requisition: persona.requisition,
    standing: standing.status,
    recommendation,
    decided:
      kind === undefined || by === undefined || at === undefined ? undefined : { kind, by, at, reason: reason ?? '', number: seq ?? 0 },
  }
}

/** A statement under something that was found: what the document says, and where. */
export const evidence = z
  .object({
    statement: z.string(),
    persona: z.string(),
    property: z.string(),
    value: z.unknown(),
    original: z.string().optional(),
    basis: z.string(),
    artifact: z.string(),
    file: z.string().optional(),
    /** The place in the file, as `page=2&box=…` or `line=8`. */
    at: z.string(),
  })
  .meta({ id: 'Evidence' })

export const evidenceOf = ({ statement, artifact }: Evidence): z.infer<typeof evidence> => ({
  statement: statement.id,
  persona: statement.subject,
  property: statement.property,
  value: statement.value,
  original: statement.original,
  basis: statement.basis,
  artifact: statement.seenIn.artifact,
  file: artifact?.name,
  at: statement.seenIn.at,
})

export const failure = z.object({ source: z.string(), code: z.string(), title: z.string(), detail: z.string() }).meta({ id: 'Failure' })
export const failureOf = ({ source, code, title, detail }: Failure): z.infer<typeof failure> => ({ source, code, title, detail })
