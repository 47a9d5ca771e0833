import { z } from 'zod'
import { badUsage, refusedField } from '../../../model/errors.ts'
import { isRefusedKey } from '../../../model/refused.ts'
import { headerKey, TARGETS, type ColumnMap, type ColumnNames } from './column-map.ts'
import ashby from './maps/ashby.ts'
import greenhouse from './maps/greenhouse.ts'
import lever from './maps/lever.ts'
import payouts from './maps/payouts.ts'
import plain from './maps/plain.ts'
import platformAccounts from './maps/platform-accounts.ts'
import workers from './maps/workers.ts'

/** In order of preference when two know equally many columns. */
export const MAPS: readonly ColumnMap[] = [plain, greenhouse, lever, ashby, workers, payouts, platformAccounts]

const names = z
  .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
  .transform((given) => (typeof given === 'string' ? [given] : given))

/**
 * A person's own column map, as YAML:
 * ```yaml
 * map: greenhouse            # a ready map to start from; else the one that knows most columns
 * columns:                   # meaning → one header or several
 *   phone: [Mobile, Landline]
 *   files: Documents
 * phone_region: US           # for numbers written without a country code
 * date_order: dmy            # for dates such as 03/04/2024; dmy, mdy or ymd
 * delimiter: ";"             # for CSV; else found by looking
 * ```
 */
const shape = z.strictObject({
  map: z.enum(MAPS.map((map) => map.id) as [string, ...string[]]).optional(),
  columns: z.partialRecord(z.enum(TARGETS), names).optional(),
  phone_region: z
    .string()
    .regex(/^[A-Z]{2}$/, 'two capital letters, such as US')
    .optional(),
  date_order: z.enum(['dmy', 'mdy', 'ymd']).optional(),
  delimiter: z.string().length(1).optional(),
})
export type TableOptions = z.infer<typeof shape>

export function tableOptions(given: unknown): TableOptions {
  if (given === undefined || given === null) return {}
  const parsed = shape.safeParse(given)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw badUsage(
      `The column map is not usable at "${issue?.path.join('.') || 'its beginning'}": ${issue?.message}. It may hold map (${MAPS.map((m) => m.id).join(', ')}), columns (${TARGETS.join(', ')}), phone_region, date_order and delimiter.`,
    )
  }
  for (const [target, headers] of Object.entries(parsed.data.columns ?? {})) for (const header of headers) refuseMapping(target, header)
  return parsed.data
}

function refuseMapping(target: string, header: string): void {
  const refused = isRefusedKey(header)
  if (refused !== undefined)
    throw refusedField(
      `The column map gives the column "${header}" to "${target}", but it names ${refused.title}. ${refused.why} Take it out of the map; the column is dropped whatever the map says.`,
      `/columns/${target}`,
    )
}

/** The first's names, and the second's where the first gives a name no other meaning. */
export function withReady(own: ColumnNames | undefined, ready: ColumnNames): ColumnNames {
  const taken = new Set(Object.values(own ?? {}).flatMap((names) => names.map(headerKey)))
  return Object.fromEntries(
    TARGETS.map((target) => [target, [...(own?.[target] ?? []), ...(ready[target] ?? []).filter((name) => !taken.has(headerKey(name)))]]),
  )
}
