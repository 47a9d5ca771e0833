import { Button, Select, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import { t } from '../texts/index.ts'
import css from './blocks.module.css'
import { Dialog } from './Dialog.tsx'
import { ReasonBox } from './ReasonBox.tsx'
import { RefusedOrAgain } from './SignInAgain.tsx'
import { done } from './toast.tsx'

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
  /** What is said when it is done; it is told what the act answered. */
  readonly done: string | ((answer: unknown) => string)
  /** Nothing to give a reason for. */
  readonly plain?: boolean
  /** What the text that is kept with the act is, where it is not the reason for it. */
  readonly asks?: string
  readonly hint?: string
  readonly choices?: readonly Choice[]
  run(given: Given): Promise<unknown>
  /** Takes it back; it is told what the act answered. */
  undo?(answer: unknown): Promise<unknown>
}

interface Asked {
  readonly question: Question | undefined
  onClose(): void
  /** Looks anew at what the act, or taking it back, has changed. */
  look(): Promise<unknown>
}

/** Asks for what an act needs. What was typed stays until it is done or given up. */
export function AskReason({ question, ...rest }: Asked) {
  return (
    <Dialog opened={question !== undefined} onClose={rest.onClose} title={question?.title ?? ''}>
      {question !== undefined && <Asking key={question.title} question={question} {...rest} />}
    </Dialog>
  )
}

function Asking({ question, onClose, look }: Asked & { readonly question: Question }) {
  const { choices = [], plain = false, says, go, asks = t.cases.reason, hint = t.cases.reasonHint } = question
  const [reason, setReason] = useState('')
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(choices.map(({ name, first, options }) => [name, first ?? options?.[0]?.value ?? ''])),
  )
  const act = useMutation({
    mutationFn: () => question.run({ reason, chosen }),
    async onSuccess(answer) {
      const { undo, done: told } = question
      done(typeof told === 'string' ? told : told(answer), undo === undefined ? undefined : () => undo(answer).then(look))
      onClose()
      await look()
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
      {!plain && <ReasonBox label={asks} hint={hint} value={reason} onChange={setReason} first />}
      <RefusedOrAgain error={act.error} again={() => act.mutate()} forget={act.reset} />
      <div className={css.acts}>
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
