import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import card from '../../src/catalog/detectors/application/technology-before-first-release/detector.ts'
import { TECHNOLOGIES, technologyNamed } from '../../src/catalog/detectors/application/technology-before-first-release/technologies.ts'

const SOURCES = resolve(import.meta.dirname, '../../src/catalog/sources')

describe('the table of technologies', () => {
  it('holds at least eighty, each once, each with a month', () => {
    expect(TECHNOLOGIES.length).toBeGreaterThanOrEqual(80)
    expect(new Set(TECHNOLOGIES.map((t) => t.name)).size).toBe(TECHNOLOGIES.length)
    for (const { name, released } of TECHNOLOGIES) expect(released, name).toMatch(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/)
  })

  it('cites a source that exists, and the card cites every source it rests on', () => {
    const cited = new Set(card.cites.map((c) => c.source))
    for (const { name, source } of TECHNOLOGIES) {
      expect(existsSync(join(SOURCES, `${source}.yml`)), `${name}: ${source}`).toBe(true)
      expect(cited.has(source), `${name}: ${source}`).toBe(true)
    }
  })

  it('knows a technology by its usual spellings, and nothing else by chance', () => {
    const spellings: Record<string, string> = {
      'Node JS': 'Node.js',
      ReactJS: 'React',
      'react-native': 'React Native',
      k8s: 'Kubernetes',
      Golang: 'Go',
      'Vue 3': 'Vue.js',
      Express: 'Express',
    }
    for (const [spelled, name] of Object.entries(spellings)) expect(technologyNamed(spelled)?.name, spelled).toBe(name)
    for (const other of ['Java', 'C', 'SQL', 'Excel', 'Leadership', '']) expect(technologyNamed(other), other).toBeUndefined()
  })
})
