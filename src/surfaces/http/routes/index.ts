import { askRoutes } from './asks.ts'
import { auditRoutes } from './audit.ts'
import { backupRoutes } from './backups.ts'
import { catalogRoutes } from './catalog.ts'
import { clusterRoutes } from './clusters.ts'
import { dossierRoutes } from './dossier.ts'
import { eventRoutes } from './events.ts'
import { explanationRoutes } from './explanations.ts'
import { fileRoutes } from './files.ts'
import { hookRoutes } from './hooks.ts'
import { indicatorRoutes } from './indicators.ts'
import { linkRoutes } from './links.ts'
import { listRoutes } from './lists.ts'
import { otherWayRoutes } from './other-ways.ts'
import { matchRoutes } from './matches.ts'
import { accessRoutes } from './people/access.ts'
import { accountRoutes } from './people/accounts.ts'
import { colleagueRoutes } from './people/colleagues.ts'
import { enrolmentRoutes } from './people/enrolment.ts'
import { keyRoutes } from './people/keys.ts'
import { meRoutes } from './people/me.ts'
import { signInRoutes } from './people/sign-in.ts'
import { oversightExportRoutes } from './oversight-exports.ts'
import { oversightRoutes } from './oversight.ts'
import { personConcernedRoutes } from './person-concerned.ts'
import { personaRoutes } from './personas.ts'
import { requisitionRoutes } from './requisitions.ts'
import { reviewRoutes } from './reviews.ts'
import { runRoutes } from './runs.ts'
import { thresholdRoutes } from './thresholds.ts'
import { submissionRoutes } from './submissions.ts'
import { caseDecisionRoutes } from './case-decisions.ts'
import { caseRoutes } from './cases.ts'
import { erasureRoutes } from './erasure.ts'
import { maskRoutes } from './masks.ts'
import { scoringRoutes } from './scoring.ts'

/** Every route there is. The walks of test/http go over this list, so none can be left out of them. */
export const routes = [
  ...askRoutes,
  ...auditRoutes,
  ...backupRoutes,
  ...catalogRoutes,
  ...clusterRoutes,
  ...dossierRoutes,
  ...eventRoutes,
  ...explanationRoutes,
  ...fileRoutes,
  ...hookRoutes,
  ...indicatorRoutes,
  ...linkRoutes,
  ...listRoutes,
  ...matchRoutes,
  ...accessRoutes,
  ...accountRoutes,
  ...colleagueRoutes,
  ...enrolmentRoutes,
  ...keyRoutes,
  ...meRoutes,
  ...signInRoutes,
  ...otherWayRoutes,
  ...oversightExportRoutes,
  ...oversightRoutes,
  ...personConcernedRoutes,
  ...personaRoutes,
  ...requisitionRoutes,
  ...reviewRoutes,
  ...runRoutes,
  ...submissionRoutes,
  ...thresholdRoutes,
  ...caseDecisionRoutes,
  ...caseRoutes,
  ...erasureRoutes,
  ...maskRoutes,
  ...scoringRoutes,
] as const
