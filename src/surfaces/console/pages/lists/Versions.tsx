import { Button } from '@mantine/core'
import { useState } from 'react'
import { useMay } from '../../api/session.ts'
import type { Column } from '../../parts/csv.ts'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { Section } from '../../parts/Section.tsx'
import { When } from '../../parts/When.tsx'
import { rooms } from '../../texts/index.ts'
import type { Version } from './list-lines.ts'
import css from './lists.module.css'
import { UseVersion } from './UseVersion.tsx'

const words = rooms.list
const heads = words.versionHeads

const COLUMNS: readonly Column<Version>[] = [
  { head: heads.day, value: ({ published }) => published ?? words.noDay },
  { head: heads.state, value: ({ inForce }) => (inForce ? words.inForce : '') },
  { head: heads.taken, value: ({ imported }) => imported },
  { head: heads.entries, value: ({ entries }) => String(entries) },
  { head: heads.names, value: ({ names }) => String(names) },
  { head: heads.notes, value: ({ notes }) => String(notes) },
  { head: heads.version, value: ({ version }) => version },
]

interface Kept {
  readonly list: string
  readonly versions: readonly Version[]
}

/** The versions that are kept, newest first; one of them is in force. */
export function Versions({ list, versions }: Kept) {
  const manages = useMay()('lists:manage')
  const [asked, setAsked] = useState<Version>()
  return (
    <Section title={words.versions} acts={<ExportButton small name={`${list}-versions`} columns={COLUMNS} rows={versions.toReversed()} />}>
      <div className={css.scrolls} tabIndex={0}>
        <table className={css.table}>
          <thead>
            <tr>
              {COLUMNS.map(({ head }) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {versions.toReversed().map((one) => (
              <tr key={one.version} data-current={one.inForce || undefined}>
                <th scope="row">{one.published ?? words.noDay}</th>
                <td>
                  {one.inForce ? (
                    <b>{words.inForce}</b>
                  ) : (
                    manages && (
                      <Button size="compact-sm" variant="default" onClick={() => setAsked(one)}>
                        {words.use}
                      </Button>
                    )
                  )}
                </td>
                <td>
                  <When at={one.imported} as="day" />
                </td>
                <td>{one.entries.toLocaleString()}</td>
                <td>{one.names.toLocaleString()}</td>
                <td>{one.notes}</td>
                <td className="mono">{rooms.short(one.version)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <UseVersion list={list} version={asked} before={versions.find((one) => one.inForce)?.version} onClose={() => setAsked(undefined)} />
    </Section>
  )
}
