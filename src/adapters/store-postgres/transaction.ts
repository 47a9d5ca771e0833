import type { Tx } from '../../engine/ports.ts'
import { auditOf } from './audit.ts'
import { internal } from '../../model/errors.ts'
import type { Database, Scope } from './database.ts'
import { casesIn } from './cases.ts'
import { candidatesOf } from './candidates.ts'
import { clustersIn } from './clusters.ts'
import { decisionsOf } from './decisions.ts'
import { findingIn } from './find.ts'
import { forgettingOf } from './forget.ts'
import { hooksIn } from './hooks.ts'
import { keepingOf } from './keeping.ts'
import { indexOf } from './index-rows.ts'
import { jobsIn } from './jobs.ts'
import { linksIn } from './links.ts'
import { comparisonsOf } from './comparisons.ts'
import { contestIn } from './contest.ts'
import { lookbackOf } from './lookback.ts'
import { matchesOf } from './matches.ts'
import { accessOf } from './people-access.ts'
import { accountsOf } from './people-accounts.ts'
import { sessionsIn } from './people-sessions.ts'
import { onceOf } from './once.ts'
import { oversightIn } from './oversight.ts'
import { rebuildingOf } from './rebuilding.ts'
import { relationOf } from './relation.ts'
import { scoringOf } from './scoring.ts'
import { statementsIn } from './statements.ts'
import { verdictsOf } from './verdicts.ts'

const databases = new WeakMap<Tx, Database>()

/** What this transaction runs on, for an adapter whose rows must stand or fall with it. */
export function databaseOf(tx: Tx): Database {
  const db = databases.get(tx)
  if (db === undefined) throw internal('A transaction of another store was handed in.', undefined)
  return db
}

/** A transaction of one tenant, put together from its parts. */
export function transactionOf(scope: Scope): Tx {
  const tx: Tx = {
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
    ...contestIn(scope),
    ...oversightIn(scope),
    ...scoringOf(scope),
    ...keepingOf(scope),
    ...forgettingOf(scope),
    ...accountsOf(scope),
    ...sessionsIn(scope),
    ...accessOf(scope),
    ...jobsIn(scope),
    ...hooksIn(scope),
    ...auditOf(scope),
    ...onceOf(scope),
    ...findingIn(scope),
  }
  databases.set(tx, scope.db)
  return tx
}
