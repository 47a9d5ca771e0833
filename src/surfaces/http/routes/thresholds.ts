import { z } from 'zod'
import { maskDossier } from '../../../engine/people/masking.ts'
import { enterDossier } from '../../../engine/people/purpose.ts'
import { seenBy } from '../../../engine/people/unmask.ts'
import { startBacktest } from '../../../engine/thresholds/backtest.ts'
import {
  approveNumbers,
  endNumbers,
  LEAST_IN_SHADOW,
  proposeNumbers,
  refuseNumbers,
  startShadow,
} from '../../../engine/thresholds/change.ts'
import { numbersOf, trialOf, triedDossiers } from '../../../engine/thresholds/trial.ts'
import { route } from '../route.ts'
import { finding, findingOf } from './dossier.ts'
import { personaParams, reason } from './shapes.ts'
import { backtest, changed, numbers, numberSet, numberSetOf, backtestOf } from './threshold-shapes.ts'

const ofDetector = z.object({ phase: z.string().max(40), name: z.string().max(100) })
const idOf = ({ phase, name }: z.infer<typeof ofDetector>): string => `${phase}/${name}`

const shown = route({
  method: 'GET',
  path: '/api/detectors/:phase/:name/numbers',
  says: 'The numbers of a check: in force, in shadow, tried on the own history, and what each would say.',
  may: 'threshold:read',
  params: ofDetector,
  reply: z.object({
    now: numbers,
    version: z.number().int(),
    /** Candidates in shadow before numbers can be proposed. */
    leastInShadow: z.number().int(),
    sets: z.array(numberSet),
    backtests: z.array(backtest),
  }),
  async handle({ deps, catalog, caller, clock }, { params }) {
    const { now, version, sets, backtests } = await numbersOf(deps, catalog, caller, idOf(params))
    const at = clock.now()
    return {
      now: { ...now },
      version,
      leastInShadow: LEAST_IN_SHADOW,
      sets: sets.map((set) => numberSetOf(set, at)),
      backtests: backtests.map(backtestOf),
    }
  },
})

const tried = route({
  method: 'POST',
  path: '/api/detectors/:phase/:name/backtests',
  says: 'Runs other numbers over everybody ever taken in, beside those in force. Nothing of it is weighed. The run can be watched and stopped.',
  may: 'threshold:try',
  params: ofDetector,
  body: z.strictObject({ numbers }),
  example: { numbers: { days: 3 } },
  reply: z.object({ run: z.string() }),
  status: 202,
  async handle({ deps, parts, catalog, caller, location }, { params, body }) {
    const run = await startBacktest({ ...deps, jobs: parts.jobs }, catalog, caller, { detector: idOf(params), numbers: body.numbers })
    location(`/api/runs/${run}`)
    return { run }
  },
})

const inShadow = route({
  method: 'POST',
  path: '/api/detectors/:phase/:name/number-sets',
  says: 'Runs numbers in shadow: a second answer beside the one that counts, seen by nobody who works on candidates. They were tried on the own history before.',
  may: 'threshold:try',
  params: ofDetector,
  body: z.strictObject({ numbers, reason }),
  example: { numbers: { days: 3 }, reason: 'Two days are an ordinary visit.' },
  reply: numberSet,
  status: 201,
  async handle({ deps, catalog, caller, clock }, { params, body }) {
    return numberSetOf(await startShadow(deps, catalog, caller, { detector: idOf(params), ...body }), clock.now())
  },
})

const ofSet = z.object({ set: z.string().max(40) })
const said = z.strictObject({ reason })

const proposed = route({
  method: 'POST',
  path: '/api/number-sets/:set/propose',
  says: 'Asks a second person to make numbers active that were seen in shadow.',
  may: 'threshold:try',
  params: ofSet,
  body: said,
  example: { reason: 'Nobody who was confirmed would be missed.' },
  reply: numberSet,
  async handle({ deps, catalog, caller, clock }, { params, body }) {
    return numberSetOf(await proposeNumbers(deps, catalog, caller, { ...params, ...body }), clock.now())
  },
})

