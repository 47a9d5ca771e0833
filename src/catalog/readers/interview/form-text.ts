import { asAppError, emptyFile, tooLarge, unreadable } from '../../../model/errors.ts'
import { parseJson } from '../../grammar/json-text.ts'

/** A filled form has some ten kilobytes. */
const MOST_BYTES = 2 << 20
/** Deeper than the form by far; the YAML parser calls itself for each level. */
const DEEPEST_FLOW = 50

/** YAML or JSON as a plain value. Aliases are refused: the form needs none, and they make a small file huge. */
export async function formValue(bytes: Uint8Array): Promise<unknown> {
  if (bytes.length === 0) throw emptyFile('The interview form is empty.')
  if (bytes.length > MOST_BYTES)
    throw tooLarge(
      `The interview form is ${Math.round(bytes.length / 2 ** 20)} MB; at most ${MOST_BYTES >> 20} MB are read. Recordings and documents are handed in beside it.`,
    )
  const text = decode(bytes)
  if (/^\s*\{/.test(text)) return parseJson(text, 'interview form')
  if (nested(text))
    throw unreadable(
      `The interview form nests brackets or lists more than ${DEEPEST_FLOW} deep. Take a new one with "bonafide interview new".`,
    )
  const { parseDocument } = await import('yaml')
  try {
    const document = parseDocument(text, { prettyErrors: true, uniqueKeys: true })
    const fault = document.errors[0] ?? document.warnings[0]
    if (fault !== undefined)
      throw unreadable(
        `The interview form is not valid YAML at line ${fault.linePos?.[0]?.line ?? '?'}: ${fault.message.split('\n')[0]} Text with a colon or a hash stands in quotes.`,
      )
    return document.toJS({ maxAliasCount: 0 })
  } catch (error) {
    if (error instanceof ReferenceError)
      throw unreadable('The interview form uses YAML aliases (& and *), which are not taken here. Write the text out where it belongs.', {
        cause: error,
      })
    if (error instanceof RangeError)
      throw unreadable('The interview form is nested too deep to be one. Take a new one with "bonafide interview new".', { cause: error })
    throw asAppError(error)
  }
}

function decode(bytes: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (text.includes('\u0000'))
      throw unreadable('The interview form holds a zero byte, so it is no text. Take a new one with "bonafide interview new".')
    return text
  } catch (error) {
    if (error instanceof TypeError) throw unreadable('The interview form is not UTF-8 text. Save it as UTF-8.', { cause: error })
    throw error
  }
}

/** Brackets in a row without text between, or dashes of lists within lists: what a bomb is made of. */
const nested = (text: string): boolean =>
  new RegExp(`(?:[[{]\\s*){${DEEPEST_FLOW}}|^[ \\t]*(?:[-?] +){${DEEPEST_FLOW}}|^ {${DEEPEST_FLOW * 4}}`, 'm').test(text)
