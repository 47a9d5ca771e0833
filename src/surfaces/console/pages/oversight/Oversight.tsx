import { SegmentedControl } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMay } from '../../api/session.ts'
import css from '../../parts/blocks.module.css'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { Failed, Loading } from '../../parts/states.tsx'
import { t } from '../../texts/index.ts'
import { Browsing } from './Browsing.tsx'
import { Exports } from './Exports.tsx'
import { isSpan, SPANS, useFigures } from './figures.ts'
import { FiguresShown } from './FiguresShown.tsx'
import { Impact } from './Impact.tsx'

/** How decisions are made here: about the way of working, never about one candidate. */
export function Oversight() {
  const { span: asked } = useSearch({ from: '/inside/oversight' })
  const span = isSpan(asked) ? asked : 'quarter'
  const navigate = useNavigate()
  const may = useMay()
  const figures = useFigures(span)
  return (
    <>
      <PageHeader title={t.oversight.title} says={t.oversight.says}>
        <SegmentedControl
          aria-label={t.oversight.span}
          data={Object.keys(SPANS).map((value) => ({ value, label: t.oversight.spans[value as keyof typeof SPANS] }))}
          value={span}
          onChange={(value) => void navigate({ to: '/oversight', search: { span: value }, replace: true })}
        />
      </PageHeader>
      <div className={css.stack}>
        {figures.isPending ? (
          <Loading />
        ) : figures.isError ? (
          <Failed error={figures.error} onRetry={() => void figures.refetch()} />
        ) : (
          <FiguresShown figures={figures.data} />
        )}
        <Browsing />
        {may('report:export') && (
          <>
            <Exports span={span} />
            <Impact />
          </>
        )}
      </div>
    </>
  )
}
