import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { detectors } from '../../src/catalog/index.gen.ts'
import { REFUSED_SIGNALS } from '../../src/model/fairness/refused-signals.ts'

/** The decision about what is not scored, held against the detectors and, where it lies beside the checkout, against the backlog. */

const ROOT = resolve(import.meta.dirname, '../..')
const page = readFileSync(resolve(ROOT, 'docs/decisions/0007-what-is-not-scored-and-why.md'), 'utf8')
const left = new Map(
  [...page.matchAll(/^\| `([a-z0-9-]+)` \| (refused|context|waits) \| (.+) \|$/gm)].map(([, id = '', fate = '', why = '']) => [
    id,
    { fate, why },
  ]),
)

const codified = (counts: boolean): Set<string> =>
  new Set(detectors.filter((d) => (d.direction !== 'context' && d.family !== 'conduct') === counts).flatMap((d) => d.indicators))
const refused = new Set(REFUSED_SIGNALS.flatMap((signal) => signal.never))

describe('what is not scored', () => {
  it('is listed, each with a reason', () => {
    expect(left.size).toBeGreaterThan(20)
    for (const [id, { why }] of left) expect(why.length, id).toBeGreaterThan(20)
  })
  it('is scored by no detector', () => {
    expect([...left.keys()].filter((id) => codified(true).has(id))).toEqual([])
  })
  it('is shown as context where the page says so, and nowhere else', () => {
    const said = [...left].filter(([, { fate }]) => fate === 'context').map(([id]) => id)
    expect(said.filter((id) => !codified(false).has(id))).toEqual([])
    expect([...left.keys()].filter((id) => codified(false).has(id) && !said.includes(id))).toEqual([])
  })
  it('waits for nothing where the signal is refused', () => {
    expect([...left].filter(([id, { fate }]) => refused.has(id) && fate !== 'refused').map(([id]) => id)).toEqual([])
  })
})

const BACKLOG = resolve(process.env['BONAFIDE_SHARED_DATA'] ?? resolve(ROOT, '../shared/data'), '../catalogue/threats.json')
const absent = existsSync(BACKLOG) ? '' : `not run: no backlog at ${BACKLOG}`

/** Those that detectors exist for. */
const PHASES = ['application', 'interview', 'onboarding', 'payout']

interface Indicator {
  readonly id: string
  readonly phase: string
  readonly use: string
}

describe.skipIf(absent !== '')(`the backlog ${absent}`, () => {
  it('has every scored indicator of these phases in a detector or on the page', () => {
    const backlog = JSON.parse(readFileSync(BACKLOG, 'utf8')) as readonly Indicator[]
    const scored = backlog.filter((i) => PHASES.includes(i.phase) && i.use === 'scored').map((i) => i.id)
    expect(scored.length).toBeGreaterThan(40)
    expect(scored.filter((id) => !codified(true).has(id) && !left.has(id))).toEqual([])
    expect([...left.keys()].filter((id) => !scored.includes(id))).toEqual([])
    expect(page).toContain(`has ${scored.length} that are marked as scored`)
    expect(page).toContain(
      `${scored.length - left.size} of the ${scored.length} are scored by a detector. The other ${left.size} stand below`,
    )
  })
  it('has every indicator that a detector codifies', () => {
    const known = new Set((JSON.parse(readFileSync(BACKLOG, 'utf8')) as readonly Indicator[]).map((i) => i.id))
    expect(detectors.flatMap((d) => d.indicators).filter((id) => !known.has(id))).toEqual([])
  })
})
