import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

/** Words of the console stand in its texts and nowhere else, so that another language is a file and not a search. */

const CONSOLE = join(import.meta.dirname, '../../src/surfaces/console')
/** Between two tags, or in an attribute that people see or hear. */
const TEXT = />\s*([A-Z][a-z]+[^<>{}=;]*)<\//g
const ATTRIBUTE = /\b(?:label|title|placeholder|description|says|aria-label|alt)="([^"]*[A-Za-z]{2}[^"]*)"/g
/** An address that shows the form of one is the same in every language. */
const ADDRESS = /^https:\/\/[\w.]+\.example\.com$/

const literalsIn = (source: string): readonly string[] =>
  [...source.matchAll(TEXT), ...source.matchAll(ATTRIBUTE)].map(([, words = '']) => words.trim()).filter((words) => !ADDRESS.test(words))

describe('words of the console', () => {
  test('the search finds what it is to find', () => {
    expect(literalsIn('<p>Nothing here</p><Button title="Try again">{t.go}</Button>')).toEqual(['Nothing here', 'Try again'])
    expect(literalsIn('<TextInput placeholder="https://id.example.com" label={t.label} />')).toEqual([])
  })

  test('no component holds any', async () => {
    const files = (await readdir(CONSOLE, { recursive: true })).filter((file) => file.endsWith('.tsx'))
    expect(files.length).toBeGreaterThan(100)
    const found = await Promise.all(files.map(async (file) => [file, literalsIn(await readFile(join(CONSOLE, file), 'utf8'))] as const))
    expect(found.filter(([, literals]) => literals.length > 0)).toEqual([])
  })
})
