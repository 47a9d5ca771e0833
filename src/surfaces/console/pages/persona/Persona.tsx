import { useMemo } from 'react'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { problemOf } from '../../api/problem.ts'
import { Finding } from '../../parts/Finding.tsx'
import { Crumb } from '../../parts/Crumb.tsx'
import { NotYet } from '../../parts/NotYet.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { t } from '../../texts/index.ts'
import { WhoElse } from '../network/WhoElse.tsx'
import { useDossier, type Dossier } from './dossier.ts'
import { EvidenceDrawer } from './EvidenceDrawer.tsx'
import { Facts } from './Facts.tsx'
import { Files } from './Files.tsx'
import css from './persona.module.css'
import { Places } from './Places.tsx'
import { placesIn } from './places.ts'
import { PurposePrompt } from './PurposePrompt.tsx'
import { StatementDrawer } from './StatementDrawer.tsx'
import { Summary } from './Summary.tsx'
import { Timeline } from './Timeline.tsx'
import { Unmask } from './Unmask.tsx'

const FROM = '/inside/candidates/$persona'

/** One page for one candidate: what is recommended and why, what speaks for and against, each down to its place in a file. */
export function Persona() {
  const { persona } = useParams({ from: FROM })
  const { case: about } = useSearch({ from: FROM })
  const dossier = useDossier(persona)
  if (dossier.isSuccess) return <Opened dossier={dossier.data} />
  if (dossier.isError && problemOf(dossier.error).code === 'needs-purpose')
    return <PurposePrompt persona={persona} about={about} onStated={() => void dossier.refetch()} />
  return (
    <NotYet title={t.states.one.candidate} asked={dossier}>
      <Crumb to="/candidates" says={t.persona.back} />
    </NotYet>
  )
}

function Opened({ dossier }: { readonly dossier: Dossier }) {
  const { finding, statement, case: about } = useSearch({ from: FROM })
  const navigate = useNavigate({ from: '/candidates/$persona' })
  const open = (what: { readonly finding?: string; readonly statement?: string }): void =>
    void navigate({
      search: ({ finding: _, statement: __, ...rest }) => ({ ...rest, ...what }),
      replace: true,
      resetScroll: false,
    })
  const show = (id: string): void => open({ finding: id })
  const showStatement = (id: string): void => open({ statement: id })
  const close = (): void => open({})
  const statements = useMemo(() => namedByFile(dossier), [dossier])
  const of = (direction: Dossier['findings'][number]['direction']) => dossier.findings.filter((one) => one.direction === direction)
  const draw = (findings: Dossier['findings']) =>
    findings.map((one) => <Finding key={one.finding} finding={one} onOpen={() => show(one.finding)} />)
  const [against, favour, context] = [of('raises'), of('lowers'), of('context')]
  return (
    <>
      <Crumb to="/candidates" says={t.persona.back} />
      <PageHeader title={dossier.name ?? t.candidates.noName}>
        <Unmask dossier={dossier} />
      </PageHeader>
      <Facts dossier={dossier} />
      <Summary dossier={dossier} about={about} />
      <div className={css.sides}>
        <section className="card" aria-labelledby="against">
          <h2 id="against">
            {t.persona.against} <span className="soft">{against.length}</span>
          </h2>
          {against.length === 0 ? <p className="soft">{t.persona.noneAgainst}</p> : draw(against)}
        </section>
        <section className="card" aria-labelledby="favour">
          <h2 id="favour">
            {t.persona.for} <span className="soft">{favour.length}</span>
          </h2>
          {favour.length === 0 ? <p className="soft">{t.persona.noneFor}</p> : draw(favour)}
          {context.length > 0 && (
            <div className={css.context}>
              <h2>
                {t.persona.context} <span className="soft">{context.length}</span>
              </h2>
              <p className="soft small">{t.persona.contextSays}</p>
              {draw(context)}
            </div>
          )}
        </section>
      </div>
      <WhoElse persona={dossier.persona} />
      <Timeline statements={statements} onOpen={showStatement} />
      <Places statements={statements} onOpen={showStatement} />
      <Files dossier={dossier} />
      <EvidenceDrawer
        persona={dossier.persona}
        about={about}
        finding={dossier.findings.find((one) => one.finding === finding)}
        onClose={close}
      />
      <StatementDrawer persona={dossier.persona} statements={together(statements, statement)} onClose={close} />
    </>
  )
}

/** Statements of the dossier with the names of the files they stand in. */
function namedByFile({ statements, submissions }: Dossier): Dossier['statements'] {
  const files = new Map(submissions.map(({ artifact, file }) => [artifact, file]))
  return statements.map((one) => ({ ...one, file: one.file ?? files.get(one.artifact) }))
}

/** A statement, and all others that say the same place. */
function together(statements: Dossier['statements'], id: string | undefined): Dossier['statements'] {
  if (id === undefined) return []
  const place = placesIn(statements).find((one) => one.statements.some(({ statement }) => statement === id))
  return place === undefined ? statements.filter(({ statement }) => statement === id) : [...place.statements]
}
