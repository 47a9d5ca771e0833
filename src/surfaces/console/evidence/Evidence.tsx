import { Commit } from './Commit.tsx'
import css from './evidence.module.css'
import { HeaderLine } from './HeaderLine.tsx'
import { MapPoint } from './MapPoint.tsx'
import { Page } from './Page.tsx'
import { Passages } from './Passages.tsx'
import { PhotoPair } from './PhotoPair.tsx'
import { pagePlace } from './place.ts'
import { Row } from './Row.tsx'
import type { Evidence as One } from './value.ts'
import { Words } from './Words.tsx'

interface Shown {
  readonly persona: string
  readonly evidence: readonly One[]
}

/** Everything that a finding rests on, each thing drawn by the kind of place it stands at. */
export function Evidence({ persona, evidence }: Shown) {
  const own = (one: One): boolean => one.persona === persona
  const pictures = evidence.filter((one) => one.property === 'image-hash')
  const passages = evidence.filter((one) => one.property === 'passage')
  const [mine, theirs] = [passages.filter(own), passages.filter((one) => !own(one))]
  const paired = mine.flatMap((one, i) => (theirs[i] === undefined ? [] : [[one, theirs[i]] as const]))
  const told = new Set([...pictures, ...paired.flat()])
  return (
    <div className={css.all}>
      {pictures.length > 0 && <PhotoPair persona={persona} pictures={pictures} />}
      {paired.map(([one, other]) => (
        <Passages key={one.statement} mine={one} theirs={other} />
      ))}
      {evidence
        .filter((one) => !told.has(one))
        .map((one) => (
          <div key={one.statement}>
            <Words evidence={one} own={own(one)} />
            <Source one={one} />
            <MapPoint evidence={one} />
          </div>
        ))}
      {pagesOf(evidence.filter(own)).map(({ artifact, page, boxes }) => (
        <Page key={`${artifact} ${page}`} persona={persona} artifact={artifact} page={page} boxes={boxes} />
      ))}
    </div>
  )
}

function Source({ one }: { readonly one: One }) {
  if (one.property === 'commit') return <Commit evidence={one} />
  if (one.at.startsWith('row=')) return <Row evidence={one} />
  if (one.at.startsWith('header=')) return <HeaderLine evidence={one} />
  return null
}

/** More pages than a person leafs through beside one finding. */
const MOST_PAGES = 6

/** Each page once, with all that is marked on it. */
function pagesOf(evidence: readonly One[]) {
  const placed = evidence.flatMap((one) => {
    const place = pagePlace(one.at)
    return place?.box === undefined ? [] : [{ artifact: one.artifact, page: place.page, box: place.box }]
  })
  return [...Map.groupBy(placed, ({ artifact, page }) => `${artifact} ${page}`).values()].slice(0, MOST_PAGES).flatMap((of) => {
    const [first] = of
    return first === undefined ? [] : [{ artifact: first.artifact, page: first.page, boxes: of.map(({ box }) => box) }]
  })
}
