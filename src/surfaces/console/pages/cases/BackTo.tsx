import { Crumb } from '../../parts/Crumb.tsx'
import { t } from '../../texts/index.ts'

/** From a page about a candidate back to the case that the reader came from, or else to the candidate. */
export function BackTo({ persona, about }: { readonly persona: string; readonly about: string | undefined }) {
  return about === undefined ? (
    <Crumb to="/candidates/$persona" params={{ persona }} says={t.ask.back} />
  ) : (
    <Crumb to="/cases/$case" params={{ case: about }} says={t.decide.back} />
  )
}
