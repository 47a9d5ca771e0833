import { lazyRouteComponent } from '@tanstack/react-router'

/** The pages, each fetched when somebody first goes there. */
export const pages = {
  inbox: lazyRouteComponent(() => import('./pages/inbox/Inbox.tsx'), 'Inbox'),
  candidates: lazyRouteComponent(() => import('./pages/candidates/Candidates.tsx'), 'Candidates'),
  persona: lazyRouteComponent(() => import('./pages/persona/Persona.tsx'), 'Persona'),
  signIn: lazyRouteComponent(() => import('./pages/sign-in/SignIn.tsx'), 'SignIn'),
  returned: lazyRouteComponent(() => import('./pages/sign-in/Returned.tsx'), 'Returned'),
  enter: lazyRouteComponent(() => import('./pages/enter/Enter.tsx'), 'Enter'),
  needsPasskey: lazyRouteComponent(() => import('./pages/enter/NeedsPasskey.tsx'), 'NeedsPasskey'),
  intake: lazyRouteComponent(() => import('./pages/intake/Intake.tsx'), 'Intake'),
  openings: lazyRouteComponent(() => import('./pages/openings/Openings.tsx'), 'Openings'),
  opening: lazyRouteComponent(() => import('./pages/openings/Opening.tsx'), 'Opening'),
  people: lazyRouteComponent(() => import('./pages/people/People.tsx'), 'People'),
  account: lazyRouteComponent(() => import('./pages/account/Account.tsx'), 'Account'),
  settings: lazyRouteComponent(() => import('./pages/settings/Settings.tsx'), 'Settings'),
  audit: lazyRouteComponent(() => import('./pages/audit/Audit.tsx'), 'Audit'),
  oversight: lazyRouteComponent(() => import('./pages/oversight/Oversight.tsx'), 'Oversight'),
  secondLooks: lazyRouteComponent(() => import('./pages/oversight/SecondLooks.tsx'), 'SecondLooks'),
  indicators: lazyRouteComponent(() => import('./pages/indicators/Indicators.tsx'), 'Indicators'),
}
