import type { Column, Records } from '../../compute/record-linkage/columns.ts'
import type { Loaded } from './load.ts'
import type { Stage, StageArray } from './ports.ts'

/** Loaded columns as a stage, and back. */
export function columnsStage({ records, facts }: Loaded): Stage {
  const arrays: Record<string, StageArray> = {}
  for (const [c, column] of records.columns.entries()) {
    arrays[`${c} codes`] = column.codes
    arrays[`${c} counts`] = column.counts
    if (column.starts !== undefined) arrays[`${c} starts`] = column.starts
    if (column.spellings === undefined) continue
    arrays[`${c} bytes`] = column.spellings.bytes
    arrays[`${c} offsets`] = column.spellings.offsets
  }
  return { facts: { facts, count: records.count, boundary: records.boundary }, arrays }
}

export function loadedOf(stage: Stage): Loaded {
  const { facts, count, boundary } = stage.facts as Pick<Loaded, 'facts'> & Pick<Records, 'count' | 'boundary'>
  const columns = facts.map(({ name, kind }, c): Column => {
    const array = (part: string): Uint32Array | undefined => stage.arrays[`${c} ${part}`] as Uint32Array | undefined
    const offsets = array('offsets')
    return {
      name,
      kind,
      codes: array('codes')!,
      counts: array('counts')!,
      starts: array('starts'),
      spellings: offsets === undefined ? undefined : { offsets, bytes: stage.arrays[`${c} bytes`] as Uint8Array },
    }
  })
  return { records: { count, columns, boundary }, facts }
}
