import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { catalog } from '../../src/catalog/index.gen.ts'
import type { Screened } from '../../src/engine/screen.ts'
import { methodOf } from '../../src/engine/screening/method.ts'
import { screenEverybody } from '../../src/engine/screening/rescreen.ts'
import { printFinding, printTable } from '../../src/surfaces/cli/print.ts'
import { screenDocument } from '../../src/surfaces/cli/screen-document.ts'
import { filesUnder } from '../../scripts/modules.ts'
import { aParty, openedList } from '../support/opened-list.ts'
import { candidateOf, closeSandbox, openWorkshop, UNWATCHED, type Workshop } from '../support/workshop.ts'

/**
 * F5 and R-014: what list screening finds is seen by nobody in hiring. Every applicant here is written exactly as an entry of a list;
 * what the hiring side reads is the same bytes as if no list existed.
 */
let workshop: Workshop
beforeAll(async () => void (workshop = await openWorkshop()))
afterAll(async () => {
  await workshop.close()
  await closeSandbox()
})

const NAMES = ['Ada Example', 'Bo Sample']

async function hiringSide(screened: Screened): Promise<string> {
  const personas = screened.personas.map((p) => p.persona)
  const all = await workshop.dossiers(personas)
  const printed: string[] = []
  const write = process.stdout.write.bind(process.stdout)
  process.stdout.write = ((text: string) => printed.push(text) > 0) as typeof process.stdout.write
  try {
    printTable(all)
    for (const one of all) for (const finding of one.findings) printFinding(finding)
  } finally {
    process.stdout.write = write
  }
  return JSON.stringify([printed, all, screenDocument(screened, [], all)])
}

test('matches change nothing that the hiring side sees', async () => {
  const screened = await workshop.screen(
    ...NAMES.map((name) =>
      candidateOf(name, {
        'resume.txt': `${name}\n${name.split(' ')[0]?.toLowerCase()}@example.com\n\nExperience\nEngineer, Northwind Example, 2019-03 to 2021-05\n`,
      }),
    ),
  )
  const before = await hiringSide(screened)
  const hash = await workshop.deps.store.tx(workshop.actor.tenant, (tx) => tx.derivedHash())
  const list = openedList(
    NAMES.map((name, i) =>
      aParty({ id: String(i), name, identifiers: [{ kind: 'email', value: `${name.split(' ')[0]?.toLowerCase()}@example.com` }] }),
    ),
  )
  const method = methodOf([list], { mode: 'standard', least: 0.8, limit: 10, asOf: '2026-03-01' })
  const { filed } = await screenEverybody(workshop.deps, workshop.actor, { lists: [list], method, watch: UNWATCHED })
  expect(filed.opened.map((match) => match.state)).toEqual(['possible', 'possible'])
  expect(await hiringSide(screened)).toBe(before)
  expect(await workshop.deps.store.tx(workshop.actor.tenant, (tx) => tx.derivedHash())).toBe(hash)
})

test('no relation, detector, view or page of the hiring side can name what screening keeps', () => {
  const hiring = ['src/catalog/relations', 'src/catalog/views', 'src/catalog/detectors', 'src/surfaces/report'].flatMap((folder) =>
    filesUnder(folder, (p) => p.endsWith('.ts')),
  )
  expect(hiring.length).toBeGreaterThan(100)
  const texts = hiring.map((path) => [path, readFileSync(path, 'utf8')] as const)
  expect(
    texts
      .filter(([, text]) =>
        /\b(?:match_act|list_review|from match\b|join match\b|engine\/screening|engine\/lists|name-match|name-index|model\/(?:screening|adjudication|listed-party))/.test(
          text,
        ),
      )
      .map(([path]) => path),
  ).toEqual([])
  expect(catalog.detectors.filter((detector) => detector.room !== 'identity')).toEqual([])
})
