import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { parse } from 'yaml'
import { catalog } from '../../src/catalog/index.gen.ts'
import { assess } from '../../src/engine/assess.ts'
import { detect } from '../../src/engine/detect.ts'
import { dossiers, type Dossier } from '../../src/engine/dossier.ts'
import { COUNTRIES, DEMONYMS } from '../../src/model/fairness/origin-words.ts'
import { printFinding, printTable } from '../../src/surfaces/cli/print.ts'
import { screenDocument } from '../../src/surfaces/cli/screen-document.ts'
import { writeReport } from '../../src/surfaces/report/write.ts'
import { casesOf, runCase } from '../support/cases.ts'
import { freshTenant, openTestStore } from '../support/databases.ts'
import { openWorkshop, closeSandbox, type Workshop } from '../support/workshop.ts'

/**
 * what the hiring side sees names no nationality, no regime and no suspected actor, also not in the titles of sources. Everything
 * that fires in a case is rendered as the report, the table, the explanation and the JSON.
 */
const ACTORS = readFileSync(new URL('actor-words.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((l) => l !== '' && !l.startsWith('#'))
const SOURCES = new URL('../../src/catalog/sources/', import.meta.url)
const titles = readdirSync(SOURCES).map((file) => (parse(readFileSync(new URL(file, SOURCES), 'utf8')) as { title: string }).title)
const publishers = Object.values(catalog.citations).map((c) => c.publisher)
const whole = (words: readonly string[]): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'iu')
const ACTOR = whole(ACTORS.map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
const ORIGIN = whole([...COUNTRIES, ...DEMONYMS])

/** Publishers are printed, and some are governments. The candidate's own words are evidence. Neither is ours. */
function ours(text: string, own: readonly string[]): string {
  let rest = text
  for (const said of [...publishers, ...own].toSorted((a, b) => b.length - a.length))
    if (said.length > 2) rest = rest.replaceAll(said, '§').replaceAll(escaped(said), '§')
  return rest
}
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')
const visible = (html: string): string => html.replace(/<style[^]*?<\/style>/g, ' ').replace(/<[^>]+>/g, ' ')

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : []
}

interface Shown {
  readonly detector: string
  readonly kind: string
  readonly text: string
}

let shop: Workshop
const shown: Shown[] = []
const rendered = new Set<string>()

async function firing(detectorId: string): Promise<readonly Dossier[]> {
  const store = await openTestStore()
  const story = casesOf(detectorId).find((c) => c.expect === 'fires')
  if (story === undefined) return []
  const tenant = freshTenant()
  const { personas } = await runCase(store, story, catalog.detectors, tenant)
  const ids = personas.map((p) => p.id)
  return store.tx(tenant, async (tx) => {
    const detections = await detect(tx, catalog, ids)
    await tx.replaceFindings(
      ids,
      detections.flatMap((d) => d.findings),
    )
    await tx.replaceAssessments(detections.map((d) => assess(catalog, d)))
    return dossiers(tx, catalog, ids)
  })
}

async function render(detector: string, found: readonly Dossier[]): Promise<void> {
  const own = found.flatMap((d) => d.statements.flatMap((s) => textsIn(s.value)))
  const add = (kind: string, text: string): number => shown.push({ detector, kind, text: ours(text, own) })
  const folder = await mkdtemp(join(tmpdir(), 'bonafide-r014-'))
  try {
    await writeReport(folder, found, { deps: shop.deps, catalog, actor: shop.actor })
    for (const file of await readdir(folder)) {
      const page = await readFile(join(folder, file), 'utf8')
      add(
        `report ${file === 'index.html' ? 'index' : 'page'}`,
        `${visible(page)}\n${[...page.matchAll(/\b(?:title|alt|aria-label|content)="([^"]*)"/g)].map((m) => m[1]).join('\n')}`,
      )
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  const lines: string[] = []
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => lines.push(String(chunk)) > 0)
  try {
    printTable(found)
    for (const d of found) for (const f of d.findings) printFinding(f)
  } finally {
    spy.mockRestore()
  }
  add('command line', stripVTControlCharacters(lines.join('')))
  add(
    'json',
    JSON.stringify(
      screenDocument(
        { personas: found.map((d) => ({ persona: d.persona.id, source: d.persona.source })), woken: [], failures: [] },
        [],
        found,
      ),
    ),
  )
  for (const d of found) for (const f of d.findings) rendered.add(f.finding.detector)
}

beforeAll(async () => {
  shop = await openWorkshop()
  for (const { id } of catalog.detectors) {
    const found = await firing(id)
    if (found.length > 0) await render(id, found)
  }
}, 300_000)
afterAll(async () => {
  await shop.close()
  await closeSandbox()
})

describe('R-014: what the hiring side sees', () => {
  test('nearly everything that can fire was rendered, each in four ways', () => {
    expect(rendered.size).toBeGreaterThanOrEqual(catalog.detectors.filter((d) => d.status === 'stable').length * 0.9)
    expect(new Set(shown.map((s) => s.kind)).size).toBe(4)
    expect(titles.length).toBeGreaterThan(50)
    expect(titles.filter((t) => ACTOR.test(t)).length).toBeGreaterThan(30)
    expect(shown.every((s) => s.text.length > 100)).toBe(true)
  })

  test('the lists see what they are for', () => {
    for (const bad of ['Advisory on DPRK IT workers', 'linked to Jasper Sleet', 'a state-sponsored scheme'])
      expect(ACTOR.test(bad), bad).toBe(true)
    for (const bad of ['says he is Ukrainian', 'lives in Nigeria']) expect(ORIGIN.test(bad), bad).toBe(true)
    for (const fine of ['captured', 'chapter', 'engaged', 'apt-get was run'.slice(7)]) expect(ACTOR.test(fine), fine).toBe(false)
  })

  test('names no actor and no regime', () => {
    expect(
      shown.flatMap(({ detector, kind, text }) => (ACTOR.exec(text) === null ? [] : [`${detector} (${kind}): …${around(text, ACTOR)}…`])),
    ).toEqual([])
  })

  test('names no country and no people', () => {
    expect(
      shown.flatMap(({ detector, kind, text }) => (ORIGIN.exec(text) === null ? [] : [`${detector} (${kind}): …${around(text, ORIGIN)}…`])),
    ).toEqual([])
  })

  test('prints no title of a source', () => {
    const long = titles.filter((t) => t.length >= 12)
    expect(shown.flatMap(({ detector, text }) => long.filter((t) => text.includes(t)).map((t) => `${detector}: ${t}`))).toEqual([])
  })

  test('no card of the catalogue names one either', () => {
    const cards = catalog.detectors.map((d) => ({
      id: d.id,
      text: [
        d.id,
        d.title,
        d.asks,
        ...d.next,
        ...d.clears,
        ...d.blindSpots,
        ...d.falsePositives.map((f) => f.story),
        d.threshold.says,
      ].join('\n'),
    }))
    expect(cards.length).toBeGreaterThan(30)
    for (const { id, text } of cards) {
      expect(ACTOR.exec(text)?.[0], id).toBeUndefined()
      expect(ORIGIN.exec(text)?.[0], id).toBeUndefined()
    }
  })
})

function around(text: string, pattern: RegExp): string {
  const at = pattern.exec(text)?.index ?? 0
  return text.slice(Math.max(0, at - 40), at + 60).replace(/\s+/g, ' ')
}
