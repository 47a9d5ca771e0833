import { PROPERTIES } from '../../../model/vocabulary.ts'
import type { AnyDraft } from '../../../model/statement.ts'
import { mailOf } from '../../grammar/contact-value.ts'
import { linkValue } from '../../grammar/links.ts'
import type { TextPart } from './part.ts'

const FIELD = /HYPERLINK\s+(?:\\[a-z]\s+)*"([^"]{1,2000})"/i

/** Where the words of a part lead when clicked, which the words need not say. */
export function linksIn(part: TextPart): AnyDraft[] {
  const targets = new Map(part.relationships.filter((r) => r.type === 'hyperlink' && r.external).map((r) => [r.id, r.target]))
  return part.body.paragraphs.flatMap(({ number, links, fields }) => {
    const instruction = FIELD.exec(fields.join(''))?.[1]
    const addresses = [...links.map((id) => targets.get(id)), instruction].filter((target) => target !== undefined)
    return [...new Set(addresses)].flatMap((target) => draftOf(target, part.at(number)))
  })
}

function draftOf(target: string, at: string): AnyDraft[] {
  if (/^mailto:/i.test(target)) {
    const original = target.replace(/^mailto:/i, '').split('?')[0]!
    const mail = mailOf(original)
    return PROPERTIES.email.schema.safeParse(mail).success ? [{ about: 'self', property: 'email', value: mail, basis: 'claimed', at }] : []
  }
  const value = /^(?:https?:|www\.)/i.test(target) ? linkValue(target) : undefined
  return value === undefined ? [] : [{ about: 'self', property: 'link', value, original: target, basis: 'claimed', at }]
}

/** Statements of the same thing at the same place, once. */
export function once(drafts: readonly AnyDraft[]): AnyDraft[] {
  const seen = new Set<string>()
  return drafts.filter((draft) => {
    const key = `${draft.property} ${draft.at} ${JSON.stringify(draft.value)}`
    return !seen.has(key) && seen.add(key)
  })
}
