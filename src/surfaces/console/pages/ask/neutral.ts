const WHOM = /^Ask(?: (?:the|each) (?:candidate|applicant|person)| everybody)?(?:,[^,]+,)? (.+?)(?:[.;]|$)/
/** Asked of somebody else, or told the person what others have in common with them. */
const NOT_TO_THEM = /\b(?:registrar|help desk|owner|client|employers|issuer directly|requisition|shared|know each other|the person and)\b/

/** The person of whom the card speaks is the one who reads the question. */
const toYou = (text: string): string =>
  text
    .replaceAll(/\b(?:the (?:candidate|applicant)|they) (?:was|were)\b/g, 'you were')
    .replaceAll(/\bthey\b/g, 'you')
    .replaceAll(/\btheir\b/g, 'your')

/** A step of a card that asks the candidate something, as a question to them to start from; undefined for other steps. */
export function questionFrom(step: string): string | undefined {
  const said = WHOM.exec(step)?.[1]
  if (said === undefined || NOT_TO_THEM.test(step)) return undefined
  const rest = toYou(said)
  if (rest.startsWith('to ')) return `Could you ${rest.slice(3)}?`
  if (rest.startsWith('for ')) return `Could you give us ${rest.slice(4)}?`
  if (rest.startsWith('about ')) return `Could you tell us ${rest}?`
  return /^(?:who|whose|which|what|whether|where|when|how|why|under which|in )/.test(rest) ? `Could you tell us ${rest}?` : undefined
}
