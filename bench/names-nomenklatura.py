"""nomenklatura's LogicV2, the matcher of OpenSanctions, over names alone. Reads {pairs: [[schema, a, b], ...], names: [[schema, text], ...],
queries: [[schema, text], ...]}; it has no index of its own, so each query is compared with each name. Prints JSON: scores of the pairs,
per query the ten best names by number, and the seconds of either."""

import heapq
import json
import sys
import time

from followthemoney.proxy import EntityProxy
from nomenklatura.matching import get_algorithm
from nomenklatura.matching.types import ScoringConfig

algorithm = get_algorithm("logic-v2")
config = ScoringConfig.defaults()


def entity(number, schema, name):
    return EntityProxy.from_dict({"id": str(number), "schema": schema, "properties": {"name": [name]}})


with open(sys.argv[1], encoding="utf-8") as file:
    work = json.load(file)
pairs = [(entity("a", schema, a), entity("b", schema, b)) for schema, a, b in work["pairs"]]
names = [entity(number, schema, text) for number, (schema, text) in enumerate(work["names"])]
queries = [entity("q", schema, text) for schema, text in work["queries"]]

began = time.perf_counter()
scores = [algorithm.compare(a, b, config).score for a, b in pairs]
paired = time.perf_counter() - began

began = time.perf_counter()
best = []
for query in queries:
    scored = [(algorithm.compare(query, name, config).score, -number) for number, name in enumerate(names)]
    best.append([-number for _, number in heapq.nlargest(10, scored)])
searched = time.perf_counter() - began
print(json.dumps({"scores": scores, "pairSeconds": paired, "best": best, "searchSeconds": searched}))
