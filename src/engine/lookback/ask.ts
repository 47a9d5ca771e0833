import { badUsage } from '../../model/errors.ts'
import { keysOf } from './key-of.ts'
import type { Question } from './question.ts'
import { kindOf } from './spelled-kind.ts'

/** `email=someone@example.com` as a question about the past; nothing is imported. */
export function questionIn(written: string): readonly Question[] {
  const cut = written.indexOf('=')
  const spelled = kindOf(written.slice(0, Math.max(0, cut)))
  if (cut < 1 || 'refused' in spelled)
    throw badUsage(
      `"${written}" is no question. Write the kind and the value: email=someone@example.com, phone=+12025550123, wallet=…, ip=…, link=…, domain=…, device=…, bank-account=…, messenger=telegram:handle, image-sha256=…, document-id=….`,
    )
  const original = written.slice(cut + 1)
  const keys = keysOf(spelled.kind, original, spelled.within)
  if ('why' in keys) throw badUsage(`"${original}" ${keys.why}.`)
  return keys.keys.map((key) => ({ kind: spelled.kind, key, original }))
}
