import { Button, Modal, Select, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { useState, type SyntheticEvent } from 'react'
import { problemOf } from '../../api/problem.ts'
import { Refused } from '../../parts/states.tsx'
import { done } from '../../parts/toast.tsx'
import { t } from '../../texts/index.ts'
import css from './case.module.css'
import { lookAgain } from './case.ts'

/** Something to be chosen, or, where there are no options, to be written. */
interface Choice {
  readonly name: string
  readonly label: string
  readonly options?: readonly { readonly value: string; readonly label: string }[]
  readonly first?: string
}

interface Given {
  readonly reason: string
  readonly chosen: Readonly<Record<string, string>>
}

/** An act that is not done by one click: what it does, what is chosen for it, and why. */
export interface Question {
  readonly title: string
  readonly says: string
  readonly go: string
  /** What is said when it is done. */
  readonly done: string
  /** Nothing to give a reason for. */
  readonly plain?: boolean
  readonly choices?: readonly Choice[]
  run(given: Given): Promise<unknown>
  /** Takes it back; it is told what the act answered. */
  undo?(answer: unknown): Promise<unknown>
}

/** Asks for what an act needs. What was typed stays until it is done or given up. */
export function AskReason({ question, onClose }: { readonly question: Question | undefined; onClose(): void }) {
  return (
    <Modal
      opened={question !== undefined}
      onClose={onClose}
      title={question?.title}
      closeButtonProps={{ 'aria-label': t.keys.close }}
      centered
    >
      {question !== undefined && <Asking key={question.title} question={question} onClose={onClose} />}
    </Modal>
  )
}

function Asking({ question, onClose }: { readonly question: Question; onClose(): void }) {
  const { choices = [], plain = false, says, go } = question
  const [reason, setReason] = useState('')
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(choices.map(({ name, first, options }) => [name, first ?? options?.[0]?.value ?? ''])),
  )
  const act = useMutation({
    mutationFn: () => question.run({ reason, chosen }),
    async onSuccess(answer) {
      const { undo } = question
      done(question.done, undo === undefined ? undefined : () => undo(answer).then(lookAgain))
      onClose()
      await lookAgain()
    },
  })
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    act.mutate()
  }
  return (
    <form className={css.form} onSubmit={submit}>
      <p className="soft">{says}</p>
      {choices.map(({ name, label, options }) => {
        const set = (value: string | null): void => setChosen({ ...chosen, [name]: value ?? '' })
        return options === undefined ? (
          <TextInput
            key={name}
            label={label}
            required
            withAsterisk={false}
            value={chosen[name] ?? ''}
            onChange={(event) => set(event.currentTarget.value)}
          />
        ) : (
          <Select key={name} label={label} data={[...options]} value={chosen[name] ?? null} onChange={set} allowDeselect={false} />
        )
      })}
      {!plain && (
        <Textarea
          label={t.cases.reason}
          description={t.cases.reasonHint}
          required
          withAsterisk={false}
          autosize
          minRows={3}
          maxLength={2_000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-autofocus
        />
      )}
      <NotDone error={act.error} />
      <div className={css.buttons}>
        <Button type="submit" loading={act.isPending}>
          {go}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t.cases.cancel}
        </Button>
      </div>
    </form>
  )
}

/** Why it was refused, and where a sign-in was too long ago, the way there and back. */
export function NotDone({ error }: { readonly error: unknown }) {
  const { href } = useLocation()
  return (
    <>
      <Refused error={error} />
      {error !== null && problemOf(error).code === 'needs-fresh-sign-in' && (
        <a href={`/sign-in?to=${encodeURIComponent(href)}`}>{t.cases.signInAgain}</a>
      )}
    </>
  )
}
