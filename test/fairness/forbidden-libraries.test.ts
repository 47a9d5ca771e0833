import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/**
 * nothing that looks at faces, emotions, voices or gaze, or guesses gender, age, ethnicity, nationality or personality
 * is installed, not even behind another package.
 */
const FORBIDDEN: readonly RegExp[] = [
  /(?:^|[-_/@.])(?:face|faces|facial|faceapi|facenet|deepface|insightface|retinaface|blazeface|facemesh|face-?mesh)(?:$|[-_/.\d])/,
  /face-?(?:api|detect|recogni|landmark|match|embed|net)/,
  /mediapipe|clmtrackr|tracking\.?js|pico\.?js|rekognition|dlib|haar-?cascade|arcface|headtrackr|beyondreality/,
  /emotion(?!\/)|affectiva|affdex|sentiment|hume(?:$|[-_/])|micro-?expression|polygraph|lie-?detect|deception/,
  /voice-?(?:id|print|recogni|biometric|auth|activity)|speaker-?(?:id|recogni|verif|diari)|accent-?(?:detect|classif|recogni)|speech-?(?:emotion|recogni)|pyannote|resemblyzer/,
  /gaze|eye-?track|webgazer|iris-?(?:detect|recogni)|\bgait\b|keystroke-?dynamic|typing-?dna|liveness/,
  /gender(?!less)|genderize|nationalize|agify|ethni|ethnea|race-?(?:predict|classif|detect|infer)|namsor|origin-?name|name-?(?:origin|ethnic|gender|nation)|demographic/,
  /(?:^|[-_/])(?:age|gender)-?(?:predict|estimat|detect|classif)|personality|big-?five|ocean-?score|myers/,
  /^franc(?:-|$)|^cld3?$|language-?detect|lang-?detect|tinyld|languagedetect/,
]

const lock = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')) as { packages: Record<string, unknown> }
const names = Object.keys(lock.packages).flatMap((path) =>
  path === '' ? [] : [path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)],
)
const isForbidden = (name: string): boolean => FORBIDDEN.some((pattern) => pattern.test(name.toLowerCase()))

test('the list knows the libraries it is for, and no others', () => {
  for (const name of [
    'face-api.js',
    '@vladmandic/face-api',
    '@tensorflow-models/blazeface',
    '@tensorflow-models/face-landmarks-detection',
    '@mediapipe/tasks-vision',
    '@aws-sdk/client-rekognition',
    'clmtrackr',
    'emotion-recognition',
    'sentiment',
    'webgazer',
    'gender-detection',
    'gender-guess',
    'nationalize',
    'namsor-client',
    'ethnicolr',
    'age-predictor',
    'voice-recognition',
    'speaker-recognition',
    'personality-insights',
    'franc',
    'tinyld',
    'react-webcam-facemesh',
    'accent-detector',
  ])
    expect(isForbidden(name), name).toBe(true)
  for (const name of [
    'surface',
    '@types/node',
    'interface-datastore',
    'typeface',
    'generate',
    'package-manager-detector',
    'image-size',
    'language-tags',
    '@emotion/react',
    'agent-base',
    'storage-engine',
    'race',
    'trace',
    'brace-expansion',
  ])
    expect(isForbidden(name), name).toBe(false)
})

test('nothing of the kind is installed', () => {
  expect(names.length).toBeGreaterThan(100)
  expect(names).toContain('zod')
  expect(names.filter(isForbidden)).toEqual([])
})
