import { describe, expect, test } from 'vitest'
import { checkPassword } from '../../../src/engine/people/password-rule.ts'

const OWN = ['ada.lovelace@example.com', 'Ada Lovelace']

describe('passwords', () => {
  test.each([
    'walrus teapot ladder',
    'correct horse battery staple',
    'Tr0ub4dor&3xylo',
    'grün-Kessel-Wolke-7',
    'x8#kQ2!vLm0pZ',
    'a'.repeat(3) + 'Zw9 kettle gold',
  ])('"%s" may be one', (password) => {
    expect(() => checkPassword(password, OWN)).not.toThrow()
  })

  test.each([
    'short 1!',
    'passwordpassword',
    'Password123456',
    'password12345678',
    'qwertyuiop123',
    'qwertyuiopasdfghjkl',
    '1234567890123',
    'aaaaaaaaaaaaa',
    'abcabcabcabcabc',
    'iloveyou1234567',
    'Welcome2026!!',
    'adalovelace2026',
    'lovelace-example-1',
    'bonafide-admin-1',
    'zxcvbnm,zxcvbnm,',
    '            ',
    'x'.repeat(257),
  ])('"%s" may not', (password) => {
    let said = ''
    try {
      checkPassword(password, OWN)
    } catch (error) {
      said = String(error)
    }
    expect(said).toMatch(/password/i)
    // What was typed is not told back: it may be nearly the one of another place.
    expect(said.includes(password)).toBe(false)
  })

  test('64 characters and more are kept whole', () => {
    const long = 'walrus teapot ladder gold kettle '.repeat(4)
    expect(() => checkPassword(`${long}z`, OWN)).not.toThrow()
  })
})
