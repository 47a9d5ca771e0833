/**
 * Every colour, size and distance of the console, once. Components use the CSS variables made of them (`--c-ink`, `--s-3`, `--t-2`) and
 * name none themselves. test/e2e measures that text keeps a contrast of 4.5 in both themes.
 */

const LIGHT = {
  ground: '#f7f8fa',
  paper: '#ffffff',
  raised: '#ffffff',
  hover: '#f0f2f6',
  chosen: '#e9edfb',
  ink: '#16181d',
  soft: '#565c6b',
  line: '#e3e6ec',
  edge: '#c9ced9',
  accent: '#3b4fc4',
  'accent-ink': '#ffffff',
  clear: '#14663f',
  'clear-ground': '#e2f4ea',
  ask: '#0d587d',
  'ask-ground': '#e1f0f8',
  review: '#744a00',
  'review-ground': '#fdf0d3',
  escalate: '#9c1d28',
  'escalate-ground': '#fde6e5',
  mark: '#ffd84d66',
  'mark-edge': '#b78600',
} as const

const DARK: Readonly<Record<keyof typeof LIGHT, string>> = {
  ground: '#0f1115',
  paper: '#16181e',
  raised: '#1c1f27',
  hover: '#1f232c',
  chosen: '#232a47',
  ink: '#eceef3',
  soft: '#a3a9b8',
  line: '#272b35',
  edge: '#3d4352',
  accent: '#a3b1ff',
  'accent-ink': '#12141c',
  clear: '#7ed9a6',
  'clear-ground': '#12302180',
  ask: '#84cbec',
  'ask-ground': '#12313f80',
  review: '#f0c26e',
  'review-ground': '#3a2b0e80',
  escalate: '#ffa19c',
  'escalate-ground': '#45191c80',
  mark: '#ffd84d59',
  'mark-edge': '#ffd84d',
}

/** Type scale in pixels of 16, with its line height: 0 small print, 1 dense text, 2 text, 3 heading of a part, 4 of a section, 5 of a page. */
const TYPE = [
  ['12px', '16px'],
  ['13px', '20px'],
  ['14px', '22px'],
  ['16px', '24px'],
  ['20px', '28px'],
  ['26px', '32px'],
] as const

/** Spacing scale; everything stands at one of these distances. */
const SPACE = ['0', '4px', '8px', '12px', '16px', '24px', '32px', '48px', '72px'] as const

const REST = {
  'r-small': '6px',
  'r-card': '10px',
  'r-round': '999px',
  'nav-width': '228px',
  'bar-height': '56px',
  font: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  mono: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
} as const

const SHADOWS = {
  light: { shadow: '0 1px 2px #1018280d', float: '0 8px 28px #10182829, 0 1px 3px #1018281a' },
  dark: { shadow: '0 1px 2px #00000066', float: '0 10px 32px #000000a6, 0 0 0 1px #2f3441' },
} as const

const named = (prefix: string, of: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(of).map(([name, value]) => [`--${prefix}${name}`, value]))

export const VARIABLES = {
  all: {
    ...named('', REST),
    ...Object.fromEntries(SPACE.map((size, i) => [`--s-${i}`, size])),
    ...Object.fromEntries(
      TYPE.flatMap(([size, line], i) => [
        [`--t-${i}`, size],
        [`--l-${i}`, line],
      ]),
    ),
  },
  light: { ...named('c-', LIGHT), ...named('', SHADOWS.light) },
  dark: { ...named('c-', DARK), ...named('', SHADOWS.dark) },
}

export const sizes = { type: TYPE, space: SPACE, rest: REST }
