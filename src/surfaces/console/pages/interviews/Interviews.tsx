import { useNavigate, useSearch } from '@tanstack/react-router'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { rooms } from '../../texts/index.ts'
import { Chosen } from './Chosen.tsx'
import { FindCandidate } from './FindCandidate.tsx'
import { HandIn } from './HandIn.tsx'
import css from './interviews.module.css'
import { MakeSheet } from './MakeSheet.tsx'

const words = rooms.interviews

/** A question sheet before the talk, the filled one after it. */
export function Interviews() {
  const { persona } = useSearch({ from: '/inside/interviews' })
  const navigate = useNavigate()
  const choose = (chosen: string | undefined): void =>
    void navigate({ to: '/interviews', search: chosen === undefined ? {} : { persona: chosen }, replace: true })
  return (
    <>
      <PageHeader title={words.title} says={words.says} />
      <div className={css.page}>
        {persona === undefined ? <FindCandidate onChoose={choose} /> : <Chosen persona={persona} onChange={() => choose(undefined)} />}
        {persona !== undefined && (
          <div className={css.two}>
            <MakeSheet key={`make ${persona}`} persona={persona} />
            <HandIn key={`hand ${persona}`} persona={persona} />
          </div>
        )}
        <p className={`soft small ${css.rules}`}>{words.rules}</p>
      </div>
    </>
  )
}
