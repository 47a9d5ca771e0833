import { randomBytes } from 'node:crypto'
import type { Chance } from '../../engine/ports.ts'

/** The operating system's source of randomness. */
export const systemChance: Chance = { bytes: (n) => randomBytes(n) }
