import { mailboxKey } from '../../compute/keys/email.ts'
import { type Settler, UNSETTLED } from './settler.ts'

const AT = 0x40
const PLUS = 0x2b

/** The characters of ordinary mailbox names, in lower case; 0 for others. */
const LOCAL = new Uint8Array(256)
/** The same for domains. */
const DOMAIN = new Uint8Array(256)
for (let byte = 0; byte < 128; byte++) {
  const written = String.fromCharCode(byte)
  if (/[a-z0-9._+-]/i.test(written)) LOCAL[byte] = written.toLowerCase().charCodeAt(0)
  if (/[a-z0-9.-]/i.test(written)) DOMAIN[byte] = LOCAL[byte]!
}

/** What one domain makes of a mailbox's name. */
interface Rule {
  readonly written: Uint8Array
  /** As the key has it; undefined where the text is no domain. */
  readonly key: Uint8Array | undefined
  /** 1 for characters that make no difference. */
  readonly ignored: Uint8Array
  readonly plus: boolean
}

/** Most mailboxes are with a few providers; a domain that falls on another's place takes it. */
const RULES: (Rule | undefined)[] = Array.from({ length: 1024 })

export const settleEmail: Settler = (from, start, end, to) => {
  let at = end - 1
  while (at > start && from[at] !== AT) at--
  if (at === start) return UNSETTLED
  const rule = ruleOf(from, at + 1, end)
  if (rule?.key === undefined) return UNSETTLED
  let length = 0
  for (let i = start; i < at; i++) {
    const low = LOCAL[from[i]!]!
    if (low === 0) return UNSETTLED
    if (low === PLUS && rule.plus) {
      if (!ordinary(from, i, at)) return UNSETTLED
      break
    }
    if (rule.ignored[low] === 0) to[length++] = low
  }
  if (length === 0) return UNSETTLED
  to[length++] = AT
  for (let i = 0; i < rule.key.length; i++) to[length++] = rule.key[i]!
  return length
}

function ordinary(from: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (LOCAL[from[i]!] === 0) return false
  return true
}

function ruleOf(from: Uint8Array, start: number, end: number): Rule | undefined {
  let hash = 0
  for (let i = start; i < end; i++) {
    if (DOMAIN[from[i]!] === 0) return undefined
    hash = Math.imul(hash ^ from[i]!, 0x01000193)
  }
  const place = (hash ^ (hash >>> 15)) & (RULES.length - 1)
  const known = RULES[place]
  if (known !== undefined && same(known.written, from, start, end)) return known
  return (RULES[place] = asked(from.slice(start, end)))
}

function same(written: Uint8Array, from: Uint8Array, start: number, end: number): boolean {
  if (written.length !== end - start) return false
  for (let i = 0; i < written.length; i++) if (written[i] !== from[start + i]) return false
  return true
}

/** What a provider ignores is asked of the definition, with a mailbox that has one of each. */
function asked(written: Uint8Array): Rule {
  const [box, key] = mailboxKey(`a.b_c-d+e@${String.fromCharCode(...written)}`)?.split('@') ?? []
  const ignored = new Uint8Array(128)
  for (const one of '._-') if (box?.includes(one) === false) ignored[one.charCodeAt(0)] = 1
  return { written, key: key === undefined ? undefined : new TextEncoder().encode(key), ignored, plus: box?.includes('+') === false }
}
