import { placeInWords } from '../../../evidence/place.ts'
import blocks from '../../../parts/blocks.module.css'
import type { Column } from '../../../parts/csv.ts'
import { ExportButton } from '../../../parts/ExportButton.tsx'
import { Masked } from '../../../parts/Masked.tsx'
import { t } from '../../../texts/index.ts'
import type { Dossier } from '../../persona/dossier.ts'
import type { Piece } from '../linked.ts'
import { kindInWords } from '../words.ts'
import css from './compare.module.css'

const words = t.compare

interface Shown {
  readonly pieces: readonly Piece[]
  readonly mine: Dossier
  readonly theirs: Dossier
}

/** What both have, a row each, with the places where it stands on either side. */
export function Values({ pieces, mine, theirs }: Shown) {
  const files = new Map([...mine.submissions, ...theirs.submissions].map(({ artifact, file }) => [artifact, file]))
  const places = (piece: Piece, persona: string): readonly string[] => [
    ...new Set(
      [...piece.mine, ...piece.theirs]
        .filter((place) => place.persona === persona)
        .map(({ artifact, at }) => `${files.get(artifact) ?? artifact.slice(0, 12)}, ${placeInWords(at)}`),
    ),
  ]
  const columns: readonly Column<Piece>[] = [
    { head: words.what, value: ({ value }) => value },
    { head: t.network.heads.kind, value: ({ kind }) => kindInWords(kind) },
    { head: t.network.heads.weight, value: ({ weight }) => t.network.weightWord[weight] },
    { head: t.network.heads.why, value: ({ says }) => says },
    ...[mine, theirs].map(({ persona, name }) => ({
      head: name ?? t.candidates.noName,
      value: (piece: Piece) => places(piece, persona).join('; '),
    })),
  ]
  return (
    <section className={`card ${css.part}`} aria-labelledby="values">
      <header className={blocks.head}>
        <h2 id="values">
          {words.values} <span className="soft">{pieces.length}</span>
        </h2>
        <ExportButton small name={`shared-${mine.persona}-${theirs.persona}`} columns={columns} rows={pieces} />
      </header>
      {pieces.length === 0 ? (
        <p className="soft">{words.valuesNone}</p>
      ) : (
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{words.what}</th>
              {[mine, theirs].map(({ persona, name }) => (
                <th key={persona} scope="col">
                  {name ?? t.candidates.noName}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {pieces.map((piece) => (
              <tr key={`${piece.kind} ${piece.value}`}>
                <th scope="row">
                  <span className={css.value}>
                    <Masked value={piece.value} />
                  </span>
                  <span className="soft small">
                    {kindInWords(piece.kind)} · {t.network.weightWord[piece.weight]}
                  </span>
                  <span className="soft small">{piece.says}</span>
                </th>
                {[mine, theirs].map(({ persona, name }) => (
                  <td key={persona} data-head={name ?? t.candidates.noName}>
                    <ul>
                      {places(piece, persona).map((place) => (
                        <li key={place}>{place}</li>
                      ))}
                    </ul>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
