/** A piece of a finding's sentence: words as they are, or the numbers of other candidates who are named there. */
export type Piece = string | { readonly personas: readonly string[]; readonly more: number }

const ID = 'p-[0-9a-f]{8,}'
/** As src/kit/wording.ts writes them; what explains in words that they are somebody else's goes with the numbers. */
const MENTION = new RegExp(
  `\\bpersonas? (${ID}(?:, ${ID})*)(?: and (?:(${ID})|(\\d+) more))?(?:, (?:an? )?(?:different|other) (?:applicants?|candidates?),?)?`,
  'g',
)

/** Cuts a sentence at the other candidates it names by their numbers. */
export function mentionsIn(says: string): readonly Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const found of says.matchAll(MENTION)) {
    const [whole, first = '', last, more] = found
    pieces.push(says.slice(from, found.index), {
      personas: [...first.split(', '), ...(last === undefined ? [] : [last])],
      more: Number(more ?? 0),
    })
    from = found.index + whole.length
  }
  return [...pieces, says.slice(from)].filter((piece) => piece !== '')
}
