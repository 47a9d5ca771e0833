/** Types of `in-page.js`, whose functions are sent into the browser. */
export function breakIn(): Promise<{ readonly violations: readonly string[]; readonly title: string }>
export function pictureWidth(element: unknown): Promise<number>
export function focus(): { readonly tag: string; readonly outlineStyle: string; readonly width: number }
export function outline(): Readonly<Record<string, string | number | boolean>>
/** Opens or closes everything that folds; gives the width that the page then needs. */
export function openAll(state: boolean): number
export function contrasts(): { readonly texts: number; readonly faint: readonly string[]; readonly ground: string }
