import { ratesByOpening } from '../../../engine/oversight/adverse-impact.ts'
import { contestsFor, decisionsFor } from '../../../engine/oversight/exports.ts'
import { contestsCsv, decisionsCsv, ratesCsv } from '../../documents/oversight-csv.ts'
import { fileReply, route, type SentFile } from '../route.ts'
import { period } from './oversight-shapes.ts'

const file = (name: string, text: string): SentFile => ({ name, content: Buffer.from(text) })
const reply = fileReply('text/csv')

const decisions = route({
  method: 'GET',
  path: '/api/oversight/decisions.csv',
  says: 'Decisions with their reasons, which of them went against the recommendation, and which were taken back.',
  may: 'report:export',
  query: period,
  reply,
  handle: async ({ deps, caller }, { query }) => file('decisions.csv', decisionsCsv(await decisionsFor(deps, caller, query))),
})

const reviews = route({
  method: 'GET',
  path: '/api/oversight/reviews.csv',
  says: 'Corrections and appeals, and what became of them.',
  may: 'report:export',
  query: period,
  reply,
  handle: async ({ deps, caller }, { query }) => file('reviews.csv', contestsCsv(await contestsFor(deps, caller, query))),
})

const openings = route({
  method: 'GET',
  path: '/api/oversight/openings.csv',
  says: 'What became of applications, opening by opening, with intervals; nothing of fewer than 30.',
  may: 'report:export',
  query: period,
  reply,
  handle: async ({ deps, caller }, { query }) => file('openings.csv', ratesCsv(await ratesByOpening(deps, caller, query))),
})

export const oversightExportRoutes = [decisions, reviews, openings] as const
