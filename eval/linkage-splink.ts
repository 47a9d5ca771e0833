import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

/**
 * Splink on its own example data, installed from the package index for this comparison and thrown away. Set up as its documentation
 * sets this data set up (docs/demos, "accuracy analysis from labels" and the tutorial): blocking on first name, surname, birth date and
 * e-mail; names compared together, dates and mailboxes by its own templates, town exactly with term frequencies; prior from its four
 * deterministic rules; u from a random sample; m by EM blocked once on each of three things.
 */
export type SplinkResult = { readonly skipped: string } | SplinkScores
export interface SplinkScores {
  readonly version: string
  /** Precision, recall and F1 of pairs at its line (probability .5). */
  readonly pairs: Scores
  /** Of the pairs at the best of 199 lines, chosen on the truth. */
  readonly bestLine: Scores
  /** Of its clusters, linked at probability .5 and .95. */
  readonly clusters: { readonly half: Scores; readonly sure: Scores }
}
export interface Scores {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

const SCRIPT = `
import json, sys
import duckdb, splink
import splink.comparison_library as cl
from splink import Linker, SettingsCreator, block_on
from splink.backends.duckdb import DuckDBAPI

con = duckdb.connect()
con.sql(f"""create table people as select cast(unique_id as int) as unique_id, first_name, surname, dob, city, email, cluster as person
  from read_csv('{sys.argv[1]}', header = true, all_varchar = true)""")
linker = Linker(DuckDBAPI(con).register(con.table("people")), SettingsCreator(
    link_type="dedupe_only",
    comparisons=[
        cl.ForenameSurnameComparison("first_name", "surname"),
        cl.DateOfBirthComparison("dob", input_is_string=True),
        cl.ExactMatch("city").configure(term_frequency_adjustments=True),
        cl.EmailComparison("email"),
    ],
    blocking_rules_to_generate_predictions=[block_on(c) for c in ("first_name", "surname", "dob", "email")],
))
linker.training.estimate_probability_two_random_records_match([
    "l.first_name = r.first_name and levenshtein(r.dob, l.dob) <= 1",
    "l.surname = r.surname and levenshtein(r.dob, l.dob) <= 1",
    "l.first_name = r.first_name and levenshtein(r.surname, l.surname) <= 2",
    "l.email = r.email",
], recall=0.7)
linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
for rule in (block_on("dob"), block_on("email"), block_on("first_name", "surname")):
    linker.training.estimate_parameters_using_expectation_maximisation(rule)
predicted = linker.inference.predict(threshold_match_probability=0.0001)
con.sql(f"""create view judged as select match_probability as p, a.person = b.person as same from {predicted.physical_name} x
  join people a on a.unique_id = x.unique_id_l join people b on b.unique_id = x.unique_id_r""")
one = lambda sql: con.sql(sql).fetchall()[0]
everything = one("select sum(n * (n - 1) // 2) from (select count(*) as n from people group by person)")[0]
def scores(right, linked):
    return {"precision": right / linked if linked else 1, "recall": right / everything, "f1": 2 * right / (linked + everything)}
def at(line):
    return scores(*one(f"select count(*) filter (same), count(*) from judged where p >= {line}"))
def clustered(line):
    c = linker.clustering.cluster_pairwise_predictions_at_threshold(predicted, line).physical_name
    pairs = lambda by: one(f"select sum(n * (n - 1) // 2) from (select count(*) as n from {c} group by {by})")[0]
    return scores(pairs("cluster_id, person"), pairs("cluster_id"))
print("RESULT" + json.dumps({
    "version": splink.__version__,
    "pairs": at(0.5),
    "bestLine": max((at(i / 200) for i in range(1, 200)), key=lambda s: s["f1"]),
    "clusters": {"half": clustered(0.5), "sure": clustered(0.95)},
}, default=float))
`

const run = promisify(execFile)

export async function measureSplink(input: string, folder: string): Promise<SplinkResult> {
  const environment = join(folder, 'splink')
  const python = join(environment, 'bin', 'python')
  try {
    await run('python3', ['-m', 'venv', environment])
    await run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', 'splink==5.0.0'], { timeout: 300_000 })
  } catch (error) {
    return { skipped: `Splink cannot be installed here (${error instanceof Error ? error.message.split('\n', 1)[0] : String(error)})` }
  }
  const script = join(folder, 'people.py')
  await writeFile(script, SCRIPT)
  const { stdout } = await run(python, [script, input], { maxBuffer: 1 << 26 })
  const result = stdout.split('\n').find((line) => line.startsWith('RESULT'))
  if (result === undefined) throw new Error('Splink ended without a result.')
  return JSON.parse(result.slice('RESULT'.length)) as SplinkScores
}
