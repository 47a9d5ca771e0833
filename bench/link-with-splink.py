"""python link-with-splink.py register.csv clusters.csv: a register of persons linked with Splink.

Set up as Splink's worked example for historical persons sets it up (moj-analytical-services/splink, docs/demos/examples/duckdb/
deduplicate_50k_synthetic.ipynb): its ten blocking rules, names compared together with the frequency of the whole name, u from a
random sample of five million pairs, m by EM from two blockings, clusters at a probability of .95. Prints the seconds from opening
the file to the clusters written, as JSON; starting Python and loading its libraries is not counted.
"""

import json
import sys
import time

import duckdb
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

AREA = "substr(parcel,1,3)"

source, target = sys.argv[1], sys.argv[2]
start = time.perf_counter()
connection = duckdb.connect()
connection.execute(
    f"""create table register as
    select id as unique_id, first_name, surname, born, place, parcel, occupation,
      first_name || ' ' || surname as whole_name
    from read_csv('{source}', header = true, all_varchar = true)"""
)
settings = SettingsCreator(
    link_type="dedupe_only",
    blocking_rules_to_generate_predictions=[
        block_on("substr(first_name,1,3)", "substr(surname,1,4)"),
        block_on("surname", "born"),
        block_on("first_name", "born"),
        block_on("parcel", "first_name"),
        block_on("parcel", "surname"),
        block_on("born", "place"),
        block_on(AREA, "born"),
        block_on(AREA, "first_name"),
        block_on(AREA, "surname"),
        block_on("substr(first_name,1,2)", "substr(surname,1,2)", "substr(born,1,4)"),
    ],
    comparisons=[
        cl.ForenameSurnameComparison("first_name", "surname", forename_surname_concat_col_name="whole_name"),
        cl.DateOfBirthComparison("born", input_is_string=True),
        cl.PostcodeComparison("parcel"),
        cl.ExactMatch("place").configure(term_frequency_adjustments=True),
        cl.ExactMatch("occupation").configure(term_frequency_adjustments=True),
    ],
)
register = DuckDBAPI(connection).register("register", table_name="persons")
linker = Linker(register, settings, log_level=None)
linker.training.estimate_probability_two_random_records_match(
    [
        block_on("first_name", "surname", "born"),
        block_on("substr(first_name,1,2)", "surname", "substr(parcel,1,2)"),
        block_on("born", "parcel"),
    ],
    recall=0.6,
)
linker.training.estimate_u_using_random_sampling(max_pairs=5e6, seed=1)
for rule in (block_on("first_name", "surname"), block_on("born")):
    linker.training.estimate_parameters_using_expectation_maximisation(rule, estimate_without_term_frequencies=True)
pairs = linker.inference.predict()
clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, threshold_match_probability=0.95)
connection.execute(f"copy (select unique_id as id, cluster_id as cluster from {clusters.physical_name}) to '{target}' (format csv, header)")
print(json.dumps({"seconds": time.perf_counter() - start}))
