import { samePerson } from '../../model/case-rules.ts'
import type { CaseId } from '../../model/case.ts'
import { conflict } from '../../model/errors.ts'
import type { ClusterEvent, ClusterId } from '../../model/link.ts'
import type { Instant } from '../../model/statement.ts'
import { clusterDossier, type ExplainedCluster } from '../cluster-dossier.ts'
import type { Caller } from '../people/caller.ts'
import { stillIn } from '../people/sessions.ts'
import type { Tx } from '../ports.ts'
import { caseFor } from './rooms.ts'

/** What two people agreed on: that the evidence of a cluster goes outside, and for what. */
export interface ExportLeave {
  readonly case: CaseId
  readonly request: number
  /** In the words that the second person read. */
  readonly purpose: string
  readonly second: string
  readonly at: Instant
}

/**
 * The leave that somebody else gave to whoever asks now. Good until the request is over, and for the cluster as it stood when it was
 * asked for: whoever joined it since, nobody agreed to hand on. Throws `not-found` and `conflict`.
 */
export async function leaveToExport(
  tx: Tx,
  caller: Caller,
  asked: { readonly cluster: ClusterId; readonly case: CaseId; readonly request: number; readonly now: Instant },
): Promise<{ readonly leave: ExportLeave; readonly explained: ExplainedCluster }> {
  await stillIn(tx, caller)
  const explained = await clusterDossier(tx, asked.cluster)
  const c = await caseFor(tx, caller, asked.case, 'read')
  const request = c.requests.find((r) => r.request === asked.request && r.what === 'export' && r.about === asked.cluster)
  if (request?.state !== 'approved' || request.second === undefined)
    throw conflict('Nobody has approved that this cluster is exported. Ask for it in the case; somebody else approves it.')
  if (!samePerson(request.by, caller.id)) throw conflict('The approval is for the person who asked. Ask for it yourself.')
  if (request.expires <= asked.now) throw conflict('The time of the approval is over. It has to be asked for anew.')
  refuseChanged(explained.events, request.at)
  const approved = (await tx.caseEvents(c.id)).find((event) => event.kind === 'approved' && event.request === request.request)
  const { reason: purpose, second } = request
  return { explained, leave: { case: c.id, request: request.request, purpose, second, at: approved?.at ?? request.at } }
}

/** Throws `conflict` where the cluster is not the one that was asked about, and where it is no more. */
export async function stillThatCluster(tx: Tx, id: ClusterId, asked: Instant): Promise<void> {
  refuseChanged((await clusterDossier(tx, id)).events, asked)
}

function refuseChanged(events: readonly ClusterEvent[], asked: Instant): void {
  if ((events.at(-1)?.at ?? asked) > asked) throw conflict('The cluster has changed since this was asked for. Look at it, and ask anew.')
}
