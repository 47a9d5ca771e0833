import { describe, expect, it } from 'vitest'
import { modulesOf } from '../../scripts/modules.ts'
import { importsOf, sourceText } from '../../scripts/source-text.ts'

/** The scanner under the floors checker: it must see every import and take no text for one. */

const specifiers = (text: string): string[] => importsOf(sourceText(text)).imports.map((i) => i.specifier)

describe('imports', () => {
  it.each([
    ["import a from './a.ts'", ['./a.ts']],
    ["import type { A } from './a.ts'", ['./a.ts']],
    ["import {\n  a, // from './no.ts'\n  b as c,\n} from './a.ts'", ['./a.ts']],
    ["import * as a from 'node:fs'", ['node:fs']],
    ["import a, { b } from './a.ts'", ['./a.ts']],
    ["import './side.ts'", ['./side.ts']],
    ["export { a } from './a.ts'\nexport * from './b.ts'\nexport type { C } from './c.ts'", ['./a.ts', './b.ts', './c.ts']],
    ["const a = await import('./a.ts')", ['./a.ts']],
    ["type A = import('./a.ts').A", ['./a.ts']],
    ["export const from = 'x'\nexport default './y.ts'", []],
    ["// import a from './a.ts'\n/* import './b.ts' */", []],
    ['const text = "import a from \'./a.ts\'"', []],
    ["const text = `import a from './a.ts' ${await import('./b.ts')} export * from './c.ts'`", ['./b.ts']],
    ["const quote = /['\"]/\nimport a from './a.ts'", ['./a.ts']],
    ["const half = n / 2 // it's\nimport a from './a.ts'", ['./a.ts']],
    ["const classed = /[/'\"]+/g.test(x)\nexport { a } from './a.ts'", ['./a.ts']],
    ["const nested = `a ${`b ${c}` + '}'} d`\nimport a from './a.ts'", ['./a.ts']],
  ])('%j', (text, expected) => {
    expect(specifiers(text)).toEqual(expected)
  })

  it('counts what it cannot read', () => {
    expect(importsOf(sourceText('await import(name)')).computed).toBe(1)
    expect(importsOf(sourceText("await import('./a.ts')")).computed).toBe(0)
  })

  it('sees as many in the repository as there are lines that say so', () => {
    const modules = modulesOf(['src'])
    expect(modules.length).toBeGreaterThan(50)
    for (const { path, text, imports } of modules) {
      // Crude and independent: lines that end an import or export, and dynamic ones. Generated and hand-written code has no others.
      const lines = [...text.matchAll(/^(?:import|export|\})[^'\n]*\bfrom '[^'\n]+'(?: with \{.*\})?$|^import '[^'\n]+'$/gm)].length
      const dynamic = [...text.matchAll(/(?<!\/\/[^\n]*|\* [^\n]*)\bimport\('[^'\n]+'\)/g)].length
      expect(imports.length, path).toBe(lines + dynamic)
    }
  })
})

describe('code', () => {
  it('keeps its length and its lines', () => {
    const text = "const a = 'x' // y\nconst b = `\n${a}\n` /* z\n */ + /q/.source\n"
    const { code, bare } = sourceText(text)
    for (const changed of [code, bare]) {
      expect(changed.length).toBe(text.length)
      expect(changed.split('\n').length).toBe(text.split('\n').length)
    }
    expect(bare).not.toMatch(/[xyzq]/)
    expect(code).toContain("'x'")
  })
})
