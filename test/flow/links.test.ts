import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { linkedCandidates, type LinkedCandidates } from '../support/linked-candidates.ts'

/** Links, clusters and judgements through the real program, in one data folder, as somebody who looks into a link would go. */
interface LinksJson {
  readonly links: readonly {
    readonly persona: string
    readonly other: string
    readonly state: string
    readonly evidence: readonly Record<string, unknown>[]
  }[]
}

// A dozen runs of the program in one test, on a machine that may be busy.
vi.setConfig({ testTimeout: 300_000 })

let people: LinkedCandidates
let ada: string, ben: string, cleo: string, dana: string, eli: string
let run: LinkedCandidates['run']
let json: LinkedCandidates['json']
let clusterWith: LinkedCandidates['clusterWith']

beforeAll(async () => {
  people = await linkedCandidates()
  ;({ ada, ben, cleo, dana, eli, run, json, clusterWith } = people)
}, 600_000)
afterAll(() => rm(people.cwd, { recursive: true, force: true }))

describe('links', () => {
  test('are listed for everybody and for one, and told in words', async () => {
    const { links } = await json<LinksJson>('links')
    expect(links.filter((l) => l.state === 'linked').map((l) => [l.persona, l.other].sort().join())).toEqual(
      expect.arrayContaining([[ada, ben].sort().join(), [dana, eli].sort().join()]),
    )
    expect(links.some((l) => [l.persona, l.other].includes(cleo))).toBe(false)
    const own = await run('links', ada)
    expect(own.stdout).toMatch(new RegExp(`Ada Example ${ada} shares something with 1 other and belongs to c-[0-9a-f]{16}`))
    expect(own.stdout).toMatch(/linked: .*Ada Example.*\n {2}\+12025550101 – Both have the same phone number/)
    expect((await run('links', cleo)).stdout).toMatch(/shares something with 0 others/)
  })

  test('say why: the value, where it stands on either side, what is against it, what would end it, what an error costs', async () => {
    const why = (await run('links', 'why', ben, ada)).stdout
    for (const part of [
      /Ada Example: Phone \+12025550101\n +ada\.md, line \d+ · sha256 [0-9a-f]{12}…/,
      /Ben Sample: Phone \+12025550101\n +ben.*\.md, line \d+/,
    ])
      expect(why).toMatch(part)
    for (const part of [
      'strong: ',
      'What speaks against it',
      'Taken away by: ',
      'What alone would end it',
      'If the link is wrong',
      'honest applicant',
    ])
      expect(why).toContain(part)
    const { link } = await json<{ link: LinksJson['links'][number] & { costOfError: string } }>('links', 'why', ada, ben)
    expect([link.persona, link.other]).toEqual([ada, ben].sort())
    expect(link.evidence.map((e) => e['kind'])).toContain('phone')
    expect(Object.keys(link.evidence[0] ?? {})).toEqual([
      'kind',
      'family',
      'value',
      'weight',
      'bits',
      'holders',
      'daysApart',
      'says',
      'removedBy',
      'mine',
      'theirs',
    ])
  })

  test('that are none are said to be none, and unknown or equal ids are refused', async () => {
    const never = await run('links', 'why', ada, cleo)
    expect([never.code, never.stdout]).toEqual([0, expect.stringMatching(/^Nothing stands between Ada Example .* and Cleo Test/)])
    expect(await json('links', 'why', ada, cleo)).toEqual({ link: null })
    for (const [args, says] of [
      [['links', 'p-0000000000000000'], 'no persona "p-0000000000000000"'],
      [['links', 'why', ada, 'p-0000000000000000'], 'no persona'],
      [['links', 'why', ada, ada], 'the same one'],
      [['clusters', 'show', 'c-0000000000000000'], '`bonafide clusters` lists'],
    ] as const) {
      const ran = await run(...args)
      expect([ran.code, ran.stdout]).toEqual([64, ''])
      expect(ran.stderr).toContain(says)
    }
  })
})

