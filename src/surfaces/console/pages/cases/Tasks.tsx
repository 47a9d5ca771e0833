import { Button, Checkbox, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import { Refused } from '../../parts/states.tsx'
import { done } from '../../parts/toast.tsx'
import { When } from '../../parts/When.tsx'
import { t } from '../../texts/index.ts'
import css from './case.module.css'
import { actOn, lookAgain, type CaseShown } from './case.ts'
import { does } from './does.ts'

const words = t.cases.side

/** What is still to do. A task that is done stays done. */
export function Tasks({ of, works }: { readonly of: CaseShown; readonly works: boolean }) {
  return (
    <section>
      <h3>{words.tasks}</h3>
      {of.tasks.length === 0 && <p className="soft small">{words.noTasks}</p>}
      <ul className={css.tasks}>
        {of.tasks.map((task) => (
          <li key={task.task}>
            <Checkbox
              size="sm"
              label={task.text}
              description={task.due === undefined || task.done ? undefined : <When at={task.due} as="day" />}
              checked={task.done}
              disabled={task.done || !works}
              onChange={() => void finish(of.id, task)}
            />
          </li>
        ))}
      </ul>
      {works && <NewTask id={of.id} />}
    </section>
  )
}

/** What is done stays done, so a wrong click is undone by the same task, to be done anew. */
const finish = (id: string, { task, text, due }: CaseShown['tasks'][number]): Promise<void> =>
  does({
    says: t.cases.done.finished,
    run: () => actOn(id, { kind: 'task-done', task }),
    undo: () => actOn(id, { kind: 'task-added', text, ...(due === undefined ? {} : { due }) }),
  })

/** The end of the day in the reader's zone. */
const endOf = (day: string): string => new Date(`${day}T23:59:00`).toISOString()

function NewTask({ id }: { readonly id: string }) {
  const [text, setText] = useState('')
  const [day, setDay] = useState('')
  const add = useMutation({
    mutationFn: () => actOn(id, { kind: 'task-added', text, ...(day === '' ? {} : { due: endOf(day) }) }),
    async onSuccess() {
      setText('')
      setDay('')
      done(t.cases.done.task)
      await lookAgain()
    },
  })
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    add.mutate()
  }
  return (
    <form className={`${css.newTask} ${css.screenOnly}`} onSubmit={submit}>
      <TextInput size="xs" aria-label={words.task} placeholder={words.task} value={text} onChange={(e) => setText(e.currentTarget.value)} />
      {text !== '' && (
        <>
          <TextInput size="xs" type="date" label={words.taskDue} value={day} onChange={(e) => setDay(e.currentTarget.value)} />
          <Refused error={add.error} />
          <Button size="xs" variant="default" type="submit" loading={add.isPending}>
            {words.add}
          </Button>
        </>
      )}
    </form>
  )
}