const changedNow = z.object({ set: numberSet, run: z.string().optional() })

const approved = route({
  method: 'POST',
  path: '/api/number-sets/:set/approve',
  says: 'The second person agrees: the check asks by these numbers, and whom that can touch is assessed anew. Not who asked; within a day; needs a sign-in of the last minutes.',
  may: 'approval:give',
  params: ofSet,
  body: said,
  example: { reason: 'I read the changed candidates.' },
  reply: changedNow,
  async handle({ deps, parts, catalog, caller, clock }, { params, body }) {
    const { set, run } = await approveNumbers({ ...deps, jobs: parts.jobs }, catalog, caller, { ...params, ...body })
    return { set: numberSetOf(set, clock.now()), run }
  },
})

const refused = route({
  method: 'POST',
  path: '/api/number-sets/:set/refuse',
  says: 'The second person does not agree, and says why. The numbers stay in shadow.',
  may: 'approval:give',
  params: ofSet,
  body: said,
  example: { reason: 'Too few candidates were seen.' },
  reply: numberSet,
  async handle({ deps, catalog, caller, clock }, { params, body }) {
    return numberSetOf(await refuseNumbers(deps, catalog, caller, { ...params, ...body }), clock.now())
  },
})

const ended = route({
  method: 'POST',
  path: '/api/number-sets/:set/end',
  says: 'Ends numbers in shadow, or takes active ones back: those of before return, and whom that can touch is assessed anew.',
  may: 'threshold:try',
  params: ofSet,
  body: said,
  example: { reason: 'It fired for honest people.' },
  reply: changedNow,
  async handle({ deps, parts, catalog, caller, clock }, { params, body }) {
    const { set, run } = await endNumbers({ ...deps, jobs: parts.jobs }, catalog, caller, { ...params, ...body })
    return { set: numberSetOf(set, clock.now()), ...(run === undefined ? {} : { run }) }
  },
})

const ofTrial = z.object({ trial: z.string().max(40) })

const whom = route({
  method: 'GET',
  path: '/api/trials/:trial/personas',
  says: 'Whom other numbers would answer otherwise, in order of id: a run over the history or a set in shadow.',
  may: 'threshold:read',
  params: ofTrial,
  query: z.object({
    after: z
      .string()
      .regex(/^[\w-]{1,100}$/)
      .optional(),
    limit: z.coerce.number().int().min(1).max(1_000).default(200),
  }),
  reply: z.object({ items: z.array(changed) }),
  async handle({ deps, caller }, { params, query }) {
    return deps.store.tx(caller.tenant, async (tx) => {
      await trialOf(tx, params.trial)
      return { items: [...(await tx.triedChanged(params.trial, query))] }
    })
  },
})

const evidenceRoute = route({
  method: 'GET',
  path: '/api/trials/:trial/personas/:persona',
  says: 'What the check finds of a candidate by the numbers in force and what it would find by the others, each with its evidence, made at this moment and not kept.',
  may: 'threshold:read',
  purpose: true,
  params: ofTrial.extend(personaParams.shape),
  reply: z.object({ now: z.array(finding), other: z.array(finding) }),
  async handle({ deps, catalog, caller, clock }, { params }) {
    return deps.store.tx(caller.tenant, async (tx) => {
      await enterDossier(tx, caller, params.persona, clock.now())
      const sees = await seenBy(tx, caller, params.persona, clock.now())
      const { now, other } = await triedDossiers(tx, catalog, params)
      const of = (one: typeof now) => maskDossier(one, sees).findings.map((found) => findingOf(found, new Set()))
      return { now: of(now), other: of(other) }
    })
  },
})

export const thresholdRoutes = [shown, tried, inShadow, proposed, approved, refused, ended, whom, evidenceRoute] as const
