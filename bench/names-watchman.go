package main

// Put beside watchman's own files (cmd/server of moov-io/watchman 0.31), whose search is not exported: with BONAFIDE_WORK set, its program
// reads the same document as names-nomenklatura.py, prints the same answers and ends. Names are prepared by its own pipeline, as
// entries of the SDN list; the first name of a pair is the listed one.

import (
	"encoding/json"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/moov-io/base/log"
	"github.com/moov-io/watchman/pkg/ofac"
)

func init() {
	path := os.Getenv("BONAFIDE_WORK")
	if path == "" {
		return
	}
	bytes, err := os.ReadFile(path)
	if err != nil {
		panic(err)
	}
	var work struct {
		Pairs   [][3]string
		Names   [][2]string
		Queries [][2]string
	}
	if err := json.Unmarshal(bytes, &work); err != nil {
		panic(err)
	}
	pipe := newPipeliner(log.NewNopLogger(), false)
	search := newSearcher(log.NewNopLogger(), pipe, 1024)
	search.SDNs = precomputeSDNs(entries(work.Names), nil, pipe)

	scores := make([]float64, len(work.Pairs))
	began := time.Now()
	for at, pair := range work.Pairs {
		listed := precomputeSDNs(entries([][2]string{{pair[0], pair[1]}}), nil, pipe)[0]
		scores[at] = bestPairsJaroWinkler(strings.Fields(precompute(pair[2])), listed.name)
	}
	paired := time.Since(began)

	best := make([][]int, len(work.Queries))
	began = time.Now()
	for at, query := range work.Queries {
		best[at] = []int{}
		for _, found := range search.TopSDNs(10, 0, query[1], func(*SDN) bool { return true }) {
			number, _ := strconv.Atoi(found.EntityID)
			best[at] = append(best[at], number)
		}
	}
	searched := time.Since(began)
	if err := json.NewEncoder(os.Stdout).Encode(map[string]any{
		"scores": scores, "pairSeconds": paired.Seconds(), "best": best, "searchSeconds": searched.Seconds(),
	}); err != nil {
		panic(err)
	}
	os.Exit(0)
}

func entries(names [][2]string) []*ofac.SDN {
	sdns := make([]*ofac.SDN, len(names))
	for at, name := range names {
		kind := map[string]string{"Person": "individual"}[name[0]]
		sdns[at] = &ofac.SDN{EntityID: strconv.Itoa(at), SDNName: name[1], SDNType: kind}
	}
	return sdns
}
