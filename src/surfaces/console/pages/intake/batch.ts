import { useSyncExternalStore } from 'react'
import type { AnswerOf } from '../../../client/index.ts'
import { call } from '../../api/client.ts'
import { problemOf, type Problem } from '../../api/problem.ts'
import type { Candidate } from './gather.ts'

type Answer = AnswerOf<'POST /api/submissions'>

/** One candidate on the way to the service. */
export interface Sending {
  readonly id: number
  readonly candidate: Candidate
  readonly requisition: string | undefined
  readonly state: 'waiting' | 'sending' | 'sent' | 'refused' | 'stopped'
  readonly answer?: Answer
  /** Why nothing of it arrived. */
  readonly problem?: Problem
}

/** Two at a time keep a slow line busy without filling the browser's memory with files. */
const AT_ONCE = 2

// Beside the page and not in it: whoever looks at another page while files are sent comes back to them.
let sendings: readonly Sending[] = []
let working = 0
let stopping = new AbortController()
const watching = new Set<() => void>()

function set(next: readonly Sending[]): void {
  sendings = next
  for (const tell of watching) tell()
}
const change = (id: number, to: Partial<Sending>): void => set(sendings.map((one) => (one.id === id ? { ...one, ...to } : one)))

async function send({ id, candidate: { source, as, files }, requisition }: Sending): Promise<void> {
  const { signal } = stopping
  change(id, { state: 'sending' })
  try {
    const read = await Promise.all(files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })))
    const query = { as, ...(as === 'one' ? { source: source.slice(-300) } : {}), ...(requisition === undefined ? {} : { requisition }) }
    const answer = await call('POST /api/submissions', { query, files: read, signal })
    change(id, { state: answer.taken.length > 0 ? 'sent' : 'refused', answer })
  } catch (error) {
    if (signal.aborted) change(id, { state: 'stopped' })
    else change(id, { state: 'refused', problem: problemOf(error) })
  }
}

async function work(): Promise<void> {
  working++
  for (;;) {
    const next = sendings.find(({ state }) => state === 'waiting')
    if (next === undefined) break
    await send(next)
  }
  working--
}

const goOn = (): void => {
  while (working < AT_ONCE && sendings.filter(({ state }) => state === 'waiting').length > working) void work()
}

export function sendAll(candidates: readonly Candidate[], requisition: string | undefined): void {
  stopping = new AbortController()
  const first = (sendings.at(-1)?.id ?? 0) + 1
  set([...sendings, ...candidates.map((candidate, i): Sending => ({ id: first + i, candidate, requisition, state: 'waiting' }))])
  goOn()
}

/** Once more what did not arrive; what the service refused for good is refused again, with the same words. */
export function sendAgain(id: number): void {
  stopping = stopping.signal.aborted ? new AbortController() : stopping
  set(sendings.map((one) => (one.id === id ? { id, candidate: one.candidate, requisition: one.requisition, state: 'waiting' } : one)))
  goOn()
}

/** Nothing more is sent. What has arrived is kept; its runs are the service's to stop. */
export function stopSending(): void {
  stopping.abort()
  set(sendings.map((one) => (one.state === 'waiting' ? { ...one, state: 'stopped' } : one)))
}

export const forgetBatch = (): void => set([])

export const useBatch = (): readonly Sending[] =>
  useSyncExternalStore(
    (tell) => {
      watching.add(tell)
      return () => watching.delete(tell)
    },
    () => sendings,
  )
