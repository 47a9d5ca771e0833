import { describe, expect, test } from 'vitest'
import { detectors, readers } from '../../src/catalog/index.gen.ts'
import { AppError } from '../../src/model/errors.ts'
import { interviewForm } from '../../src/model/interview-form.ts'
import { isRefusedKey } from '../../src/model/refused.ts'
import { PROPERTIES } from '../../src/model/vocabulary.ts'

/** camera, captions, pauses, gaze and noise have no field; a note about them needs the accommodation question first. */
const NEVER = [
  'camera',
  'camera_off',
  'video',
  'captions',
  'relay',
  'typing_speed',
  'keystrokes',
  'pause',
  'pauses',
  'latency',
  'gaze',
  'eye_contact',
  'background_noise',
  'noise',
  'background',
  'voice',
  'accent',
  'emotion',
  'stress',
  'demeanour',
  'appearance',
  'confidence',
]
const BASE = { form: 'bonafide-interview/1', candidate: 'p-1' }
const session = (more: object = {}): object => ({ id: 's1', interviewer: 'Interviewer One', accommodation_asked: true, ...more })
const read = async (form: object) => {
  const reader = readers.find((r) => r.id === 'interview')
  if (reader === undefined) throw new Error('no interview reader')
  return reader.read({ bytes: new TextEncoder().encode(JSON.stringify(form)), name: 'interview.json' })
}
async function refusal(form: object): Promise<AppError> {
  try {
    await read(form)
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('was read')
}

describe('what an interview may hold', () => {
  test('the form takes none of the fields, anywhere', () => {
    expect(interviewForm.safeParse({ ...BASE, sessions: [session()] }).success).toBe(true)
    const question = { id: 'q1', asks: 'What did you build?', about: 'job' }
    for (const field of NEVER) {
      for (const form of [
        { ...BASE, [field]: true },
        { ...BASE, sessions: [session({ [field]: true })] },
        { ...BASE, sessions: [session({ questions: [{ ...question, [field]: true }] })] },
        { ...BASE, sessions: [session({ observations: [{ text: 'Used the chat.', [field]: true }] })] },
      ])
        expect(interviewForm.safeParse(form).success, `${field} in ${JSON.stringify(form)}`).toBe(false)
    }
  })

  test('the vocabulary has none of them either', () => {
    const fields = Object.entries(PROPERTIES).flatMap(([name, { schema }]) => [
      name,
      ...('shape' in schema ? Object.keys(schema.shape as object).map((key) => `${name}.${key}`) : []),
    ])
    expect(fields.length).toBeGreaterThan(100)
    // An image file has a camera model in it: that is the picture's, not the meeting's.
    const found = fields.filter((f) => f !== 'image-metadata.camera' && NEVER.some((n) => f.toLowerCase().split(/[-._]/).includes(n)))
    expect(found).toEqual([])
  })

  test('accent, looks and origin are refused by name with an explanation', async () => {
    for (const field of ['accent', 'appearance', 'nationality', 'disability']) {
      expect(isRefusedKey(field), field).toBeDefined()
      const error = await refusal({ ...BASE, sessions: [session({ [field]: 'x' })] })
      expect(error.code).toBe('refused-field')
      expect(error.detail.length).toBeGreaterThan(40)
    }
  })

  test('an observation needs the accommodation question first, and is a note', async () => {
    const observations = [{ text: 'Answers came in writing; the camera stayed off.' }]
    const error = await refusal({ ...BASE, sessions: [session({ accommodation_asked: false, observations })] })
    expect(error.detail).toMatch(/accommodation/i)
    const reading = await read({ ...BASE, sessions: [session({ observations })] })
    expect(reading.statements.filter((s) => s.property === 'interview-observation')).toHaveLength(1)
    expect(PROPERTIES['interview-observation'].class).toBe('note')
  })

  test('no input of any detector reads notes, and the accommodation answer decides nothing', () => {
    const inputs = [...new Map(detectors.flatMap((d) => Object.values(d.needs)).map((i) => [i.id, i])).values()]
    expect(inputs.length).toBeGreaterThan(15)
    const notes = Object.entries(PROPERTIES).flatMap(([name, { class: kind }]) => (kind === 'note' ? [name] : []))
    expect(notes).toContain('interview-observation')
    for (const input of inputs) {
      for (const note of notes) expect(input.reads as readonly string[], input.id).not.toContain(note)
      if (input.kind === 'relation') expect(input.sql).not.toMatch(/observation|accommodation/i)
    }
  })
})
