import css from '../../parts/blocks.module.css'
import { Side } from '../../parts/Side.tsx'
import { When } from '../../parts/When.tsx'
import { t } from '../../texts/index.ts'
import { actionSays, detailSays, type Row } from './log.ts'

interface Shown {
  readonly row: Row | undefined
  nameOf(id: string): string | undefined
  onClose(): void
}

/** All that the log says of one act. */
export function RowDrawer({ row, nameOf, onClose }: Shown) {
  const who = (id: string) => {
    const name = nameOf(id)
    return name === undefined ? (
      <span className="mono">{id}</span>
    ) : (
      <>
        {name} <span className="mono soft">{id}</span>
      </>
    )
  }
  return (
    <Side opened={row !== undefined} onClose={onClose} title={row === undefined ? '' : actionSays(row.action)}>
      {row !== undefined && (
        <dl className={css.pairs}>
          <dt>{t.audit.columns.at}</dt>
          <dd>
            <When at={row.at} />
          </dd>
          <dt>{t.audit.columns.actor}</dt>
          <dd>{who(row.actor)}</dd>
          <dt>{t.audit.columns.action}</dt>
          <dd className="mono">{row.action}</dd>
          <dt>{t.audit.columns.subject}</dt>
          <dd>{who(row.subject)}</dd>
          {Object.entries(row.detail).map(([name, value]) => (
            <Pair key={name} name={name} value={detailSays(value)} />
          ))}
          <dt>{t.audit.columns.seq}</dt>
          <dd>{row.seq}</dd>
        </dl>
      )}
    </Side>
  )
}

function Pair({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  )
}
