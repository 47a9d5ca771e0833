import { Switch } from '@mantine/core'
import { useState } from 'react'
import type { CaseEvent } from '../../../../model/case.ts'
import { useWho } from '../../api/colleagues.ts'
import { When } from '../../parts/When.tsx'
import { t } from '../../texts/index.ts'
import { inWords, type ActShown } from './act-words.ts'
import css from './case.module.css'
import { nameIn, useCan, useTimers, type CaseShown } from './case.ts'
import { Note } from './Note.tsx'
import { RecordShown } from './RecordShown.tsx'

/** Every act, oldest first, as it was written down. Small steps are folded away until they are asked for; on paper all stand. */
export function Acts({ of }: { readonly of: CaseShown }) {
  const [all, setAll] = useState(false)
  const who = useWho()
  const can = useCan(of.room)
  const timers = useTimers().data?.items ?? []
  const words = {
    who,
    about: (id: string) => nameIn(of, id),
    timer: (id: string) => timers.find((one) => one.id === id)?.says ?? id,
    task: (number: number) => of.tasks.find((one) => one.task === number)?.text ?? '',
  }
  return (
    <section className={css.acts} aria-labelledby="acts" data-all={all || undefined}>
      <header>
        <div>
          <h2 id="acts">{t.cases.timeline.title}</h2>
          <p className="soft small">{t.cases.timeline.says}</p>
        </div>
        <Switch size="sm" label={t.cases.timeline.all} checked={all} onChange={(event) => setAll(event.currentTarget.checked)} />
      </header>
      <ol>
        {of.events.map((event) => {
          // The service names the fields that every act has; which others there are, the kind says.
          const act = event as unknown as CaseEvent
          return <Act key={act.seq} act={act} shown={inWords(act, words)} by={who(act.by).replace(/^./, (first) => first.toUpperCase())} />
        })}
      </ol>
      {can('work') && <Note id={of.id} />}
    </section>
  )
}

function Act({ act, shown, by }: { readonly act: CaseEvent; readonly shown: ActShown; readonly by: string }) {
  const { says, text, record, itself, small } = shown
  return (
    <li className={css.act} data-kind={act.kind} data-small={small}>
      <p>
        {itself === true ? (
          says
        ) : (
          <>
            <b>{by}</b> {says}
          </>
        )}{' '}
        <span className="soft small">
          <When at={act.at} />
        </span>
      </p>
      {text !== undefined && text !== '' && <blockquote className={css.quote}>{text}</blockquote>}
      {record !== undefined && <RecordShown record={record} />}
    </li>
  )
}
