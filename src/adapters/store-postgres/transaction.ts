import type { Tx } from '../../engine/ports.ts'
import { auditOf } from './audit.ts'
import type { Scope } from './database.ts'
import { casesIn } from './cases.ts'
import { candidatesOf } from './candidates.ts'
import { clustersIn } from './clusters.ts'
import { decisionsOf } from './decisions.ts'
import { forgettingOf } from './forget.ts'
import { keepingOf } from './keeping.ts'
import { indexOf } from './index-rows.ts'
import { linksIn } from './links.ts'
import { comparisonsOf } from './comparisons.ts'
import { lookbackOf } from './lookback.ts'
import { matchesOf } from './matches.ts'
import { rebuildingOf } from './rebuilding.ts'
import { relationOf } from './relation.ts'
import { scoringOf } from './scoring.ts'
import { statementsIn } from './statements.ts'
import { verdictsOf } from './verdicts.ts'

/** A transaction of one tenant, put together from its parts. */
export function transactionOf(scope: Scope): Tx {
  return {
    tenant: scope.tenant,
    ...candidatesOf(scope),
    ...statementsIn(scope),
    ...indexOf(scope),
    ...comparisonsOf(scope),
    ...linksIn(scope),
    ...clustersIn(scope),
    ...verdictsOf(scope),
    ...relationOf(scope),
    ...rebuildingOf(scope),
    ...lookbackOf(scope),
    ...matchesOf(scope),
    ...decisionsOf(scope),
    ...casesIn(scope),
    ...scoringOf(scope),
    ...keepingOf(scope),
    ...forgettingOf(scope),
    ...auditOf(scope),
  }
}
