import { Button } from '@mantine/core'
import IconPencil from '@tabler/icons-react/icons/IconPencil'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { AnswerOf } from '../../../client/index.ts'
import { call } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { useMay } from '../../api/session.ts'
import css from '../../parts/blocks.module.css'
import { DataTable, type TableColumn } from '../../parts/DataTable.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { Crumb } from '../../parts/Crumb.tsx'
import { NotYet } from '../../parts/NotYet.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { Recommendation } from '../../parts/Recommendation.tsx'
import { Section } from '../../parts/Section.tsx'
import { Empty } from '../../parts/states.tsx'
import { done } from '../../parts/toast.tsx'
import { When } from '../../parts/When.tsx'
import { t } from '../../texts/index.ts'
import { useOpening, type OpeningWithCandidates } from './opening.ts'
import { OpeningForm } from './OpeningForm.tsx'
import own from './openings.module.css'

type Line = AnswerOf<'GET /api/personas'>['items'][number]
type Applied = OpeningWithCandidates['candidates'][number] & { readonly line: Line | undefined }

const heads = t.openings.candidateColumns
const nameOf = ({ line }: Applied): string => line?.name ?? t.candidates.noName

const COLUMNS: readonly TableColumn<Applied>[] = [
  {
    head: heads.name,
    width: 'minmax(180px, 2fr)',
    value: nameOf,
    draw: (row) => (
      <Link to="/candidates/$persona" params={{ persona: row.persona }}>
        {nameOf(row)}
      </Link>
    ),
  },
  {
    head: heads.recommendation,
    width: '140px',
    value: ({ line }) => t.recommendation[line?.recommendation ?? 'none'].word,
    draw: ({ line }) => <Recommendation of={line?.recommendation} />,
  },
  {
    head: heads.lacking,
    width: 'minmax(160px, 2fr)',
    value: ({ lacking }) => (lacking.length === 0 ? t.openings.complete : lacking.map((role) => t.openings.papers[role]).join(', ')),
  },
  {
    head: heads.received,
    width: '130px',
    value: ({ line }) => line?.received,
    draw: ({ line }) => line !== undefined && <When at={line.received} as="day" />,
  },
  { head: heads.standing, width: '100px', value: ({ line, status }) => t.candidates.standing[line?.standing ?? status] },
]

/** Pages of the list of candidates are fetched until all who applied are named. */
async function applied(requisition: string): Promise<ReadonlyMap<string, Line>> {
  const found = new Map<string, Line>()
  let after: string | undefined
  do {
    const page = await call('GET /api/personas', { query: { requisition, limit: 200, ...(after === undefined ? {} : { after }) } })
    for (const line of page.items) found.set(line.persona, line)
    after = page.next
  } while (after !== undefined)
  return found
}

/** One opening: what everybody on it is asked for, who applied, and what is still to come from whom. */
export function Opening() {
  const { opening: id } = useParams({ from: '/inside/openings/$opening' })
  const opening = useOpening(id)
  if (!opening.isSuccess)
    return (
      <NotYet title={t.states.one.opening} asked={opening}>
        <Crumb to="/openings" says={t.openings.page} />
      </NotYet>
    )
  return <Shown opening={opening.data} />
}

function Shown({ opening }: { readonly opening: OpeningWithCandidates }) {
  const navigate = useNavigate()
  const may = useMay()
  const [changing, setChanging] = useState(false)
  const lines = useQuery({ queryKey: keys.applied(opening.id), queryFn: () => applied(opening.id) })
  const rows = useMemo(
    () => opening.candidates.map((one): Applied => ({ ...one, line: lines.data?.get(one.persona) })),
    [opening.candidates, lines.data],
  )
  return (
    <>
      <Crumb to="/openings" says={t.openings.page} />
      <PageHeader title={opening.title} says={t.openings.applied(opening.candidates.length)}>
        <ExportButton name={`opening-${opening.id}`} columns={COLUMNS} rows={rows} />
        {may('requisition:manage') && (
          <Button variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setChanging(true)}>
            {t.openings.change}
          </Button>
        )}
      </PageHeader>
      <div className={css.stack}>
        <Section title={t.openings.asked} says={t.openings.askedSays}>
          <dl className={css.pairs}>
            <dt>{t.openings.documents}</dt>
            <dd>{opening.documents.map((role) => t.openings.papers[role]).join(', ')}</dd>
            <dt>{t.openings.questions}</dt>
            <dd>
              {opening.questions.length === 0 ? (
                <span className="soft">{t.openings.noQuestions}</span>
              ) : (
                <ol className={own.questions}>
                  {opening.questions.map((question) => (
                    <li key={question}>{question}</li>
                  ))}
                </ol>
              )}
            </dd>
          </dl>
        </Section>
        {rows.length === 0 ? (
          <Empty {...t.openings.nobody}>
            {may('persona:submit') && <Button renderRoot={(props) => <Link {...props} to="/intake" />}>{t.intake.title}</Button>}
          </Empty>
        ) : (
          <div className={own.applied}>
            <DataTable
              label={t.openings.applied(rows.length)}
              columns={COLUMNS}
              rows={rows}
              id={({ persona }) => persona}
              open={({ persona }) => void navigate({ to: '/candidates/$persona', params: { persona } })}
            />
          </div>
        )}
      </div>
      <Dialog opened={changing} onClose={() => setChanging(false)} title={t.openings.change}>
        <OpeningForm
          opening={opening}
          hasCandidates={opening.candidates.length > 0}
          onDone={() => {
            setChanging(false)
            done(t.openings.saved)
          }}
        />
      </Dialog>
    </>
  )
}
