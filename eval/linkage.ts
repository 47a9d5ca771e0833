import type { LinkOutput } from './linkage-product.ts'
import { inTemporaryFolder, linkWithProduct } from './linkage-product.ts'
import { bibliographies, fakePeople, febrl, restaurants, type LinkageSet } from './linkage-sets.ts'
import { measurePersonas, type PersonaMeasures } from './linkage-personas.ts'
import { measureSplink, type SplinkResult } from './linkage-splink.ts'

/** Pairs that were put together, out of those that belong together. */
export interface PairScore {
  readonly right: number
  readonly linked: number
  readonly true: number
}
export const precisionOf = (s: PairScore): number => (s.linked === 0 ? 1 : s.right / s.linked)
export const recallOf = (s: PairScore): number => (s.true === 0 ? 1 : s.right / s.true)
export const f1Of = (s: PairScore): number => (s.linked + s.true === 0 ? 1 : (2 * s.right) / (s.linked + s.true))

/** All pairs that a cluster puts together, linked directly or not. */
export interface SetScore {
  readonly records: number
  readonly clusters: PairScore
  /** Only the pairs that were compared and linked. */
  readonly links: PairScore
}

export interface LinkageMeasures {
  readonly sets: Readonly<Record<'febrl1' | 'febrl2' | 'fake' | 'restaurants', SetScore>>
  /** The pairs of the fake people that were looked at by people. */
  readonly fakeLabelled: PairScore
  readonly splink: SplinkResult
  readonly bibliographies: { readonly entries: number; readonly pairs: number; readonly links: PairScore }
  readonly personas: PersonaMeasures
}

export async function measureLinkage(shared: string): Promise<LinkageMeasures> {
  return inTemporaryFolder(async (folder) => {
    const fake = fakePeople(shared)
    const fakeOutput = await linkWithProduct(fake.input)
    const scored = async (set: LinkageSet): Promise<SetScore> => scoreSet(set, await linkWithProduct(set.input))
    return {
      sets: {
        febrl1: await scored(febrl(shared, 1)),
        febrl2: await scored(febrl(shared, 2)),
        fake: scoreSet(fake, fakeOutput),
        restaurants: await scored(await restaurants(shared, folder)),
      },
      fakeLabelled: labelledScore(fake.labelled, (a, b) => fakeOutput.clusters.get(a) === fakeOutput.clusters.get(b)),
      splink: await measureSplink(fake.input.input, folder),
      bibliographies: await scoreBibliographies(shared, folder),
      personas: await measurePersonas(shared, folder),
    }
  })
}

function scoreSet({ truth }: Pick<LinkageSet, 'truth'>, { clusters, links }: Pick<LinkOutput, 'clusters' | 'links'>): SetScore {
  const ids = [...truth.keys()]
  const pairsOf = (key: (id: string) => string): number =>
    [...Map.groupBy(ids, key).values()].reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0)
  // Records that nothing was found for stand in no cluster.
  const cluster = (id: string): string => clusters.get(id) ?? id
  const owner = (id: string): string => truth.get(id) ?? id
  const all = pairsOf(owner)
  return {
    records: ids.length,
    clusters: { right: pairsOf((id) => JSON.stringify([cluster(id), owner(id)])), linked: pairsOf(cluster), true: all },
    links: { right: links.filter(([a, b]) => owner(a) === owner(b)).length, linked: links.length, true: all },
  }
}

function labelledScore(
  labelled: readonly { readonly left: string; readonly right: string; readonly same: boolean }[],
  together: (left: string, right: string) => boolean,
): PairScore {
  const linked = labelled.filter(({ left, right }) => together(left, right))
  return { right: linked.filter(({ same }) => same).length, linked: linked.length, true: labelled.filter(({ same }) => same).length }
}

async function scoreBibliographies(shared: string, folder: string): Promise<LinkageMeasures['bibliographies']> {
  const { input, test } = await bibliographies(shared, folder)
  const { links } = await linkWithProduct(input)
  const linked = new Set(links.map(([left, right]) => `${left} ${right}`))
  return {
    entries: new Set(test.flatMap(({ left, right }) => [left, right])).size,
    pairs: test.length,
    links: labelledScore(test, (left, right) => linked.has(`${left} ${right}`)),
  }
}
