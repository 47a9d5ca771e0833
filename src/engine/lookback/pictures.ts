import { hamming, hashBlocks, SAME_PICTURE } from '../../compute/image-hash.ts'
import type { PersonaId } from '../../model/statement.ts'
import type { Tx } from '../ports.ts'
import { HUB } from './guards.ts'
import type { Question } from './question.ts'

/** Personas with a picture within the distance at which two pictures are one, either way round. The key is the hash. */
export async function personasWithPicture(
  tx: Tx,
  question: Question,
): Promise<readonly { readonly question: Question; readonly persona: PersonaId; readonly statement: string }[]> {
  const near = await tx.sketchPersonas('image', [...hashBlocks(question.key)], HUB)
  return (await tx.statementsOf(near, ['image-hash'])).flatMap((s) =>
    s.property === 'image-hash' && Math.min(hamming(s.value.dct, question.key), hamming(s.value.mirror, question.key)) <= SAME_PICTURE
      ? [{ question, persona: s.subject, statement: s.id }]
      : [],
  )
}
