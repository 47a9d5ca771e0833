/**
 * Technologies by the name they go by, with other spellings after `=`. A name that is also an ordinary word (marked `!`)
 * is taken only with its capital and beside another sign that a technology is meant.
 */
const NAMES =
  'JavaScript=js,ecmascript;TypeScript;Python;Java;C++=cpp;C#=csharp,c sharp;!C;!Go=golang;!Rust;Ruby;Ruby on Rails=rails,ror;PHP;Perl;!Swift;Objective-C=objective c;Kotlin;Scala;!R;MATLAB;Julia;Haskell;Elixir;Erlang;Clojure;!Dart;Lua;Groovy;F#;COBOL;Fortran;Solidity;VBA;Bash;PowerShell;' +
  'HTML=html5;CSS=css3;Sass=scss;Less;Tailwind CSS=tailwind,tailwindcss;Bootstrap;jQuery;React=reactjs,react.js;React Native;Redux;Next.js=nextjs;Angular;AngularJS=angular.js;Vue.js=vue,vuejs;Nuxt.js=nuxt,nuxtjs;Svelte;SvelteKit;Ember.js=ember,emberjs;Backbone.js=backbone;Gatsby;Remix;Astro;Vite;webpack;Babel;' +
  'Node.js=node,nodejs;Express=express.js,expressjs;NestJS=nest.js;Deno;!Bun;Django;Flask;FastAPI;!Spring;Spring Boot=springboot;Hibernate;Laravel;Symfony;CodeIgniter;WordPress;Drupal;Magento;Shopify;ASP.NET=asp.net core;.NET=.net core,dotnet,.net framework;Entity Framework;Blazor;WPF;Flutter;Xamarin;Ionic;Electron;SwiftUI;Jetpack Compose;Unity;Unreal Engine;' +
  'SQL;MySQL;PostgreSQL=postgres,postgre sql;SQLite;Oracle;SQL Server=mssql,ms sql,microsoft sql server;MongoDB=mongo;Redis;Cassandra;DynamoDB;Elasticsearch=elastic search;Neo4j;MariaDB;Firebase;Supabase;Snowflake;BigQuery;Redshift;ClickHouse;Databricks;GraphQL;gRPC;REST=rest api,restful,rest apis;SOAP;Prisma;Hasura;' +
  'AWS=amazon web services;Azure=microsoft azure;Google Cloud=gcp,google cloud platform;Heroku;Vercel;Netlify;DigitalOcean;Cloudflare;Docker;Kubernetes=k8s;Helm;Terraform;Ansible;Puppet;!Chef;Jenkins;CircleCI;GitHub Actions;GitLab CI=gitlab ci/cd;Travis CI;Argo CD=argocd;Prometheus;Grafana;Datadog;Splunk;Nginx;Apache;Linux;Git;Subversion=svn;Jira;Lambda=aws lambda;EC2;S3;' +
  'Kafka=apache kafka;RabbitMQ;Spark=apache spark,pyspark;Hadoop;Hive;Airflow=apache airflow;Flink;dbt;Tableau;Power BI=powerbi;Looker;Pandas;NumPy;SciPy;scikit-learn=sklearn;TensorFlow;PyTorch;Keras;OpenCV;Hugging Face;LangChain;OpenAI;ChatGPT;GPT-3;GPT-4;LLM=llms;' +
  'Selenium;Cypress;Playwright;Jest;Mocha;JUnit;pytest;Postman;Cucumber;Ethereum;Web3=web3.js;Hardhat;Truffle;Solana;Hyperledger;IPFS;Uniswap;Figma;Photoshop;Illustrator;Sketch;Salesforce;SAP;ServiceNow;AutoCAD;SolidWorks;Excel=ms excel,microsoft excel;WebAssembly=wasm;Three.js=threejs;D3.js=d3;Socket.io=socket.io;WebRTC;OAuth;Copilot=github copilot;Apollo=apollo graphql;tRPC;Zod;Turborepo;pnpm;esbuild;Qwik;SolidJS=solid.js;htmx;Zig'

/** Ordinary words: in small letters they are not the technology. */
const ORDINARY = new Set(
  'less unity helm hive spark flask lambda remix astro electron ionic puppet sketch excel truffle cucumber mocha looker oracle apollo rest node soap rails babel postman illustrator copilot express ember gatsby backbone'.split(
    ' ',
  ),
)

interface Technology {
  readonly name: string
  readonly ambiguous: boolean
}

const BY_SPELLING = new Map<string, Technology>()
for (const entry of NAMES.split(';')) {
  const [marked, others] = entry.split('=') as [string, string?]
  const ambiguous = marked.startsWith('!')
  const name = marked.replace(/^!/u, '')
  BY_SPELLING.set(name.toLowerCase(), { name, ambiguous })
  for (const other of others?.split(',') ?? []) BY_SPELLING.set(other, { name, ambiguous: false })
}

/** Longest spelling, in words. */
const MOST_WORDS = 3
const WORD = /\.?[\p{L}\p{N}][\p{L}\p{N}.+#/-]*/gu

/** The usual name of a technology however it is spelled; undefined when it is not one we know. */
export function technologyOf(text: string): string | undefined {
  return BY_SPELLING.get(
    text
      .trim()
      .toLowerCase()
      .replace(/\s{1,9}/gu, ' '),
  )?.name
}

export interface Mention {
  readonly name: string
  readonly spelled: string
  readonly start: number
  readonly end: number
}

/** Technologies that a text names. Ordinary words that are also one count only as "in Go", "Go," or "(Go". */
export function technologiesIn(text: string): Mention[] {
  const words = [...text.matchAll(WORD)].map((m) => ({ text: m[0].replace(/[./-]+$/u, ''), start: m.index }))
  const found: Mention[] = []
  for (let i = 0; i < words.length; i += 1) {
    for (let n = MOST_WORDS; n > 0; n -= 1) {
      const last = words[i + n - 1]
      if (last === undefined) continue
      const [start, end] = [words[i]!.start, last.start + last.text.length]
      const spelled = text.slice(start, end)
      const known = spelled.length <= 40 ? BY_SPELLING.get(spelled.toLowerCase().replace(/\s{1,9}/gu, ' ')) : undefined
      if (known === undefined || ORDINARY.has(spelled) || (known.ambiguous && !isMeant(text, start, end, known.name))) continue
      found.push({ name: known.name, spelled, start, end })
      i += n - 1
      break
    }
  }
  return found
}

function isMeant(text: string, start: number, end: number, name: string): boolean {
  if (text.slice(start, end) !== name) return false
  const before = text.slice(Math.max(0, start - 12), start)
  const after = text.slice(end, end + 6)
  return /(?:\b(?:in|with|using|of|and)\s|[,(/:•|]\s?)$/iu.test(before) && /^(?:\s?[,)/|.;]|\s?$|\sand)/u.test(after)
}
