/** What the rest of the program asks of links and clusters. */
export { judge, withdrawJudgement, type Judged } from './judge.ts'
export { cluster, clusterEvents, clusterPlace, clusters, hubs, judgementsOf, link, links, linksOf, linksWithin } from './look.ts'
