import type { IndicatorKind } from '../../model/indicator.ts'

/** What a list calls a kind, letters only, and what it is to us. MISP's attribute types and STIX's object paths are among them. */
const CALLED: Readonly<Record<IndicatorKind, string>> = {
  email: 'email mail emailaddress mailbox emailsrc emaildst emailreplyto emailaddrvalue whoisregistrantemail',
  domain: 'domain hostname host fqdn domainname domainnamevalue',
  phone: 'phone phonenumber telephone tel mobile whoisregistrantphone',
  messenger: 'messenger telegram discord skype whatsapp signal wechat jabberid',
  link: 'link url uri profile account githubusername githubrepository githuborganisation urlvalue twitterid',
  wallet: 'wallet walletaddress cryptowallet cryptoaddress btc xmr dash eth usdt trx',
  'bank-account': 'bankaccount iban bankaccountnr account_number accountnumber',
  device: 'device deviceid devicefingerprint fingerprint cookie machineid',
  ip: 'ip ipaddress ipsrc ipdst ipv ipvaddr ipvaddrvalue',
  'image-sha256': 'imagesha imagefile picturesha photosha',
  photo: 'photo photohash imagehash perceptualhash phash dcthash',
  'document-id': 'documentid docid xmpdocumentid revisionid rsid',
}
const KIND_OF = new Map(
  (Object.entries(CALLED) as [IndicatorKind, string][]).flatMap(([kind, names]) => names.split(' ').map((name) => [name, kind] as const)),
)

/** People's particulars, however a list calls them: never taken. */
const OF_A_PERSON =
  /name|alias|birth|dob|passport|nationality|citizen|gender|visa|identity(?:card)?|nationalid|homeaddress|postaladdress|streetaddress|photograph|face/

export type SpelledKind =
  | { readonly kind: IndicatorKind; /** A messenger or chain that the name says by itself. */ readonly within: string | undefined }
  | { readonly refused: 'person' | 'unknown' }

const WITHIN = new Set(['telegram', 'discord', 'skype', 'whatsapp', 'signal', 'wechat', 'btc', 'eth', 'usdt', 'trx'])

export function kindOf(written: string): SpelledKind {
  const letters = written.toLowerCase().replace(/[^a-z]/g, '')
  const kind = KIND_OF.get(letters)
  if (kind !== undefined) return { kind, within: WITHIN.has(letters) && letters !== 'usdt' ? letters : undefined }
  return { refused: OF_A_PERSON.test(letters) ? 'person' : 'unknown' }
}
