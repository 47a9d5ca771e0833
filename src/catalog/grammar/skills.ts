import type { AnyDraft } from '../../model/statement.ts'
import type { ValueOf } from '../../model/vocabulary.ts'
import { claim, tidy } from './draft.ts'
import type { ReadJob } from './jobs.ts'
import type { Placed } from './sections.ts'
import { technologiesIn, technologyOf } from './technologies.ts'

type Skill = ValueOf<'skill'>

/** "5 years of Go", "8+ years experience with React". */
const YEARS_OF =
  /\b(\d{1,2})(?:\.\d)?\s?\+?\s?(?:years?|yrs?)['’]?\s(?:(?:of|in|hands-on|professional|working|work|solid|strong|proven|experience|exp\.?|expertise|with|using|as|a|the|development|programming|building|coding)\s){1,6}/giu
/** "Go (5 years)", "Go - 5+ yrs", "React: 4 years". */
const YEARS_AFTER = /\s?[(:–—-]\s?(\d{1,2})(?:\.\d)?\s?\+?\s?(?:years?|yrs?|y)\b\.?(?:\s(?:of\s)?(?:exp\.?|experience))?\s?\)?/iu
/** More on one line are a list of keywords, not claims of years. */
const NEAR = 60
const MOST = 400

/** What the person says they can do: lists of skills, stated years, and technologies used in a job's period. */
export function skillsIn(lines: readonly Placed[], jobs: readonly ReadJob[]): AnyDraft[] {
  const drafts = new Map<string, AnyDraft>()
  const add = (value: Skill, at: string, original: string): void => {
    const key = `${value.name.toLowerCase()}|${value.years ?? ''}|${value.from ?? ''}|${value.to ?? ''}`
    if (drafts.size < MOST && !drafts.has(key)) drafts.set(key, claim('skill', value, at, original === value.name ? undefined : original))
  }
  for (const line of lines) {
    if (line.heading) continue
    for (const { value, original } of statedYears(line.text)) add(value, line.at, original)
    if (line.section === 'skills') for (const { value, original } of listed(line.text)) add(value, line.at, original)
  }
  for (const job of jobs) {
    if (job.from === undefined) continue
    for (const line of lines.slice(job.start, job.end))
      for (const { name, spelled } of technologiesIn(line.text)) {
        add({ name, from: job.from, ...(job.to === undefined ? {} : { to: job.to }) }, line.at, spelled)
      }
  }
  return [...drafts.values()]
}

interface Read {
  readonly value: Skill
  readonly original: string
}

function statedYears(text: string): Read[] {
  const found: Read[] = []
  if (!/\d{1,2}(?:\.\d)?\s?\+?\s?y/iu.test(text)) return found
  for (const match of text.matchAll(YEARS_OF)) {
    const years = Number(match[1])
    const end = match.index + match[0].length
    for (const mention of technologiesIn(text.slice(match.index, end + NEAR))) {
      // Every technology of the enumeration that follows directly.
      const between = text.slice(end, match.index + mention.start)
      if (mention.start + match.index < end || !/^(?:[\s,/&]|and|[\p{L}\p{N}.+#]){0,60}$/u.test(between)) continue
      if (
        between
          .replace(/,|\/|&|\band\b/gu, ' ')
          .trim()
          .split(/\s+/u)
          .filter((w) => w !== '' && technologyOf(w) === undefined).length > 0
      )
        continue
      found.push({ value: { name: mention.name, years }, original: tidy(text.slice(match.index, match.index + mention.end)) })
    }
  }
  for (const mention of technologiesIn(text)) {
    const after = YEARS_AFTER.exec(text.slice(mention.end, mention.end + 40))
    if (after?.index === 0)
      found.push({
        value: { name: mention.name, years: Number(after[1]) },
        original: tidy(text.slice(mention.start, mention.end + after[0].length)),
      })
  }
  return found.filter(({ value }) => (value.years ?? 0) <= 80)
}

/** Items of a list: "Languages: Go, SQL; Python" without the label. Sentences are not lists. */
function listed(text: string): Read[] {
  const bare = text.replace(/^[\s•●▪◦*·➢✓❖§-]{1,6}/u, '')
  const label = /^([^:]{2,40}):\s/u.exec(bare)
  const body = label === null ? bare : bare.slice(label[0].length)
  if (label === null && body.split(/\s+/u).length > 6 && !/[,;|•·\t]/u.test(body))
    return technologiesIn(body).map(({ name, spelled }) => ({ value: { name }, original: spelled }))
  const out: Read[] = []
  for (const raw of body.split(/[,;|•·\t]|\s\/\s|\s(?:and|&)\s(?=[^,;|•]{1,30}$)/u)) {
    const item = tidy(
      raw
        .replace(YEARS_AFTER, ' ')
        .replace(/^(?:and|etc)\b\.?\s?/iu, '')
        .replace(/\.$/u, '')
        .replace(/^[:\s]+/u, ''),
    )
    const years = YEARS_AFTER.exec(raw)?.[1]
    if (item.length < 1 || item.length > 50 || item.split(/\s/u).length > 5 || !/\p{L}/u.test(item) || /^etc\.?$/iu.test(item)) continue
    out.push({ value: { name: technologyOf(item) ?? item, ...(years === undefined ? {} : { years: Number(years) }) }, original: item })
  }
  return out
}
