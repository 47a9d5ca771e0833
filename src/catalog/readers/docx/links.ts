import { PROPERTIES } from '../../../model/vocabulary.ts'
import type { AnyDraft } from '../../../model/statement.ts'
import { linkOf, mailOf } from '../../grammar/contact-value.ts'
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
  const value = /^(?:https?:|www\.)/i.test(target) ? linkOf(target) : undefined
  return value === undefined ? [] : [{ about: 'self', property: 'link', value, original: target, basis: 'claimed', at }]
}

/**
 * Drafts of links without those that the text states already, and without those that lead to a referee: the address behind
 * a referee's name is not the candidate's.
 */
export function beyondText(links: readonly AnyDraft[], text: readonly AnyDraft[]): AnyDraft[] {
  const referees = text.filter((draft) => draft.property === 'referee')
  const places = new Set(referees.map((draft) => draft.at))
  const known = new Set([
    ...text.map(keyOf),
    ...referees.flatMap(({ value }) => (value.email === undefined ? [] : [JSON.stringify(['email', value.email])])),
  ])
  return links.filter((draft) => {
    const key = keyOf(draft)
    return !places.has(draft.at) && !known.has(key) && known.add(key)
  })
}

const keyOf = (draft: AnyDraft): string => JSON.stringify([draft.property, draft.property === 'link' ? draft.value.url : draft.value])
