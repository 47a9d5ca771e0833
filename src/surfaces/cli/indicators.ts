import process from 'node:process'
import pc from 'picocolors'
import { expireIndicators, settle } from '../../engine/indicators.ts'
import { INDICATOR_STATES, type Indicator, type IndicatorState } from '../../model/indicator.ts'
import { badUsage } from '../../model/errors.ts'
import { standingsOf } from './lookback.ts'
import { count, printChanges } from './lookback-print.ts'
import { plain, plainJson } from './plain.ts'
import { EXIT, inWorkplace, progressLine, type DataOptions } from './session.ts'
import type { Entry } from './workplace.ts'

export interface ListOptions extends DataOptions {
  readonly state?: string
  readonly source?: string
  readonly json?: boolean
}

export interface SettleOptions extends DataOptions {
  readonly source?: string
  readonly reason: string
}

export async function indicatorsListCommand(entry: Entry, options: ListOptions): Promise<void> {
  await inWorkplace(entry, options, async ({ deps, catalog, actor }, signal) => {
    const state = INDICATOR_STATES.find((s) => s === options.state)
    if (options.state !== undefined && state === undefined)
      throw badUsage(`"${options.state}" is no state. States: ${INDICATOR_STATES.join(', ')}.`)
    await expireIndicators(deps, catalog, actor, { progress: () => undefined, signal })
    const rows = await deps.store.tx(actor.tenant, (tx) =>
      tx.indicators({
        ...(state === undefined ? {} : { states: [state] }),
        ...(options.source === undefined ? {} : { source: options.source }),
      }),
    )
    if (options.json === true) process.stdout.write(`${plainJson(rows)}\n`)
    else printIndicators(rows)
    return EXIT.done
  })
}

function printIndicators(rows: readonly Indicator[]): void {
  if (rows.length === 0) process.stdout.write('There are no indicators. `bonafide lookback --indicator <file>` imports a list.\n')
  for (const row of rows) {
    const { id, kind, original, source, origin, reliability, credibility, expires, state, warning, reason } = row
    process.stdout.write(
      `${id.slice(0, 12)}  ${state.padEnd(11)}  ${kind.padEnd(12)}  ${plain(original.slice(0, 60)).padEnd(40)}  ${pc.dim(plain(`${source}${origin === undefined ? '' : ` (from ${origin})`}, ${reliability}${credibility}, until ${expires.slice(0, 10)}`))}\n`,
    )
    if (warning !== undefined) process.stdout.write(pc.yellow(plain(`              held back: ${warning}\n`.trimEnd())) + '\n')
    if (reason !== undefined)
      process.stdout.write(
        pc.dim(plain(`              ${state} by ${row.decidedBy ?? ''} on ${row.decided?.slice(0, 10) ?? ''}: ${reason}`)) + '\n',
      )
  }
  const by = (state: IndicatorState): number => rows.filter((row) => row.state === state).length
  if (rows.length > 0) process.stdout.write(`\n${INDICATOR_STATES.map((state) => `${by(state)} ${state}`).join(', ')}.\n`)
}

export async function indicatorsSettleCommand(
  entry: Entry,
  to: 'accepted' | 'refused',
  ids: readonly string[],
  options: SettleOptions,
): Promise<void> {
  await inWorkplace(entry, options, async ({ deps, catalog, actor }, signal) => {
    const line = progressLine()
    const watch = { progress: line.show, signal }
    await expireIndicators(deps, catalog, actor, watch)
    const named = { ids, ...(options.source === undefined ? {} : { source: options.source }) }
    const done = await settle(deps, catalog, actor, { named, to, reason: options.reason, watch }).finally(() => line.end())
    process.stdout.write(
      `${count(done.settled.length, 'indicator')} ${to}. ${count(done.changes.length, 'persona has', 'personas have')} other context now; no recommendation changed by it.\n`,
    )
    for (const row of done.heldBack)
      process.stdout.write(
        `${plain(`  held back: ${row.id.slice(0, 12)} ${row.kind} ${row.original.slice(0, 60)}: ${row.warning ?? ''} Accept it by its id if it is right all the same.`)}\n`,
      )
    printChanges(
      done.changes,
      await deps.store.tx(actor.tenant, (tx) =>
        standingsOf(
          tx,
          done.changes.map((c) => c.persona),
        ),
      ),
    )
    return EXIT.done
  })
}
