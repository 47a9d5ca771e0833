import type { Hub } from '../../model/link.ts'
import type { PersonaId } from '../../model/statement.ts'
import type { Held } from '../ports.ts'
import { nameOf, type Ground } from './ground.ts'
import { CONTENT, linkKind } from './kinds.ts'

/** Of the holders, at least this share must have something else in common with another holder: more than half. */
const TIED = 0.5
/** What ties two holders must be able to weigh this much by itself. */
const TIE_BITS = 3

/**
 * Is this value one that joins nobody? Because more hold it than any person's circle has, or because several hold it who have
 * nothing else in common that is theirs alone: the number of an agency, the page of an employer, the address that an exchange
 * collects on. Measured from who holds what, so a ring that shares one number and much else keeps it.
 */
export function hubOf(held: Held, ground: Ground): Hub | undefined {
  const { kind, key, count: holders } = held
  const of = linkKind(kind)
  if (of === undefined || holders <= of.own) return undefined
  if (holders > of.limit)
    return {
      kind,
      key,
      holders,
      reason: `More than ${of.limit} personas have this ${of.name}, so it belongs to an office, a network, a service or a template. It joins nobody.`,
    }
  if (tied(held, ground) > TIED * holders) return undefined
  return {
    kind,
    key,
    holders,
    reason: `${holders} personas have this ${of.name}, and most of them have nothing else of their own in common, as with the ${of.name} of an agency, an office or a service. It joins nobody.`,
  }
}

/** How many of the holders have another thing in common with another holder: a value that few have, or the same text or picture. */
function tied({ kind, holders }: Held, ground: Ground): number {
  const among = new Set(holders)
  const found = new Set<PersonaId>()
  for (const name of valuesAmong(ground, holders)) {
    const value = ground.held.get(name)
    const of = value === undefined ? undefined : linkKind(value.kind)
    if (value === undefined || of === undefined || of.kind === kind || of.bits < TIE_BITS || value.count > of.own) continue
    const both = value.holders.filter((one) => among.has(one))
    if (both.length > 1) for (const one of both) found.add(one)
  }
  for (const one of holders)
    for (const row of ground.overlaps.get(one) ?? [])
      if (among.has(row.other) && (row.kind === 'photo' || (row.kind === 'text' && row.measure >= CONTENT.text.near))) found.add(one)
  return found.size
}

/** Names of the values that at least two of these have. */
export function valuesAmong(ground: Ground, personas: readonly PersonaId[]): readonly string[] {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const one of personas)
    for (const name of ground.uses.get(one)?.keys() ?? []) {
      if (seen.has(name)) twice.add(name)
      else seen.add(name)
    }
  return [...twice]
}

/** Whether the ground must hold all the holders of this value to say so. */
export const isMeasured = (held: Held): boolean => {
  const of = linkKind(held.kind)
  return of !== undefined && held.count > of.own && held.count <= of.limit
}

/** All hubs among these values. */
export function hubsAmong(values: Iterable<Held>, ground: Ground): ReadonlyMap<string, Hub> {
  const found = new Map<string, Hub>()
  for (const held of values) {
    const hub = hubOf(held, ground)
    if (hub !== undefined) found.set(nameOf(held), hub)
  }
  return found
}
