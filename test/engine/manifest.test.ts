import { generateKeyPairSync, sign } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ed25519, keyIdOf } from '../../src/adapters/keys/signature.ts'
import { canonical, merkleRoot, signed, signedText, type Signer } from '../../src/engine/manifest.ts'
import { folderFaults, manifestFaults, readManifest, safePaths, type FoundEntry } from '../../src/engine/manifest-verify.ts'
import type { Manifest, ManifestItem } from '../../src/model/manifest.ts'

const AT = '2026-03-01T10:00:00.000Z'
const newSigner = (): Signer => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  return {
    keyId: keyIdOf(spki),
    publicKey: spki.toString('base64'),
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64'),
  }
}
const signer = newSigner()

const itemOf = (id: string, sha256 = '0'.repeat(64), size = 3): ManifestItem => ({
  id,
  kind: 'record',
  title: 'a record',
  original_filename: null,
  collected_at_utc: AT,
  collected_by: 'bonafide',
  method: 'export',
  size,
  sha256,
  media_type: 'application/json',
  derived_from: [],
  subject_refs: [],
  personal_data_class: 'applicant',
  integrity_checks: [],
})
const manifestOf = (items: readonly ManifestItem[], by = signer): Manifest =>
  signed(
    {
      manifest_id: 'm-0123456789abcdef',
      schema_version: 1,
      tenant: 'local',
      case_id: null,
      subject: { kind: 'cluster', id: 'c-1', personas: ['p-1', 'p-2'] },
      created_at_utc: AT,
      clock_source: { ntp: null, offset_ms: null },
      purpose: 'a test',
      legal_basis: null,
      privilege_label: null,
      tlp: 'TLP:AMBER+STRICT',
      pap: null,
      prepared_by: { user: 'tester', role: 'operator' },
      approved_by: null,
      tool: { name: 'bonafide', version: '0', catalogue_sha256: 'x' },
      prev_manifest_sha256: null,
      items: [...items],
      custody: [],
      redactions: [],
      totals: { count: items.length, bytes: items.reduce((sum, one) => sum + one.size, 0) },
      merkle_root: merkleRoot(items),
      timestamp: null,
    },
    by,
  )
const kinds = (faults: readonly { kind: string; path: string }[]): string[] => faults.map((f) => `${f.kind} ${f.path}`)

describe('canonical JSON (RFC 8785)', () => {
  test('orders keys by UTF-16 code units and writes numbers and strings as ECMAScript does', () => {
    const keys = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 }
    expect(canonical(keys)).toBe('{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\u{1f600}":5,"\ufb33":3}')
    expect(canonical([1e30, 4.5, 0.002, 1e-27, -0, 333333333.3333333, 1e21, 100])).toBe(
      '[1e+30,4.5,0.002,1e-27,0,333333333.3333333,1e+21,100]',
    )
    expect(canonical('€$\u000f\nA\'B"\\\\"/')).toBe('"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"')
  })

  test('refuses what has no spelling', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, '\ud800', { '\udc00': 1 }, [['\ud800']]])
      expect(() => canonical(value)).toThrow()
  })

  test('means the same and is its own spelling', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        fc.pre(JSON.stringify(value).isWellFormed() && !JSON.stringify(value).includes('\\ud'))
        const text = canonical(value)
        expect(canonical(JSON.parse(text))).toBe(text)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})

