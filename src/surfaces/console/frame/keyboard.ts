import { useEffect, useRef, useSyncExternalStore } from 'react'

/** A key, or two pressed one after the other (`g i`), that does something on the page that is open. */
export interface Shortcut {
  readonly keys: string
  /** For the help sheet. */
  readonly says: string
  /** Of the frame and not of a page: a page's own of the same keys goes before. */
  readonly everywhere?: true
  run(): void
}

const standing = new Set<Shortcut>()
const watching = new Set<() => void>()
let listed: readonly Shortcut[] = []
let first = ''

function changed(): void {
  listed = [...standing]
  for (const tell of watching) tell()
}

/** How long the second key of two may take. */
const PAUSE_MS = 900

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

const shortcutOf = (keys: string): Shortcut | undefined =>
  listed.findLast((shortcut) => shortcut.keys === keys && shortcut.everywhere !== true) ?? listed.find((shortcut) => shortcut.keys === keys)

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
  // A drawer or dialog has the keyboard to itself.
  if (document.querySelector('[role="dialog"]') !== null) return
  const pressed = first === '' ? event.key : `${first} ${event.key}`
  const found = shortcutOf(pressed) ?? shortcutOf(event.key)
  first = ''
  if (found !== undefined) {
    // Enter on a button or link is that button's.
    if (event.key === 'Enter' && event.target instanceof HTMLElement && /^(A|BUTTON)$/.test(event.target.tagName)) return
    event.preventDefault()
    found.run()
  } else if (listed.some((shortcut) => shortcut.keys.startsWith(`${event.key} `))) {
    first = event.key
    setTimeout(() => (first = ''), PAUSE_MS)
  }
}

/** Listens for as long as the frame stands. */
export function useKeyboard(): void {
  useEffect(() => {
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

/** Gives a page its keys while it is shown. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts)
  latest.current = shortcuts
  const names = shortcuts.map(({ keys, says, everywhere }) => `${keys}\t${says}\t${everywhere === true}`).join('\n')
  useEffect(() => {
    const mine = names
      .split('\n')
      .filter((name) => name !== '')
      .map((name): Shortcut => {
        const [keys = '', says = '', everywhere] = name.split('\t')
        return {
          keys,
          says,
          ...(everywhere === 'true' ? { everywhere: true } : {}),
          run: () => latest.current.find((shortcut) => shortcut.keys === keys)?.run(),
        }
      })
    for (const shortcut of mine) standing.add(shortcut)
    changed()
    return () => {
      for (const shortcut of mine) standing.delete(shortcut)
      changed()
    }
  }, [names])
}

/** Every key that does something now, for the help sheet. */
export const useStandingShortcuts = (): readonly Shortcut[] =>
  useSyncExternalStore(
    (tell) => {
      watching.add(tell)
      return () => watching.delete(tell)
    },
    () => listed,
  )
