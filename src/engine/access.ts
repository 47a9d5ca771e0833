import type { TenantId } from '../model/statement.ts'

/** Who acts, and for which tenant. The tenant goes into every transaction; the id goes into every audit row. */
export interface Actor {
  readonly tenant: TenantId
  readonly id: string
}
