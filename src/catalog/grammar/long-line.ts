/** Characters. The grammar reads no more of one line; a paragraph on one endless line is handed over in pieces. */
const LONGEST = 2_000

/** The text in pieces of at most 2,000 characters, divided at spaces where there are any. A usual line is one piece. */
export function inPieces(text: string): string[] {
  const pieces: string[] = []
  let at = 0
  while (text.length - at > LONGEST) {
    const space = text.lastIndexOf(' ', at + LONGEST)
    const end = space > at + LONGEST / 2 ? space : at + LONGEST
    pieces.push(text.slice(at, end))
    at = end === space ? end + 1 : end
  }
  return [...pieces, text.slice(at)]
}