describe('a signed manifest', () => {
  const whole = manifestOf([itemOf('links.json'), itemOf('statements/p-1.json')])

  test('reads back as it was written, and its signature holds', () => {
    const { manifest, faults } = readManifest(canonical(whole))
    expect(manifest).toEqual(whole)
    expect(faults).toEqual([])
    expect(manifestFaults(whole, ed25519)).toEqual([])
    expect(manifestFaults(whole, ed25519, signer.keyId)).toEqual([])
  })

  test('does not hold after any edit, whichever field it is in', () => {
    const places: (readonly (string | number)[])[] = []
    const walk = (value: unknown, at: readonly (string | number)[]): void => {
      if (typeof value === 'object' && value !== null)
        for (const [key, inner] of Object.entries(value)) walk(inner, [...at, Array.isArray(value) ? Number(key) : key])
      else places.push(at)
    }
    walk(whole, [])
    expect(places.length).toBeGreaterThan(50)
    for (const at of places) {
      const edited = structuredClone(whole)
      let within = edited as unknown as Record<string | number, unknown>
      for (const key of at.slice(0, -1)) within = within[key] as Record<string | number, unknown>
      const key = at.at(-1) as string | number
      const old = within[key]
      // Another value that the shape allows, where there is one.
      within[key] = typeof old === 'number' ? old + 1 : typeof old === 'string' ? old.replace(/^./, (c) => (c === '1' ? '2' : '1')) : 'x'
      const read = readManifest(canonical(edited))
      const faults = [...read.faults, ...(read.manifest === undefined ? [] : manifestFaults(read.manifest, ed25519))]
      expect(faults.length, at.join('/')).toBeGreaterThan(0)
    }
  })

  test('is refused when it is spelled otherwise, cut off, or no manifest', () => {
    expect(kinds(readManifest(JSON.stringify(whole, null, 2)).faults)).toEqual(['changed manifest.json'])
    expect(kinds(readManifest(canonical(whole).replace('{', '{"case_id":null,')).faults)).toEqual(['changed manifest.json'])
    expect(readManifest(canonical(whole).slice(0, -1)).manifest).toBeUndefined()
    for (const text of ['', 'null', '[]', '{"items":[]}', canonical({ ...whole, more: 1 })]) {
      const { manifest, faults } = readManifest(text)
      expect(manifest).toBeUndefined()
      expect(kinds(faults)).toEqual(['changed manifest.json'])
    }
  })

  test('signed anew with another key holds, and is told apart by the fingerprint', () => {
    const other = newSigner()
    const anew = manifestOf([itemOf('links.json', '1'.repeat(64))], other)
    expect(manifestFaults(anew, ed25519)).toEqual([])
    expect(kinds(manifestFaults(anew, ed25519, signer.keyId))).toEqual(['signature manifest.json'])
    // The first signature under the second key's name, and the second key under the first one's name.
    const posing = { ...whole, signature: { ...whole.signature, public_key: other.publicKey } }
    expect(kinds(manifestFaults(posing, ed25519)).length).toBeGreaterThan(0)
    const named = { ...anew, signature: { ...anew.signature, key_id: signer.keyId } }
    const resigned = { ...named, signature: { ...named.signature, value: other.sign(signedText(named)) } }
    expect(manifestFaults(resigned, ed25519).map((f) => f.says)).toEqual(['The fingerprint in it is not the one of the key in it.'])
  })

  test('with a key of another kind, or none, does not hold and does not fail the check itself', () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
    for (const public_key of [rsa, '', 'AAAA']) {
      const faults = manifestFaults({ ...whole, signature: { ...whole.signature, public_key } }, ed25519)
      expect(faults.map((f) => f.kind)).toContain('signature')
    }
  })

  test('has a root that hangs on every item and their order', () => {
    const roots = [[], ['a'], ['b'], ['a', 'b'], ['b', 'a'], ['a', 'b', 'c'], ['a', 'b', 'c', 'd', 'e']].map((ids) =>
      merkleRoot(ids.map((id) => itemOf(id))),
    )
    expect(new Set(roots).size).toBe(roots.length)
    expect(roots[0]).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  })
})

describe('the folder beside the manifest', () => {
  const sha = 'ab'.repeat(32)
  const manifest = manifestOf([itemOf('links.json', sha), itemOf(`artifacts/${sha}.pdf`, sha)])
  const file = (path: string, more: Partial<FoundEntry> = {}): FoundEntry => ({ path, kind: 'file', size: 3, sha256: sha, ...more })
  const there: readonly FoundEntry[] = [
    file('manifest.json'),
    file('links.json'),
    { path: 'artifacts', kind: 'folder', size: 0, sha256: undefined },
    file(`artifacts/${sha}.pdf`),
  ]

  test('is whole when everything is as listed', () => expect(folderFaults(manifest, there)).toEqual([]))

  test.each([
    ['changed links.json', there.map((e) => (e.path === 'links.json' ? { ...e, sha256: 'cd'.repeat(32) } : e))],
    ['changed links.json', there.map((e) => (e.path === 'links.json' ? { ...e, size: 4 } : e))],
    ['missing links.json', there.filter((e) => e.path !== 'links.json')],
    ['added more.json', [...there, file('more.json')]],
    ['added artifacts/more', [...there, file('artifacts/more')]],
    ['added empty', [...there, { path: 'empty', kind: 'folder', size: 0, sha256: undefined }]],
    ['unsafe links.json', there.map((e) => (e.path === 'links.json' ? { ...e, kind: 'link' } : e))],
    ['unsafe links.json', there.map((e) => (e.path === 'links.json' ? { ...e, kind: 'folder' } : e))],
    ['unsafe pipe', [...there, { path: 'pipe', kind: 'other', size: 0, sha256: undefined }]],
    ['unsafe away', [...there, { path: 'away', kind: 'link', size: 0, sha256: undefined }]],
  ] as [string, FoundEntry[]][])('says %s', (fault, found) => expect(kinds(folderFaults(manifest, found))).toEqual([fault]))

  test.each([
    '../outside',
    'a/../../outside',
    '/etc/hostname',
    'C:/x',
    'a\\b',
    'a//b',
    './a',
    'a/.',
    '',
    'manifest.json',
    'Links.json',
    'a\u0000b',
    'a\nb',
    'a/',
    '.hidden',
    'con:',
    'ä',
  ])('never opens %j', (path) => {
    const tricky = manifestOf([itemOf(path)])
    expect(safePaths(tricky).size).toBe(0)
    expect(kinds(folderFaults(tricky, [file('manifest.json')]))).toEqual([`unsafe ${path}`])
  })

  test('names an item that is listed twice', () => {
    expect(kinds(folderFaults(manifestOf([itemOf('a', sha), itemOf('a', sha)]), [file('a')]))).toEqual(['unsafe a'])
  })
})
