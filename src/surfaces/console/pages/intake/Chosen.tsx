import { ActionIcon, Button, SegmentedControl, Select } from '@mantine/core'
import IconFileText from '@tabler/icons-react/icons/IconFileText'
import IconFolder from '@tabler/icons-react/icons/IconFolder'
import IconTable from '@tabler/icons-react/icons/IconTable'
import IconX from '@tabler/icons-react/icons/IconX'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay } from '../../api/session.ts'
import { t } from '../../texts/index.ts'
import { useOpenings } from '../openings/opening.ts'
import { candidatesOf, hasFolder, type Candidate, type FolderIs, type Picked } from './gather.ts'
import css from './intake.module.css'
import { isTable } from './standing.ts'

interface Shown {
  readonly picked: readonly Picked[]
  onPicked(picked: readonly Picked[]): void
  onSend(candidates: readonly Candidate[], requisition: string | undefined): void
}

const SHOWN_AT_FIRST = 12

/** What is about to be sent, before anything is: who is a candidate, and for which opening. */
export function Chosen({ picked, onPicked, onSend }: Shown) {
  const [folderIs, setFolderIs] = useState<FolderIs>('many')
  const [requisition, setRequisition] = useState<string | null>(null)
  const [all, setAll] = useState(false)
  const may = useMay()
  const openings = useOpenings()
  const candidates = candidatesOf(picked, folderIs)
  const shown = all ? candidates : candidates.slice(0, SHOWN_AT_FIRST)
  const without = ({ files }: Candidate): void => onPicked(picked.filter(({ file }) => !files.includes(file)))
  return (
    <section className={`card ${css.chosen}`} aria-label={t.intake.chosen(candidates.length)}>
      <header className={css.chosenHead}>
        <h2>{t.intake.chosen(candidates.length)}</h2>
        <Button variant="subtle" color="gray" onClick={() => onPicked([])}>
          {t.intake.clear}
        </Button>
      </header>
      <div className={css.settings}>
        <Select
          className={css.opening}
          label={t.intake.opening}
          description={t.intake.openingSays}
          placeholder={t.intake.noOpening}
          data={openings.data?.items.map(({ id, title }) => ({ value: id, label: title })) ?? []}
          value={requisition}
          onChange={setRequisition}
          clearable
          searchable
          nothingFoundMessage={t.intake.noneOfThatName}
        />
        {hasFolder(picked) && (
          <div className={css.folderIs}>
            <span className={css.label} id="folder-is">
              {t.intake.folderIs.label}
            </span>
            <SegmentedControl
              aria-labelledby="folder-is"
              value={folderIs}
              onChange={(value) => setFolderIs(value as FolderIs)}
              data={(['many', 'one'] as const).map((value) => ({ value, label: t.intake.folderIs[value] }))}
            />
          </div>
        )}
      </div>
      {openings.data?.items.length === 0 && may('requisition:manage') && (
        <p className="soft small">
          {t.intake.noOpenings} <Link to="/openings">{t.openings.add}</Link>
        </p>
      )}
      <ul className={css.list}>
        {shown.map((candidate) => (
          <li key={candidate.source}>
            <CandidateIcon candidate={candidate} />
            <span className={css.source}>{candidate.source}</span>
            <span className="soft small">
              {isTable(candidate) ? t.intake.table : t.intake.fileCount(candidate.files.length)} ·{' '}
              {t.intake.size(candidate.files.reduce((sum, file) => sum + file.size, 0))}
            </span>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`${t.intake.leaveOut}: ${candidate.source}`}
              onClick={() => without(candidate)}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
      {candidates.length > shown.length && (
        <Button variant="subtle" onClick={() => setAll(true)}>
          {t.intake.showAll(candidates.length)}
        </Button>
      )}
      <Button size="md" onClick={() => onSend(candidates, requisition ?? undefined)} data-autofocus>
        {t.intake.send(candidates.length)}
      </Button>
    </section>
  )
}

export function CandidateIcon({ candidate }: { readonly candidate: Candidate }) {
  const Icon = isTable(candidate) ? IconTable : candidate.as === 'one' ? IconFolder : IconFileText
  return <Icon size={18} stroke={1.6} aria-hidden />
}
