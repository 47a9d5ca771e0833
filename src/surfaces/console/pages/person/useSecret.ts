import { useEffect, useState } from 'react'

/** The secret of a one-time link. It stands behind the `#`, which no browser sends anywhere, and is taken out of the address at once. */
export function useSecret(): string {
  const [secret] = useState(() => location.hash.slice(1))
  useEffect(() => history.replaceState(history.state, '', location.pathname), [])
  return secret
}
