import { refusedDocument } from '../../model/errors.ts'
import type { Line } from './line.ts'

/**
 * Words that stand together on the US form for the right to work and in the reports of the government's check of it, and
 * not on a résumé that merely mentions them: the form's title, the agency that publishes it, and a heading of its parts.
 */
const FORMS: readonly (readonly RegExp[])[] = [
  [
    /employment eligibility verification/i,
    /department of homeland security|citizenship and immigration services/i,
    /section 1|lists? of acceptable documents|anti-discrimination notice/i,
  ],
  [/e-verify/i, /case verification number|case number/i, /employment authorized|tentative nonconfirmation|case result/i],
]

/** Throws when the document is such a form: it must be neither stored here nor read. */
export function refuseRightToWorkForms(lines: readonly Line[]): void {
  const text = lines
    .slice(0, 300)
    .map((line) => line.text.slice(0, 500))
    .join('\n')
  if (FORMS.some((form) => form.every((words) => words.test(text)))) {
    throw refusedDocument(
      'This looks like a form on the right to work (Form I-9 or an E-Verify report). Such forms must not be used in screening, so nothing of it was kept. Keep it where your company keeps its employment forms.',
    )
  }
}
