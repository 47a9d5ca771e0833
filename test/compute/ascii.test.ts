import anyAscii from 'any-ascii'
import { expect, it } from 'vitest'
import { ascii } from '../../src/compute/ascii.ts'

it('spells every letter below the Han characters as any-ascii does, with and without its tables', () => {
  const others: string[] = []
  for (let code = 0; code < 0x3000; code++) {
    const letter = String.fromCodePoint(code)
    for (const text of [letter, `a${letter.normalize('NFD')}z`])
      if (ascii(text) !== anyAscii(text)) others.push(`U+${code.toString(16)}: ${ascii(text)}, not ${anyAscii(text)}`)
  }
  expect(others).toEqual([])
})

it('spells whole names as any-ascii does', () => {
  for (const name of ['Ada Example', 'Jürgen Müller-Groß', 'Ivana Čapek', 'Ђорђе', '김철수', 'Łukasz Ødegård'])
    expect(ascii(name)).toBe(anyAscii(name))
})
