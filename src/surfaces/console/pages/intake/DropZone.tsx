import { Button } from '@mantine/core'
import IconCloudUpload from '@tabler/icons-react/icons/IconCloudUpload'
import { useRef, useState, type DragEvent } from 'react'
import { failed } from '../../parts/toast.tsx'
import { t } from '../../texts/index.ts'
import { chosen, dropped, type Picked } from './gather.ts'
import css from './intake.module.css'

/** Takes files and folders: dropped, or chosen in the browser's own dialog. */
export function DropZone({ onPicked }: { onPicked(picked: readonly Picked[]): void }) {
  const [over, setOver] = useState(false)
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const onDrop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    dropped(event.dataTransfer.items).then(onPicked, failed)
  }
  const onDragOver = (event: DragEvent): void => {
    event.preventDefault()
    event.dataTransfer.dropEffect = 'copy'
    setOver(true)
  }
  const take = (input: HTMLInputElement): void => {
    if (input.files !== null) onPicked(chosen(input.files))
    // The same files can be chosen once more.
    input.value = ''
  }
  return (
    <div className={css.drop} data-over={over || undefined} onDrop={onDrop} onDragOver={onDragOver} onDragLeave={() => setOver(false)}>
      <IconCloudUpload size={36} stroke={1.3} aria-hidden />
      <p className={css.dropTitle}>{t.intake.drop}</p>
      <p className="soft small">{t.intake.kinds}</p>
      <div className={css.choose}>
        <Button variant="default" onClick={() => files.current?.click()}>
          {t.intake.files}
        </Button>
        <Button variant="default" onClick={() => folder.current?.click()}>
          {t.intake.folder}
        </Button>
      </div>
      <input ref={files} type="file" multiple hidden aria-label={t.intake.files} onChange={(event) => take(event.currentTarget)} />
      <input
        ref={folder}
        type="file"
        multiple
        hidden
        aria-label={t.intake.folder}
        onChange={(event) => take(event.currentTarget)}
        {...{ webkitdirectory: '' }}
      />
    </div>
  )
}
