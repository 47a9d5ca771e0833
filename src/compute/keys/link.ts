/** Hosts whose accounts have a service of their own in the vocabulary, and where the handle stands. */
const SERVICE_OF: Readonly<Record<string, string>> = { 'github.com/': 'github/', 'gitlab.com/': 'gitlab/', 'linkedin.com/in/': 'linkedin/' }

/** `service/handle` of an account on a known service. */
export const handleKey = (service: string, handle: string): string => `${service}/${handle.trim().replace(/^@/, '').toLowerCase()}`

/** Host and path in lower case. Undefined for the home page of a host, which is nobody's identifier. */
export function pageKey(url: string): string | undefined {
  const path = url
    .trim()
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
    .toLowerCase()
  return path.includes('/') ? path : undefined
}

/** An account as somebody wrote it down (`https://github.com/login`, `github.com/login`), as the key of its link. */
export function accountKey(written: string): string {
  const path = written
    .trim()
    .toLowerCase()
    .replace(/^@|^(?:[a-z]+:\/\/)?(?:www\.)?/, '')
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
  const host = Object.keys(SERVICE_OF).find((prefix) => path.startsWith(prefix))
  return host === undefined ? path : `${SERVICE_OF[host]}${path.slice(host.length)}`
}
