export { DEFAULT_CAPS, type Caps } from './caps.ts'
export type { Isolation } from './isolation.ts'
export { openSandbox, type ReadingSandbox, type SandboxOptions } from './sandbox.ts'
