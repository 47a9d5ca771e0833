import { base32nopad } from '@scure/base'
import type { Chance } from './ports.ts'

/** `r-…`: 80 bits nobody can foresee, in letters and digits that can be read aloud. */
export const newId = (chance: Chance, kind: string): string => `${kind}-${base32nopad.encode(chance.bytes(10)).toLowerCase()}`
