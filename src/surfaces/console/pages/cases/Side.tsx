import { ActionIcon, Select } from '@mantine/core'
import IconX from '@tabler/icons-react/icons/IconX'
import { useColleagues, useWho } from '../../api/colleagues.ts'
import { When } from '../../parts/When.tsx'
import { t } from '../../texts/index.ts'
import css from './case.module.css'
import { actOn, nameIn, useCan, useTimers, type CaseShown } from './case.ts'
import { does, give } from './does.ts'
import { Tasks } from './Tasks.tsx'

const words = t.cases.side

/** What stands beside the case: who has it, which limits run, what is still to do, who sees it. */
export function Side({ of }: { readonly of: CaseShown }) {
  const can = useCan(of.room)
  const works = can('work') && of.status === 'open'
  return (
    <aside className={css.side} aria-label={words.title}>
      <Taken of={of} works={works} />
      <Limits of={of} />
      <Tasks of={of} works={works} />
      {of.members !== undefined && <Members of={of} members={of.members} works={works} />}
      <Linked of={of} works={works} />
      {of.source !== undefined && (
        <section>
          <h3>{words.source}</h3>
          <p className="soft small">
            {of.source.who}, {words.reliability} {of.source.reliability}
            {of.source.credibility}
          </p>
        </section>
      )}
    </aside>
  )
}

interface Part {
  readonly of: CaseShown
  readonly works: boolean
}

function Taken({ of, works }: Part) {
  const who = useWho()
  const colleagues = useColleagues()
  const others = colleagues.filter((one) => one.here && (of.members === undefined || of.members.includes(one.account)))
  return (
    <section>
      <h3>{words.taken}</h3>
      <p className={css.name}>{of.assignee === undefined ? <span className="soft">{t.cases.nobody}</span> : who(of.assignee)}</p>
      {works && others.length > 0 && (
        <Select
          className={css.screenOnly}
          size="xs"
          aria-label={t.cases.giveTo}
          placeholder={t.cases.giveTo}
          searchable
          data={others.map((one) => ({ value: one.account, label: one.name }))}
          value={null}
          onChange={(to) => to !== null && void give(of, to, t.cases.done.gave(who(to)))}
        />
      )}
      {of.snoozed !== undefined && of.snoozed > new Date().toISOString() && (
        <p className="soft small">
          {words.aside} <When at={of.snoozed} />
        </p>
      )}
    </section>
  )
}

function Limits({ of }: { readonly of: CaseShown }) {
  const timers = useTimers().data?.items ?? []
  const now = new Date().toISOString()
  const open = of.dues.filter((due) => !due.met).toSorted((a, b) => (a.due < b.due ? -1 : 1))
  const met = of.dues.length - open.length
  return (
    <section>
      <h3>{words.limits}</h3>
      {open.length === 0 && <p className="soft small">{words.noLimits}</p>}
      <ul className={css.limits}>
        {open.map(({ timer, due }) => (
          <li key={timer} data-overdue={due < now || undefined}>
            {timers.find((one) => one.id === timer)?.says ?? timer}
            <span>
              {due < now && <b>{words.overdue} </b>}
              <When at={due} /> (<When at={due} as="ago" />)
            </span>
          </li>
        ))}
      </ul>
      {met > 0 && <p className="soft small">{words.met(met)}</p>}
    </section>
  )
}

function Members({ of, members, works }: Part & { readonly members: readonly string[] }) {
  const who = useWho()
  const others = useColleagues().filter((one) => one.here && !members.includes(one.account))
  return (
    <section>
      <h3>{words.members}</h3>
      <p className={css.name}>{members.map(who).join(', ')}</p>
      {works && others.length > 0 && (
        <Select
          className={css.screenOnly}
          size="xs"
          aria-label={words.addMember}
          placeholder={words.addMember}
          searchable
          data={others.map((one) => ({ value: one.account, label: one.name }))}
          value={null}
          onChange={(to) =>
            to !== null && void does({ says: t.cases.done.member, run: () => actOn(of.id, { kind: 'member-added', who: to }) })
          }
        />
      )}
    </section>
  )
}

function Linked({ of, works }: Part) {
  const things = [
    ...of.personas.map((id) => ({ what: 'persona' as const, id })),
    ...of.clusters.map((id) => ({ what: 'cluster' as const, id })),
    ...of.matches.map((id) => ({ what: 'match' as const, id })),
  ]
  const unlink = (what: (typeof things)[number]['what'], id: string): void =>
    void does({
      says: t.cases.done.unlinked,
      run: () => actOn(of.id, { kind: 'unlinked', what, id }),
      undo: () => actOn(of.id, { kind: 'linked', what, id }),
    })
  if (things.length === 0) return null
  return (
    <section className={css.screenOnly}>
      <h3>{words.linked}</h3>
      <ul className={css.linked}>
        {things.map(({ what, id }) => (
          <li key={`${what} ${id}`}>
            <span>{what === 'persona' ? nameIn(of, id) : `${t.cases.linkable[what]} ${id}`}</span>
            {works && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size={24}
                aria-label={words.unlink(nameIn(of, id))}
                onClick={() => unlink(what, id)}
              >
                <IconX size={14} aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
