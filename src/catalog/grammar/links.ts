import { linkOf } from './contact-value.ts'
import { claim } from './draft.ts'
import type { Found } from './contacts.ts'

const WITH_SCHEME = /\b(?:https?:\/\/|www\.)[^\s<>"'()[\]{}|\t]{3,500}/giu
const KNOWN_HOSTS =
  /(?<![\p{L}\d@./-])(?:[a-z]{2,3}\.)?(?:github\.com|gitlab\.com|linkedin\.com|stackoverflow\.com|bitbucket\.org|medium\.com|behance\.net|dribbble\.com|kaggle\.com|twitter\.com|x\.com|t\.me)\/[^\s<>"'()[\]{}|\t,;]{1,300}/giu
const BARE_DOMAIN =
  /(?<![\p{L}\d@./-])(?:[a-z0-9-]{1,63}\.){1,3}(?:com|dev|io|me|net|org|co|app|tech|page|site|blog|info|online|ai|in|de|uk|fr|pl|us|eu)(?:\/[^\s<>"'()[\]{}|\t,;]{0,200})?(?![\p{L}\d@.-])/giu
/** Names of technology that end like a domain. */
const NOT_DOMAINS = /^(?:asp|vb|ado|ml|socket|node|next|vue|react|express|draw|paper|keras|fast|b|m|d|p)\.(?:net|io|js|me|de|com|co|in)$/iu
const OWN_SITE = /\b(?:portfolio|web\s?site|webseite|homepage|blog|personal\ssite|site|web)\s{0,3}[:–-]?\s{0,3}$/iu

/** Addresses of a line. A bare domain is one only in the header, where people put their own site. */
export function linksIn(line: { readonly text: string; readonly at: string; readonly section: string }): Found[] {
  const found: Found[] = []
  // An address has a dot between letters.
  if (!/[\p{L}\d]\.\p{L}/u.test(line.text)) return found
  const taken: [number, number][] = []
  const header = line.section === 'header' || line.section === 'personal'
  const add = (spelled: string, start: number): void => {
    if (taken.some(([from, to]) => start < to && start + spelled.length > from)) return
    taken.push([start, start + spelled.length])
    const own = OWN_SITE.test(line.text.slice(Math.max(0, start - 20), start).replaceAll('\t', ' ')) || header
    const trimmed = spelled.replace(/[.,;:!?)\]}'"»]{1,5}$/u, '')
    const value = linkOf(trimmed, own ? 'portfolio' : 'other')
    // A link to a messenger account is read as the account.
    if (value !== undefined && value.host !== 't.me')
      found.push({ spelled: trimmed, draft: claim('link', value, line.at, trimmed === value.url ? undefined : trimmed) })
  }
  for (const match of line.text.matchAll(WITH_SCHEME)) add(match[0], match.index)
  for (const match of line.text.matchAll(KNOWN_HOSTS)) add(match[0], match.index)
  if (header || OWN_SITE.test(line.text.slice(0, 20)))
    for (const match of line.text.matchAll(BARE_DOMAIN)) if (!NOT_DOMAINS.test(match[0])) add(match[0], match.index)
  return found
}
