import { Button, Modal, Select, Textarea } from '@mantine/core'
import IconDownload from '@tabler/icons-react/icons/IconDownload'
import { useMutation } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import { call } from '../../api/client.ts'
import { useMay, useMe } from '../../api/session.ts'
import { save } from '../../parts/save.ts'
import { Failed, Loading, Refused } from '../../parts/states.tsx'
import { done } from '../../parts/toast.tsx'
import { t } from '../../texts/index.ts'
import { aboutWhom, actOn, isPending, lookAgain, useCase, useCases, type CaseShown } from '../cases/case.ts'
import css from './network.module.css'

const { export: words } = t.network

interface Shown {
  readonly cluster: string
  readonly personas: readonly string[]
}

/** Takes a cluster out with its evidence: asked for in a case with its purpose, and approved by somebody else before. */
export function ExportCluster(shown: Shown) {
  const may = useMay()('cluster:export')
  const [opened, setOpened] = useState(false)
  if (!may) return null
  return (
    <>
      <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} onClick={() => setOpened(true)}>
        {words.button}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={words.title}
        closeButtonProps={{ 'aria-label': t.keys.close }}
        centered
      >
        <div className={css.judge}>
          <p>{words.says}</p>
          {opened && <InCase {...shown} onSaved={() => setOpened(false)} />}
        </div>
      </Modal>
    </>
  )
}

/** Chooses the case among those that are about somebody of the cluster. */
function InCase({ cluster, personas, onSaved }: Shown & { onSaved(): void }) {
  const { query, rows } = useCases({ status: 'open' })
  const [chosen, setChosen] = useState<string>()
  if (query.isPending) return <Loading />
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  const cases = rows.filter((c) => c.personas.some((one) => personas.includes(one)))
  const id = chosen ?? cases[0]?.id
  if (id === undefined) return <p className="soft">{words.noCase}</p>
  return (
    <>
      <Select
        label={words.case}
        data={cases.map((c) => ({ value: c.id, label: `${aboutWhom(c)}: ${c.says}` }))}
        value={id}
        onChange={(value) => setChosen(value ?? undefined)}
        allowDeselect={false}
      />
      <Step key={id} id={id} cluster={cluster} onSaved={onSaved} />
    </>
  )
}

/** What comes next in this case: asking, waiting for the second person, or the archive. */
function Step({ id, cluster, onSaved }: { readonly id: string; readonly cluster: string; onSaved(): void }) {
  const me = useMe()
  const found = useCase(id)
  if (found.isPending) return <Loading />
  if (found.isError) return <Failed error={found.error} onRetry={() => void found.refetch()} />
  const mine = found.data.requests.filter((r) => r.what === 'export' && r.about === cluster && r.by === me.account)
  const approved = mine.find((r) => r.state === 'approved' && r.expires > new Date().toISOString())
  if (approved !== undefined) return <Take of={found.data} cluster={cluster} request={approved.request} onSaved={onSaved} />
  if (mine.some(isPending)) return <p className="soft">{words.waits}</p>
  return <Ask of={found.data} cluster={cluster} />
}

function Ask({ of, cluster }: { readonly of: CaseShown; readonly cluster: string }) {
  const [purpose, setPurpose] = useState('')
  const ask = useMutation({
    async mutationFn() {
      if (!of.clusters.includes(cluster)) await actOn(of.id, { kind: 'linked', what: 'cluster', id: cluster })
      return call('POST /api/cases/:case/requests', { params: { case: of.id }, body: { what: 'export', about: cluster, reason: purpose } })
    },
    onSuccess: lookAgain,
  })
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    ask.mutate()
  }
  return (
    <form className={css.judge} onSubmit={submit}>
      <Textarea
        label={words.purpose}
        description={words.hint}
        required
        withAsterisk={false}
        autosize
        minRows={2}
        minLength={3}
        maxLength={2_000}
        data-autofocus
        value={purpose}
        onChange={(event) => setPurpose(event.currentTarget.value)}
      />
      <Refused error={ask.error} />
      <Button type="submit" loading={ask.isPending}>
        {words.ask}
      </Button>
    </form>
  )
}

interface Taking {
  readonly of: CaseShown
  readonly cluster: string
  readonly request: number
  onSaved(): void
}

function Take({ of, cluster, request, onSaved }: Taking) {
  const take = useMutation({
    mutationFn: () => call('POST /api/clusters/:cluster/export', { params: { cluster }, body: { case: of.id, request } }),
    onSuccess(bytes) {
      save(`${cluster}.tar`, new Blob([Uint8Array.from(bytes)], { type: 'application/x-tar' }))
      onSaved()
      done(words.saved)
    },
  })
  return (
    <>
      <p>{words.approved}</p>
      <Refused error={take.error} />
      <Button onClick={() => take.mutate()} loading={take.isPending}>
        {words.go}
      </Button>
    </>
  )
}
