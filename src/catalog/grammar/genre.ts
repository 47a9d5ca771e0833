import type { Role } from '../../model/statement.ts'
import { findPeriods } from './dates.ts'
import type { Line } from './line.ts'
import { headingKind } from './sections.ts'

const SALUTATION = /^(?:dear\s\p{L}|to whom it may concern|sehr geehrte|guten tag|hello hiring|madame, monsieur|estimad[oa]s?\s)/iu
const CLOSING =
  /^(?:(?:yours\s)?(?:sincerely|faithfully|truly)|(?:best|kind|warm)(?:est)?\sregards|regards|respectfully|mit freundlichen grüßen|cordialement|atentamente|saludos)\b/iu

const CAREER: ReadonlySet<string> = new Set(['experience', 'education', 'skills', 'personal'])

/** A letter has a salutation and a closing and hardly a career in it; everything else that a person hands in is a résumé. */
export function genreOf(lines: readonly Line[]): Extract<Role, 'resume' | 'cover-letter'> {
  const greets = lines.slice(0, 30).some((line) => SALUTATION.test(line.text.trim()))
  const closes = lines.some((line) => CLOSING.test(line.text.trim()))
  if (!greets || !closes) return 'resume'
  const ranges = lines.reduce((n, line) => n + findPeriods(line.text.slice(0, 300)).filter((p) => !p.single).length, 0)
  const career = lines.some((line) => CAREER.has(headingKind(line.text.trim()) ?? ''))
  return ranges <= 2 && !career ? 'cover-letter' : 'resume'
}

/** The layout of a profile that LinkedIn writes as PDF: a column of contacts and top skills, with the profile's own address. */
export function isLinkedInExport(lines: readonly Line[], producer: string | undefined): boolean {
  if (producer === undefined || !/apache fop|linkedin/iu.test(producer)) return false
  const has = (form: RegExp): boolean => lines.some((line) => form.test(line.text))
  return has(/^\s*Contact\b/u) && has(/linkedin\.com\/in/iu) && (has(/^\s*Top Skills\b/u) || has(/\(LinkedIn\)/u))
}
