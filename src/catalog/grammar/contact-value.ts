import type { ValueOf } from '../../model/vocabulary.ts'

type Link = ValueOf<'link'>

/** Paths of these hosts that name no person. */
const NOT_A_HANDLE = new Set([
  'about',
  'apps',
  'company',
  'explore',
  'features',
  'feed',
  'groups',
  'jobs',
  'login',
  'marketplace',
  'orgs',
  'posts',
  'pub',
  'school',
  'search',
  'settings',
  'sponsors',
  'topics',
  'trending',
])

/** A web address typed into a field of its own, with or without `https://`, as a link; undefined when it is none. */
export function linkOf(typed: string, otherwise: 'portfolio' | 'other' = 'other'): Link | undefined {
  const text = typed.trim()
  if (text === '' || text.length > 2000 || /\s/.test(text)) return undefined
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(text)?.[0]?.toLowerCase()
  if (scheme !== undefined && scheme !== 'http:' && scheme !== 'https:' && !/^[^/]+:\d/.test(text)) return undefined
  const url = URL.parse(/^https?:\/\//i.test(text) ? text : `https://${text}`)
  if (url === null || !/\.[a-z]{2,}$|\.xn--[a-z0-9-]+$/i.test(url.hostname) || url.username !== '') return undefined
  const host = url.hostname.toLowerCase().replace(/^www\./, '')
  const service = serviceOf(host) ?? otherwise
  const handle = handleOf(service, url.pathname)
  return { url: url.href, host, service, ...(handle === undefined ? {} : { handle }) }
}

function serviceOf(host: string): Link['service'] | undefined {
  const known = {
    'github.com': 'github',
    'gitlab.com': 'gitlab',
    'linkedin.com': 'linkedin',
    'stackoverflow.com': 'stackoverflow',
  } as const
  return Object.entries(known).find(([name]) => host === name || (name === 'linkedin.com' && host.endsWith('.linkedin.com')))?.[1]
}

function handleOf(service: Link['service'], path: string): string | undefined {
  const parts = path.split('/').filter((part) => part !== '')
  const handle =
    service === 'linkedin'
      ? parts[0] === 'in'
        ? parts[1]
        : undefined
      : service === 'stackoverflow'
        ? parts[0] === 'users'
          ? parts[1]
          : undefined
        : service === 'github' || service === 'gitlab'
          ? parts[0]
          : undefined
  if (handle === undefined || NOT_A_HANDLE.has(handle.toLowerCase())) return undefined
  try {
    return decodeURIComponent(handle)
  } catch {
    return handle
  }
}

/** An e-mail address in a field of its own, lower case; `mailto:` and angle brackets are taken off. Not judged here. */
export const mailOf = (typed: string): string =>
  typed
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/^.*<([^<>]+)>\s*$/, '$1')
    .toLowerCase()

/** Addresses that a platform hands out so that nobody sees the real one. */
export const isNoreply = (mail: string): boolean => mail.endsWith('@users.noreply.github.com') || /^no-?reply@/.test(mail)
