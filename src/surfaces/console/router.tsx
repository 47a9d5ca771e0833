import { Anchor } from '@mantine/core'
import { createRootRoute, createRoute, createRouter, Link, notFound, Outlet, redirect } from '@tanstack/react-router'
import { isSignedOut } from './api/problem.ts'
import { queries } from './api/queries.ts'
import { meQuery } from './api/session.ts'
import { doors } from './doors.ts'
import { Alone } from './frame/Alone.tsx'
import { SignIn } from './pages/sign-in/SignIn.tsx'
import { Empty, Failed, Loading } from './parts/states.tsx'
import { frame, pages } from './routes.ts'
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
  component: frame,
  async beforeLoad({ location }) {
    try {
      const me = await queries.ensureQueryData(meQuery)
      if (me.needsPasskey) redirect({ to: '/passkey', throw: true })
    } catch (error) {
      if (isSignedOut(error)) redirect({ to: '/sign-in', search: { to: location.href }, throw: true })
      throw error
    }
  },
})

/** The first page that one's roles let one see. */
const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  async beforeLoad() {
    const { may } = await queries.ensureQueryData(meQuery)
    const { SECTIONS } = await import('./frame/sections.ts')
    const first = SECTIONS.find((section) => may.includes(section.may))
    if (first !== undefined) redirect({ to: first.to, throw: true })
  },
  component: () => <Empty {...t.states.noPages} />,
})
const inbox = createRoute({
  getParentRoute: () => inside,
  path: '/inbox',
  component: pages['/inbox'],
  validateSearch: (search): { show?: string } => chosen(search, ['show']),
})
const candidates = createRoute({
  getParentRoute: () => inside,
  path: '/candidates',
  component: pages['/candidates'],
  validateSearch: (search): { recommendation?: string; status?: string; requisition?: string } =>
    chosen(search, ['recommendation', 'status', 'requisition']),
})
/** `case`: what the reader came from. `finding`: whose evidence is open; `statement`: which line of the timeline or the map is. */
const persona = createRoute({
  getParentRoute: () => inside,
  path: '/candidates/$persona',
  component: pages['/candidates/$persona'],
  validateSearch: (search): { case?: string; finding?: string; statement?: string } => chosen(search, ['case', 'finding', 'statement']),
})

const cases = createRoute({
  getParentRoute: () => inside,
  path: '/cases',
  component: pages['/cases'],
  validateSearch: (search): { show?: string } => chosen(search, ['show']),
})
const casePage = createRoute({ getParentRoute: () => inside, path: '/cases/$case', component: pages['/cases/$case'] })
/** `finding`: whose evidence is open. */
const decide = createRoute({
  getParentRoute: () => inside,
  path: '/cases/$case/decide/$persona',
  component: pages['/cases/$case/decide/$persona'],
  validateSearch: (search): { finding?: string } => chosen(search, ['finding']),
})
/** `case`: what the reader came from, and the purpose of opening the dossier. */
const ask = createRoute({
  getParentRoute: () => inside,
  path: '/candidates/$persona/ask',
  component: pages['/candidates/$persona/ask'],
  validateSearch: (search): { case?: string } => chosen(search, ['case']),
})
const explain = createRoute({
  getParentRoute: () => inside,
  path: '/candidates/$persona/explain',
  component: pages['/candidates/$persona/explain'],
  validateSearch: (search): { case?: string } => chosen(search, ['case']),
})
const reviews = createRoute({ getParentRoute: () => inside, path: '/reviews', component: pages['/reviews'] })
const review = createRoute({ getParentRoute: () => inside, path: '/reviews/$review', component: pages['/reviews/$review'] })
/** `way`: which one is open. */
const otherWays = createRoute({
  getParentRoute: () => inside,
  path: '/other-ways',
  component: pages['/other-ways'],
  validateSearch: (search): { way?: string } => chosen(search, ['way']),
})
/** `at`: what is chosen, such as `link~p-1~p-2`. */
const network = createRoute({
  getParentRoute: () => inside,
  path: '/network',
  component: pages['/network'],
  validateSearch: (search): { view?: string; at?: string } => chosen(search, ['view', 'at']),
})
const compare = createRoute({ getParentRoute: () => inside, path: '/compare/$a/$b', component: pages['/compare/$a/$b'] })
const interviews = createRoute({
  getParentRoute: () => inside,
  path: '/interviews',
  component: pages['/interviews'],
  validateSearch: (search): { persona?: string } => chosen(search, ['persona']),
})

