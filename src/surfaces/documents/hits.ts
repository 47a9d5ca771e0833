import type { ListHit } from '../../model/screening.ts'

/** A hit in `--json`: field names are a promise to programs (docs/guides/screening.md). */
export const hitDocument = ({ entry, list, name, names, score, state, explanation, ...hit }: ListHit) => ({
  entry,
  list,
  version: hit.version,
  name,
  names: names.map((one) => one.full),
  type: hit.type,
  programmes: hit.programmes,
  score,
  nameScore: hit.nameScore,
  state,
  onePart: hit.onePart,
  comparisons: hit.comparisons,
  missing: hit.missing,
  explanation,
  entryHash: hit.entryHash,
})
