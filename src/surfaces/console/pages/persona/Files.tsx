import type { Column } from '../../parts/csv.ts'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { t } from '../../texts/index.ts'
import type { Dossier } from './dossier.ts'
import css from './persona.module.css'

type File = Dossier['submissions'][number]
const heads = t.persona.fileColumns
const KILO = 1024

const COLUMNS: readonly Column<File>[] = [
  {
    head: heads.name,
    value: ({ file, artifact, row }) =>
      `${file ?? artifact.slice(0, 12)}${row === undefined ? '' : `, ${t.evidence.places.row(String(row))}`}`,
  },
  {
    head: heads.state,
    value: ({ state, problem }) =>
      problem === undefined ? t.persona.fileStates[state] : `${t.persona.fileStates[state]}: ${problem.detail}`,
  },
  { head: heads.role, value: ({ role }) => role },
  { head: heads.size, value: ({ size }) => (size === undefined ? '' : `${Math.ceil(size / KILO)} KB`) },
  { head: heads.notes, value: ({ notes }) => notes.map(({ says }) => says).join(' ') },
]

/** What was handed in, how it was read, and what could not be. */
export function Files({ dossier: { submissions, persona } }: { readonly dossier: Dossier }) {
  return (
    <section className={`card ${css.files}`} aria-labelledby="files">
      <header>
        <h2 id="files">{t.persona.files}</h2>
        <ExportButton small name={`files-${persona}`} columns={COLUMNS} rows={submissions} />
      </header>
      <div className={css.scrolls} tabIndex={0} role="group" aria-labelledby="files">
        <table>
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
            {submissions.map((file) => (
              <tr key={`${file.artifact} ${file.row ?? ''}`} data-state={file.state}>
                {COLUMNS.map(({ head, value }) => (
                  <td key={head}>{value(file)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
