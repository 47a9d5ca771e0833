import { ActionIcon, Button, FileButton } from '@mantine/core'
import IconPaperclip from '@tabler/icons-react/icons/IconPaperclip'
import IconX from '@tabler/icons-react/icons/IconX'
import { t } from '../../texts/index.ts'
import css from './person.module.css'

const words = t.concerned.question

interface Shown {
  readonly files: readonly File[]
  onFiles(files: readonly File[]): void
}

/** Files that go with what the person writes. */
export function AddFiles({ files, onFiles }: Shown) {
  return (
    <section className={css.files} aria-label={words.files}>
      <p className="soft small">{words.filesHint}</p>
      <FileButton multiple onChange={(added) => onFiles([...files, ...added])}>
        {(props) => (
          <Button {...props} variant="default" leftSection={<IconPaperclip size={16} aria-hidden />}>
            {words.choose}
          </Button>
        )}
      </FileButton>
      <ul>
        {files.map((file, i) => (
          <li key={`${file.name} ${i}`}>
            <span>{file.name}</span>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={words.remove(file.name)}
              onClick={() => onFiles(files.filter((one) => one !== file))}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
    </section>
  )
}
