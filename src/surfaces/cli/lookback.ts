import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import process from 'node:process'
import { standingOf, type Standing } from '../../engine/disposition-standing.ts'
import { expireIndicators } from '../../engine/indicators.ts'
import { recognise } from '../../engine/intake.ts'
import { questionIn } from '../../engine/lookback/ask.ts'
import { lookBackDetectors } from '../../engine/lookback/detectors.ts'
import { importList, type ImportedList } from '../../engine/lookback/import.ts'
import { instantIn, MOST_LIST_BYTES } from '../../engine/lookback/listed.ts'
import type { Question } from '../../engine/lookback/question.ts'
import { lookBack, questionsOf, returns, type LookedBack } from '../../engine/lookback/touched.ts'
import type { Tx } from '../../engine/ports.ts'
import { badUsage } from '../../model/errors.ts'
import { count, printChanges, printImport, printLookBack } from './lookback-print.ts'
import { plainJson } from './plain.ts'
import { EXIT, inWorkplace, progressLine, type DataOptions } from './session.ts'
import type { Entry, Workplace } from './workplace.ts'

export interface LookbackOptions extends DataOptions {
  readonly indicator?: string
  readonly source?: string
  readonly reliability: string
  readonly credibility: string
  readonly expires?: string
  readonly identifier?: readonly string[]
  readonly photo?: string
  readonly detectors?: boolean
  readonly json?: boolean
}

export async function lookbackCommand(entry: Entry, options: LookbackOptions): Promise<void> {
  const { indicator, identifier, photo, detectors } = options
  await inWorkplace(entry, { ...options, readsFiles: photo !== undefined }, async (workplace, signal) => {
    if ([indicator, identifier, photo, detectors].filter((one) => one !== undefined).length !== 1)
      throw badUsage('Look back for one thing: --indicator FILE, --identifier kind=value, --photo FILE or --detectors.')
    const line = progressLine()
    const watch = { progress: line.show, signal }
    const { deps, catalog, actor } = workplace
    await expireIndicators(deps, catalog, actor, watch).finally(() => line.end())
    if (detectors === true) return versions(workplace, { ...options, signal })
    if (indicator !== undefined) return fromList(workplace, indicator, options)
    const questions = identifier !== undefined ? identifier.flatMap(questionIn) : await picturesIn(workplace, photo ?? '')
    const found = await deps.store.tx(actor.tenant, (tx) => lookBack(tx, questions))
    if (options.json === true) process.stdout.write(`${plainJson(document(found, undefined))}\n`)
    else printLookBack(found)
    return EXIT.done
  })
}

async function fromList({ deps, actor }: Workplace, path: string, options: LookbackOptions): Promise<number> {
  const name = basename(path)
  const expires = options.expires === undefined ? undefined : instantIn(options.expires)
  if (options.expires !== undefined && expires === undefined) throw badUsage(`"${options.expires}" is no date; write it as 2027-03-31.`)
  const source = options.source ?? name
  const imported = await importList(deps, actor, {
    name,
    bytes: await bytesOf(path),
    defaults: { source, reliability: options.reliability, credibility: options.credibility, ...(expires === undefined ? {} : { expires }) },
  })
  const found = await deps.store.tx(actor.tenant, (tx) => lookBack(tx, questionsOf(imported.indicators)))
  if (options.json === true) process.stdout.write(`${plainJson(document(found, imported))}\n`)
  else {
    printImport(imported, source)
    printLookBack(found)
    if (imported.indicators.some((row) => row.state === 'quarantined'))
      process.stdout.write('To let a list give context: `bonafide indicators accept --source <source> --reason "…"`.\n')
  }
  return imported.leftOut.length > 0 ? EXIT.someFailed : EXIT.done
}

async function versions({ deps, catalog, actor }: Workplace, options: LookbackOptions & { signal: AbortSignal }): Promise<number> {
  const line = progressLine()
  const { detectors, asked, changes } = await lookBackDetectors(deps, catalog, actor, {
    progress: line.show,
    signal: options.signal,
  }).finally(() => line.end())
  if (options.json === true) {
    process.stdout.write(`${plainJson({ detectors, asked, changes })}\n`)
    return EXIT.done
  }
  if (detectors.length === 0) process.stdout.write('No detector has changed since the findings were made. Nothing was run.\n')
  else {
    const named = detectors.map(({ id, from, to, moved }) =>
      moved ? `  ${id}: other numbers` : `  ${id}: ${from ?? 'new'} → ${to ?? 'gone'}`,
    )
    process.stdout.write(`${count(detectors.length, 'detector has', 'detectors have')} changed:\n${named.join('\n')}\n`)
    process.stdout.write(`${count(asked, 'persona')} whom they can touch assessed again, ${changes.length} changed.\n`)
  }
  const standings = await deps.store.tx(actor.tenant, (tx) =>
    standingsOf(
      tx,
      changes.map((c) => c.persona),
    ),
  )
  printChanges(changes, standings)
  return EXIT.done
}

/** Where these personas stand. */
export async function standingsOf(tx: Tx, personas: readonly string[]): Promise<ReadonlyMap<string, Standing>> {
  const decisions = Map.groupBy(await tx.dispositions(personas), (d) => d.persona)
  return new Map((await tx.personasOf(personas)).map((p) => [p.id, standingOf(p, decisions.get(p.id) ?? [])]))
}

/** The pictures of a file, read in the sandbox as any file is; nothing of it is kept. */
async function picturesIn({ deps, catalog }: Workplace, path: string): Promise<readonly Question[]> {
  const file = { path, name: basename(path), bytes: await bytesOf(path) }
  const reading = await deps.sandbox.read(recognise(catalog.readers, file).id, file)
  const questions = reading.statements.flatMap((s): Question[] =>
    s.property === 'image-hash' ? [{ kind: 'photo', key: s.value.dct, original: file.name }] : [],
  )
  if (questions.length === 0) throw badUsage(`"${file.name}" has no picture in it.`)
  return questions
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    const bytes = await readFile(path)
    if (bytes.length > MOST_LIST_BYTES) throw badUsage(`"${path}" is larger than ${MOST_LIST_BYTES >> 20} MB.`)
    return bytes
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === undefined) throw error
    throw badUsage(`"${path}" cannot be read (${code}). Check the path.`)
  }
}

function document({ touched, hubs }: LookedBack, imported: ImportedList | undefined): unknown {
  return {
    ...(imported === undefined
      ? {}
      : {
          imported: {
            added: imported.added,
            known: imported.indicators.length - imported.added,
            leftOut: imported.leftOut,
            notes: imported.notes,
          },
        }),
    touched: touched.map((one) => ({
      persona: one.persona.id,
      status: one.standing.status,
      ...(one.standing.decided === undefined ? {} : { decided: { kind: one.standing.decided.kind, at: one.standing.decided.at } }),
      toLookAt: returns(one),
      hits: one.hits.map(({ question, indicators, statement, artifact, fresh }) => ({
        kind: question.kind,
        value: question.original,
        property: statement.property,
        artifact: statement.seenIn.artifact,
        file: artifact?.name,
        at: statement.seenIn.at,
        isNew: fresh,
        indicators: indicators.map((row) => row.id),
      })),
      newFindings: one.findings.map((f) => f.id),
    })),
    hubs: hubs.map(({ question, holders }) => ({ kind: question.kind, value: question.original, holders })),
    flagged: 0,
  }
}
