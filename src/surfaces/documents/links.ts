import { standingOf, type ExplainedCluster, type ExplainedLink } from '../../engine/cluster-dossier.ts'
import type { Evidence } from '../../engine/dossier.ts'
import { costOfError, endedBy } from '../report/link-words.ts'

/** Documents of `--json` about links and clusters; docs/guides/links-and-clusters.md has their shape. */
export function linkDocument(explained: ExplainedLink) {
  const { link, pieces, against, judgements } = explained
  return {
    persona: link.persona,
    other: link.other,
    state: link.state,
    bits: link.bits,
    evidence: pieces.map(({ piece, mine, theirs }) => ({
      kind: piece.kind,
      family: piece.family,
      value: piece.value,
      weight: piece.weight,
      bits: piece.bits,
      holders: piece.holders,
      daysApart: piece.daysApart ?? null,
      says: piece.says,
      removedBy: piece.removedBy,
      mine: mine.map(placeDocument),
      theirs: theirs.map(placeDocument),
    })),
    against: against.map(({ says, because }) => ({ says, because: because.map(placeDocument) })),
    judged: standingOf(judgements) ?? null,
    judgements,
    removedBy: endedBy(explained),
    costOfError: costOfError(explained),
  }
}

function placeDocument({ statement }: Evidence) {
  return {
    statement: statement.id,
    persona: statement.subject,
    property: statement.property,
    artifact: statement.seenIn.artifact,
    at: statement.seenIn.at,
  }
}

export function clusterDocument({ cluster, links, judgements, events, hubs }: ExplainedCluster) {
  return {
    cluster: cluster.id,
    personas: cluster.personas,
    links: links.map(linkDocument),
    hubs: hubs.map(({ hub, personas }) => ({ ...hub, personas })),
    judgements,
    events,
  }
}
