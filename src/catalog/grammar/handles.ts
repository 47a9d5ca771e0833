import { phoneKey } from '../../compute/keys/phone.ts'
import { walletKey } from '../../compute/keys/wallet.ts'
import type { ValueOf } from '../../model/vocabulary.ts'
import { claim } from './draft.ts'
import type { Found } from './contacts.ts'

type Messenger = ValueOf<'messenger'>

const LABELLED =
  /\b(telegram|discord|skype|whatsapp|signal|we\s?chat|weixin)\b(?:\s(?:id|name|handle|user|username|no|number))?\s{0,3}[:@\t(–-]{1,3}\s{0,3}(\+?[\w.@#:+-][\w.@#:+\s-]{1,40})/giu
const TELEGRAM_LINK = /(?<![\w.])t(?:elegram)?\.me\/(\+?\w{4,40})/giu
const SERVICE: Readonly<Record<string, Messenger['service']>> = {
  telegram: 'telegram',
  discord: 'discord',
  skype: 'skype',
  whatsapp: 'whatsapp',
  signal: 'signal',
  wechat: 'wechat',
  weixin: 'wechat',
}

/** Accounts on messengers that a line names, behind their service's name. */
export function messengersIn(line: { readonly text: string; readonly at: string }): Found[] {
  const found: Found[] = []
  const add = (service: Messenger['service'], text: string): void => {
    const handle = handleOf(service, text)
    const spelled = handle?.startsWith('+') ? text.trim() : text.trim().split(/\s/u)[0]!
    if (handle !== undefined)
      found.push({ spelled, draft: claim('messenger', { service, handle }, line.at, spelled === handle ? undefined : spelled) })
  }
  for (const match of line.text.matchAll(TELEGRAM_LINK)) add('telegram', match[1]!)
  for (const match of line.text.matchAll(LABELLED)) {
    const service = SERVICE[match[1]!.toLowerCase().replace(/\s/gu, '')]
    if (service !== undefined) add(service, match[2]!)
  }
  return found
}

/** Numbers as E.164, handles without the @, in lower case where the service takes no notice of it. */
function handleOf(service: Messenger['service'], spelled: string): string | undefined {
  const digits = spelled.replace(/[\s().-]/gu, '')
  const number = /^\+?(\d{7,15})/u.exec(digits)?.[1]
  if (number !== undefined) return phoneKey(`+${number}`)
  const word = spelled
    .trim()
    .split(/\s/u)[0]!
    .replace(/^@|[.,;:)]+$/gu, '')
  if (!/^[\w.:#-]{3,64}$/u.test(word) || /^(?:and|group|channel|bot|or|the|for|com)$/iu.test(word)) return undefined
  return service === 'telegram' || service === 'skype' || service === 'discord' ? word.toLowerCase() : word
}

/** Forms that nothing else has; the letters that a checksum then confirms or not. */
const ADDRESS = /(?<![\w])(?:0x[0-9a-fA-F]{40}|(?:bc1|ltc1)[02-9ac-hj-np-z]{11,71}|[139TLMDAr][1-9A-HJ-NP-Za-km-z]{24,34})(?![\w])/gu
const BEYOND_DOUBT = /^(?:0x|bc1|ltc1)/u

/**
 * Addresses on a chain, told by their form and its checksum. One whose form is beyond doubt is kept as written where the
 * checksum fails; letters that only might be one are not.
 */
export function walletsIn(line: { readonly text: string; readonly at: string }): Found[] {
  if (!/\w{25}/u.test(line.text)) return []
  return [...line.text.matchAll(ADDRESS)].flatMap(([spelled]) => {
    const key = walletKey(spelled)
    if (key === undefined || (key.sound !== 'valid' && !(key.sound === 'damaged' && BEYOND_DOUBT.test(spelled)))) return []
    const { chain, address } = key
    return [{ spelled, draft: claim('wallet', { chain, address }, line.at, spelled === address ? undefined : spelled) }]
  })
}
