import { lazyRouteComponent } from '@tanstack/react-router'

/** The pages, each fetched when somebody first goes there. */
export const pages = {
  inbox: lazyRouteComponent(() => import('./pages/inbox/Inbox.tsx'), 'Inbox'),
  candidates: lazyRouteComponent(() => import('./pages/candidates/Candidates.tsx'), 'Candidates'),
  persona: lazyRouteComponent(() => import('./pages/persona/Persona.tsx'), 'Persona'),
  signIn: lazyRouteComponent(() => import('./pages/sign-in/SignIn.tsx'), 'SignIn'),
  returned: lazyRouteComponent(() => import('./pages/sign-in/Returned.tsx'), 'Returned'),
  enter: lazyRouteComponent(() => import('./pages/enter/Enter.tsx'), 'Enter'),
  ask: lazyRouteComponent(() => import('./pages/person/Ask.tsx'), 'Ask'),
  explanation: lazyRouteComponent(() => import('./pages/person/Explanation.tsx'), 'Explanation'),
  needsPasskey: lazyRouteComponent(() => import('./pages/enter/NeedsPasskey.tsx'), 'NeedsPasskey'),
}
