import { Button } from '@mantine/core'
import IconDownload from '@tabler/icons-react/icons/IconDownload'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { useMay } from '../../api/session.ts'
import { AskReason, type Question } from '../../parts/AskReason.tsx'
import { save } from '../../parts/save.ts'
import { t } from '../../texts/index.ts'

const { export: words } = t.network

/** Takes a cluster out with its evidence, for a purpose that is written down. */
export function ExportCluster({ cluster }: { readonly cluster: string }) {
  const may = useMay()('cluster:export')
  const [question, setQuestion] = useState<Question>()
  if (!may) return null
  const taking: Question = {
    title: words.title,
    says: words.says,
    asks: words.purpose,
    hint: words.hint,
    go: words.go,
    done: words.saved,
    async run({ reason }) {
      const bytes = await call('POST /api/clusters/:cluster/export', { params: { cluster }, body: { purpose: reason } })
      save(`${cluster}.tar`, new Blob([Uint8Array.from(bytes)], { type: 'application/x-tar' }))
    },
  }
  return (
    <>
      <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} onClick={() => setQuestion(taking)}>
        {words.button}
      </Button>
      <AskReason question={question} onClose={() => setQuestion(undefined)} look={() => Promise.resolve()} />
    </>
  )
}
