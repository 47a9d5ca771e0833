import { sql } from 'drizzle-orm'
import type { Connection } from '../src/adapters/store-postgres/database.ts'
import { startSession } from '../src/engine/people/sessions.ts'
import type { Deps } from '../src/engine/ports.ts'

/** The tenant that `bonafide serve` works for. */
export const TENANT = 'local'
export const idOf = (n: number): string => `p-${n.toString(16).padStart(16, '0')}`

/** One in so many is escalated, to be reviewed, to be asked; the first two have a case that waits for a person. */
const ESCALATED = 1_000
const REVIEWED = 100
const ASKED = 20
/** One in so many was decided on. */
const DECIDED = 50
/** One in so many is linked with the next. */
const LINKED = 20

/** Many people who may read, signed in, each with leave to open this dossier. Returns their tokens. */
export async function readers(deps: Pick<Deps, 'store' | 'clock' | 'chance'>, many: number, dossier: string): Promise<string[]> {
  const now = deps.clock.now()
  const until = new Date(Date.parse(now) + 86_400_000).toISOString()
  const nothing = { password: undefined, totp: undefined, totpStep: undefined, oidc: undefined }
  const tokens: string[] = []
  for (let i = 0; i < many; i++)
    await deps.store.tx(TENANT, async (tx) => {
      const id = `reader-${i}`
      await tx.addAccount({ id, email: `${id}@example.com`, name: id, roles: ['investigator'], state: 'active', created: now, ...nothing })
      await tx.addAccessGrant({
        grant: id,
        kind: 'requisition',
        id: 'o',
        account: id,
        persona: dossier,
        reason: 'bench',
        at: now,
        expires: until,
      })
      tokens.push((await startSession(tx, deps, { account: id, by: 'password', full: true, device: undefined })).token)
    })
  return tokens
}

/**
 * Candidates as applications of them would leave: a name, a mailbox and a job each, what was made of it, cases of those whom
 * somebody has to look at, and links between some. Straight into the tables, all of a kind in one statement.
 */
export async function fill(connection: Connection, many: number): Promise<void> {
  const run = (text: string): Promise<unknown> =>
    connection.transaction(async (db) => {
      await db.execute(sql`select set_config('bonafide.tenant', ${TENANT}, true)`)
      await db.execute(sql.raw(text))
    })
  const at = `to_char(timestamp '2026-01-01' + n * interval '10 seconds', 'YYYY-MM-DD"T"HH24:MI:SS".000Z"')`
  const id = (n: string): string => `'p-' || lpad(to_hex(${n}), 16, '0')`
  const personas = `(select n, ${id('n')} as id, 'given' || n || ' family' || n % 5000 as name,
    case when n % ${ESCALATED} = 0 then 'escalate' when n % ${REVIEWED} = 0 then 'review' when n % ${ASKED} = 0 then 'ask' else 'clear' end as recommendation
    from generate_series(0::bigint, ${many - 1}) n) w`
  await run(`insert into persona (tenant, id, source, received, status, requisition, retention, keep_until)
    select '${TENANT}', id, 'made', ${at}, 'open', null, 'candidate-open', '2027-06-01T00:00:00.000Z' from ${personas}`)
  for (const [i, [property, value]] of [
    ['person-name', `jsonb_build_object('full', name)`],
    ['email', `to_jsonb('made' || n || '@one.example.net')`],
    ['job', `jsonb_build_object('employer', 'Example ' || n % 9000, 'from', '2019-04')`],
  ].entries())
    await run(`insert into statement (tenant, id, subject, property, value, original, basis, artifact, at, role, held, read_by)
      select '${TENANT}', id || '.${i}', id, '${property}', ${value}, null, 'claimed', repeat('a', 64), 'line=${i + 1}', 'resume', '2026-01-01T00:00:00.000Z', 'bench@1' from ${personas}`)
  await run(`insert into identifier (tenant, kind, key, persona, statement, at)
    select '${TENANT}', kind, 'made' || n || '@one.example.net', id, id || '.1', null from ${personas}, unnest(array['email', 'reach']) kind`)
  await run(
    `insert into name_word (tenant, word, persona) select '${TENANT}', word, id from ${personas}, unnest(string_to_array(name, ' ')) word`,
  )
  await run(`insert into assessment (tenant, persona, recommendation, outcomes, reasons, received)
    select '${TENANT}', id, recommendation, '{}', '[]', ${at} from ${personas}`)
  await run(`insert into disposition (tenant, seq, persona, kind, reason, known, by, at)
    select '${TENANT}', n, id, 'cleared', 'Both employers confirmed the dates.', '[]', 'reader-0', ${at} from ${personas} where n % ${DECIDED} = 1`)
  await run(`insert into link (tenant, persona, other, state, bits, evidence, against)
    select '${TENANT}', id, ${id('n + 1')}, 'linked', 10 + n % 97, '[]', '[]' from ${personas} where n % ${LINKED} = 0`)
  await run(`insert into cluster_member (tenant, persona, cluster)
    select '${TENANT}', id, 'c-' || n / ${LINKED} from ${personas} where n % ${LINKED} < 2`)
  await cases(run, { at, personas: `${personas} where recommendation in ('escalate', 'review')` })
  await run('analyze')
}

async function cases(run: (text: string) => Promise<unknown>, { at, personas }: { at: string; personas: string }): Promise<void> {
  const file = `'c-' || lpad(to_hex(n), 12, '0')`
  const none = ['clusters', 'findings', 'matches', 'tasks', 'dues', 'seen', 'waiting', 'requests', 'decisions', 'cuts']
  const state = `jsonb_build_object('id', ${file}, 'room', 'identity', 'status', 'open', 'because', 'assessment', 'opened', ${at}, 'changed', ${at},
    'says', 'Findings of two families speak against this application.', 'acts', 1, 'recommendation', recommendation, 'personas', jsonb_build_array(id),
    ${none.map((field) => `'${field}', '[]'::jsonb`).join(', ')})`
  await run(`insert into case_file (tenant, id, room, status, opened, changed, state, worked, rank, since)
    select '${TENANT}', ${file}, 'identity', 'open', ${at}, ${at}, ${state}, false, case recommendation when 'escalate' then 4 else 8 end, ${at} from ${personas}`)
  await run(
    `insert into case_persona (tenant, persona, "case", room, open) select '${TENANT}', id, ${file}, 'identity', true from ${personas}`,
  )
}