describe('clusters', () => {
  test('are listed with what they share and shown with members, links and events', async () => {
    const list = await run('clusters')
    expect(list.stdout).toMatch(
      /c-[0-9a-f]{16} {2}2 personas that share a phone number and résumé text\n {2}(?:Ada Example, Ben Sample|Ben Sample, Ada Example)/,
    )
    const shown = (await run('clusters', 'show', await clusterWith(ada))).stdout
    for (const part of [
      'Who they are (2)',
      'What they share (2)',
      'a phone number: +12025550101',
      'The links between them (1)',
      'Formed: Joined by',
      'honest applicant',
    ])
      expect(shown).toContain(part)
    expect(list.stdout + shown).not.toMatch(/\bring\b|\bgang\b|suspect|fraud/i)
    const none = await run('hubs')
    expect([none.code, none.stdout]).toEqual([0, 'No value is held by so many that it joins nobody.\n'])
  })
})

describe('a judgement', () => {
  test('keeps two apart, and taken back leaves everything as it was', async () => {
    const before = [await json('links', ada), await people.clusters()]
    const cluster = await clusterWith(ada)
    const said = await run('judge', ada, ben, 'different', '--reason', 'Both were met in person on one day')
    expect([said.code, said.stdout]).toEqual([
      0,
      expect.stringMatching(/Noted as act \d+: .*different\.\nDissolved: .*\nThey are now kept apart/),
    ])
    expect(await clusterWith(ada)).toBe('none')
    const gone = await run('clusters', 'show', cluster)
    expect([gone.code, gone.stderr]).toEqual([
      64,
      expect.stringMatching(/is no more since \d{4}-\d\d-\d\d: A person judged two of them different/),
    ])
    const back = await run('judge', ada, ben, '--withdraw', '--reason', 'Taken for another pair')
    expect(back.stdout).toMatch(/is taken back[^]*They are now linked/)
    const after = [await json<LinksJson>('links', ada), await people.clusters()]
    const bare = (found: unknown) =>
      JSON.parse(JSON.stringify(found, (key, value: unknown) => (key === 'judgements' ? undefined : value))) as unknown
    expect(bare(after)).toEqual(bare(before))
  })

  test('of two who never met is noted, and one that contradicts it is refused with what stands', async () => {
    const same = await run('judge', ada, cleo, 'same', '--reason', 'Asked, and both said so')
    expect(same.stdout).toMatch(/They share nothing that is compared here; it rests on your word[^]*They are now linked/)
    expect((await run('judge', ben, ada, 'same', '--reason', 'Asked, and both said so')).code).toBe(0)
    const against = await run('judge', ben, cleo, 'different', '--reason', 'Met both')
    expect([against.code, against.stdout]).toEqual([64, ''])
    expect(against.stderr).toMatch(/contradicts what stands: act \d+, .* same .*Take the one back that is wrong/)
    for (const pair of [
      [ada, cleo],
      [ben, ada],
    ] as const)
      expect((await run('judge', ...pair, '--withdraw', '--reason', 'Only a trial')).code).toBe(0)
    expect(await clusterWith(cleo)).toBe('none')
  })

  test.each([
    [['different'], /--reason/],
    [['different', '--reason', 'The accent sounded the same'], /Refused wording/],
    [['different', '--reason', '  '], /needs a reason/],
    [['maybe', '--reason', 'Not sure'], /"maybe" is no judgement: same, different, unsure/],
    [['--reason', 'Not sure'], /Say what you judge/],
    [['--withdraw', '--reason', 'None there'], /none to take back/],
  ])('is refused as %j', async (args, says) => {
    const ran = await run('judge', dana, eli, ...args)
    expect([ran.code, ran.stdout]).toEqual([64, ''])
    expect(ran.stderr).toMatch(says)
  })
})
