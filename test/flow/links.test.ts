import { generateKeyPairSync, sign } from 'node:crypto'
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keyIdOf } from '../../src/adapters/keys/signature.ts'
import { openEmbedded } from '../../src/adapters/store-postgres/index.ts'
import { canonical, merkleRoot, signed } from '../../src/engine/manifest.ts'
import type { Manifest } from '../../src/model/manifest.ts'
import { bonafide, documentOf, type Ran } from '../support/command-line.ts'

/** Links, clusters, judgements and exports through the real program, in one data folder, as somebody who looks into a link would go. */
const PROSE = [
  'Rebuilt the freight invoicing pipeline so that twelve depots could settle nightly instead of weekly, and wrote the runbook for it.',
  'Replaced a hand-kept spreadsheet of harbour slots with a small scheduling service that three terminals still use every morning.',
  'Led the move of the customs archive from tape to object storage without losing a single declaration or delaying one ship.',
]
const resume = (name: string, phone: string, prose: readonly string[]): string =>
  `${name}\n${name.split(' ')[0]?.toLowerCase()}@example.com | ${phone}\n\nExperience\n\nBackend Engineer, Norrport Freight\nJan 2019 – Mar 2022\n${prose.map((p) => `- ${p}`).join('\n')}\n`
const ESCAPE = '\u001B[31m'
// eslint-disable-next-line no-control-regex -- these are what is looked for
const UNSAFE = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/

let cwd: string
let ada: string, ben: string, cleo: string, dana: string, eli: string
interface LinksJson {
  readonly links: readonly {
    readonly persona: string
    readonly other: string
    readonly state: string
    readonly evidence: readonly Record<string, unknown>[]
  }[]
}
interface ClustersJson {
  readonly clusters: readonly { readonly cluster: string; readonly personas: readonly string[] }[]
}
/** Nothing that a file says may steer the terminal, in any answer of this file. */
const run = async (...args: string[]): Promise<Ran> => {
  const ran = await bonafide(args, cwd)
  expect(ran.stdout + ran.stderr, args.join(' ')).not.toMatch(UNSAFE)
  return ran
}
const json = async <T>(...args: string[]): Promise<T> => JSON.parse((await run(...args, '--json')).stdout) as T
const clusterWith = async (persona: string): Promise<string> =>
  (await json<ClustersJson>('clusters')).clusters.find((c) => c.personas.includes(persona))?.cluster ?? 'none'

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'bonafide-links-'))
  await mkdir(join(cwd, 'in'))
  await writeFile(join(cwd, 'in', 'ada.md'), resume('Ada Example', '+1 202 555 0101', PROSE))
  await writeFile(join(cwd, 'in', `ben${ESCAPE}\u202E.md`), resume('Ben Sample', '(202) 555-0101', PROSE))
  await writeFile(
    join(cwd, 'in', 'cleo.md'),
    resume('Cleo Test', '+1 202 555 0107', [
      'Tuned a search index for a library of old maps until readers stopped phoning about it being slow.',
    ]),
  )
  await writeFile(
    join(cwd, 'applicants.csv'),
    'Name,Email,Phone\nDana Example,dana@example.com,+1 202 555 0131\nEli Sample,eli@example.com,+1 202 555 0131\nFinn Alone,finn@example.com,+1 202 555 0133\n',
  )
  const first = documentOf(await bonafide(['screen', 'in', 'applicants.csv', '--json', '--accept-no-network-isolation'], cwd))
  const of = (source: string): string[] => first.screened.filter((s) => s.source.startsWith(source)).map((s) => s.persona)
  ;[ada = '', ben = '', cleo = ''] = [...of('in/ada'), ...of('in/ben'), ...of('in/cleo')]
  ;[dana = '', eli = ''] = of('applicants.csv')
  expect(new Set([ada, ben, cleo, dana, eli, '']).size).toBe(6)
}, 600_000)
afterAll(() => rm(cwd, { recursive: true, force: true }))

