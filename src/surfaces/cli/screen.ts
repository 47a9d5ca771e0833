import process from 'node:process'
import { dossiers } from '../../engine/dossier.ts'
import { screen } from '../../engine/screen.ts'
import { notFound } from '../../model/errors.ts'
import { candidatesOf } from './candidates.ts'
import { columnMap } from './column-map.ts'
import { standingsOf } from './lookback.ts'
import { printWoken } from './lookback-print.ts'
import { plainJson } from './plain.ts'
import { sayAtFirst } from './first-use.ts'
import { printFailures, printLeftOut, printSame, printTable } from './print.ts'
import { screenDocument } from './screen-document.ts'
import { EXIT, inWorkplace, progressLine, type DataOptions } from './session.ts'
import type { Entry } from './workplace.ts'

export interface ScreenOptions extends DataOptions {
  readonly one?: boolean
  readonly to?: string
  readonly requisition?: string
  readonly map?: string
  readonly json?: boolean
  readonly report?: string
}

export async function screenCommand(entry: Entry, paths: readonly string[], options: ScreenOptions): Promise<void> {
  await inWorkplace(entry, { ...options, readsFiles: true }, async (workplace, signal) => {
    const { deps, catalog, actor, width } = workplace
    await sayAtFirst(workplace)
    await checkKnown(options, (work) => deps.store.tx(actor.tenant, work))
    const map = options.map === undefined ? undefined : await columnMap(options.map)
    const named = await candidatesOf(paths, {
      one: options.one ?? false,
      ...(options.to === undefined ? {} : { to: options.to }),
      ...(options.requisition === undefined ? {} : { requisition: options.requisition }),
      ...(map === undefined ? {} : { map }),
    })
    const line = progressLine()
    const screened = await screen(deps, catalog, actor, {
      candidates: named.candidates,
      watch: { progress: (event) => line.show(event), signal, width },
    }).finally(() => line.end())
    const failures = [...named.failures, ...screened.failures]
    const found = await deps.store.tx(actor.tenant, (tx) => dossiers(tx, catalog, [...new Set(screened.personas.map((p) => p.persona))]))
    const report =
      options.report === undefined
        ? undefined
        : await (await import('../report/write.ts')).writeReport(options.report, found, workplace, failures)
    if (options.json === true) process.stdout.write(`${plainJson(screenDocument(screened, failures, found))}\n`)
    else {
      printTable(found)
      printSame(screened.personas)
      printWoken(
        screened.woken,
        await deps.store.tx(actor.tenant, (tx) =>
          standingsOf(
            tx,
            screened.woken.map((c) => c.persona),
          ),
        ),
      )
      printLeftOut(found)
      printFailures(failures)
      if (report !== undefined) process.stdout.write(`\nReport: ${report}\n`)
    }
    return failures.length > 0 ? EXIT.someFailed : EXIT.done
  })
}

type Work = Parameters<Awaited<ReturnType<Entry['open']>>['deps']['store']['tx']>[1]
async function checkKnown(options: ScreenOptions, run: (work: Work) => Promise<unknown>): Promise<void> {
  await run(async (tx) => {
    if (options.to !== undefined && (await tx.persona(options.to)) === undefined) throw notFound('persona', options.to)
    if (options.requisition !== undefined && (await tx.requisition(options.requisition)) === undefined)
      throw notFound('requisition', options.requisition)
  })
}
