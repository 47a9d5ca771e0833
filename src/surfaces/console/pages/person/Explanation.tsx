import { Button, Checkbox } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AnswerOf } from '../../../client/index.ts'
import { call } from '../../api/client.ts'
import { placeInWords } from '../../evidence/place.ts'
import { save } from '../../parts/save.ts'
import { Refused } from '../../parts/states.tsx'
import { t } from '../../texts/index.ts'
import css from '../../frame/form.module.css'
import { BehindLink } from './BehindLink.tsx'
import { Contest } from './Contest.tsx'
import { useSecret } from './useSecret.ts'

type Point = AnswerOf<'POST /api/person/explanation'>['against'][number]
type Rest = Point['rests'][number]

/** What the person concerned is told: what was found, on what it rests, the answer to what they said, and how to say it. */
export function Explanation() {
  const link = useSecret()
  const [wrong, setWrong] = useState<readonly number[]>([])
  const page = useQuery({
    queryKey: ['explanation', link],
    queryFn: async () => {
      const explained = await call('POST /api/person/explanation', { body: { link } })
      return { ...explained, outcome: await call('POST /api/person/outcome', { body: { link } }) }
    },
    enabled: link !== '',
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const mark = (number: number, is: boolean): void => setWrong(is ? [...wrong, number] : wrong.filter((one) => one !== number))
  return (
    <BehindLink secret={link} title={t.person.title} error={page.error} ready={page.isSuccess}>
      {() =>
        page.data !== undefined && (
          <>
            <p className="soft">{t.person.says}</p>
            {page.data.outcome.outcome !== undefined && (
              <section className={css.form}>
                <h2>{t.person.outcomes[page.data.outcome.outcome]}</h2>
                <p className={css.letter}>{page.data.outcome.letter}</p>
              </section>
            )}
            {page.data.against.length === 0 && <p>{t.person.nothing}</p>}
            {page.data.against.map((point) => (
              <Found key={point.number} point={point} wrong={wrong.includes(point.number)} onWrong={(is) => mark(point.number, is)} />
            ))}
            {page.data.inFavour.length > 0 && (
              <section>
                <h2>{t.person.inFavour}</h2>
                <ul className={css.points}>
                  {page.data.inFavour.map((says) => (
                    <li key={says}>{says}</li>
                  ))}
                </ul>
              </section>
            )}
            <Contest link={link} wrong={wrong} />
            <Record link={link} />
          </>
        )
      }
    </BehindLink>
  )
}

function Found({ point, wrong, onWrong }: { readonly point: Point; readonly wrong: boolean; onWrong(is: boolean): void }) {
  return (
    <section className={css.point}>
      <h2>{`${t.person.point(point.number)}: ${point.title}`}</h2>
      <p className="soft small">{t.person.restsOn}</p>
      <ul className={css.points}>
        {point.rests.map((rest) => (
          <li key={JSON.stringify(rest)}>{restInWords(rest)}</li>
        ))}
      </ul>
      <p className="soft small">{t.person.clears}</p>
      <ul className={css.points}>
        {point.clears.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      <Checkbox label={t.person.wrong} checked={wrong} onChange={(event) => onWrong(event.currentTarget.checked)} />
    </section>
  )
}

const restInWords = ({ from, file, at, value }: Rest): string =>
  [t.person.rests[from], file, at === undefined ? undefined : placeInWords(at), value === undefined ? undefined : `“${value}”`]
    .filter((part) => part !== undefined)
    .join(', ')

function Record({ link }: { readonly link: string }) {
  const take = useMutation({
    mutationFn: () => call('POST /api/person/record', { body: { link } }),
    onSuccess: (held) => save('what-we-hold.json', new Blob([JSON.stringify(held, undefined, 2)], { type: 'application/json' })),
  })
  return (
    <div className={css.form}>
      <Refused error={take.error} />
      <Button variant="default" loading={take.isPending} onClick={() => take.mutate()}>
        {t.person.record}
      </Button>
    </div>
  )
}
