import { call } from '../../api/client.ts'

/** Kept in this tab alone until the browser comes back from the organisation's own sign-in. */
const BEGUN = 'bonafide-sign-in'

export async function leaveForProvider(to: string | undefined): Promise<void> {
  const { begun, address } = await call('POST /api/sign-in/provider', { body: {} })
  sessionStorage.setItem(BEGUN, JSON.stringify({ begun, to }))
  location.assign(address)
}

interface Begun {
  readonly begun: string
  readonly to?: string
}

/** What this tab began, once; undefined where it began nothing. */
export function takeBegun(): Begun | undefined {
  const kept = sessionStorage.getItem(BEGUN)
  sessionStorage.removeItem(BEGUN)
  return kept === null ? undefined : (JSON.parse(kept) as Begun)
}
