import { Button } from '@mantine/core'
import IconCircleCheck from '@tabler/icons-react/icons/IconCircleCheck'
import IconCircleDashed from '@tabler/icons-react/icons/IconCircleDashed'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMe } from '../../api/session.ts'
import { Says, saysPlainly } from '../../parts/Says.tsx'
import { t } from '../../texts/index.ts'
import type { CaseShown } from '../cases/case.ts'
import type { Dossier } from '../persona/dossier.ts'
import { EvidenceDrawer } from '../persona/EvidenceDrawer.tsx'
import css from './decide.module.css'
import { useLook } from './look.ts'
import { inOrder, secondsOf } from './opened.ts'

const words = t.decide

interface Shown {
  readonly of: CaseShown
  readonly dossier: Dossier
  /** Seconds that make a look. */
  readonly least: number
}

/** What stands about the person, as a list of what the decider has opened and what not. */
export function EvidenceList({ of, dossier, least }: Shown) {
  const { finding: open } = useSearch({ from: '/inside/cases/$case/decide/$persona' })
  const navigate = useNavigate({ from: '/cases/$case/decide/$persona' })
  const seconds = secondsOf(of, useMe().account)
  useLook(of.id, open)
  const findings = inOrder(dossier.findings)
}
