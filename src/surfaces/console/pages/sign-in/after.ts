import { queries } from '../../api/queries.ts'

/** To where somebody was going before they had to sign in. A new load: nothing of another session is left in memory. */
export function goOn(to: string | undefined): void {
  queries.clear()
  const own = to !== undefined && /^\/(?![/\\])/.test(to)
  location.assign(own ? to : '/')
}
