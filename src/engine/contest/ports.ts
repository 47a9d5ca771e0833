import type { AnotherWay, Ask, Contest } from '../../model/contest.ts'
import type { Instant, PersonaId } from '../../model/statement.ts'

export interface WaitingPage {
  readonly after?: { readonly at: Instant; readonly id: string } | undefined
  readonly limit: number
}

/** What people are asked, and what they say against what was found. `Tx` has these. */
export interface ContestTx {
  /** Adds, or replaces all but the id. */
  putAsk(ask: Ask): Promise<void>
  ask(id: string): Promise<Ask | undefined>
  /** Oldest first. */
  asksOf(persona: PersonaId): Promise<readonly Ask[]>
  putAnotherWay(row: AnotherWay): Promise<void>
  anotherWay(id: string): Promise<AnotherWay | undefined>
  anotherWaysOf(persona: PersonaId): Promise<readonly AnotherWay[]>
  /** Not answered yet, oldest first. */
  anotherWaysWaiting(page: WaitingPage): Promise<readonly AnotherWay[]>
  putContest(contest: Contest): Promise<void>
  /** Held until the transaction ends. */
  lockContest(id: string): Promise<Contest | undefined>
  /** Oldest first. */
  contestsOf(persona: PersonaId): Promise<readonly Contest[]>
  /** Not decided yet, oldest first. */
  contestsWaiting(page: WaitingPage): Promise<readonly Contest[]>
  /** Until the transaction ends nobody contests for this persona and nobody decides against it: what one looks at, the other could be about to change. */
  lockContests(persona: PersonaId): Promise<void>
  /** Keys of findings that a person has said are wrong; nothing can be read out of one (`set-aside.ts`). */
  addSetAside(keys: readonly string[], day: string): Promise<void>
  /** Those of these that are set aside. */
  setAside(keys: readonly string[]): Promise<ReadonlySet<string>>
  /** Whether any is, in this tenant. */
  anySetAside(): Promise<boolean>
}
