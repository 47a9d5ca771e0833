import { afterAll } from 'vitest'
import { endFile } from './file-end.ts'
import './no-network.ts'

/** Run by vitest before each test file. What files share in one process is imported from here, and so made once. */
afterAll(endFile)
