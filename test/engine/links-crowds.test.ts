import { describe, expect, it } from 'vitest'
import type { Said, SmallWorld } from '../support/small-personas.ts'
import { smallWorld } from '../support/small-personas.ts'

/** One too many for a key: what others found by it while they were few goes when they are not, whoever comes last. */

const at = (n: number): readonly Said[] => [
  { property: 'document-metadata', value: { format: 'pdf', documentId: 'one-builder' } },
  { property: 'email', value: `user${n}@example.com` },
  ...(n < 9
    ? ([
        {
          property: 'passage',
          value: {
            text: 'Sorted the tall archive shelves of the harbour museum by year, by ship and by the name of the yard',
            kind: 'bullet',
          },
        },
      ] as const)
    : []),
]
const person = (n: number) => [`user ${n}`, at(n)] as const

async function counted(world: SmallWorld): Promise<{ pairs: number; overlaps: number }> {
  const [row] = await world.tx((tx) =>
    tx.relation(`select '' as persona, (select count(*) from pair) as pairs, (select count(*) from overlap) as overlaps`, []),
  )
  return { pairs: Number(row?.['pairs']), overlaps: Number(row?.['overlaps']) }
}

describe('a crowd', () => {
  it('of 51 leaves nothing that 50 had by a key, and 50 have it back when one is forgotten', async () => {
    const world = await smallWorld()
    await world.take(...Array.from({ length: 50 }, (_, n) => person(n)))
    const fifty = await world.hash()
    expect((await counted(world)).pairs).toBe(50 * 49)
    await world.take(person(50))
    const few = await counted(world)
    // Those with the common phrase still meet by it; nine are more than a rare one has.
    expect(few.pairs).toBeLessThanOrEqual(9 * 8)
    const crowd = await world.hash()
    expect(await world.rebuild()).toBe(crowd)
    await world.forget('user 50')
    expect(await world.hash()).toBe(fifty)
    expect(await world.rebuild()).toBe(fifty)
  }, 120_000)

  it('of nine has no rare phrase, and eight have it back', async () => {
    const world = await smallWorld()
    await world.take(...Array.from({ length: 8 }, (_, n) => person(n)))
    const eight = await world.hash()
    const phrases = () =>
      world.tx(async (tx) =>
        Number((await tx.relation(`select '' as persona, count(*) as n from overlap where kind = 'phrase'`, []))[0]?.['n']),
      )
    expect(await phrases()).toBe(8 * 7)
    await world.take(person(8))
    expect(await phrases()).toBe(0)
    const nine = await world.hash()
    expect(await world.rebuild()).toBe(nine)
    await world.forget('user 8')
    expect(await world.hash()).toBe(eight)
  }, 120_000)

  it('that takes what tied the holders of another value changes the links of those, too, and gives them back', async () => {
    const handle: Said = { property: 'messenger', value: { service: 'telegram', handle: 'one' } }
    const wallet: Said = { property: 'wallet', value: { chain: 'evm', address: `0x${'1'.repeat(40)}` } }
    const email = (n: number): Said => ({ property: 'email', value: `user${n}@example.com` })
    const world = await smallWorld()
    // Four have a messenger account; three of them a wallet that five have: theirs, so the account counts for the fourth.
    await world.take(...[0, 1, 2].map((n) => [`user ${n}`, [email(n), handle, wallet]] as const), ['user 3', [email(3), handle]])
    await world.take(...[4, 5].map((n) => [`user ${n}`, [email(n), wallet]] as const))
    const five = await world.hash()
    const links = () => world.tx(async (tx) => (await tx.linksPage({ limit: 99 })).filter((one) => one.state === 'linked').length)
    expect(await links()).toBe(3 + 3 + 6 + 1)
    // A sixth makes it a wallet of more than a circle, and the account one of strangers.
    await world.take(['user 6', [email(6), wallet]])
    expect(await links()).toBe(0)
    const six = await world.hash()
    expect(await world.rebuild()).toBe(six)
    await world.forget('user 6')
    expect(await world.hash()).toBe(five)
    expect(await world.rebuild()).toBe(five)
  })
})
