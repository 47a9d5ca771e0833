import process from 'node:process'
import { linkBetween, namesOf } from '../../engine/cluster-dossier.ts'
import { judge, withdrawJudgement, type Judged } from '../../engine/links/index.ts'
import { badUsage } from '../../model/errors.ts'
import { JUDGEMENTS } from '../../model/link.ts'
import type { PersonaId } from '../../model/statement.ts'
import { EVENT_WORDS, stateInWords } from '../report/link-words.ts'
import { plain, plainJson } from './plain.ts'
import { out, stateWord, who, type Called } from './print-link.ts'
import { EXIT, inWorkplace, type DataOptions } from './session.ts'
import type { Entry } from './workplace.ts'

export interface JudgeOptions extends DataOptions {
  readonly reason: string
  readonly withdraw?: boolean
  readonly json?: boolean
}

/** Notes what a person says of two personas, or takes the last judgement about them back. */
export async function judgeCommand(
  entry: Entry,
  pair: readonly [PersonaId, PersonaId],
  said: string | undefined,
  options: JudgeOptions,
): Promise<void> {
  await inWorkplace(entry, options, async ({ deps, catalog, actor }, signal) => {
    const watch = { progress: () => undefined, signal }
    const [persona, other] = pair
    const judged =
      options.withdraw === true
        ? await withdrawJudgement(deps, catalog, actor, { persona, other, reason: options.reason, watch })
        : await judge(deps, catalog, actor, { persona, other, kind: kindOf(said), reason: options.reason, watch })
    if (said !== undefined && options.withdraw === true)
      process.stderr.write('With --withdraw the word before it is not needed and was not used.\n')
    const { called, now } = await deps.store.tx(actor.tenant, async (tx) => ({
      called: await namesOf(tx, pair),
      now: await linkBetween(tx, persona, other),
    }))
    if (options.json === true)
      process.stdout.write(`${plainJson({ judgement: judged.judgement, link: judged.link ?? null, events: judged.events })}\n`)
    else {
      printJudged(judged, called)
      if (now !== undefined) out(`They are now ${stateWord(now.link.state)}. ${stateInWords(now)}`)
    }
    return EXIT.done
  })
}

function kindOf(said: string | undefined) {
  const kind = JUDGEMENTS.find((known) => known === said)
  if (kind === undefined)
    throw badUsage(
      `${said === undefined ? 'Say what you judge' : `"${said}" is no judgement`}: ${JUDGEMENTS.join(', ')}. To take the last one back: --withdraw.`,
    )
  return kind
}

function printJudged({ judgement, link, events }: Judged, called: Called): void {
  const { seq, kind, persona, other } = judgement
  const pair = `${who(persona, called)} and ${who(other, called)}`
  out(kind === 'withdrawn' ? `The last judgement about ${pair} is taken back (act ${seq}).` : `Noted as act ${seq}: ${pair}, ${kind}.`)
  if (link === undefined) out('Nothing is left between them here.')
  else if (link.evidence.length === 0) out('They share nothing that is compared here; it rests on your word.')
  for (const event of events)
    out(`${EVENT_WORDS[event.kind]}: ${plain(event.reason)} ${[...new Set([...event.before, ...event.after])].join(', ')}`)
}
