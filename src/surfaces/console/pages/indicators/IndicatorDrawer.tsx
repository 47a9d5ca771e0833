import css from '../../parts/blocks.module.css'
import { Side } from '../../parts/Side.tsx'
import { When } from '../../parts/When.tsx'
import { t } from '../../texts/index.ts'
import type { Indicator } from './indicator.ts'
import { Settle } from './Settle.tsx'

/** One indicator: whose word it is and what it is worth, and what a person said of it. */
export function IndicatorDrawer({ indicator, onClose }: { readonly indicator: Indicator | undefined; onClose(): void }) {
  return (
    <Side opened={indicator !== undefined} onClose={onClose} title={indicator === undefined ? '' : t.indicators.kinds[indicator.kind]}>
      {indicator !== undefined && <Opened key={indicator.id} indicator={indicator} onClose={onClose} />}
    </Side>
  )
}

function Opened({ indicator: one, onClose }: { readonly indicator: Indicator; onClose(): void }) {
  const w = t.indicators
  const known = (['accepted', 'refused'] as const).find((state) => state === one.state)
  return (
    <div className={css.stack}>
      <dl className={css.pairs}>
        <dt>{w.columns.value}</dt>
        <dd>
          <b>{one.value}</b>
        </dd>
        <dt>{w.columns.source}</dt>
        <dd>
          {one.source}
          {one.origin !== undefined && <span className="soft"> ({w.from(one.origin)})</span>}
        </dd>
        <dt>{w.reliability}</dt>
        <dd>{(w.import.reliabilities as Readonly<Record<string, string>>)[one.reliability]}</dd>
        <dt>{w.credibility}</dt>
        <dd>{(w.import.credibilities as Readonly<Record<string, string>>)[one.credibility]}</dd>
        {one.note !== undefined && (
          <>
            <dt>{w.note}</dt>
            <dd>{one.note}</dd>
          </>
        )}
        {one.warning !== undefined && (
          <>
            <dt>{w.warning}</dt>
            <dd>{one.warning}</dd>
          </>
        )}
        <dt>{w.columns.expires}</dt>
        <dd>
          <When at={one.expires} as="day" />
        </dd>
        <dt>{w.columns.state}</dt>
        <dd>{w.states[one.state]}</dd>
        {one.reason !== undefined && (
          <>
            <dt>{t.reason.given}</dt>
            <dd>{one.reason}</dd>
          </>
        )}
      </dl>
      {one.state !== 'expired' && <Settle named={{ ids: [one.id] }} not={known} onDone={onClose} />}
    </div>
  )
}
