import { lazyRouteComponent } from '@tanstack/react-router'

/** The pages, each fetched when somebody first goes there. */
export const pages = {
  inbox: lazyRouteComponent(() => import('./pages/inbox/Inbox.tsx'), 'Inbox'),
  candidates: lazyRouteComponent(() => import('./pages/candidates/Candidates.tsx'), 'Candidates'),
  persona: lazyRouteComponent(() => import('./pages/persona/Persona.tsx'), 'Persona'),
  network: lazyRouteComponent(() => import('./pages/network/Network.tsx'), 'Network'),
  compare: lazyRouteComponent(() => import('./pages/network/compare/Compare.tsx'), 'Compare'),
  signIn: lazyRouteComponent(() => import('./pages/sign-in/SignIn.tsx'), 'SignIn'),
  returned: lazyRouteComponent(() => import('./pages/sign-in/Returned.tsx'), 'Returned'),
  enter: lazyRouteComponent(() => import('./pages/enter/Enter.tsx'), 'Enter'),
  needsPasskey: lazyRouteComponent(() => import('./pages/enter/NeedsPasskey.tsx'), 'NeedsPasskey'),
}
