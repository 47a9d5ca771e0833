/** The part of pdfmake 0.3 that is used here; the package ships no types. */
declare module 'pdfmake' {
  interface Printer {
    setFonts(fonts: Record<string, { normal: string; bold: string; italics: string; bolditalics: string }>): void
    setUrlAccessPolicy(allow: (url: string) => boolean): void
    setLocalAccessPolicy(allow: (path: string) => boolean): void
    createPdf(definition: object): { getBuffer(): Promise<Buffer> }
  }
  const pdfmake: Printer
  export default pdfmake
}
