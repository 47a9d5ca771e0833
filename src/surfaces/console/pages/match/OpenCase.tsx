import { Button } from '@mantine/core'
import IconFolderPlus from '@tabler/icons-react/icons/IconFolderPlus'
import { useState } from 'react'
import type { AnswerOf } from '../../../client/index.ts'
import { call } from '../../api/client.ts'
import { AskReason, type Question } from '../../parts/AskReason.tsx'
import { rooms } from '../../texts/index.ts'
import { lookAgain } from '../cases/case.ts'
import type { Match } from './match.ts'

const words = rooms.match.openCase

/** A case of this room about the match. */
export function OpenCase({ match: { match, about, subject } }: { readonly match: Match }) {
  const [question, setQuestion] = useState<Question>()
  const opening: Question = {
    title: words.title,
    says: words.says,
    asks: words.what,
    hint: words.whatHint,
    go: words.go,
    done: (answer) => words.opened((answer as AnswerOf<'POST /api/matches/:match/cases'>).id),
    run: ({ reason }) =>
      call('POST /api/matches/:match/cases', {
        params: { match },
        body: { says: reason, personas: about === 'persona' ? [subject] : [] },
      }),
  }
  return (
    <>
      <Button variant="default" leftSection={<IconFolderPlus size={16} aria-hidden />} onClick={() => setQuestion(opening)}>
        {words.title}
      </Button>
      <AskReason question={question} onClose={() => setQuestion(undefined)} look={lookAgain} />
    </>
  )
}
