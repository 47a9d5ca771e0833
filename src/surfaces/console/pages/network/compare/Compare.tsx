import { Button } from '@mantine/core'
import { Link as To, useParams } from '@tanstack/react-router'
import { problemOf } from '../../../api/problem.ts'
import { Crumb } from '../../../parts/Crumb.tsx'
import { PageHeader } from '../../../parts/PageHeader.tsx'
import { Recommendation } from '../../../parts/Recommendation.tsx'
import { Empty, Failed, Loading } from '../../../parts/states.tsx'
import { When } from '../../../parts/When.tsx'
import { t } from '../../../texts/index.ts'
import { useDossier, type Dossier } from '../../persona/dossier.ts'
import { PurposePrompt } from '../../persona/PurposePrompt.tsx'
import { written } from '../chosen.ts'
import { useLines, useLink } from '../linked.ts'
import { State } from '../State.tsx'
import { nameOf } from '../words.ts'
import css from './compare.module.css'
import { Passages } from './Passages.tsx'
import { Rest } from './Rest.tsx'
import { Values } from './Values.tsx'

const words = t.compare

/** Two candidates side by side. Each dossier is opened for a purpose of its own. */
export function Compare() {
  const { a, b } = useParams({ from: '/inside/compare/$a/$b' })
  const [mine, theirs] = [useDossier(a), useDossier(b)]
  const lines = useLines([a, b])
  if (a === b) return <Empty title={words.title} says={words.itself} />
  for (const [persona, dossier] of [
    [a, mine],
    [b, theirs],
  ] as const) {
    if (!dossier.isError) continue
    if (problemOf(dossier.error).code !== 'needs-purpose') return <Failed error={dossier.error} onRetry={() => void dossier.refetch()} />
    return (
      <>
        <p className={css.needs}>{words.needs(nameOf(lines, persona))}</p>
        <PurposePrompt key={persona} persona={persona} about={undefined} onStated={() => void dossier.refetch()} />
      </>
    )
  }
  if (!mine.isSuccess || !theirs.isSuccess) return <Loading />
  return <Both mine={mine.data} theirs={theirs.data} />
}

function Both({ mine, theirs }: { readonly mine: Dossier; readonly theirs: Dossier }) {
  const found = useLink(mine.persona, theirs.persona)
  const link = found.data?.link ?? undefined
  const { persona = mine.persona, other = theirs.persona } = link ?? {}
  return (
    <>
      <Crumb to="/network" says={words.back} />
      <PageHeader title={words.title} says={words.says}>
        {link !== undefined && <State of={link.state} />}
        <Button
          variant="default"
          renderRoot={(props) => <To to="/network" search={{ view: 'links', at: written({ kind: 'link', persona, other }) }} {...props} />}
        >
          {words.why}
        </Button>
      </PageHeader>
      <div className={css.people}>
        <Person dossier={mine} />
        <Person dossier={theirs} />
      </div>
      {found.isError ? (
        <Failed error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <Values pieces={link?.evidence ?? []} mine={mine} theirs={theirs} />
      )}
      <Passages mine={mine} theirs={theirs} />
      <Rest mine={mine} theirs={theirs} />
    </>
  )
}

function Person({ dossier }: { readonly dossier: Dossier }) {
  return (
    <section className={`card ${css.person}`}>
      <h2>
        <To to="/candidates/$persona" params={{ persona: dossier.persona }}>
          {dossier.name ?? t.candidates.noName}
        </To>
      </h2>
      <p>
        <Recommendation of={dossier.recommendation} />
      </p>
      <p className="soft small">
        {dossier.source} · {words.received} <When at={dossier.received} as="day" />
      </p>
    </section>
  )
}
