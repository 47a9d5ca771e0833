import type { Indicator } from '../../model/indicator.ts'
import { HELD_AS } from '../identifiers.ts'
import type { IndexKey } from '../ports.ts'

const DEVICE_KINDS = ['cookie', 'fingerprint', 'other']

/** Where in the identifier index the value of an indicator may stand. Picture hashes stand among the sketches and give none. */
export function indexKeysOf({ kind, key }: Pick<Indicator, 'kind' | 'key'>): readonly IndexKey[] {
  if (kind === 'photo') return []
  return HELD_AS[kind].flatMap((held) =>
    // An application names the kind of a device id, a sign-in log does not.
    held === 'device' ? DEVICE_KINDS.map((of) => ({ kind: held, key: `${of}:${key}` })) : [{ kind: held, key }],
  )
}
