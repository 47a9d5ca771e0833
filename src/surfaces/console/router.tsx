import { Anchor } from '@mantine/core'
import { createRootRoute, createRoute, createRouter, Link, Outlet, redirect } from '@tanstack/react-router'
import { isSignedOut } from './api/problem.ts'
import { queries } from './api/queries.ts'
import { meQuery } from './api/session.ts'
import { Frame } from './frame/Frame.tsx'
import { Empty, Failed, Loading } from './parts/states.tsx'
import { pages } from './routes.ts'
import { t } from './texts/index.ts'

/** The texts of an address that a page knows; what else stands in it is dropped. */
const chosen = <Name extends string>(search: Record<string, unknown>, names: readonly Name[]): { [name in Name]?: string } =>
  Object.fromEntries(names.flatMap((name) => (typeof search[name] === 'string' && search[name] !== '' ? [[name, search[name]]] : []))) as {
    [name in Name]?: string
  }

const root = createRootRoute({ component: Outlet })

/** Everything that needs somebody signed in. Who is not is sent to the sign-in, and comes back here. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: Frame,
  async beforeLoad({ location }) {
    try {
      const me = await queries.ensureQueryData(meQuery)
      if (me.needsPasskey) throw redirect({ to: '/passkey' })
    } catch (error) {
      if (isSignedOut(error)) throw redirect({ to: '/sign-in', search: { to: location.href } })
      throw error
    }
  },
})

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/inbox' })
  },
})
const inbox = createRoute({
  getParentRoute: () => inside,
  path: '/inbox',
  component: pages.inbox,
  validateSearch: (search): { show?: string } => chosen(search, ['show']),
})
const candidates = createRoute({
  getParentRoute: () => inside,
  path: '/candidates',
  component: pages.candidates,
  validateSearch: (search): { recommendation?: string; status?: string; requisition?: string } =>
    chosen(search, ['recommendation', 'status', 'requisition']),
})
/** `case`: what the reader came from. `finding`: whose evidence is open. */
const persona = createRoute({
  getParentRoute: () => inside,
  path: '/candidates/$persona',
  component: pages.persona,
  validateSearch: (search): { case?: string; finding?: string } => chosen(search, ['case', 'finding']),
})

const intake = createRoute({ getParentRoute: () => inside, path: '/intake', component: pages.intake })
const openings = createRoute({ getParentRoute: () => inside, path: '/openings', component: pages.openings })
const opening = createRoute({ getParentRoute: () => inside, path: '/openings/$opening', component: pages.opening })
const people = createRoute({ getParentRoute: () => inside, path: '/people', component: pages.people })
const account = createRoute({ getParentRoute: () => inside, path: '/account', component: pages.account })
const settings = createRoute({ getParentRoute: () => inside, path: '/settings', component: pages.settings })
const audit = createRoute({
  getParentRoute: () => inside,
  path: '/audit',
  component: pages.audit,
  validateSearch: (search): { actor?: string; action?: string; subject?: string; from?: string; to?: string } =>
    chosen(search, ['actor', 'action', 'subject', 'from', 'to']),
})
const oversight = createRoute({
  getParentRoute: () => inside,
  path: '/oversight',
  component: pages.oversight,
  validateSearch: (search): { span?: string } => chosen(search, ['span']),
})
const secondLooks = createRoute({ getParentRoute: () => inside, path: '/second-looks', component: pages.secondLooks })
const indicators = createRoute({
  getParentRoute: () => inside,
  path: '/indicators',
  component: pages.indicators,
  validateSearch: (search): { view?: string; state?: string } => chosen(search, ['view', 'state']),
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: pages.signIn,
  validateSearch: (search): { to?: string } => chosen(search, ['to']),
})
const returned = createRoute({ getParentRoute: () => root, path: '/sign-in/return', component: pages.returned })
const enter = createRoute({ getParentRoute: () => root, path: '/enter', component: pages.enter })
const passkey = createRoute({ getParentRoute: () => root, path: '/passkey', component: pages.needsPasskey })

function NotFound() {
  const { title, says, back } = t.states.notFound
  return (
    <Empty title={title} says={says}>
      <Anchor component={Link} to="/inbox">
        {back}
      </Anchor>
    </Empty>
  )
}

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    inside.addChildren([
      inbox,
      candidates,
      persona,
      intake,
      openings,
      opening,
      people,
      account,
      settings,
      audit,
      oversight,
      secondLooks,
      indicators,
    ]),
    signIn,
    returned,
    enter,
    passkey,
  ]),
  defaultPreload: 'intent',
  defaultPendingComponent: Loading,
  defaultErrorComponent: ({ error, reset }) => <Failed error={error} onRetry={reset} />,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
