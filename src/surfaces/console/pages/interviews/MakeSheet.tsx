import { Button, Modal, TextInput } from '@mantine/core'
import IconFileDownload from '@tabler/icons-react/icons/IconFileDownload'
import { useMutation } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import { call } from '../../api/client.ts'
import { problemOf } from '../../api/problem.ts'
import { useMe } from '../../api/session.ts'
import { save } from '../../parts/save.ts'
import { Refused } from '../../parts/states.tsx'
import { done } from '../../parts/toast.tsx'
import { rooms, t } from '../../texts/index.ts'
import { PurposePrompt } from '../persona/PurposePrompt.tsx'
import css from './interviews.module.css'

const words = rooms.interviews
const named = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim())

/** The sheet with the common questions and the candidate's own claims, with both interviewers in it. */
export function MakeSheet({ persona }: { readonly persona: string }) {
  const me = useMe()
  const [interviewer, setInterviewer] = useState(me.name)
  const [second, setSecond] = useState('')
  const make = useMutation({
    mutationFn: () =>
      call('POST /api/personas/:persona/interview-sheet', {
        params: { persona },
        body: { interviewer: named(interviewer), second: named(second) },
      }),
    onSuccess(bytes) {
      save(`interview-${persona}.yml`, new Blob([Uint8Array.from(bytes)], { type: 'application/yaml' }))
      done(words.made)
    },
  })
  const needsPurpose = make.isError && problemOf(make.error).code === 'needs-purpose'
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    make.mutate()
  }
  // The prompt has a form of its own, whose submitting must not be heard by this one.
  return (
    <>
      <form className={`card ${css.form}`} onSubmit={submit} aria-labelledby="make">
        <h2 id="make">{words.makeTitle}</h2>
        <p className="soft">{words.makeSays}</p>
        <TextInput
          label={words.interviewer}
          required
          withAsterisk={false}
          maxLength={200}
          value={interviewer}
          onChange={(event) => setInterviewer(event.currentTarget.value)}
        />
        <TextInput
          label={words.second}
          description={words.secondHint}
          maxLength={200}
          value={second}
          onChange={(event) => setSecond(event.currentTarget.value)}
        />
        <Refused error={needsPurpose ? undefined : make.error} />
        <Button type="submit" loading={make.isPending} leftSection={<IconFileDownload size={16} aria-hidden />} className={css.start}>
          {words.make}
        </Button>
      </form>
      <Modal
        opened={needsPurpose}
        onClose={() => make.reset()}
        size="lg"
        title={words.makeTitle}
        closeButtonProps={{ 'aria-label': t.keys.close }}
        centered
      >
        <PurposePrompt persona={persona} about={undefined} onStated={() => make.mutate()} />
      </Modal>
    </>
  )
}
