import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

/** Topics of `/api/events`, and what of the answers kept here each makes old. An unknown topic is nobody's here. */
const OLD: Readonly<Record<string, readonly string[]>> = {
  personas: ['personas', 'cases'],
  requisitions: ['requisitions'],
  links: ['links', 'personas'],
  cases: ['cases'],
  indicators: ['indicators'],
  screening: ['screening', 'cases'],
  run: ['runs', 'personas', 'cases', 'detectors'],
  numbers: ['detectors'],
}

/** Many candidates at once make many events; what they make old is asked for once. */
const GATHERED_MS = 400

/** What has changed on the service is asked for again, as soon as it says so. The browser itself connects anew when the line breaks. */
export function useNews(): void {
  const client = useQueryClient()
  useEffect(() => {
    const source = new EventSource('/api/events')
    const due = new Set<string>()
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = (): void => {
      timer = undefined
      for (const key of due) void client.invalidateQueries({ queryKey: [key] })
      due.clear()
    }
    for (const [topic, old] of Object.entries(OLD))
      source.addEventListener(topic, () => {
        for (const key of old) due.add(key)
        timer ??= setTimeout(ask, GATHERED_MS)
      })
    source.addEventListener('reset', () => void client.invalidateQueries())
    return () => {
      clearTimeout(timer)
      source.close()
    }
  }, [client])
}
