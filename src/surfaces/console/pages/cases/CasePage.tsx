import IconEyeOff from '@tabler/icons-react/icons/IconEyeOff'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { problemOf } from '../../api/problem.ts'
import { Crumb } from '../../parts/Crumb.tsx'
import { Help } from '../../parts/Help.tsx'
import { NotYet } from '../../parts/NotYet.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { Recommendation } from '../../parts/Recommendation.tsx'
import { Empty } from '../../parts/states.tsx'
import { When } from '../../parts/When.tsx'
import { t } from '../../texts/index.ts'
import { Acts } from './Acts.tsx'
import { AskReason, type Question } from '../../parts/AskReason.tsx'
import css from './case.module.css'
import { aboutWhom, lookAgain, useCase, type CaseShown } from './case.ts'
import { CaseActs } from './CaseActs.tsx'
import { PeopleIn } from './PeopleIn.tsx'
import { Side } from './Side.tsx'
import { Waits } from './Waits.tsx'

/** One case: what waits for whom, who it is about, and everything that was done in it. On paper it is the case file. */
export function CasePage() {
  const { case: id } = useParams({ from: '/inside/cases/$case' })
  const found = useCase(id)
  if (found.isSuccess) return <Opened of={found.data} />
  const back = <Crumb to="/cases" says={t.cases.back} />
  if (found.isError && problemOf(found.error).status === 404)
    return (
      <>
        {back}
        <PageHeader title={t.states.one.case} />
        <Empty {...t.cases.missing} />
      </>
    )
  return (
    <NotYet title={t.states.one.case} asked={found}>
      {back}
    </NotYet>
  )
}

function Opened({ of }: { readonly of: CaseShown }) {
  const [question, setQuestion] = useState<Question>()
  return (
    <div className={css.file}>
      <Crumb to="/cases" says={t.cases.back} />
      <p className={css.paperOnly}>{t.cases.printed(of.id)}</p>
      <PageHeader title={aboutWhom(of)}>
        <CaseActs of={of} onAsk={setQuestion} />
      </PageHeader>
      <p className={css.says}>{of.says}</p>
      <ul className={css.head}>
        <li className={css.status} data-status={of.status}>
          {t.cases.status[of.status]}
        </li>
        {of.recommendation !== undefined && (
          <li>
            <Recommendation of={of.recommendation} />
          </li>
        )}
        <li>{t.cases.rooms[of.room]}</li>
        <li>{t.cases.because[of.because]}</li>
        <li>
          {t.cases.side.opened} <When at={of.opened} />
        </li>
        <li>
          {t.cases.side.changed} <When at={of.changed} as="ago" />
        </li>
        <li className="mono">{of.id}</li>
      </ul>
      {of.quiet && (
        <p className={css.quiet}>
          <IconEyeOff size={18} aria-hidden />
          {t.cases.quietSays} <Help of="quiet" />
        </p>
      )}
      <div className={css.body}>
        <div className={css.main}>
          <Waits of={of} onAsk={setQuestion} />
          <PeopleIn of={of} onAsk={setQuestion} />
          <Acts of={of} />
        </div>
        <Side of={of} />
      </div>
      <AskReason question={question} onClose={() => setQuestion(undefined)} look={lookAgain} />
    </div>
  )
}
