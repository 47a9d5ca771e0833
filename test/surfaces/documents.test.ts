import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { REFUSED_SIGNALS } from '../../src/model/fairness/refused-signals.ts'
import { RETENTION_CLASSES } from '../../src/model/persona.ts'

/** What the documents promise to say, and that their links lead somewhere. */

const ROOT = resolve(import.meta.dirname, '../..')
const text = (path: string): string => readFileSync(resolve(ROOT, path), 'utf8')
const documents = globSync(['*.md', 'docs/*.md', 'docs/guides/*.md', 'docs/decisions/*.md'], { cwd: ROOT })

describe('the documents', () => {
  it('say who is not a target, and that origin is not evidence (R-015)', () => {
    for (const path of ['README.md', 'docs/lawful-use.md', 'docs/guides/reading-a-report.md', 'src/surfaces/cli/first-use.ts'])
      expect(text(path).replace(/\s+/g, ' '), path).toMatch(
        /refugees, asylees, South Korean citizens and people of Korean ancestry are not targets\. Origin is not evidence|Origin is never evidence\. Refugees, asylees, South Korean citizens and people of Korean ancestry are not targets/i,
      )
  })

  it('have the commands that a newcomer types', () => {
    for (const command of ['npm ci && npm start', 'npm ci && npm test']) expect(text('README.md')).toContain(`\`\`\`sh\n${command}\n\`\`\``)
  })

  it('publish every signal that is refused, and every class of keeping', () => {
    const lawful = text('docs/lawful-use.md')
    // A word of the list that documents never say of people stands in other words there.
    const missing = REFUSED_SIGNALS.filter((signal) => !lawful.includes(`| ${signal.why} |`)).map((signal) => signal.id)
    expect(missing).toEqual([])
    for (const path of ['docs/lawful-use.md', 'docs/guides/retention-and-forgetting.md']) {
      for (const [id, { days }] of Object.entries(RETENTION_CLASSES)) {
        const row = text(path)
          .split('\n')
          .find((line) => line.startsWith(`| \`${id}\` |`))
        expect(row, `${id} in ${path}`).toBeDefined()
        if (id !== 'evidence-legal-hold') expect(row).toContain(days.toLocaleString('en-US'))
      }
    }
  })

  it('lead somewhere', () => {
    const links = documents.flatMap((path) =>
      [...text(path).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)]*))?\)/g)].map(([, to = '', part]) => ({
        path,
        to: to === '' ? path : resolve(ROOT, dirname(path), to),
        part,
      })),
    )
    expect(links.length).toBeGreaterThan(40)
    expect(links.filter(({ to }) => !existsSync(resolve(ROOT, to)))).toEqual([])
    const anchors = (path: string): string[] =>
      [...readFileSync(resolve(ROOT, path), 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
        title
          .toLowerCase()
          .replace(/[^\p{L}\p{N} -]/gu, '')
          .replaceAll(' ', '-'),
      )
    expect(links.filter(({ to, part }) => part !== undefined && !anchors(to).includes(part))).toEqual([])
  })
})
