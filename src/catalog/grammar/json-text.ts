import { unreadable } from '../../model/errors.ts'

/** Levels of brackets; an account with everything in it has about eight. */
const DEEPEST = 100

/**
 * JSON from a stranger. Nesting is counted before parsing, so that a file of a million brackets is a sentence and not a
 * crash; a syntax error says the line. `what` names the file for the message: "GitHub account".
 */
export function parseJson(text: string, what: string): unknown {
  const deep = deeperThan(text, DEEPEST)
  if (deep !== undefined)
    throw unreadable(
      `The ${what} file nests its brackets more than ${DEEPEST} deep (line ${lineOf(text, deep)}), which no honest export does. Export it again.`,
    )
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    const place = /position (\d+)/.exec(error instanceof Error ? error.message : '')
    const where = place === null ? 'at its end: it was cut short' : `at line ${lineOf(text, Number(place[1]))}`
    throw unreadable(`The ${what} file is not valid JSON ${where}. Export it again; it must not be edited by hand in a word processor.`, {
      cause: error,
    })
  }
}

function deeperThan(text: string, most: number): number | undefined {
  let depth = 0
  let quoted = false
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i)
    if (quoted) {
      if (unit === 0x5c) i += 1
      else if (unit === 0x22) quoted = false
    } else if (unit === 0x22) quoted = true
    else if (unit === 0x7b || unit === 0x5b) {
      depth += 1
      if (depth > most) return i
    } else if (unit === 0x7d || unit === 0x5d) depth -= 1
  }
  return undefined
}

function lineOf(text: string, at: number): number {
  let line = 1
  for (let i = text.indexOf('\n'); i >= 0 && i < at; i = text.indexOf('\n', i + 1)) line += 1
  return line
}
