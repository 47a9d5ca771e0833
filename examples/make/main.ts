import { parseArgs } from 'node:util'
import { makeCompany } from './company.ts'

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, out: { type: 'string' }, mutate: { type: 'boolean', default: false } },
})
if (values.out === undefined) {
  console.error('Say where to: node examples/make/main.ts --seed 1 --out examples/halyard. The folder is made anew.')
  process.exit(64)
}
const labels = await makeCompany({ seed: values.seed, out: values.out, mutate: values.mutate })
const count = Map.groupBy(labels, (label) => label.group)
console.log(`${labels.length} applicants in ${values.out}: ${[...count].map(([group, of]) => `${of.length} ${group}`).join(', ')}.`)
