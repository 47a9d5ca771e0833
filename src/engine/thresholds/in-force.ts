import type { Catalog } from '../../kit/catalog.ts'
import type { NumberSet } from '../../model/number-set.ts'
import type { Tx } from '../ports.ts'

export interface InForce {
  readonly active: ReadonlyMap<string, NumberSet>
  readonly shadow: ReadonlyMap<string, NumberSet>
}

/**
 * The sets that hold now, by detector. One that was tried on another version of its detector holds no more: what its numbers do there
 * nobody has looked at.
 */
export async function numbersInForce(tx: Tx, { detectors }: Pick<Catalog, 'detectors'>): Promise<InForce> {
  const versions = new Map(detectors.map((d) => [d.id as string, d.version]))
  const sets = (await tx.numberSetsInForce()).filter((set) => versions.get(set.detector) === set.version)
  const of = (state: NumberSet['state']) => new Map(sets.flatMap((set) => (set.state === state ? [[set.detector, set] as const] : [])))
  return { active: of('active'), shadow: of('shadow') }
}
