import { useParams } from '@tanstack/react-router'
import { Crumb } from '../../parts/Crumb.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { Empty, Failed, Loading } from '../../parts/states.tsx'
import { rooms } from '../../texts/index.ts'
import { Delta } from './Delta.tsx'
import { standingOf, useLists, useVersions, type ListLine } from './list-lines.ts'
import css from './lists.module.css'
import { Reports } from './Reports.tsx'
import { Versions } from './Versions.tsx'

const words = rooms.list

/** A list: how old it is, its versions, what changed between two of them, and who signed that each was worked. */
export function List() {
  const { list } = useParams({ from: '/inside/sanctions/lists/$list' })
  const lists = useLists()
  const versions = useVersions(list)
  const line = lists.data?.items.find((one) => one.list === list)
  return (
    <>
      <Crumb to="/lists" says={words.back} />
      <PageHeader title={line?.title ?? list} />
      {line !== undefined && <Warning line={line} />}
      {versions.isPending ? (
        <Loading />
      ) : versions.isError ? (
        <Failed error={versions.error} onRetry={() => void versions.refetch()} />
      ) : versions.data.items.length === 0 ? (
        <Empty {...words.absent} />
      ) : (
        <div className={css.parts}>
          <Versions list={list} versions={versions.data.items} />
          <Delta list={list} versions={versions.data.items} />
          <Reports list={list} versions={versions.data.items} />
        </div>
      )}
    </>
  )
}

/** A list that misses what it should find says so before anything else. */
function Warning({ line }: { readonly line: ListLine }) {
  const standing = standingOf(line)
  if (standing === 'fresh' || standing === 'absent') return null
  const says =
    standing === 'damaged'
      ? line.fault
      : standing === 'stale'
        ? `${words.tooOld(line.ageDays ?? 0)} ${rooms.lists.staleDo}`
        : words.otherwise
  return (
    <p className={css.loud} role="alert">
      <b>{rooms.lists.states[standing]}.</b> {says}
    </p>
  )
}
