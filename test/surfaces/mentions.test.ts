import { expect, test } from 'vitest'
import { differentApplicants, personas } from '../../src/kit/wording.ts'
import { mentionsIn } from '../../src/surfaces/console/parts/mentions.ts'

const [A, B, C] = ['p-0000000000000001', 'p-0000000000000002', 'p-0000000000000003']
const many = Array.from({ length: 9 }, (_, i) => `p-00000000000000${10 + i}`)

test.each([
  [[A], { personas: [A], more: 0 }],
  [[A, B], { personas: [A, B], more: 0 }],
  [[A, B, C], { personas: [A, B, C], more: 0 }],
  [many, { personas: many.slice(0, 5), more: 4 }],
])('of %j as detectors name them, no number is left in the words', (ids, piece) => {
  for (const named of [differentApplicants(ids), personas(ids)])
    expect(mentionsIn(`It is also named by ${named}.`)).toEqual(['It is also named by ', piece, '.'])
})

test('a sentence that names nobody is left as it is', () => {
  expect(mentionsIn('Two jobs overlap; the persona is known.')).toEqual(['Two jobs overlap; the persona is known.'])
  expect(mentionsIn(`This text and that of persona ${A}, a different applicant, have 97 % in common, and persona ${B} has not.`)).toEqual([
    'This text and that of ',
    { personas: [A], more: 0 },
    ' have 97 % in common, and ',
    { personas: [B], more: 0 },
    ' has not.',
  ])
})
