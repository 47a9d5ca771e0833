import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judge, withdrawJudgement } from '../../src/engine/links/index.ts'
import { AppError } from '../../src/model/errors.ts'
import { JUDGEMENTS } from '../../src/model/link.ts'
import { NO_CATALOG, smallWorld, WATCH, type Said, type SmallWorld } from '../support/small-personas.ts'

/** Whatever comes first, alone or together with others: the same links, clusters and hubs as made anew from everything. */

const SENTENCES = [
  'Rebuilt the freight invoicing pipeline so that twelve depots could settle nightly instead of weekly and wrote the runbook for it.',
  'Replaced a hand kept spreadsheet of harbour slots with a small scheduling service that three terminals still use every morning.',
  'Led the move of the customs archive from tape to object storage without losing a single declaration or delaying one ship.',
  'Tuned the search index of a library of old maps until its readers stopped phoning to complain about how slow it had become.',
]

/** Few values, so that small crowds share them: some pass the number that a person's circle has, some the number of a hub. */
const said = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 3 }).map((n): Said => ({ property: 'phone', value: `+1202555010${n}` })) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 3 }).map((n): Said => ({ property: 'email', value: `box${n}@example.com` })) },
  {
    weight: 2,
    arbitrary: fc
      .integer({ min: 0, max: 2 })
      .map((n): Said => ({ property: 'wallet', value: { chain: 'evm', address: `0x${`${n}`.repeat(40)}` } })),
  },
  {
    weight: 2,
    arbitrary: fc.integer({ min: 0, max: 1 }).map((n): Said => ({ property: 'postal-address', value: `${n} Harbour Street, Norrport` })),
  },
  { weight: 4, arbitrary: fc.constant<Said>({ property: 'mfa-enrolment', value: { device: 'token-1' } }) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 20 })).map(([n, day]): Said => ({
      property: 'network-address',
      value: { ip: `192.0.2.${n}`, at: `2026-01-${String(day).padStart(2, '0')}T10:00:00.000Z` },
    })),
  },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 0, max: 2 })
      .map((n): Said => ({ property: 'person-name', value: { full: ['Ada Example', 'Ben Sample', 'Cleo Test'][n] } })),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(...SENTENCES).map((text): Said => ({ property: 'passage', value: { text, kind: 'paragraph' } })),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 0, max: 1 }).map((n): Said => ({ property: 'referee', value: { email: `box${n}@example.com` } })),
  },
)

const population = fc.array(fc.uniqueArray(said, { minLength: 1, maxLength: 5, selector: (s) => JSON.stringify(s) }), {
  minLength: 2,
  maxLength: 16,
})
const named = (all: readonly (readonly Said[])[]) => all.map((one, n) => [`n${n}`, one] as const)

/** Takes everybody in, in this order and in batches of these sizes. */
async function takeIn(world: SmallWorld, personas: ReturnType<typeof named>, sizes: readonly number[]): Promise<void> {
  for (let at = 0, n = 0; at < personas.length; n++) {
    const size = sizes[n % sizes.length] ?? 1
    await world.take(...personas.slice(at, at + size))
    at += size
  }
}

const batches = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 })
const RUNS = { numRuns: 12, endOnFailure: true }

describe('links, clusters and hubs', () => {
  it('are the same in any order and any batches, and when made anew', async () => {
    await fc.assert(
      fc.asyncProperty(population, fc.infiniteStream(fc.nat()), batches, batches, async (all, chance, one, other) => {
        const personas = named(all)
        const [first, second] = [await smallWorld(), await smallWorld()]
        await takeIn(first, personas, one)
        await takeIn(
          second,
          personas.toSorted(() => ((chance.next().value ?? 0) % 2 === 0 ? 1 : -1)),
          other,
        )
        const [a, b] = [await first.hash(), await second.hash()]
        expect(a).toBe(b)
        expect(await first.rebuild()).toBe(a)
      }),
      RUNS,
    )
  }, 300_000)

  it('are the same after judgements, new files and forgetting as when made anew, and a rebuild notes no event', async () => {
    const act = fc.record({
      what: fc.constantFrom('judge', 'judge', 'withdraw', 'forget', 'more'),
      a: fc.nat(),
      b: fc.nat(),
      kind: fc.constantFrom(...JUDGEMENTS),
      more: said,
    })
    await fc.assert(
      fc.asyncProperty(population, batches, fc.array(act, { minLength: 1, maxLength: 6 }), async (all, sizes, acts) => {
        const world = await smallWorld()
        const personas = named(all)
        await takeIn(world, personas, sizes)
        const left = personas.map(([name]) => name)
        for (const { what, a, b, kind, more } of acts) {
          const [one, two] = [left[a % left.length], left[b % left.length]]
          if (one === undefined || two === undefined) break
          const pair = { persona: world.id(one), other: world.id(two), reason: 'test' }
          try {
            if (what === 'judge') await judge(world.deps, NO_CATALOG, world.actor, { watch: WATCH, ...pair, kind })
            else if (what === 'withdraw') await withdrawJudgement(world.deps, NO_CATALOG, world.actor, { ...pair, watch: WATCH })
            else if (what === 'more') await world.take([one, [...(personas.find(([name]) => name === one)?.[1] ?? []), more]])
            else {
              await world.forget(one)
              left.splice(left.indexOf(one), 1)
            }
          } catch (error) {
            // Refused: one persona twice, a contradiction, or nothing to take back.
            if (!(error instanceof AppError) || error.status >= 500) throw error
          }
        }
        const before = await world.hash()
        const events = await world.tx((tx) => tx.clusterEvents({ after: 0, limit: 1000 }))
        expect(await world.rebuild()).toBe(before)
        expect(await world.tx((tx) => tx.clusterEvents({ after: 0, limit: 1000 }))).toEqual(events)
      }),
      RUNS,
    )
  }, 300_000)
})
