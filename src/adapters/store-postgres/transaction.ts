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
import { thresholdsIn } from './thresholds.ts'
import { verdictsOf } from './verdicts.ts'

const databases = new WeakMap<Tx, Database>()

/** What this transaction runs on, for an adapter whose rows must stand or fall with it. */
export function databaseOf(tx: Tx): Database {
  const db = databases.get(tx)
  if (db === undefined) throw internal('A transaction of another store was handed in.', undefined)
  return db
}

const PARTS = [
  candidatesOf,
  statementsIn,
  indexOf,
  comparisonsOf,
  linksIn,
  clustersIn,
  verdictsOf,
  relationOf,
  rebuildingOf,
  lookbackOf,
  matchesOf,
  decisionsOf,
  casesIn,
  contestIn,
  oversightIn,
  scoringOf,
  keepingOf,
  forgettingOf,
  accountsOf,
  sessionsIn,
  accessOf,
  jobsIn,
  hooksIn,
  auditOf,
  onceOf,
  findingIn,
  thresholdsIn,
] as const

type Intersection<Union> = (Union extends unknown ? (of: Union) => void : never) extends (of: infer Whole) => void ? Whole : never
type Parts = Intersection<ReturnType<(typeof PARTS)[number]>>

const scopes = new WeakMap<object, Scope>()

/**
 * What every transaction has, before any of it is made: most use two or three of the parts, and making all thirty takes a
 * share of the time of a short query that can be seen. A part is made when one of its functions is first asked for.
 */
const WHOLE = Object.create(null) as Parts
for (const part of PARTS) {
  // Which functions a part has does not depend on what it works with.
  for (const name of Object.keys(part({} as Scope)))
    Object.defineProperty(WHOLE, name, {
      get(this: object) {
        // One that somebody has put in its place stays.
        for (const [own, made] of Object.entries(part(scopes.get(this) as Scope)))
          if (!Object.hasOwn(this, own)) Reflect.set(this, own, made)
        return Reflect.get(this, name) as unknown
      },
      set(this: object, value: unknown) {
        Object.defineProperty(this, name, { value, writable: true, enumerable: true, configurable: true })
      },
    })
}

/** A transaction of one tenant, put together from its parts. */
export function transactionOf(scope: Scope): Tx {
  const tx: Tx = Object.assign(Object.create(WHOLE) as Parts, { tenant: scope.tenant })
  scopes.set(tx, scope)
  databases.set(tx, scope.db)
  return tx
}
