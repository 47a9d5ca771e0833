interface Place {
  readonly x: number
  readonly y: number
}

/** Discs of these radii, none over another, each as near to the middle as those before it leave room for; the large ones first. */
export function packed(radii: readonly number[]): readonly Place[] {
  const cell = 2 * median(radii)
  const taken = new Map<string, number[]>()
  const places: Place[] = radii.map(() => ({ x: 0, y: 0 }))
  const order = radii.map((_, i) => i).toSorted((a, b) => (radii[b] ?? 0) - (radii[a] ?? 0) || a - b)
  const free = (at: Place, radius: number): boolean =>
    cellsOf(at, radius, cell).every((name) =>
      (taken.get(name) ?? []).every((i) => Math.hypot((places[i]?.x ?? 0) - at.x, (places[i]?.y ?? 0) - at.y) >= radius + (radii[i] ?? 0)),
    )
  // Smaller discs go on where the last larger one stood: what it could not use is mostly no use to them either.
  let way = 0
  for (const i of order) {
    const radius = radii[i] ?? 0
    // A spiral whose turns are one radius apart, walked in steps of half a radius.
    const step = radius / 2
    let at = onSpiral(way, radius)
    while (!free(at, radius)) {
      way += step
      at = onSpiral(way, radius)
    }
    places[i] = at
    for (const name of cellsOf(at, radius, cell)) taken.set(name, [...(taken.get(name) ?? []), i])
    way = Math.max(0, way - radius * 2)
  }
  return places
}

/** The place after so much of the way along a spiral with turns so far apart. */
function onSpiral(way: number, apart: number): Place {
  const pitch = apart / (2 * Math.PI)
  const angle = Math.sqrt((2 * way) / pitch)
  return { x: pitch * angle * Math.cos(angle), y: pitch * angle * Math.sin(angle) }
}

function cellsOf({ x, y }: Place, radius: number, cell: number): readonly string[] {
  const names: string[] = []
  for (let i = Math.floor((x - radius) / cell); i <= Math.floor((x + radius) / cell); i++)
    for (let j = Math.floor((y - radius) / cell); j <= Math.floor((y + radius) / cell); j++) names.push(`${i} ${j}`)
  return names
}

const median = (of: readonly number[]): number => of.toSorted((a, b) => a - b)[of.length >> 1] ?? 1
