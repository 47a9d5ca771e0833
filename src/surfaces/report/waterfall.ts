import type { SampledPair } from '../../engine/batch-link/sample.ts'
import { html, type Markup } from './html.ts'

export const WATERFALL_STYLE = `
.fall{display:grid;grid-template-columns:minmax(90px,170px) minmax(80px,1fr) 52px minmax(0,1.4fr);gap:2px var(--s3);font-size:14px;align-items:center;margin-top:var(--s3)}
.fall>span{overflow-wrap:anywhere}.fall .said{color:var(--soft);font-size:13px}.fall .bits{text-align:right;font-variant-numeric:tabular-nums}
.fall .lane{position:relative;height:16px;background:var(--ground);border-radius:4px}.fall .lane i{position:absolute;top:2px;height:12px;min-width:2px;border-radius:3px;background:var(--accent)}.fall .lane i.less{background:var(--review)}.fall .lane i.sum{background:var(--ink)}
.fall b{font-weight:600}
@media(max-width:640px){.fall{grid-template-columns:minmax(0,1fr) 96px 46px;gap:2px var(--s2)}.fall .said{grid-column:1/-1;margin-bottom:var(--s2)}}
`

/** A pair's weights, one under the other: each bar begins where the one above ended. */
export function waterfall({ ids, state, alike, waterfall: fall, values }: SampledPair): Markup {
  const spoken = fall.rows
    .map((row, i) => ({ ...row, values: values[i]! }))
    .filter((row) => row.level !== 'missing' && Math.abs(row.bits) >= 0.05)
  const steps = [
    ...(fall.prior === 0 ? [] : [{ column: 'Before anything is compared', bits: fall.prior, said: 'any two records' }]),
    ...spoken.map((row) => ({ column: row.column, bits: row.bits, said: saidOf(row) })),
    ...(Math.abs(fall.otherReading) < 0.05
      ? []
      : [{ column: 'The other reading', bits: fall.otherReading, said: 'one identity, or two of one operator' }]),
  ]
  const sums = steps.reduce<number[]>((all, step) => [...all, all.at(-1)! + step.bits], [0])
  const least = Math.min(...sums, 0)
  const span = Math.max(...sums, 1) - least
  const part = (bits: number): number => (100 * (bits - least)) / span
  const lane = (from: number, to: number, name: string): Markup =>
    html`<span class="lane"
      ><i class="${name}" style="left:${part(Math.min(from, to)).toFixed(1)}%;width:${((100 * Math.abs(to - from)) / span).toFixed(1)}%"></i
    ></span>`
  return html`<section class="card">
    <h3><span class="mono">${ids[0]}</span> and <span class="mono">${ids[1]}</span></h3>
    <p class="tags">
      <span class="pill ${state === 'linked' ? 'review' : 'ask'}">${state}</span>
      <span>${fall.reading === 'same' ? 'reads as one identity twice' : 'reads as two identities of one operator'}</span>
      <span
        >${alike === 1 ? 'the only pair that agrees in these columns' : `one of ${alike.toLocaleString('en-US')} pairs that agree in the same columns`}</span
      >
    </p>
    <div class="fall">
      ${steps.map((step, i) => html`<span>${step.column}</span>${lane(sums[i]!, sums[i + 1]!, step.bits < 0 ? 'less' : 'more')}<span class="bits">${signed(step.bits)}</span><span class="said">${step.said}</span>`)}
      <b>Together</b>${lane(0, sums.at(-1)!, 'sum')}<b class="bits">${signed(fall.odds)}</b><span class="said">${oddsIn(fall.odds)}</span>
    </div>
  </section>`
}

function saidOf(row: { level: string; holders?: number | undefined; values: readonly [string, string] }): string {
  const [mine, theirs] = row.values.map((value) => value.slice(0, 80)) as [string, string]
  if (mine === theirs) return `${mine}${row.holders === undefined ? '' : `, held by ${row.holders.toLocaleString('en-US')}`}`
  return `${mine} / ${theirs}: ${row.level}`
}

const signed = (bits: number): string => `${bits < 0 ? '−' : '+'}${Math.abs(bits).toFixed(1)}`

function oddsIn(bits: number): string {
  const odds = 2 ** Math.abs(bits)
  const words = odds > 1e6 ? 'more than a million' : Math.max(1, Math.round(odds)).toLocaleString('en-US')
  return bits >= 0 ? `${words} to 1 for` : `${words} to 1 against`
}
