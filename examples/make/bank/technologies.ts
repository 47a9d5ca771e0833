import type { RoleName } from '../types.ts'

/** Kinds of tools with the year from which ordinary companies had them; a job only names what was there when it began. */
const KINDS = {
  lang: 'Java:2000 Python:2004 PHP:2004 Ruby:2007 Go:2013 Kotlin:2018 Rust:2018 TypeScript:2016',
  db: 'PostgreSQL:2005 MySQL:2003 Oracle:2000 MariaDB:2013 MongoDB:2012 CockroachDB:2018',
  queue: 'RabbitMQ:2010 Kafka:2014 NATS:2016 ActiveMQ:2007 Redis:2012',
  ops: 'Jenkins:2011 Ansible:2014 Docker:2015 Terraform:2016 Kubernetes:2017 Nomad:2017 Helm:2018',
  watch: 'Nagios:2005 Graphite:2010 Grafana:2016 Prometheus:2016 Zabbix:2008 OpenTelemetry:2021',
  front: 'jQuery:2008 Backbone.js:2012 AngularJS:2013 React:2015 Vue.js:2016 Svelte:2019 TypeScript:2016',
  style: 'Sass:2011 Less:2011 PostCSS:2015 Storybook:2017 Vite:2021 webpack:2015 ESLint:2015',
  probe: 'Selenium:2008 Jest:2016 Cypress:2018 Playwright:2020 Mocha:2012 Lighthouse:2017',
  pipe: 'Airflow:2017 dbt:2019 Spark:2015 Luigi:2014 Flink:2017 Dagster:2020 cron:2000',
  store: 'Hive:2012 Redshift:2014 BigQuery:2014 Snowflake:2017 ClickHouse:2018 DuckDB:2021 SQLite:2004',
  chart: 'Tableau:2010 Looker:2015 Metabase:2017 Superset:2018 Excel:2000 Grafana:2016',
} as const
export type Kind = keyof typeof KINDS

const PARSED = Object.fromEntries(
  Object.entries(KINDS).map(([kind, text]) => [
    kind,
    text
      .split(' ')
      .map((entry) => ({ name: entry.slice(0, entry.lastIndexOf(':')), since: Number(entry.slice(entry.lastIndexOf(':') + 1)) })),
  ]),
) as unknown as Readonly<Record<Kind, readonly { readonly name: string; readonly since: number }[]>>

/** So many of the newest tools of a kind are in use at any time. */
const IN_USE = 5

/** Tools of a kind that people used in that year; the oldest one when none was there. */
export function toolsIn(kind: Kind, year: number): readonly string[] {
  const all = PARSED[kind]
  const oldestFirst = all.toSorted((a, b) => a.since - b.since)
  const known = oldestFirst.filter((tool) => tool.since <= year).slice(-IN_USE)
  return (known.length > 0 ? known : oldestFirst.slice(0, 1)).map((tool) => tool.name)
}

export const isKind = (name: string): name is Kind => Object.hasOwn(KINDS, name)

/** Kinds that a résumé of the role lists, with the label it lists them under. */
export const SKILL_GROUPS: Readonly<Record<RoleName, readonly (readonly [label: string, kinds: readonly Kind[]])[]>> = {
  'Backend Engineer': [
    ['Languages', ['lang']],
    ['Data', ['db', 'queue']],
    ['Operations', ['ops', 'watch']],
  ],
  'Frontend Developer': [
    ['Frameworks', ['front']],
    ['Build and style', ['style']],
    ['Testing', ['probe']],
  ],
  'Data Engineer': [
    ['Languages', ['lang']],
    ['Pipelines', ['pipe', 'queue']],
    ['Warehouses', ['store', 'db']],
    ['Reporting', ['chart']],
  ],
}
