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
  run: ['runs', 'personas', 'cases'],
}

/** What has changed on the service is asked for again, as soon as it says so. The browser itself connects anew when the line breaks. */
export function useNews(): void {
  const client = useQueryClient()
  useEffect(() => {
    const source = new EventSource('/api/events')
    for (const [topic, old] of Object.entries(OLD))
      source.addEventListener(topic, () => {
        for (const key of old) void client.invalidateQueries({ queryKey: [key] })
      })
    source.addEventListener('reset', () => void client.invalidateQueries())
    return () => source.close()
  }, [client])
}
