import type { ListFile } from '../../../kit/list.ts'
import type { Designation } from './designation.ts'
import { UNTIL_2023 } from './designations/2017-to-2023.ts'
import { UNTIL_JULY_2025 } from './designations/2024-to-july-2025.ts'
import { DOMAINS } from './designations/domains.ts'
import { SINCE_AUGUST_2025 } from './designations/since-august-2025.ts'

/** Day on which the sources were last read; raise it with every change of an entry. */
const READ_ON = '2026-11-28'

export const DESIGNATIONS: readonly Designation[] = [...UNTIL_2023, ...UNTIL_JULY_2025, ...SINCE_AUGUST_2025, ...DOMAINS]

/** The list as the file that is imported, stored and hashed like any other. The same entries give the same bytes. */
export function shippedFiles(): readonly ListFile[] {
  const text = JSON.stringify({ list: 'public-designations', published: READ_ON, entries: DESIGNATIONS }, null, 1)
  return [{ name: 'public-designations.json', bytes: new TextEncoder().encode(`${text}\n`) }]
}
