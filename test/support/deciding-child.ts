import { appendFileSync } from 'node:fs'
import process from 'node:process'
import { systemChance } from '../../src/adapters/chance/index.ts'
import { systemClock } from '../../src/adapters/clock/index.ts'
import { openEmbedded } from '../../src/adapters/store-postgres/index.ts'
import { propose } from '../../src/engine/cases/decide.ts'
import { openCase } from '../../src/engine/cases/open.ts'
import { asAppError } from '../../src/model/errors.ts'
import { aCaller } from './callers.ts'
import { NO_CATALOG, WATCH } from './case-desk.ts'
import { aPersona } from './rows.ts'

/**
 * Decides about so many candidates of an embedded database, one after the other, and says of each what became of it; ends at the first
 * fault. With a third argument a file there grows meanwhile, as others' files do on a disk that fills up.
 */
const [folder = '', many = '0', growing] = process.argv.slice(2)
const GROWTH = Buffer.alloc(256 << 10, 1)
const TENANT = 'local'
const WORDS = 'Both employers confirmed the dates.'
const caller = aCaller(TENANT, 'tester', 'investigator')
const say = (line: string): void => void process.stdout.write(`${line}\n`)

const store = await openEmbedded(folder)
// A decision reads no file.
const absent = undefined as never
const deps = { store, clock: systemClock, chance: systemChance, blobs: absent, sandbox: absent }
try {
  for (let n = 0; n < Number(many); n++) {
    const persona = `p-${n.toString(16).padStart(16, '0')}`
    const known = await store.tx(TENANT, async (tx) => {
      if ((await tx.persona(persona)) === undefined) await tx.putPersona(aPersona(persona))
      await tx.replaceAssessments([{ persona, recommendation: 'clear', outcomes: {}, reasons: [] }])
      return (await tx.casesOfPersonas([persona]))[0]
    })
    if ((known?.decisions.length ?? 0) > 0) continue
    const { id } = known ?? (await openCase(deps, caller, { room: 'identity', says: WORDS, personas: [persona] }))
    const proposal = {
      persona,
      kind: 'cleared',
      reasons: [{ code: 'nothing-raised', findings: [] }],
      text: WORDS,
      options: ['cleared', 'confirmed'],
      suggestionShown: true,
    } as const
    await propose(deps, NO_CATALOG, caller, { case: id, proposal, watch: WATCH })
    say(`decided ${persona}`)
    if (growing !== undefined) appendFileSync(growing, GROWTH)
  }
  say('all')
} catch (error) {
  say(`refused ${asAppError(error).code}`)
}
await store.close().catch(() => undefined)
process.exit(0)
