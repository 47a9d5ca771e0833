import type { OwnershipAnswer, OwnershipAnswers, OwnershipEvidence, StakeAnswer } from './ownership.ts'

/** What the rule does not say, under every answer. */
export const OWNERSHIP_NOTES = [
  'Control is not ownership: who directs a company without owning half of it does not make it blocked by this rule, and it may be put on a list for that all the same. A blocked person who signs or negotiates for it is still blocked.',
  'This is the rule of OFAC. Other authorities ask for more than half, or for control as well.',
  'An answer is as good as the records it rests on. Shares that nobody gives are never counted.',
]

const CAUTION = 'Caution is advised where blocked persons own a significant part, for it may be listed next.'

/** Sentences about one entity, with each record that they rest on. */
export function ownershipSentences(answer: OwnershipAnswer, day: string): string[] {
  return [
    verdict(answer, day),
    ...answer.stopped.map(
      (stake) =>
        `The stake of ${stakeText(stake, 'of')} does not count: not enough of ${stake.owner} is owned by blocked persons for anything to pass through it.`,
    ),
    ...answer.unknown.map((stake) => `The stake of ${stakeText(stake, 'of')} is not counted in full: ${uncertain(stake)}.`),
    ...(answer.contradiction === undefined
      ? []
      : [`The records contradict each other: they give ${per(answer.contradiction)} of ${answer.entity} in all.`]),
    ...(answer.own === undefined
      ? []
      : [
          `${answer.entity} holds ${per(answer.own)} in itself. That counts for nobody; what the others hold of the rest is more than their share of the whole.`,
        ]),
    ...answer.control.map(
      ({ owner, evidence }) =>
        `${owner} is said to control ${answer.entity} (${place(evidence)}). Control is not ownership and does not count.`,
    ),
    ...(answer.until === undefined
      ? []
      : [
          `Until ${answer.until} blocked persons owned half or more of ${answer.entity}. What was blocked then stays blocked until it is licensed.`,
        ]),
  ]
}

function verdict({ entity, standing, share, atMost, through, proof }: OwnershipAnswer, day: string): string {
  const by = through.map((stake) => stakeText(stake, 'holds')).join('; ')
  switch (standing) {
    case 'listed':
      return `${entity} is blocked on ${day} by being listed.`
    case 'blocked-by-rule':
      return `${entity} is blocked by the 50 % rule on ${day}: blocked persons own ${per(share)} of it. ${by}.${
        proof < through.length
          ? ` The first ${proof === 1 ? 'stake is' : `${proof} stakes are`} enough by ${proof === 1 ? 'itself' : 'themselves'}.`
          : ''
      }`
    case 'could-be':
      return `${entity} could be blocked by the 50 % rule on ${day}: blocked persons own ${per(share)} of it for certain and ${per(atMost)} at most.${by === '' ? '' : ` ${by}.`}`
    default:
      return share === 0
        ? `${entity} is not blocked by the 50 % rule on ${day}: blocked persons own nothing of it that counts.`
        : `${entity} is not blocked by the 50 % rule on ${day}: blocked persons own ${per(share)} of it, ${per(50 - share)} short of half. ${by}. ${CAUTION}`
  }
}

function stakeText(stake: StakeAnswer, verb: 'holds' | 'of'): string {
  const size =
    stake.share === stake.atMost
      ? per(stake.share)
      : stake.share === 0 && stake.atMost === 100
        ? 'unknown size'
        : `${per(stake.share)} to ${per(stake.atMost)}`
  const why = {
    listed: 'listed',
    'blocked-by-rule': 'blocked by this rule itself',
    'could-be': 'perhaps blocked itself',
    below: 'not blocked',
  }[stake.because]
  return `${stake.owner} (${why}) ${verb} ${size} (${stake.evidence.map(place).join('; ')})`
}

const uncertain = (stake: StakeAnswer): string =>
  stake.disputed
    ? 'the records contradict each other'
    : stake.because === 'could-be'
      ? `whether ${stake.owner} is blocked is itself uncertain`
      : 'the records do not give it exactly'

const place = ({ at, source, from, to }: OwnershipEvidence): string =>
  [at, source, from === undefined ? undefined : `from ${from}`, to === undefined ? undefined : `to ${to}`]
    .filter((part) => part !== undefined)
    .join(', ')

/** Per cent without what no record gave. */
const per = (share: number): string => `${Number(share.toFixed(9))} %`

/** One line that says what was asked of what. */
export const ownershipHeading = ({ records, parties, blocked, day }: OwnershipAnswers): string =>
  `${records.toLocaleString('en')} records about ${parties.toLocaleString('en')} parties, of which ${blocked.toLocaleString('en')} ${blocked === 1 ? 'is' : 'are'} blocked on ${day}.`
