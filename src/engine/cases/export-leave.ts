import { digest32 } from '../../compute/digest.ts'
import { samePerson } from '../../model/case-rules.ts'
import type { CaseId, Request } from '../../model/case.ts'
import { conflict } from '../../model/errors.ts'
import type { ClusterId } from '../../model/link.ts'
import type { Instant, PersonaId } from '../../model/statement.ts'
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
  refuseChanged(explained.cluster.personas, request.membership)
  const approved = (await tx.caseEvents(c.id)).find((event) => event.kind === 'approved' && event.request === request.request)
  const { reason: purpose, second } = request
  return { explained, leave: { case: c.id, request: request.request, purpose, second, at: approved?.at ?? request.at } }
}

/** Who is in the cluster, as a request to export it keeps it: a hash, so that no id is left there of somebody who is forgotten. */
export async function membershipOf(tx: Tx, id: ClusterId): Promise<string> {
  return hashOf((await clusterDossier(tx, id)).cluster.personas)
}

/** Throws `conflict` where the cluster is not the one that was asked about, and where it is no more. */
export async function stillThatCluster(tx: Tx, { about, membership }: Pick<Request, 'about' | 'membership'>): Promise<void> {
  refuseChanged((await clusterDossier(tx, about)).cluster.personas, membership)
}

function refuseChanged(members: readonly PersonaId[], asked: string | undefined): void {
  if (asked === undefined) throw conflict('An older version of this program did not write down who was in the cluster. Ask anew.')
  if (hashOf(members) !== asked) throw conflict('The cluster has changed since this was asked for. Look at it, and ask anew.')
}

const hashOf = (members: readonly PersonaId[]): string => digest32([...members].sort().join(' '))
