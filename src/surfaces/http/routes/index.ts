import { auditRoutes } from './audit.ts'
import { catalogRoutes } from './catalog.ts'
import { clusterRoutes } from './clusters.ts'
import { dossierRoutes } from './dossier.ts'
import { eventRoutes } from './events.ts'
import { fileRoutes } from './files.ts'
import { indicatorRoutes } from './indicators.ts'
import { linkRoutes } from './links.ts'
import { listRoutes } from './lists.ts'
import { matchRoutes } from './matches.ts'
import { personaRoutes } from './personas.ts'
import { requisitionRoutes } from './requisitions.ts'
import { runRoutes } from './runs.ts'
import { submissionRoutes } from './submissions.ts'
import { caseDecisionRoutes } from './case-decisions.ts'
import { caseRoutes } from './cases.ts'
import { erasureRoutes } from './erasure.ts'
import { maskRoutes } from './masks.ts'
import { scoringRoutes } from './scoring.ts'

/** Every route there is. The walks of test/http go over this list, so none can be left out of them. */
export const routes = [
  ...auditRoutes,
  ...catalogRoutes,
  ...clusterRoutes,
  ...dossierRoutes,
  ...eventRoutes,
  ...fileRoutes,
  ...indicatorRoutes,
  ...linkRoutes,
  ...listRoutes,
  ...matchRoutes,
  ...personaRoutes,
  ...requisitionRoutes,
  ...runRoutes,
  ...submissionRoutes,
  ...caseDecisionRoutes,
  ...caseRoutes,
  ...erasureRoutes,
  ...maskRoutes,
  ...scoringRoutes,
] as const
