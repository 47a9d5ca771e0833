import { useState } from 'react'

/** The secret of a one-time link stands behind the `#`, which no browser sends anywhere; it is taken out of the address at once. */
function takeSecret(): string {
  const secret = location.hash.slice(1)
  if (secret !== '') history.replaceState(null, '', location.pathname)
  return secret
}

export function useSecret(): string {
  const [secret] = useState(takeSecret)
  return secret
}
