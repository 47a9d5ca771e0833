import { z } from 'zod'
import { listedParty, type ListedParty } from '../../../model/listed-party.ts'
import type { ListFile, ListFormat } from '../../../kit/list.ts'
import { PartyDraft } from '../../list-formats/draft.ts'
import { partiesOf } from '../../list-formats/parties.ts'
import { broken, headOf, textOf } from '../../list-formats/text.ts'

const { type, births, identifiers, wallets, ties, id, programmes } = listedParty.shape

const entry = z.strictObject({
  id,
  type,
  name: z.string().optional(),
  aliases: z.array(z.string().min(1)).default([]),
  authority: z.string().min(1),
  programmes,
  listed: z.iso.date(),
  delisted: z.iso.date().optional(),
  births: births.default([]),
  identifiers: identifiers.default([]),
  wallets: wallets.default([]),
  ties: ties.default([]),
  says: z.string().min(1),
  cites: z.array(z.string().min(1)).min(1),
})

const fileShape = z.strictObject({ list: z.literal('public-designations'), published: z.iso.date(), entries: z.array(entry).min(1) })

/** Our own list as the program ships it; a company that adds to a copy of it keeps the shape. */
export const designationsJson: ListFormat = {
  id: 'designations-json',
  title: 'Designations with their sources (JSON)',
  recognise: (files) => {
    const mine = files.filter((file) => /^\s*\{\s*"list"\s*:\s*"public-designations"/.test(headOf(file)))
    return mine.length === 0 ? undefined : mine.slice(0, 1)
  },
  read: ([file]) => {
    const { published, entries } = parsed(file!)
    const parties = partiesOf(file!)
    entries.forEach((one, index) => parties.add(partyOf(one, `${file!.name} entry ${index + 1}`)))
    return parties.reading(published)
  },
}

function parsed(file: ListFile): z.infer<typeof fileShape> {
  let value: unknown
  try {
    value = JSON.parse(textOf(file).replace(/^\uFEFF/, ''))
  } catch (cause) {
    throw broken(file, 'is broken JSON, or was cut short', { cause })
  }
  const checked = fileShape.safeParse(value)
  if (checked.success) return checked.data
  const [wrong] = checked.error.issues
  throw broken(file, `does not have the shape of this list: ${wrong!.message}`, { pointer: `/${wrong!.path.map(String).join('/')}` })
}

function partyOf(one: z.infer<typeof entry>, at: string): ListedParty {
  const draft = new PartyDraft(one.id, one.type, at).name(one.name, 'primary').listed(one.listed).delisted(one.delisted)
  for (const alias of one.aliases) draft.name(alias, 'alias')
  for (const programme of one.programmes) draft.text('programmes', programme)
  for (const birth of one.births) draft.birth(birth)
  for (const { kind, value, ...more } of one.identifiers) draft.identifier(kind, value, more)
  for (const { address, currency, since } of one.wallets) draft.wallet(address, currency, since)
  for (const tie of one.ties) draft.tie(tie)
  return draft.remark(`${one.says} By ${one.authority}. Sources: ${one.cites.join(', ')}.`).done()
}
