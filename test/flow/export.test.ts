import { generateKeyPairSync, sign } from 'node:crypto'
import { cp, mkdir, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { keyIdOf } from '../../src/adapters/keys/signature.ts'
import { openEmbedded } from '../../src/adapters/store-postgres/index.ts'
import { canonical, merkleRoot, signed } from '../../src/engine/manifest.ts'
import type { Manifest } from '../../src/model/manifest.ts'
import { bonafide } from '../support/command-line.ts'
import { linkedCandidates, STEERING, UNSAFE, type LinkedCandidates } from '../support/linked-candidates.ts'

/** A cluster handed on and checked by somebody who has nothing but the folder. */
// A dozen runs of the program in one test, on a machine that may be busy.
vi.setConfig({ testTimeout: 300_000 })

let people: LinkedCandidates
let cwd: string
let ada: string, ben: string, dana: string
let run: LinkedCandidates['run']
let json: LinkedCandidates['json']
let clusterWith: LinkedCandidates['clusterWith']

beforeAll(async () => {
  people = await linkedCandidates()
  ;({ cwd, ada, ben, dana, run, json, clusterWith } = people)
  expect((await run('judge', ada, ben, 'unsure', '--reason', 'To be asked')).code).toBe(0)
  expect((await run('judge', ada, ben, '--withdraw', '--reason', 'Asked')).code).toBe(0)
}, 600_000)
afterAll(() => rm(cwd, { recursive: true, force: true }))

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
    const rows = await store.tx('local', (tx) => tx.auditRows(0, 1000))
    await store.close()
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
    expect(files.map((i) => i.original_filename ?? '').sort((a, b) => (a < b ? -1 : 1))).toEqual(['ada.md', STEERING])
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
    expect(judgements.length).toBe(2)
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
