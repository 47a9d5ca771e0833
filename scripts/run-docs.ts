import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { filesUnder, hasFile, readText, ROOT } from './modules.ts'

/**
 * Runs the commands of the README and the guides: every fenced block marked `sh` is one shell script, in order, in the checkout.
 * What is only to be read is marked `text` or `console`. `npm ci` and `npm test` have been done before and are left out, `npm start` is
 * stopped when it answers. `bonafide` is the checkout's own; `--list` prints the commands and runs nothing. They may write into the
 * checkout (`npm run new` does): run it in a clone, as `.ci/run` does.
 */

const documents = ['README.md', ...filesUnder('docs/guides', (path) => path.endsWith('.md'))].filter(hasFile)
const blocks = documents.flatMap((path) =>
  [...readText(path).matchAll(/^```sh\n([\s\S]*?)^```$/gm)]
    .map((m) => ({
      path,
      script: (m[1] ?? '')
        .replace(/^npm ci(?: && |$)/gm, '')
        .replace(/^npm test$/gm, '')
        .replace(/^npm start$/gm, 'node scripts/until-served.ts')
        .trim(),
    }))
    .filter(({ script }) => script !== ''),
)
if (blocks.length === 0) throw new Error(`no \`\`\`sh block in ${documents.join(', ') || 'README.md, which is not there'}`)

if (process.argv.includes('--list')) {
  for (const { path, script } of blocks) console.log(`# ${path}\n${script}\n`)
} else {
  for (const { path, script } of blocks) {
    console.log(`\n── ${path}\n${script}`)
    const env = { ...process.env, PATH: `${join(ROOT, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}` }
    const withBonafide = `bonafide() { node "${ROOT}/bin/bonafide.js" "$@"; }\n${script}`
    const { status } = spawnSync('bash', ['-euo', 'pipefail', '-c', withBonafide], { cwd: ROOT, env, stdio: 'inherit' })
    if (status !== 0) {
      console.log(`${path}: this block ended with ${status}`)
      process.exitCode = 1
    }
  }
  console.log(`\n${blocks.length} blocks of ${documents.length} documents`)
}
