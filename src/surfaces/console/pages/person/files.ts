/** Files that somebody chose, as the client sends them. */
export const chosenFiles = (files: readonly File[]): Promise<{ readonly name: string; readonly bytes: Uint8Array }[]> =>
  Promise.all(files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })))
