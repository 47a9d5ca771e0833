import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { keys } from './keys.ts'
import { isSignedOut, problemOf } from './problem.ts'

const TRIES = 2

/** A session that ended elsewhere: to the sign-in, and back to this page afterwards. */
function leaveIfSignedOut(error: unknown): void {
  if (!isSignedOut(error) || location.pathname.startsWith('/sign-in') || location.pathname === '/enter') return
  location.assign(`/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`)
}

export const queries = new QueryClient({
  queryCache: new QueryCache({
    // Who asks who is signed in goes to the sign-in by itself.
    onError: (error, { queryKey }) => queryKey !== keys.me && leaveIfSignedOut(error),
  }),
  mutationCache: new MutationCache({ onError: leaveIfSignedOut }),
  defaultOptions: {
    queries: {
      // News comes by events; a page that is looked at again asks once more anyway.
      staleTime: 30_000,
      retry: (failures, error) => failures < TRIES && problemOf(error).status >= 500,
    },
  },
})
