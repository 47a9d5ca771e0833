/**
 * When technologies first became public. The month is the earliest at which anybody outside the project could have used it,
 * as far as the source tells; where the source gives a later "1.0", the earlier public month that we know of is taken and
 * `but` says so. Every doubt thus counts in the candidate's favour. A bare year in a source means its January.
 */
export interface Technology {
  readonly name: string
  readonly released: string
  /** Id in `catalog/sources/`. */
  readonly source: string
  /** How the month was chosen where it is earlier than the date in the source. */
  readonly but?: string
}

/** One line each: name = other spellings | month | why earlier than the source's date. */
const TOPICS = `
Docker | 2013-03
Terraform = hashicorp terraform | 2014-07
TypeScript = ts | 2012-10
React = react js | 2013-03
React Native | 2015-01
Node.js = node | 2009-05
Angular = angular js, angularjs | 2010-10 | counted from AngularJS, whose name many still shorten
Vue.js = vue, vue 2, vue 3 | 2014-02
Nuxt.js = nuxt | 2016-10 | first tagged a month before the date given
Svelte = sveltekit | 2016-11
GraphQL = graph ql | 2015-01
Redux | 2015-06
Webpack | 2012-03
Tailwind CSS = tailwind | 2017-10
Bootstrap = twitter bootstrap | 2011-08
PyTorch = torch | 2016-09
TensorFlow = tensor flow | 2015-11
Keras | 2015-03
scikit-learn = sklearn, scikit learn | 2010-01
Flask | 2010-04
Django = django rest framework | 2005-07
NestJS = nest js | 2017-05
Express = express js | 2010-01 | early versions were public before the 1.0 given
MongoDB = mongo, mongo db | 2009-02
Redis | 2009-04 | announced some weeks before the date given
Elasticsearch = elastic search | 2010-02
Spark = apache spark, pyspark | 2010-01 | opened as research code years before the 1.0 given
Cassandra = apache cassandra | 2008-07
Neo4j | 2007-01
Firebase | 2012-04
Supabase | 2020-02
Appwrite | 2019-09
Grafana | 2014-01
Ansible | 2012-02
Vagrant | 2010-03
GitHub Actions | 2018-10
GitLab = gitlab ci, gitlab ci/cd | 2011-10
Go = golang, go lang | 2009-11
Rust = rust lang | 2010-01
Swift | 2014-06
Kotlin | 2011-07 | shown in public years before the 1.0 given
Dart | 2011-10
Flutter | 2015-04 | shown under another name before the date given
Jetpack Compose | 2019-05 | shown as a preview before the 1.0 given
Elixir | 2011-01 | public years before the 1.0 given
Julia | 2012-02
Crystal | 2011-06
Zig | 2016-02
Electron = electron js | 2013-07
Ember = ember js | 2011-12
Meteor = meteor js | 2011-12 | announced under another name a month before
Next.js = next | 2016-10
Gatsby = gatsby js | 2015-01
Preact | 2015-11
Alpine.js = alpine | 2019-12
Astro | 2021-06 | a preview was public before the 1.0 given
Vite | 2020-04 | public a year before the 2.0 given
Babel = babel js | 2014-09 | public under another name some weeks before
ESLint | 2013-06
Gulp = gulp js | 2013-07 | public years before the version given
Storybook | 2016-03
Socket.IO | 2010-03
Three.js = threejs | 2010-04
Laravel | 2011-06
Symfony | 2005-10
Bun | 2021-09
Blazor | 2017-07 | shown in public before the date given
Xamarin = xamarin forms | 2011-05
AWS = amazon web services | 2004-11 | single services were public before the date given
Azure = microsoft azure | 2008-10 | announced before the date given
Google Cloud = google cloud platform, gcp | 2008-04
Bitcoin | 2008-10 | described in public before the date given
Ethereum | 2014-01 | announced, with public test networks, before the date given
Solidity | 2014-08 | proposed in public a year before the date given
IPFS | 2014-05
Visual Studio Code = vs code, vscode | 2015-04
Jupyter = jupyter notebook, jupyter notebooks | 2011-12
ChatGPT = chat gpt | 2022-11
`

/** Checked against the project's own pages or a dated history of it. */
const OTHERS = `
Kubernetes = k8s | 2014-06 | release-kubernetes
Spring Boot | 2013-08 | release-spring-boot
Airflow = apache airflow | 2014-10 | release-airflow
Istio | 2017-05 | release-istio
Prometheus | 2012-01 | release-prometheus
Deno | 2018-05 | release-deno
Solana | 2018-02 | release-solana
Amazon ECS = ecs, aws ecs | 2014-01 | release-amazon-ecs
`

interface Row {
  readonly technology: Technology
  readonly spellings: readonly string[]
}

const lines = (table: string): string[][] =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((part) => part.trim()))

function row(names: string, released: string, source: string, but: string | undefined): Row {
  const [name = '', others = ''] = names.split(' = ')
  return { technology: { name, released, source, ...(but === undefined ? {} : { but }) }, spellings: [name, ...others.split(',')] }
}

const ROWS: readonly Row[] = [
  ...lines(TOPICS).map(([names = '', released = '', but]) => row(names, released, 'release-topic-pages', but)),
  ...lines(OTHERS).map(([names = '', released = '', source = '']) => row(names, released, source, undefined)),
]

export const TECHNOLOGIES: readonly Technology[] = ROWS.map((r) => r.technology)

/** Spelling without blanks, dots and hyphens, in lower case: "Node JS", "node.js" and "NodeJS" are one. */
const key = (name: string): string => name.toLowerCase().replace(/[\s.-]+/g, '')

const BY_SPELLING: ReadonlyMap<string, Technology> = new Map(
  ROWS.flatMap((r) => r.spellings.filter((s) => s.trim() !== '').map((s) => [key(s), r.technology] as const)),
)

/** The technology of that name, however it is spelled; a trailing version or "js" is ignored. */
export function technologyNamed(name: string): Technology | undefined {
  const spelled = key(name)
  return BY_SPELLING.get(spelled) ?? BY_SPELLING.get(spelled.replace(/\d+$/, '')) ?? BY_SPELLING.get(spelled.replace(/js$/, ''))
}
