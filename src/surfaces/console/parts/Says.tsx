import { Link } from '@tanstack/react-router'
import { t } from '../texts/index.ts'

/** Every second part is the number of a persona; what explains in words that it is somebody else's goes with it. */
const MENTION = /\bpersona (p-[0-9a-f]{8,})(?:, an? (?:different|other) (?:applicant|candidate),?)?/

/** The same where no way can lead on, as in a label. */
export const saysPlainly = (says: string): string =>
  says
    .split(MENTION)
    .map((part, i) => (i % 2 === 0 ? part : t.finding.someone))
    .join('')

/** A sentence of a finding: another candidate who is named in it by their number is a way to their page. */
export function Says({ says }: { readonly says: string }) {
  return says.split(MENTION).map((part, i) =>
    i % 2 === 0 ? (
      part
    ) : (
      <Link key={`${i} ${part}`} to="/candidates/$persona" params={{ persona: part }} title={part}>
        {t.finding.someone}
      </Link>
    ),
  )
}
