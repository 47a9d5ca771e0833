import { childrenOf, type XmlElement } from '../xml.ts'

/** The sets of values that everything in the advanced file points into by number. */
export interface References {
  /** What a number stands for: `text('FeatureType', '344')`. Undefined where the file does not say. */
  text(set: string, id: string | undefined): string | undefined
  attribute(set: string, id: string | undefined, name: string): string | undefined
}

export function referencesIn(element: XmlElement | undefined): References {
  const values = new Map<string, XmlElement>()
  for (const set of element?.children ?? []) {
    const name = set.name.replace(/Values$/, '')
    for (const value of childrenOf(set, name)) values.set(`${name} ${value.attributes['ID'] ?? ''}`, value)
  }
  return {
    text: (set, id) => values.get(`${set} ${id ?? ''}`)?.text || undefined,
    attribute: (set, id, name) => values.get(`${set} ${id ?? ''}`)?.attributes[name],
  }
}
