import { Button } from '@mantine/core'
import { useState } from 'react'
import { useMay } from '../../api/session.ts'
import { When } from '../../parts/When.tsx'
import { rooms } from '../../texts/index.ts'
import type { Version } from './list-lines.ts'
import css from './lists.module.css'
import { UseVersion } from './UseVersion.tsx'

const words = rooms.list

interface Kept {
  readonly list: string
  readonly versions: readonly Version[]
}

/** The versions that are kept, newest first; one of them is in force. */
export function Versions({ list, versions }: Kept) {
  const manages = useMay()('lists:manage')
  const [asked, setAsked] = useState<Version>()
  const heads = words.versionHeads
  return (
    <section className="card" aria-labelledby="versions">
      <h2 id="versions">{words.versions}</h2>
      <div className={css.scrolls} tabIndex={0}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{heads.day}</th>
              <th scope="col">{heads.state}</th>
              <th scope="col">{heads.taken}</th>
              <th scope="col">{heads.entries}</th>
              <th scope="col">{heads.names}</th>
              <th scope="col">{heads.notes}</th>
              <th scope="col">{heads.version}</th>
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
    </section>
  )
}
