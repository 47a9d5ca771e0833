/** The keys of the outermost object, as far as the bytes go; undefined when they begin with something else. */
function outermostKeys(text: string): Set<string> | undefined {
  const start = /^\ufeff?\s*\{/.exec(text)
  if (start === null) return undefined
  const keys = new Set<string>()
  let depth = 1
  const token = /"((?:[^"\\]|\\.)*)"(\s*:)?|["{}[\]]/gs
  token.lastIndex = start[0].length
  for (let match = token.exec(text); match !== null && depth > 0; match = token.exec(text)) {
    const mark = match[0]
    // A text that does not end in these bytes: what follows lies inside it.
    if (mark === '"') break
    if (mark === '{' || mark === '[') depth++
    else if (mark === '}' || mark === ']') depth--
    else if (depth === 1 && match[2] !== undefined) keys.add(match[1]!)
  }
  return keys
}

/** A JSON object with `basics` or a list `work` at its top, as jsonresume.org writes it. */
export function recogniseResume(head: Uint8Array): 'yes' | 'no' {
  const text = new TextDecoder().decode(head)
  const keys = outermostKeys(text)
  if (keys === undefined) return 'no'
  return keys.has('basics') || (keys.has('work') && /"work"\s*:\s*\[/.test(text)) ? 'yes' : 'no'
}
