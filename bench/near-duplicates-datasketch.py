"""Near-duplicates with datasketch: the same shingles, values, bands and exact check as ours, written the way its documentation
advises for speed (numpy, many hashes at once). Reads one document a line; prints the seconds and the pairs as JSON."""

import json
import re
import sys
import time

from datasketch import MinHash, MinHashLSH

LEAST = 0.5

with open(sys.argv[1], encoding="utf-8") as file:
    documents = file.read().splitlines()
word = re.compile(r"[a-z0-9_+#]+")

began = time.perf_counter()
index = MinHashLSH(num_perm=128, params=(32, 4))
sketches = []
sets = []
pairs = []
for number, document in enumerate(documents):
    words = word.findall(document.lower())
    shingles = {" ".join(words[i : i + 3]) for i in range(len(words) - 2)}
    sketch = MinHash(num_perm=128)
    sketch.update_batch([shingle.encode("utf-8") for shingle in shingles])
    for other in index.query(sketch):
        jaccard = len(shingles & sets[other]) / len(shingles | sets[other])
        if jaccard >= LEAST:
            pairs.append([other, number])
    index.insert(number, sketch)
    sets.append(shingles)
print(json.dumps({"seconds": time.perf_counter() - began, "pairs": pairs}))
