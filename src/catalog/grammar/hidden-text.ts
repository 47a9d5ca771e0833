import type { AnyDraft } from '../../model/statement.ts'

type Hidden = AnyDraft & { property: 'hidden-text' }

/** The statement that some text is there and not shown. Blank text is named for what it is, so that it can be stated at all. */
export function hiddenText(how: Hidden['value']['how'], raw: string, at: string): Hidden {
  const text = raw.trim().slice(0, 20_000)
  return {
    about: 'self',
    property: 'hidden-text',
    value: { text: text === '' ? '(no visible characters)' : text, how, characters: Math.max(1, raw.trim().length) },
    basis: 'observed',
    at,
  }
}
