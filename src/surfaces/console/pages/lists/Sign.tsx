import { Button } from '@mantine/core'
import IconSignature from '@tabler/icons-react/icons/IconSignature'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { AskReason, type Question } from '../../parts/AskReason.tsx'
import { rooms } from '../../texts/index.ts'
import { useLookAgain } from '../match/match.ts'
import type { Report } from './list-lines.ts'
import css from './lists.module.css'

const words = rooms.list

/** A person signs that a version of a list was worked, with what they looked at. */
export function Sign({ report: { list, version } }: { readonly report: Report }) {
  const look = useLookAgain()
  const [question, setQuestion] = useState<Question>()
  const signing: Question = {
    title: words.signTitle,
    says: words.signSays,
    asks: words.why,
    go: words.sign,
    done: words.signedNow,
    run: ({ reason }) => call('POST /api/list-reports/:list/:version/sign', { params: { list, version }, body: { reason } }),
  }
  return (
    <>
      <Button className={css.start} leftSection={<IconSignature size={16} aria-hidden />} onClick={() => setQuestion(signing)}>
        {words.sign}
      </Button>
      <AskReason question={question} onClose={() => setQuestion(undefined)} look={look} />
    </>
  )
}
