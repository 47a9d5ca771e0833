import { Button } from '@mantine/core'
import IconPrinter from '@tabler/icons-react/icons/IconPrinter'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { save } from '../../parts/save.ts'
import { Refused } from '../../parts/states.tsx'
import { t } from '../../texts/index.ts'
import { Contest } from './Contest.tsx'
import { dayOf, ExplanationShown } from './ExplanationShown.tsx'
import { useSecret } from './useSecret.ts'
import { NoLink, NotOpened, Opening, PersonPage } from './PersonPage.tsx'
import css from './person.module.css'
import { YourOutcome } from './YourOutcome.tsx'

const words = t.concerned

/** The answer to what the person said, where there is one; what is held against them; how to speak against it; and all that is held. */
export function YourExplanation() {
  const link = useSecret()
  const [due, setDue] = useState<string>()
  const open = useQuery({
    queryKey: ['person', 'explanation', link],
    queryFn: async () => {
      const [explanation, outcome] = await Promise.all([
        call('POST /api/person/explanation', { body: { link } }),
        call('POST /api/person/outcome', { body: { link } }),
      ])
      return { explanation, outcome }
    },
    enabled: link !== '' && due === undefined,
    // What is read stays on the page while it is answered.
    staleTime: Infinity,
    retry: false,
  })
  if (link === '') return <NoLink />
  if (due !== undefined) return <PersonPage title={words.contest.sent.title} says={words.contest.sent.says(dayOf(due))} />
  if (open.isPending) return <Opening />
  if (open.isError) return <NotOpened error={open.error} onRetry={() => void open.refetch()} />
  const { explanation, outcome } = open.data
  const answered = outcome.outcome !== undefined
  // Who was right and has nothing against them any more is not asked what is wrong.
  const settled = outcome.outcome === 'upheld' && explanation.against.length === 0
  const { title, says, print } = words.explanation
  return (
    <PersonPage title={answered ? words.outcome.title : title} {...(answered ? {} : { says: says(dayOf(explanation.made)) })}>
      {answered && <YourOutcome outcome={outcome} />}
      {answered && <h2 className={css.again}>{words.outcome.now}</h2>}
      <div className={css.explanation}>
        <ExplanationShown of={explanation} />
      </div>
      <Button
        className={css.print}
        variant="default"
        leftSection={<IconPrinter size={16} aria-hidden />}
        onClick={() => globalThis.print()}
      >
        {print}
      </Button>
      {!explanation.frozen && !settled && (
        <Contest link={link} points={explanation.against} again={outcome.further === true} onSent={setDue} />
      )}
      <TakeOut link={link} />
    </PersonPage>
  )
}

function TakeOut({ link }: { readonly link: string }) {
  const take = useMutation({
    mutationFn: () => call('POST /api/person/record', { body: { link } }),
    // The client reads JSON; a file of it is written again as it came.
    onSuccess: (record: unknown) =>
      save('what-we-hold.json', new Blob([JSON.stringify(record, undefined, 2)], { type: 'application/json' })),
  })
  return (
    <section className={`card ${css.part}`} aria-labelledby="record">
      <h2 id="record">{words.record.title}</h2>
      <p>{words.record.says}</p>
      <Refused error={take.error} />
      <Button variant="default" onClick={() => take.mutate()} loading={take.isPending}>
        {words.record.go}
      </Button>
      {take.isSuccess && <p role="status">{words.record.saved}</p>}
    </section>
  )
}
