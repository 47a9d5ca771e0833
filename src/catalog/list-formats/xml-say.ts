import type { ListFile } from '../../kit/list.ts'
import { said } from './said.ts'
import { headOf } from './text.ts'
import { childOf, type XmlElement } from './xml.ts'

/** Elements of that name at any depth. */
export const within = (element: XmlElement, name: string): readonly XmlElement[] =>
  element.children.flatMap((child) => (child.name === name ? [child] : within(child, name)))

/** Text of the first child of that name. */
export const say = (element: XmlElement, name: string): string | undefined => said(childOf(element, name)?.text)

/** Texts of all elements of that name at any depth, without the empty ones. */
export const says = (element: XmlElement, name: string): string[] => within(element, name).flatMap(({ text }) => said(text) ?? [])

export const attributeOf = (element: XmlElement | undefined, name: string): string | undefined => said(element?.attributes[name])

/** True where the head of XML has an element of this name: damaged and doubtful files too, so that reading says what is wrong. */
export function beginsWith(file: ListFile, root: string): boolean {
  const head = headOf(file).replaceAll('\u0000', '')
  return /^[^<]{0,3}\s*</.test(head) && new RegExp(String.raw`<(?:[\w.-]+:)?${root}[\s/>]`).test(head)
}

/** An attribute of the outermost element, from the head: the moment at which a publisher made the file. */
export const rootAttribute = (file: ListFile, name: string): string | undefined =>
  said(new RegExp(String.raw`\s${name}\s*=\s*["']([^"']*)["']`).exec(headOf(file).replaceAll('\u0000', ''))?.[1])
