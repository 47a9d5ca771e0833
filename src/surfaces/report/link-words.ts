import { standingOf, type ExplainedLink } from '../../engine/cluster-dossier.ts'
import { LINKED_BITS, linkKind } from '../../engine/links/kinds.ts'
import type { Cluster, ClusterEvent, JudgementKind, Link, LinkEvidence, LinkState } from '../../model/link.ts'

/** The words of links and clusters, written for a recruiter; every surface uses these. */
export const STATE_WORDS: Readonly<Record<LinkState, string>> = { linked: 'linked', proposed: 'for a person to judge', apart: 'kept apart' }

/** What the pair is, and why it is no more and no less. Weights stay words: odds are read as the odds of a person, which they are not. */
export function stateInWords({ link, judgements }: ExplainedLink): string {
  const judged = standingOf(judgements)?.kind
  if (link.state === 'apart') return 'A person judged them different. No program joins them again.'
  if (link.state === 'linked' && judged === 'same')
    return `A person judged them the same${link.bits < LINKED_BITS ? '; what they share alone would not link them' : ''}.`
  if (link.state === 'linked') return 'The two share identifiers or content that strangers rarely share.'
  if (judged === 'unsure')
    return 'A person judged and was not sure. It joins nobody until a person judges again or they come to share something new.'
  if (link.evidence.every((e) => e.bits === 0))
    return 'Only what people tell of themselves agrees, such as name and career. That never links anybody; a person decides.'
  if (link.bits >= LINKED_BITS)
    return 'They share much, and something speaks against joining them. It joins nobody until a person judges it.'
  return 'They share something, and too little to link them. It joins nobody until a person judges it.'
}

/** The fact without which it would be something else; where more than one would have to fall, the heaviest and what is left then. */
export function endedBy({ link, judgements }: ExplainedLink): string {
  const { bits, evidence, state } = link
  const [heaviest] = evidence.filter((one) => one.bits > 0)
  const back = 'Only the person’s judgement being taken back.'
  if (state === 'linked' && standingOf(judgements)?.kind === 'same')
    return heaviest === undefined ? back : `${back} Then what they have in common counts for what it weighs.`
  if (state === 'apart') return back
  if (heaviest === undefined) return 'A judgement: one question to the person answers it.'
  if (bits - heaviest.bits >= LINKED_BITS) return `${heaviest.removedBy} Even then enough would be left for a link.`
  return state === 'linked' ? `${heaviest.removedBy} Then it would be no link any more.` : heaviest.removedBy
}

/** What follows for the person if it is wrong. */
export const costOfError = ({ link }: ExplainedLink): string =>
  link.state === 'linked'
    ? 'If it is wrong, somebody is held for the operator of another persona: an honest applicant may be turned down, or a worker’s access or pay be held up, for what another person did. Ask before you act, and tell the person what it rests on.'
    : 'If it is taken for true and is wrong, somebody is held for another person. It joins nobody and counts in no assessment until a person has judged.'

export const WEIGHT_WORDS: Readonly<Record<LinkEvidence['weight'], string>> = {
  strong: 'strong: strangers hardly ever share it',
  moderate: 'moderate: strangers seldom share it',
  weak: 'weak: strangers share it now and then',
  none: 'adds nothing',
}

export const JUDGEMENT_WORDS: Readonly<Record<JudgementKind | 'withdrawn', string>> = {
  same: 'judged the same',
  different: 'judged different',
  unsure: 'judged unsure',
  withdrawn: 'took the last judgement back',
}

export const EVENT_WORDS: Readonly<Record<ClusterEvent['kind'], string>> = {
  formed: 'Formed',
  grown: 'Grew',
  shrunk: 'Shrank',
  merged: 'Merged',
  split: 'Split',
  dissolved: 'Dissolved',
}

/** Whether ids changed, so that whoever has noted the old one must be told: a merge, a split, or another who came first now. */
export const changesIds = ({ before, after }: Pick<ClusterEvent, 'before' | 'after'>): boolean =>
  before.length > 0 && after.length > 0 && before.join() !== after.join()

const CONTENT_NAMES: Readonly<Record<string, string>> = {
  text: 'résumé text',
  phrase: 'rare phrases',
  photo: 'a picture',
  'image-sha256': 'a picture',
  'reach-shown': 'a contact that one used and the other gave',
  'reach-own': 'a number for calls and sign-in codes',
  'reach-referee': 'a contact of a referee',
}

/** What is shared, as a noun: "a phone number". A kind that is not in the table is written out. */
export function sharedNoun(kind: string): string {
  const known = CONTENT_NAMES[kind]
  if (known !== undefined) return known
  const name = (linkKind(kind)?.name ?? kind.replaceAll('-', ' ')).replace(/^third person who/, 'person who')
  return `${/^[aeio]/i.test(name) ? 'an' : 'a'} ${name}`
}

/** The heaviest kinds over these links, as "a phone number and résumé text". */
function sharedInWords(links: readonly Link[]): string {
  const bits = new Map<string, number>()
  for (const { evidence } of links)
    for (const e of evidence) if (e.weight !== 'none') bits.set(sharedNoun(e.kind), (bits.get(sharedNoun(e.kind)) ?? 0) + e.bits)
  const nouns = [...bits].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([noun]) => noun)
  const named = nouns.slice(0, 2)
  if (named.length === 0) return 'what a person judged the same'
  return nouns.length > 2 ? `${named.join(', ')} and more` : named.join(' and ')
}

/** "4 personas that share a phone number and résumé text". */
export const clusterTitle = (cluster: Cluster, links: readonly ExplainedLink[]): string =>
  `${cluster.personas.length} personas that share ${sharedInWords(links.map((l) => l.link).filter((l) => l.state === 'linked'))}`

/** Why, in one sentence: the heaviest evidence, or what a person said. */
export function strongestShared({ link, judgements }: ExplainedLink): string {
  const judged = standingOf(judgements)
  const first = link.evidence[0]
  if (link.state === 'apart' && judged !== undefined) return judged.reason
  return first?.says ?? judged?.reason ?? 'Nothing is shared.'
}

/** Values longer than this are cut in lists; the pair's own page has the whole. */
const MOST_SHOWN = 60

/** The same in one line of a list: the first sentence, and the value it is about. */
export function shortReason(explained: ExplainedLink): string {
  const [first] = explained.link.evidence
  const says = strongestShared(explained)
  if (explained.link.state === 'apart' || first === undefined || !says.startsWith(first.says)) return says
  const sentence = says.replace(/\. .*$/s, '.')
  const { value } = first
  // Pictures and digests have no value that says anything to anybody.
  if (value.startsWith('the same')) return sentence
  return `${value.length > MOST_SHOWN ? `${value.slice(0, MOST_SHOWN)}…` : value} – ${sentence}`
}

/** How many hold it, in words. */
export function holdersInWords({ holders }: Pick<LinkEvidence, 'holders'>): string {
  return holders <= 2 ? 'held by these two only' : `held by ${holders} personas`
}

export const daysInWords = (days: number): string =>
  days < 1 ? 'used on the same day' : days === 1 ? 'used a day apart' : `used ${Math.round(days)} days apart`