describe('links', () => {
  test('are listed for everybody and for one, and told in words', async () => {
    const { links } = await json<LinksJson>('links')
    expect(links.filter((l) => l.state === 'linked').map((l) => [l.persona, l.other].sort().join())).toEqual(
      expect.arrayContaining([[ada, ben].sort().join(), [dana, eli].sort().join()]),
    )
    expect(links.some((l) => [l.persona, l.other].includes(cleo))).toBe(false)
    const own = await run('links', ada)
    expect(own.stdout).toMatch(new RegExp(`Ada Example ${ada} shares something with 1 other and belongs to c-[0-9a-f]{16}`))
    expect(own.stdout).toMatch(/linked: .*Ada Example.*\n {2}Both have the same phone number/)
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
    expect(list.stdout).toMatch(/c-[0-9a-f]{16} {2}2 personas that share a phone number and résumé text\n {2}Ada Example, Ben Sample/)
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
    const before = [await json('links', ada), (await json<ClustersJson>('clusters')).clusters]
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
    const after = [await json<LinksJson>('links', ada), (await json<ClustersJson>('clusters')).clusters]
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

describe('an export', () => {
  let cluster: string
  let key: string
  let whole: string
  const exported = async (id: string, out: string): Promise<{ manifest: string; key: string; count: number }> =>
    json('clusters', 'export', id, '--out', out, '--purpose', 'Counsel checks the link')
  interface VerifyJson {
    readonly whole: boolean
    readonly manifest: string
    readonly signature: { readonly holds: boolean; readonly key: string | null }
    readonly faults: readonly { readonly path: string; readonly kind: string }[]
  }
  /** From an empty folder: nothing but the export itself may be needed. */
  const verify = async (folder: string, ...more: string[]): Promise<VerifyJson & { code: number | null }> => {
    const elsewhere = join(cwd, 'elsewhere')
    await mkdir(elsewhere, { recursive: true })
    const ran = await bonafide(['verify', folder, '--json', ...more], elsewhere)
    expect(await readdir(elsewhere)).toEqual([])
    expect(ran.stderr).toBe('')
    return { ...(JSON.parse(ran.stdout) as VerifyJson), code: ran.code }
  }
  const faultsOf = async (folder: string): Promise<string[]> => {
    const { code, faults, whole: isWhole } = await verify(folder)
    expect([code, isWhole]).toEqual(faults.length === 0 ? [0, true] : [1, false])
    return faults.map((f) => `${f.kind} ${f.path}`)
  }
  let copies = 0
  const copy = async (): Promise<string> => {
    const folder = join(cwd, `copy-${copies++}`)
    await cp(whole, folder, { recursive: true })
    return folder
  }
  const manifestIn = async (folder: string): Promise<Manifest> =>
    JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest

  beforeAll(async () => {
    cluster = await clusterWith(ada)
    whole = join(cwd, 'whole')
    ;({ key } = await exported(cluster, whole))
  }, 120_000)

  test('says that it writes personal data, is private, in the log, and whole', async () => {
    const out = join(cwd, 'told')
    const ran = await run('clusters', 'export', cluster, '--out', out, '--purpose', 'Counsel checks the link')
    expect(ran.stderr).toMatch(/^This writes personal data of 2 applicants, unencrypted/)
    expect(ran.stdout).toMatch(/signed with the key\n(?: {4}(?:[0-9a-f]{8} ?){8})\n/)
    expect(((await stat(out)).mode & 0o777).toString(8)).toBe('700')
    expect(((await stat(join(out, 'links.json'))).mode & 0o777).toString(8)).toBe('600')
    const checked = await verify(out, '--key', key.toUpperCase())
    expect([checked.code, checked.whole, checked.signature]).toEqual([0, true, { holds: true, key }])
    const store = await openEmbedded(join(cwd, '.bonafide', 'db'))
    const rows = await store.tx('local', (tx) => tx.auditRows(0, 1000)).finally(() => store.close())
    expect(rows.filter((r) => r.action === 'exported').map((r) => [r.actor, r.subject, r.detail['personas']])).toEqual([
      ['local-operator', cluster, 2],
      ['local-operator', cluster, 2],
    ])
    expect(rows.findLast((r) => r.action === 'exported')?.detail['manifest']).toBe(checked.manifest)
    expect((await run('audit', 'verify')).code).toBe(0)
  })

  test('holds the files as they were received, the statements, the links, judgements, events and versions', async () => {
    const { items, custody, approved_by, redactions } = await manifestIn(whole)
    const files = items.filter((i) => i.kind === 'file')
    expect(files.map((i) => i.original_filename).toSorted()).toEqual(['ada.md', `ben${ESCAPE}\u202E.md`])
    for (const file of files)
      expect(await readFile(join(whole, file.id))).toEqual(await readFile(join(cwd, 'in', file.original_filename ?? '')))
    expect(items.map((i) => i.id).filter((id) => !id.startsWith('artifacts/'))).toEqual(
      expect.arrayContaining([
        'cluster.json',
        'links.json',
        'hubs.json',
        'judgements.json',
        'events.json',
        'findings.json',
        'versions.json',
        'read-me.txt',
        `statements/${ada}.json`,
        `statements/${ben}.json`,
      ]),
    )
    expect([custody.length, approved_by, redactions]).toEqual([1, null, []])
    const judgements = JSON.parse(await readFile(join(whole, 'judgements.json'), 'utf8')) as unknown[]
    expect(judgements.length).toBeGreaterThan(3)
    const readMe = await readFile(join(whole, 'read-me.txt'), 'utf8')
    expect(readMe).toContain('No likelihood')
    expect(readMe).not.toMatch(UNSAFE)
    expect(readMe).not.toMatch(/\bring\b|\bgang\b|suspect|fraud|North|criminal|spy/i)
  })

  test('leaves a table out that holds others too, and says so', async () => {
    const out = join(cwd, 'table')
    const ran = await run('clusters', 'export', await clusterWith(dana), '--out', out, '--purpose', 'Counsel checks the link')
    expect(ran.stdout).toMatch(/left out: applicants\.csv\. The table holds the rows of 1 applicant who/)
    const { items, redactions } = await manifestIn(out)
    expect([items.filter((i) => i.kind === 'file'), redactions.length]).toEqual([[], 1])
    for (const item of items) expect(await readFile(join(out, item.id), 'utf8'), item.id).not.toMatch(/Finn|5550133/)
    expect(await faultsOf(out)).toEqual([])
  })

  test('is refused into a folder that is not empty, without a purpose, and for what is not there', async () => {
    const used = await run('clusters', 'export', cluster, '--out', 'in', '--purpose', 'Counsel checks the link')
    expect([used.code, used.stdout, used.stderr]).toEqual([64, '', expect.stringContaining('"in" is not empty')])
    expect((await run('clusters', 'export', cluster, '--out', 'new')).stderr).toContain('--purpose')
    expect((await run('clusters', 'export', cluster, '--out', 'new', '--purpose', ' ')).stderr).toContain('what the export is for')
    expect((await run('clusters', 'export', 'c-0', '--out', 'new', '--purpose', 'x')).code).toBe(64)
    const missing = await run('verify', 'in')
    expect([missing.code, missing.stderr]).toEqual([64, expect.stringContaining('There is no manifest.json in "in"')])
  })

  test('names the one item of which a byte was changed, or that is missing, whichever it is', async () => {
    const { items } = await manifestIn(whole)
    expect(items.length).toBeGreaterThan(10)
    const folder = await copy()
    for (const { id } of items) {
      const bytes = await readFile(join(folder, id))
      const flipped = Buffer.from(bytes)
      const at = Math.floor(flipped.length / 2)
      flipped[at] = (flipped[at] ?? 0) ^ 1
      await writeFile(join(folder, id), flipped)
      expect(await faultsOf(folder)).toEqual([`changed ${id}`])
      await rm(join(folder, id))
      expect(await faultsOf(folder)).toEqual([`missing ${id}`])
      await writeFile(join(folder, id), bytes)
    }
    expect(await faultsOf(folder)).toEqual([])
  }, 300_000)

  test('names what was added, moved, or put there instead', async () => {
    const folder = await copy()
    await writeFile(join(folder, 'statements', 'more.json'), '[]')
    expect(await faultsOf(folder)).toEqual(['added statements/more.json'])
    await rename(join(folder, 'statements', 'more.json'), join(folder, 'more.json'))
    await rename(join(folder, 'links.json'), join(folder, 'Links.json'))
    expect(await faultsOf(folder)).toEqual(['added Links.json', 'missing links.json', 'added more.json'])
    const linked = await copy()
    await rename(join(linked, 'links.json'), join(cwd, 'links-elsewhere.json'))
    await symlink(join(cwd, 'links-elsewhere.json'), join(linked, 'links.json'))
    expect(await faultsOf(linked)).toEqual(['unsafe links.json'])
    const away = await copy()
    await rename(join(away, 'statements'), join(cwd, 'statements-elsewhere'))
    await symlink(join(cwd, 'statements-elsewhere'), join(away, 'statements'))
    expect(await faultsOf(away)).toEqual([
      'unsafe statements',
      `missing statements/${[ada, ben].sort()[0]}.json`,
      `missing statements/${[ada, ben].sort()[1]}.json`,
    ])
  })

  test('does not hold when the manifest or the signature was edited', async () => {
    const folder = await copy()
    const manifest = await manifestIn(folder)
    const put = (text: string): Promise<void> => writeFile(join(folder, 'manifest.json'), text)
    await put(canonical({ ...manifest, purpose: 'Something else' }))
    expect(await faultsOf(folder)).toEqual(['signature manifest.json'])
    await put(canonical({ ...manifest, signature: { ...manifest.signature, value: Buffer.alloc(64).toString('base64') } }))
    expect(await faultsOf(folder)).toEqual(['signature manifest.json'])
    await put(`${canonical(manifest)}\n`)
    expect(await faultsOf(folder)).toEqual(['changed manifest.json'])
    await put(canonical(manifest).slice(0, 500))
    expect(await faultsOf(folder)).toEqual(['changed manifest.json'])
    await put(canonical(manifest))
    expect(await faultsOf(folder)).toEqual([])
  })

  test('signed anew by somebody else holds by itself and not by the sender’s fingerprint; tricks in paths open nothing', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519')
    const spki = publicKey.export({ type: 'spki', format: 'der' })
    const stranger = {
      keyId: keyIdOf(spki),
      publicKey: spki.toString('base64'),
      sign: (text: string) => sign(null, Buffer.from(text), privateKey).toString('base64'),
    }
    const folder = await copy()
    const { signature: _, ...rest } = await manifestIn(folder)
    await writeFile(join(folder, 'manifest.json'), canonical(signed({ ...rest, purpose: 'Something else' }, stranger)))
    expect(await verify(folder)).toMatchObject({ code: 0, whole: true, signature: { holds: true, key: stranger.keyId } })
    expect(await verify(folder, '--key', key)).toMatchObject({ code: 1, whole: false, signature: { holds: false, key: stranger.keyId } })
    const outside = { ...(rest.items[0] as Manifest['items'][number]), id: '../links-elsewhere.json' }
    const items = [...rest.items, outside]
    const totals = { count: items.length, bytes: items.reduce((sum, i) => sum + i.size, 0) }
    await writeFile(join(folder, 'manifest.json'), canonical(signed({ ...rest, items, totals, merkle_root: merkleRoot(items) }, stranger)))
    expect(await faultsOf(folder)).toEqual(['unsafe ../links-elsewhere.json'])
    const short = await run('verify', whole, '--key', 'abc')
    expect([short.code, short.stderr]).toEqual([64, expect.stringContaining('64 digits')])
  })

  test('of before a rotation of the keys is still told to be ours', async () => {
    const folder = join(cwd, '.bonafide', 'keys', 'signing')
    const [name = ''] = await readdir(folder)
    expect(((await stat(join(folder, name))).mode & 0o777).toString(8)).toBe('600')
    expect((await run('keys', 'rotate')).stdout).toMatch(/Exports are signed with a new key from now on: [0-9a-f]{8} /)
    const listed = (await run('keys', 'list')).stdout.replaceAll(' ', '')
    expect(listed).toMatch(new RegExp(`^[0-9a-f]{64}\\nsignsexportssince[^]*${key}\\nsignsexportssince\\d{4}-\\d\\d-\\d\\d,until`))
    const after = await exported(cluster, join(cwd, 'after'))
    expect(after.key).not.toBe(key)
    expect(await verify(join(cwd, 'after'), '--key', after.key)).toMatchObject({ whole: true })
    expect(await verify(whole, '--key', key)).toMatchObject({ whole: true })
  })
})
