import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSandbox } from '../src/adapters/sandbox/index.ts'
import { catalog } from '../src/catalog/index.gen.ts'
import { dossiers } from '../src/engine/dossier.ts'
import type { ReceivedFile } from '../src/engine/intake.ts'
import type { Sandbox } from '../src/engine/ports.ts'
import { screen } from '../src/engine/screen.ts'
import { openWorkplace } from '../src/surfaces/cli/open.ts'
import type { Workplace } from '../src/surfaces/cli/workplace.ts'
import { writeReport } from '../src/surfaces/report/write.ts'
import { alternate, ratioOf, timed, type Measured } from './measure.ts'
import { packageOf } from './package-files.ts'
import { textByPdfjs } from './pdfjs-alone.ts'

const ROUNDS = 9
/** Packages before the first round, so that the database and the program's own code are warm. */
const WARMING = 6
/** Milliseconds in which the children that were started ahead load their libraries, unmeasured, as they do between two uploads. */
const SETTLING = 2_500
const MODULES = {
  readersModule: new URL('../src/catalog/readers.gen.ts', import.meta.url),
  renderModule: new URL('../src/catalog/readers/pdf/render.ts', import.meta.url),
}

/**
 * A candidate's package in, the written report out, against what pdf.js takes for the text of the same PDF. Warm is: database
 * open, program run before, reading children started ahead. Each round has a new candidate.
 */
export async function onePackage(): Promise<Measured[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bonafide-bench-'))
  const workplace = await openWorkplace({ data: join(folder, 'data'), acceptNoNetworkIsolation: true, readsFiles: true }, catalog, MODULES)
  const alone = openSandbox({ ...MODULES, readersModule: new URL('./pdfjs-alone.ts', import.meta.url), acceptNoNetworkIsolation: true })
  try {
    const packages = await Promise.all(Array.from({ length: WARMING + 2 * ROUNDS }, (_, i) => packageOf(i)))
    let next = 0
    const said = { findings: 0, statements: 0, failed: 0, packages: 0 }
    const whole = async (sandbox: Sandbox): Promise<number> => {
      const files = packages[next++] ?? []
      const place = { ...workplace, deps: { ...workplace.deps, sandbox } }
      await settle()
      return timed(() => packageToReport(place, files, { report: join(folder, 'report'), said }))
    }
    for (let i = 0; i < WARMING; i++) await whole(i % 2 === 0 ? workplace.deps.sandbox : inProcess)
    for (const [pdf] of packages) await textByPdfjs(pdf.bytes)
    const bytes = (round: number): Uint8Array => packages[WARMING + round]?.[0].bytes ?? new Uint8Array()
    let characters = 0
    const times = await alternate(
      {
        'package to report': () => whole(workplace.deps.sandbox),
        'package to report, one process': () => whole(inProcess),
        'pdf.js': async (round) => timed(async () => (characters = await textByPdfjs(bytes(round)))),
        'pdf.js in a fresh child': async (round) => {
          await settle()
          return timed(() => alone.read('pdf', { bytes: bytes(round), name: 'resume.pdf' }))
        },
      },
      ROUNDS,
    )
    if (said.failed > 0 || said.findings === 0)
      throw new Error(`${said.failed} files failed, ${said.findings} findings: nothing worth measuring`)
    const sizes = (packages[0] ?? []).map((f) => `${(f.bytes.length / 1000).toFixed(0)} KB`).join(' + ')
    const quality = `${sizes}; ${Math.round(said.statements / said.packages)} statements and ${(said.findings / said.packages).toFixed(1)} findings a package; pdf.js gave ${characters} characters`
    const line = (what: string, of: string, to: string, goal?: number): Measured => ({
      job: 'package',
      what,
      ...ratioOf(times, of, to),
      quality,
      ...(goal === undefined ? {} : { goal }),
    })
    return [
      line('warm package to report, in the sandbox ÷ pdf.js text of its PDF, same process', 'package to report', 'pdf.js', 1.5),
      line(
        'warm package to report, in the sandbox ÷ pdf.js text of its PDF in an equally fresh sandboxed child',
        'package to report',
        'pdf.js in a fresh child',
        1.5,
      ),
      line(
        'warm package to report, all in one process ÷ pdf.js text of its PDF, same process',
        'package to report, one process',
        'pdf.js',
        1.5,
      ),
    ]
  } finally {
    await alone.close()
    await workplace.close()
    await rm(folder, { recursive: true, force: true })
  }
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, SETTLING))

/** The readers themselves, called here: what the walls cost is the difference. */
const inProcess: Sandbox = {
  read: async (reader, incoming) => {
    const found = catalog.readers.find((r) => r.id === reader)
    if (found === undefined) throw new Error(`no reader ${reader}`)
    return found.read(incoming)
  },
  renderPages: () => Promise.resolve(new Map()),
  close: () => Promise.resolve(),
}

async function packageToReport(
  place: Workplace,
  files: readonly ReceivedFile[],
  to: { report: string; said: { findings: number; statements: number; failed: number; packages: number } },
): Promise<void> {
  const { deps, actor } = place
  const watch = { progress: () => {}, signal: new AbortController().signal, width: place.width }
  const screened = await screen(deps, catalog, actor, {
    candidates: [{ source: `candidate-${to.said.packages}`, load: () => Promise.resolve({ files, failures: [] }) }],
    watch,
  })
  const found = await deps.store.tx(actor.tenant, (tx) =>
    dossiers(
      tx,
      catalog,
      screened.personas.map((p) => p.persona),
    ),
  )
  await writeReport(to.report, found, place)
  to.said.failed += screened.failures.length
  to.said.packages += 1
  for (const d of found) {
    to.said.findings += d.findings.length
    to.said.statements += d.statements.length
  }
}
