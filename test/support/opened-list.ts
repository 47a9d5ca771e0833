import type { ListedParty } from '../../src/model/listed-party.ts'
import { openParties } from '../../src/engine/screening/open-list.ts'
import type { OpenList } from '../../src/engine/screening/ports.ts'

/** An entry of an invented list; what is not said is empty. */
export const aParty = (over: Partial<ListedParty> & { id: string; name?: string }): ListedParty => {
  const { name = 'EXAMPLE, Adalbert Quill', ...rest } = over
  return {
    type: 'person',
    names: [{ full: name, kind: 'primary', quality: 'strong' }],
    programmes: ['EX'],
    births: [],
    birthPlaces: [],
    nationalities: [],
    identifiers: [],
    addresses: [],
    wallets: [],
    ties: [],
    at: `line ${over.id}`,
    ...rest,
  }
}

/** A version of an invented list, opened. */
export const openedList = (parties: readonly ListedParty[], hash = 'v1'): OpenList =>
  openParties(
    {
      list: 'example-list',
      hash,
      published: '2026-01-01',
      imported: '2026-01-02T00:00:00.000Z',
      reader: 'private@1',
      format: 'plain-csv',
      entries: parties.length,
      names: parties.length,
      notes: 0,
      files: [],
    },
    parties,
  )
