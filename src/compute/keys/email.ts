import { domainKey } from './domain.ts'

/**
 * One key per mailbox: spellings that a provider delivers to the same place are one. What each provider ignores is documented
 * in its own help pages; a provider that says nothing keeps every character, for RFC 5321 §2.3.11 leaves the local part to it.
 */
interface Provider {
  /** Domains that reach one mailbox; the key is written with the first. */
  readonly domains: readonly [string, ...string[]]
  /** Delivers `name+anything@` to `name@` (sub-addressing, RFC 5233). */
  readonly plus: boolean
  /** Characters of the local part that make no difference. */
  readonly ignored?: RegExp
}

const PROVIDERS: readonly Provider[] = [
  { domains: ['gmail.com', 'googlemail.com'], plus: true, ignored: /\./g },
  { domains: ['proton.me', 'protonmail.com', 'pm.me'], plus: true, ignored: /[._-]/g },
  { domains: ['icloud.com', 'me.com', 'mac.com'], plus: true },
  ...['outlook.com', 'hotmail.com', 'live.com', 'fastmail.com', 'zoho.com'].map((domain): Provider => ({ domains: [domain], plus: true })),
  // Stand for any provider in everything that is invented.
  ...['example.com', 'example.org', 'example.net'].map((domain): Provider => ({ domains: [domain], plus: true })),
]
const BY_DOMAIN = new Map(PROVIDERS.flatMap((provider) => provider.domains.map((domain) => [domain, provider] as const)))

/** Lower case, without what the provider ignores; undefined where the text is no address. */
export function mailboxKey(written: string): string | undefined {
  const address = written.trim().toLowerCase()
  const cut = address.lastIndexOf('@')
  const domain = cut < 1 ? undefined : domainKey(address.slice(cut + 1))
  return domain === undefined || /[\s<>,;]/.test(address) ? undefined : keyed(address.slice(0, cut), domain)
}

/** The same for an address whose shape was checked already. */
export function emailKey(address: string): string {
  return mailboxKey(address) ?? address.toLowerCase()
}

function keyed(local: string, domain: string): string {
  const provider = BY_DOMAIN.get(domain)
  if (provider === undefined) return `${local}@${domain}`
  const box = provider.plus ? local.split('+', 1)[0]! : local
  const bare = provider.ignored === undefined ? box : box.replace(provider.ignored, '')
  // An address of nothing but ignored characters stays as it is.
  return `${bare === '' ? local : bare}@${provider.domains[0]}`
}
