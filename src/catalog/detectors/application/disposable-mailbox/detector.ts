import listed from 'disposable-email-domains/index.json' with { type: 'json' }
import wildcards from 'disposable-email-domains/wildcard.json' with { type: 'json' }
import { defineDetector } from '../../../../kit/detector.ts'
import emails from '../../../views/emails/view.ts'

const LISTED: ReadonlySet<string> = new Set([...listed, ...wildcards])
const WILDCARDS: ReadonlySet<string> = new Set(wildcards)
/** Forwarding services for privacy: the mailbox behind them lasts, and wanting one is nobody's business. */
const ALIASES: ReadonlySet<string> = new Set([
  'privaterelay.appleid.com',
  'icloud.com',
  'simplelogin.com',
  'simplelogin.co',
  'simplelogin.fr',
  'slmail.me',
  'slmails.com',
  'aleeas.com',
  'silomails.com',
  '8alias.com',
  '8shield.net',
  'dralias.com',
  'passmail.net',
  'passinbox.com',
  'passfwd.com',
  'passmail.com',
  'mozmail.com',
  'relay.firefox.com',
  'duck.com',
  'anonaddy.com',
  'anonaddy.me',
  'addy.io',
  'addymail.com',
  '33mail.com',
  'e4ward.com',
  'erine.email',
  'forwardemail.net',
  'hide.me',
  'cloaked.id',
  'opayq.com',
])

export default defineDetector({
  id: 'application/disposable-mailbox',
  version: 1,
  status: 'stable',
  title: 'Throw-away mailbox',
  asks: 'Does the candidate write from a domain that hands out mailboxes for minutes or days?',
  phase: 'application',
  family: 'contact',
  direction: 'raises',
  strength: 'weak',
  room: 'identity',
  technique: ['T1585.002'],
  indicators: ['disposable-or-footprintless-email'],
  threshold: {
    origin: 'EXACT',
    says: 'The domain is on the list of the package disposable-email-domains and is no alias service. Everything else the catalogue names here (no footprint, young domain) is left out.',
  },
  clears: ['The candidate gives a mailbox that lasts.'],
  cites: [{ source: 'cinder', says: 'Tells of applications whose addresses had no footprint at all.' }],
  falsePositives: [
    { story: 'An alias service for privacy forwards to a lasting mailbox.', case: 'quiet-alias-service' },
    { story: 'A graduate has a new mailbox at a large provider and no footprint yet.', case: 'quiet-new-mailbox' },
  ],
  blindSpots: [
    'Domains bought for one application.',
    'Lists lag behind and now and then name an honest small provider: weak for that reason.',
  ],
  lawfulUse: {
    purpose: 'A contact that will still work in a month',
    note: 'Wanting privacy is lawful; it only asks for a mailbox that lasts.',
  },
  next: ['Ask for a mailbox that will still work in a month.'],
  needs: { emails },
  detect: ({ emails }) =>
    emails
      .filter((email) => isDisposable(email.value.slice(email.value.lastIndexOf('@') + 1).toLowerCase()))
      .map((email) => ({
        says: `The mailbox is at a throw-away service (${email.value.slice(email.value.lastIndexOf('@') + 1)}).`,
        because: [email] as const,
      })),
})

function isDisposable(domain: string): boolean {
  if (ALIASES.has(domain)) return false
  if (LISTED.has(domain)) return true
  const parents = domain.split('.').map((_, i, labels) => labels.slice(i).join('.'))
  return parents.some((parent) => WILDCARDS.has(parent) && !ALIASES.has(parent)) && !parents.some((parent) => ALIASES.has(parent))
}
