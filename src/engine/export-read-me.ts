import type { Redaction } from '../model/manifest.ts'
import type { Instant } from '../model/statement.ts'
import { standingOf, type ExplainedCluster, type ExplainedLink } from './cluster-dossier.ts'
import type { Dossier } from './dossier.ts'

/** More links than these are in links.json only. */
const MOST_LINKS = 200

/** What a wrong link does to an honest person; said wherever links are shown. */
export const WRONG_LINK_COSTS =
  'If a link is wrong, an honest applicant waits, is asked twice, or is taken for somebody else. People who live together, share an office, or were sent by one agency share things too. Ask before anything is decided, and ask everybody the same.'

interface Exported {
  readonly cluster: ExplainedCluster
  readonly members: readonly Dossier[]
  readonly purpose: string
}

/** The export in words, for whoever opens the folder without this program. */
export function exportReadMe({ cluster, members, purpose }: Exported, redactions: readonly Redaction[], now: Instant): string {
  const { id, personas } = cluster.cluster
  const names = new Map(members.map((d) => [d.persona.id, `${d.name ?? 'no name read'} (${d.persona.id})`]))
  const name = (persona: string): string => line(names.get(persona) ?? persona)
  const linked = cluster.links.filter((l) => l.link.state === 'linked')
  return `${[
    `${personas.length} personas that share something (${id})`,
    `Exported ${now.slice(0, 16).replace('T', ' ')} UTC. For: ${line(purpose)}`,
    '',
    'This folder holds personal data of people of whom nothing is decided. Keep it to those who need it for the purpose above, and',
    'delete it when that is done.',
    '',
    'A persona is one application, not a human being. A link says that two of them share something and how rare that is. No likelihood',
    'that they are one person is given, who is behind them is not determined, and nothing here says anything about where anybody is from.',
    WRONG_LINK_COSTS,
    '',
    'THE PERSONAS',
    ...members.map((d) => `- ${name(d.persona.id)}, received ${d.persona.received.slice(0, 10)}`),
    '',
    `WHAT LINKS THEM (${linked.length})`,
    ...linked.slice(0, MOST_LINKS).flatMap((l) => linkLines(l, name)),
    ...(linked.length > MOST_LINKS ? [`and ${linked.length - MOST_LINKS} more in links.json`] : []),
    ...(redactions.length === 0
      ? []
      : ['', 'LEFT OUT', ...redactions.map((r) => `- ${line(r.original_filename ?? r.sha256)}: ${line(r.reason)}`)]),
    '',
    'WHAT IS IN THE FOLDER',
    'artifacts/     the files as they were received, named by their SHA-256; the names they came with are in manifest.json',
    'statements/    what those files say and where, one file a persona',
    'links.json     every link, its evidence, what speaks against it; judgements.json, events.json, hubs.json, findings.json: the rest',
    'versions.json  which version of the program, its readers and detectors',
    'manifest.json  the list of all this with SHA-256, signed (Ed25519 over canonical JSON, RFC 8785)',
    '',
    'HOW TO CHECK IT',
    'bonafide verify <this folder>      says which item was changed, is missing or was added, and by which key it was signed',
    'Ask the sender for the fingerprint of their key by telephone or in person: they see it with `bonafide keys list`.',
  ].join('\n')}\n`
}

function linkLines({ link, pieces, against, judgements }: ExplainedLink, name: (persona: string) => string): string[] {
  const judged = standingOf(judgements)
  return [
    `- ${name(link.persona)} and ${name(link.other)}`,
    ...pieces.filter(({ piece }) => piece.weight !== 'none').map(({ piece }) => `    ${piece.weight}: ${line(piece.says)}`),
    ...against.map((doubt) => `    against it: ${line(doubt.says)}`),
    ...(judged === undefined
      ? []
      : [`    judged ${judged.kind} by ${line(judged.by)} on ${judged.at.slice(0, 10)}: ${line(judged.reason)}`]),
  ]
}

/** Values of files are quoted on one line, without what could move a cursor or turn text round. */
const line = (text: string): string =>
  text
    .replace(/[\s\u2028\u2029]+/g, ' ')
    // eslint-disable-next-line no-control-regex -- what is replaced are control characters
    .replace(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, '\uFFFD')
    .toWellFormed()
