import { readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { clockSource } from '../../adapters/clock/source.ts'
import { makeFolder } from '../../adapters/folders/index.ts'
import { fingerprintInWords } from '../../adapters/keys/signature.ts'
import { clusterDossier } from '../../engine/cluster-dossier.ts'
import { dossiers } from '../../engine/dossier.ts'
import { exportCluster } from '../../engine/export-cluster.ts'
import { badUsage, storage } from '../../model/errors.ts'
import type { ClusterId } from '../../model/link.ts'
import { refuseWording } from '../../model/wording.ts'
import { plain, plainJson } from './plain.ts'
import { out } from './print-link.ts'
import { EXIT, inWorkplace, type DataOptions } from './session.ts'
import type { Entry } from './workplace.ts'

export interface ExportOptions extends DataOptions {
  readonly out: string
  readonly purpose: string
  readonly json?: boolean
}

/** Writes a cluster with everything it rests on and a signed list of it, for whoever has to check it without this installation. */
export async function clustersExportCommand(entry: Entry, id: ClusterId, options: ExportOptions, version: string): Promise<void> {
  await inWorkplace(entry, options, async ({ deps, catalog, actor, signingKeys }) => {
    if (options.purpose.trim() === '') throw badUsage('Say with --purpose what the export is for; it stands in the manifest.')
    refuseWording(options.purpose, 'reason', '/purpose')
    const { cluster, members } = await deps.store.tx(actor.tenant, async (tx) => {
      const found = await clusterDossier(tx, id)
      return { cluster: found, members: await dossiers(tx, catalog, found.cluster.personas) }
    })
    await emptyFolder(options.out)
    process.stderr.write(
      `This writes personal data of ${members.length} applicants, unencrypted, to "${plain(options.out)}": their files, what stands in them, and what was found. Nothing is decided about any of them. Whoever gets it must need it for: ${plain(options.purpose)}\n`,
    )
    const signer = await (await signingKeys()).signer(deps.clock.now())
    const { manifest, sha256 } = await exportCluster(
      deps,
      actor,
      {
        cluster,
        members,
        purpose: options.purpose.trim(),
        role: 'operator',
        leave: undefined,
        program: { version, catalogue: catalog.hash },
        signer,
        clock: await clockSource(),
      },
      { write: (path, bytes) => writeNew(join(options.out, path), bytes) },
    )
    if (options.json === true)
      process.stdout.write(`${plainJson({ out: options.out, manifest: sha256, key: signer.keyId, ...manifest.totals })}\n`)
    else {
      out(`${manifest.totals.count} items, ${manifest.totals.bytes} bytes: ${plain(options.out)}`)
      for (const { original_filename: name, reason } of manifest.redactions) out(`left out: ${plain(`${name ?? ''}. ${reason}`)}`)
      out(`manifest sha256 ${sha256}`)
      out(`signed with the key\n    ${fingerprintInWords(signer.keyId)}`)
      out('Tell the fingerprint to whoever gets the export by another way than the export itself: by telephone or in person.')
      out(`They check it with: bonafide verify ${plain(options.out)} --key "<fingerprint>"`)
      out('Nobody has approved that it is handed on. Handing it outside needs a second person.')
    }
    return EXIT.done
  })
}

/** Made when absent; anything in it already would pass for part of the export, or be lost. */
async function emptyFolder(path: string): Promise<void> {
  try {
    await makeFolder(path, { mode: 0o700 })
    if ((await readdir(path)).length === 0) return
  } catch (cause) {
    throw storage(`The export cannot be written to "${path}" (${(cause as Error).message}). Choose another folder with --out.`, cause)
  }
  throw badUsage(`"${path}" is not empty. Name a new folder with --out, so that nothing else is taken for part of the export.`)
}

async function writeNew(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await makeFolder(dirname(path), { mode: 0o700 })
    await writeFile(path, bytes, { flag: 'wx', mode: 0o600 })
  } catch (cause) {
    throw storage(
      `The export was stopped: "${path}" cannot be written (${(cause as Error).message}). What was written has no manifest; delete the folder and export again.`,
      cause,
    )
  }
}
