import { expect, test } from 'vitest'
import { catalog } from '../../src/catalog/index.gen.ts'
import { lintWording } from '../../src/model/wording.ts'
import { questionFrom } from '../../src/surfaces/console/pages/ask/neutral.ts'

const steps = [...new Set(catalog.detectors.flatMap((detector) => detector.next))]

test('what a card says to ask the candidate becomes a question to them, in words that may be sent', () => {
  const questions = steps.flatMap((step) => questionFrom(step) ?? [])
  expect(questions.length).toBeGreaterThan(20)
  for (const question of questions) {
    expect(question).toMatch(/^Could you [^.]+\?$/)
    expect(question).not.toMatch(/\b(?:they|their|candidate|applicant|shared)\b/i)
    expect(lintWording(question), question).toEqual({ ok: true })
  }
})

test('what is asked of somebody else, or done without asking, becomes none', () => {
  for (const step of ['Ask the registrar for the catalogue of the years concerned.', 'Read the shared passages side by side.'])
    expect(questionFrom(step)).toBeUndefined()
  expect(questionFrom('Ask the candidate under which name they were enrolled.')).toBe(
    'Could you tell us under which name you were enrolled?',
  )
})
