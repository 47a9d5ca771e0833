import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** From the dearest: what is begun last must be short, or one processor waits for the other at the end. */
const DEAR = [/fairness\/f4/, /examples\//, /e2e\//, /flow\//, /fairness\//]

const rankOf = ({ moduleId, project }: TestSpecification): number => {
  // Between the others, a file that wants a process of its own would end theirs.
  if (project.config.isolate) return -1
  const rank = DEAR.findIndex((form) => form.test(moduleId))
  return rank < 0 ? DEAR.length : rank
}

/** The order of Vitest, which knows only how large a file is until it has run once, behind what is known to take long. */
export class DearFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => rankOf(a) - rankOf(b))
  }
}
