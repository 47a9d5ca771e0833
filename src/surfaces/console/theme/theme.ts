import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'
import { sizes, VARIABLES } from './tokens.ts'

/** The accent in ten steps, as Mantine wants it; step 6 fills buttons in light, step 3 is text in dark. */
const INDIGO: MantineColorsTuple = [
  '#eef1fe',
  '#dce2fb',
  '#b8c3f6',
  '#a3b1ff',
  '#7386ea',
  '#5468d8',
  '#3b4fc4',
  '#3445ab',
  '#2b3a91',
  '#222f77',
]

/** What Mantine draws of itself in the dark: text, hints, lines, fields, grounds, from light to dark. */
const SLATE: MantineColorsTuple = [
  '#eceef3',
  '#c6cbd6',
  '#a3a9b8',
  '#7b8294',
  '#3d4352',
  '#272b35',
  '#1c1f27',
  '#16181e',
  '#0f1115',
  '#0b0c10',
]

const [small, , text, part, section] = sizes.type

export const theme = createTheme({
  primaryColor: 'indigo',
  primaryShade: 6,
  colors: { indigo: INDIGO, dark: SLATE },
  fontFamily: sizes.rest.font,
  fontFamilyMonospace: sizes.rest.mono,
  fontSizes: { xs: small[0], sm: text[0], md: text[0], lg: part[0], xl: section[0] },
  lineHeights: { xs: '1.33', sm: '1.5', md: '1.55', lg: '1.5', xl: '1.4' },
  spacing: { xs: sizes.space[2], sm: sizes.space[3], md: sizes.space[4], lg: sizes.space[5], xl: sizes.space[6] },
  radius: { xs: '4px', sm: sizes.rest['r-small'], md: '8px', lg: sizes.rest['r-card'], xl: '16px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
})

/** Our own names beside Mantine's, and Mantine's grounds and lines set to ours: both draw the same surfaces. */
export const variables: CSSVariablesResolver = () => {
  const ours = {
    '--mantine-color-body': 'var(--c-paper)',
    '--mantine-color-text': 'var(--c-ink)',
    '--mantine-color-dimmed': 'var(--c-soft)',
    '--mantine-color-placeholder': 'var(--c-soft)',
    '--mantine-color-default': 'var(--c-raised)',
    '--mantine-color-default-hover': 'var(--c-hover)',
    '--mantine-color-default-border': 'var(--c-edge)',
    '--mantine-color-default-color': 'var(--c-ink)',
    '--mantine-color-anchor': 'var(--c-accent)',
    '--mantine-color-error': 'var(--c-escalate)',
  }
  return { variables: VARIABLES.all, light: { ...VARIABLES.light, ...ours }, dark: { ...VARIABLES.dark, ...ours } }
}
