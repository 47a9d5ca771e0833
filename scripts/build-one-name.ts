import { buildAhead } from './built-ahead.ts'

/** `npm run build:one-name`: what `names screen NAME` loads, in one file. Also run by `npm ci` and before tests. */
await buildAhead({
  folder: 'build/one-name/',
  entries: ['src/surfaces/cli/names/one-name.ts'],
  without: 'one name is answered by the whole program, which takes longer to load.',
})
