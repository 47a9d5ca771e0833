export type { Isolation } from './isolation.ts'
export { openSandbox, type ReadingSandbox, type SandboxOptions } from './sandbox.ts'
