import { quietAbout } from '../cases/rooms.ts'
import type { Catalog } from '../../kit/catalog.ts'
import { CONTESTS, type Contest, type ContestKind } from '../../model/contest.ts'
import { badUsage, conflict, notFound } from '../../model/errors.ts'
import { dueBy, TIMERS } from '../../model/timers.ts'
import { came } from '../cases/came.ts'
import { announce } from '../hooks/out.ts'
import { newId } from '../id.ts'
import type { ReceivedFile } from '../intake.ts'
import type { JobDeps } from '../jobs/runs.ts'
import { demand, type Caller } from '../people/caller.ts'
import { take } from '../people/one-time.ts'
import type { Deps } from '../ports.ts'
import { shownIn } from './explanation.ts'
import { refuseFiles, withFiles } from './files.ts'
import type { WaitingPage } from './ports.ts'
import { PERSON, personaOf, throughLink } from './through-link.ts'
import { written } from './written.ts'

export interface Filing {
  readonly kind: ContestKind
  readonly statement: string
  /** Numbers of the explanation; none: all of it. */
  readonly wrong: readonly number[]
  readonly files: readonly ReceivedFile[]
}

/**
 * The person says what is wrong, once a link. From then on nothing is decided against them until somebody other than who decided has
 * answered. Throws `gone`; a file that cannot be read, or a number that was not shown, is refused and the link stays good.
 */
export async function fileContest(
  deps: JobDeps,
  catalog: Catalog,
  from: { readonly link: string; readonly address: string },
  filing: Filing,
): Promise<Pick<Contest, 'id' | 'due'>> {
  const { kind, files } = filing
  if (!CONTESTS.includes(kind)) throw badUsage(`Ask for one of ${CONTESTS.join(', ')}.`)
  const statement = written(filing.statement)
  const { token, row } = await throughLink(deps, from, 'contest', async (_tx, through) => through)
  const persona = personaOf(row)
  const wrong = namedIn(shownIn(row.payload), filing.wrong)
  refuseFiles(catalog, files)
  const of = typeof row.payload['of'] === 'string' ? row.payload['of'] : undefined
  const now = deps.clock.now()
  const contest: Contest = {
    id: newId(deps.chance, 'review'),
    persona,
    kind,
    instance: of === undefined ? 1 : 2,
    ...(of === undefined ? {} : { of }),
    statement,
    wrong,
    files: files.length,
    at: now,
    due: dueBy(TIMERS['appeal-decided'], now),
  }
  await withFiles(deps, catalog, { tenant: token.tenant, persona, files }, async (tx, run) => {
    await take(tx, token, ['contest'], now)
    await tx.lockContests(persona)
    if ((await tx.contestsOf(persona)).some((one) => one.decided === undefined))
      throw conflict('You have asked for a review already, and it is not answered yet.')
    await tx.putContest(run === undefined ? contest : { ...contest, run })
    const detail = { review: contest.id, kind, instance: contest.instance, points: wrong.length, files: files.length }
    await tx.appendAudit({ actor: PERSON, action: 'contested', subject: persona, detail }, now)
    const says = kind === 'appeal' ? 'The person asks for a review.' : 'The person says that something on record is wrong.'
    await came(tx, { tenant: token.tenant, id: PERSON }, now, { persona, what: kind, ref: contest.id, says })
    await announce(deps, tx, { event: 'appeal.opened', subject: contest.id, room: 'identity', quiet: await quietAbout(tx, persona) })
  })
  return { id: contest.id, due: contest.due }
}

function namedIn(shown: readonly string[], numbers: readonly number[]): readonly string[] {
  if (numbers.length === 0) return shown
  return [...new Set(numbers)].map((number) => {
    const finding = shown[number - 1]
    if (finding === undefined) throw badUsage(`The explanation has no point ${number}. Name points by the numbers in it.`)
    return finding
  })
}

/** Not decided yet, oldest first. */
export async function contestsWaiting(deps: Deps, caller: Caller, page: WaitingPage): Promise<readonly Contest[]> {
  demand(caller, 'appeal:decide')
  return deps.store.tx(caller.tenant, (tx) => tx.contestsWaiting(page))
}

export async function contestNamed(deps: Deps, caller: Caller, id: string): Promise<Contest> {
  demand(caller, 'appeal:decide')
  const found = await deps.store.tx(caller.tenant, (tx) => tx.lockContest(id))
  if (found === undefined) throw notFound('review', id)
  return found
}