/** Pages of the sanctions room are, for everybody else, addresses that lead nowhere. */
const sanctions = createRoute({
  getParentRoute: () => inside,
  id: 'sanctions',
  component: Outlet,
  async beforeLoad() {
    const { may } = await queries.ensureQueryData(meQuery)
    if (!may.includes('screening:read')) notFound({ throw: true })
  },
})
const screening = createRoute({
  getParentRoute: () => sanctions,
  path: '/screening',
  component: pages['/screening'],
  validateSearch: (search): { state?: string; list?: string; whose?: string } => chosen(search, ['state', 'list', 'whose']),
})
const oneName = createRoute({ getParentRoute: () => sanctions, path: '/screening/name', component: pages['/screening/name'] })
const match = createRoute({ getParentRoute: () => sanctions, path: '/screening/$match', component: pages['/screening/$match'] })
const lists = createRoute({ getParentRoute: () => sanctions, path: '/lists', component: pages['/lists'] })
const list = createRoute({
  getParentRoute: () => sanctions,
  path: '/lists/$list',
  component: pages['/lists/$list'],
  validateSearch: (search): { from?: string; to?: string } => chosen(search, ['from', 'to']),
})
const detectors = createRoute({
  getParentRoute: () => inside,
  path: '/detectors',
  component: pages['/detectors'],
  validateSearch: (search): { phase?: string } => chosen(search, ['phase']),
})
const detector = createRoute({ getParentRoute: () => inside, path: '/detectors/$phase/$name', component: pages['/detectors/$phase/$name'] })

const intake = createRoute({ getParentRoute: () => inside, path: '/intake', component: pages['/intake'] })
const openings = createRoute({ getParentRoute: () => inside, path: '/openings', component: pages['/openings'] })
const opening = createRoute({ getParentRoute: () => inside, path: '/openings/$opening', component: pages['/openings/$opening'] })
const people = createRoute({ getParentRoute: () => inside, path: '/people', component: pages['/people'] })
const account = createRoute({ getParentRoute: () => inside, path: '/account', component: pages['/account'] })
const settings = createRoute({ getParentRoute: () => inside, path: '/settings', component: pages['/settings'] })
const audit = createRoute({
  getParentRoute: () => inside,
  path: '/audit',
  component: pages['/audit'],
  validateSearch: (search): { actor?: string; action?: string; subject?: string; from?: string; to?: string } =>
    chosen(search, ['actor', 'action', 'subject', 'from', 'to']),
})
const oversight = createRoute({
  getParentRoute: () => inside,
  path: '/oversight',
  component: pages['/oversight'],
  validateSearch: (search): { span?: string } => chosen(search, ['span']),
})
const secondLooks = createRoute({ getParentRoute: () => inside, path: '/second-looks', component: pages['/second-looks'] })
const indicators = createRoute({
  getParentRoute: () => inside,
  path: '/indicators',
  component: pages['/indicators'],
  validateSearch: (search): { view?: string; state?: string } => chosen(search, ['view', 'state']),
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: SignIn,
  validateSearch: (search): { to?: string } => chosen(search, ['to']),
})
const returned = createRoute({ getParentRoute: () => root, path: '/sign-in/return', component: doors['/sign-in/return'] })
const enter = createRoute({ getParentRoute: () => root, path: '/enter', component: doors['/enter'] })
const passkey = createRoute({ getParentRoute: () => root, path: '/passkey', component: doors['/passkey'] })
/** For the person concerned, who has a link and no account. */
const yourQuestion = createRoute({ getParentRoute: () => root, path: '/person/ask', component: doors['/person/ask'] })
const yourExplanation = createRoute({ getParentRoute: () => root, path: '/person/explanation', component: doors['/person/explanation'] })

function NotFound() {
  const { title, says, back } = t.states.notFound
  return (
    <Alone title={title} says={says}>
      <Anchor component={Link} to="/">
        {back}
      </Anchor>
    </Alone>
  )
}

export const router = createRouter({
  routeTree: root.addChildren([
    inside.addChildren([
      home,
      inbox,
      candidates,
      persona,
      cases,
      casePage,
      decide,
      ask,
      explain,
      reviews,
      review,
      otherWays,
      network,
      compare,
      interviews,
      sanctions.addChildren([screening, oneName, match, lists, list]),
      detectors,
      detector,
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
    yourQuestion,
    yourExplanation,
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
