import { isMap, isSeq, parseDocument } from 'yaml'
import type { ListFile, ListFormat } from '../../kit/list.ts'
import { partialDate } from './dates.ts'
import { draftOf, PartyDraft } from './draft.ts'
import { type Parties, partiesOf } from './parties.ts'
import { said } from './said.ts'
import { broken, headOf, textOf } from './text.ts'

/** A tag, or the top of a pack, whose fields every tag inherits. */
type Fields = Readonly<Record<string, unknown>>

/** What an actor that tags name by its id is called in full, and its site. */
interface Actor {
  readonly label: string | undefined
  readonly uri: string | undefined
}

/** Few repetitions are real; many that name each other are made to swell. */
const MOST_REPEATED = 100

/**
 * GraphSense TagPacks: addresses with a label, and in newer packs the actor behind it (github.com/graphsense/graphsense-tagpack-tool,
 * schemas `tagpack` and `actorpack`). All packs that are handed in are one version; actor packs among them give full names.
 */
export const tagpack: ListFormat = {
  id: 'tagpack',
  title: 'GraphSense TagPacks (YAML)',
  recognise: (files) => {
    const packs = files.filter((file) => /^(?:tags|actors):/m.test(headOf(file)) && /^(?:title|creator|label|actor):/m.test(headOf(file)))
    return packs.some((file) => /^tags:/m.test(headOf(file))) ? packs : undefined
  },
  read: (files) => {
    const parties = partiesOf(files[0]!)
    const packs = files.map((file) => ({ file, pack: packOf(file) }))
    const actors = new Map(packs.flatMap(({ pack }) => actorsOf(pack)))
    const drafts = new Map<string, PartyDraft>()
    for (const { file, pack } of packs)
      tagsOf(pack).forEach((tag, index) => addTag(tag, { parties, drafts, actors, at: `${file.name} tag ${index + 1}` }))
    for (const draft of drafts.values()) parties.add(draft.done())
    const days = packs.flatMap(({ pack }) => partialDate(word(pack, 'lastmod')?.slice(0, 10) ?? '') ?? [])
    return parties.reading(
      days
        .filter((day) => day.length === 10)
        .sort()
        .at(-1),
    )
  },
}

const word = (fields: Fields, field: string): string | undefined => {
  const value = fields[field]
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'string' || typeof value === 'number' ? said(String(value)) : undefined
}

const entriesIn = (pack: Fields, field: string): readonly Fields[] => {
  const value = pack[field]
  return Array.isArray(value)
    ? value.map((entry: unknown): Fields => (typeof entry === 'object' && entry !== null ? (entry as Fields) : {}))
    : []
}

function packOf(file: ListFile): Fields {
  const document = parseDocument(textOf(file), { uniqueKeys: false })
  const [wrong] = document.errors
  if (wrong !== undefined) {
    const line = wrong.linePos?.[0].line ?? 1
    throw broken(file, `is no whole YAML in line ${line}: it was cut off or is damaged`, { pointer: `line=${line}`, cause: wrong })
  }
  if (!isMap(document.contents) || ![document.get('tags'), document.get('actors')].some((value) => isSeq(value)))
    throw broken(file, 'is YAML without a list of tags; a TagPack has its fields at the top and its addresses under "tags:"')
  try {
    return document.toJS({ maxAliasCount: MOST_REPEATED }) as Fields
  } catch (cause) {
    throw broken(file, 'repeats parts of itself more often than a TagPack does', { cause })
  }
}

const actorsOf = (pack: Fields): [string, Actor][] =>
  entriesIn(pack, 'actors').flatMap((actor) => {
    const id = word(actor, 'id')
    return id === undefined ? [] : [[id, { label: word(actor, 'label'), uri: word(actor, 'uri') }]]
  })

const tagsOf = (pack: Fields): Fields[] => {
  const { tags: _tags, actors: _actors, ...inherited } = pack
  return entriesIn(pack, 'tags').map((tag) => ({ ...inherited, ...tag }))
}

interface Into {
  readonly parties: Parties
  readonly drafts: Map<string, PartyDraft>
  readonly actors: ReadonlyMap<string, Actor>
  readonly at: string
}

/** One party for each actor, and for each label where a tag names none. */
function addTag(tag: Fields, { parties, drafts, actors, at }: Into): void {
  const [address, label, actor] = [word(tag, 'address'), word(tag, 'label'), word(tag, 'actor')]
  const name = label ?? actor
  if (address === undefined || name === undefined) {
    const says = address === undefined ? 'A tag has no address' : 'A tag has neither a label nor an actor'
    parties.note({ kind: 'left-out', says, at })
    return
  }
  const id = (actor === undefined ? `label ${name.toLowerCase()}` : `actor ${actor.toLowerCase()}`).slice(0, 200)
  const known = actor === undefined ? undefined : actors.get(actor)
  const draft = draftOf(drafts, id, () => new PartyDraft(id, 'unknown', at).name(known?.label, 'primary').identifier('website', known?.uri))
  draft.name(name, 'alias').wallet(address, word(tag, 'currency'))
  for (const field of ['abuse', 'category']) draft.text('programmes', word(tag, field))
  draft.remark([word(tag, 'title'), word(tag, 'source')].filter((part) => part !== undefined).join(': '))
  const confidence = word(tag, 'confidence')
  if (confidence !== undefined) draft.remark(`Confidence: ${confidence}`)
}
