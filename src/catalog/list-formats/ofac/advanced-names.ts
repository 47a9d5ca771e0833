import type { ListedName } from '../../../model/listed-party.ts'
import { tidy } from '../text.ts'
import { childOf, childrenOf, type XmlElement } from '../xml.ts'
import type { References } from './references.ts'

/** Which parts stand before the comma, where the office writes a person's name in Latin letters. */
const FAMILY = new Set(['Last Name', 'Maiden Name'])

/** Names of one identity, the primary first: of each alias every documented spelling, in whatever script. */
export function namesIn(identity: XmlElement, references: References): ListedName[] {
  const partTypes = new Map<string, string | undefined>()
  for (const master of childrenOf(childOf(identity, 'NamePartGroups'), 'MasterNamePartGroup')) {
    for (const group of childrenOf(master, 'NamePartGroup'))
      partTypes.set(group.attributes['ID'] ?? '', references.text('NamePartType', group.attributes['NamePartTypeID']))
  }
  const names = childrenOf(identity, 'Alias').flatMap((alias) => {
    const { attributes } = alias
    const isPrimary = attributes['Primary'] === 'true'
    const former = references.text('AliasType', attributes['AliasTypeID']) === 'F.K.A.'
    const quality = attributes['LowQuality'] === 'true' ? ('weak' as const) : ('strong' as const)
    return childrenOf(alias, 'DocumentedName').map((documented, i): ListedName => {
      // The first spelling of the main name is the one that the list goes by; the others are the same name in other letters.
      const kind = isPrimary && i === 0 ? 'primary' : former ? 'former' : 'alias'
      return { full: spelled(documented, { partTypes, references }), kind, quality }
    })
  })
  return names.filter(({ full }) => full !== '').sort((a, b) => Number(b.kind === 'primary') - Number(a.kind === 'primary'))
}

interface Parts {
  readonly partTypes: ReadonlyMap<string, string | undefined>
  readonly references: References
}

/** `FAMILY, Given Other` in Latin letters, as in the office's other files; else the parts in their order. */
function spelled(documented: XmlElement, { partTypes, references }: Parts): string {
  const parts = childrenOf(documented, 'DocumentedNamePart').flatMap((part) =>
    childrenOf(part, 'NamePartValue').map(({ text, attributes }) => ({
      text: tidy(text),
      type: partTypes.get(attributes['NamePartGroupID'] ?? '') ?? '',
      latin: (references.text('Script', attributes['ScriptID']) ?? 'Latin') === 'Latin',
    })),
  )
  const all = parts.filter(({ text }) => text !== '')
  const family = all.filter(({ type }) => FAMILY.has(type))
  const given = all.filter(({ type }) => !FAMILY.has(type))
  const words = (some: typeof all): string => some.map(({ text }) => text).join(' ')
  return family.length > 0 && given.length > 0 && all.every(({ latin }) => latin) ? `${words(family)}, ${words(given)}` : words(all)
}
