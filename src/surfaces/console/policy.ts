/** Of this answer; what makes style elements at run time puts it on them. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

interface Policies {
  createPolicy(name: string, rules: { createHTML(text: string): string }): unknown
}

/**
 * Lets style elements be filled, which Mantine does as if it were markup, and nothing that could be an element: no text becomes markup
 * here, whatever a page or a package tries. Browsers without Trusted Types have the rest of the policy.
 */
export function refuseMarkup(): void {
  // The scroll lock of drawers asks for the nonce under this name.
  Object.assign(globalThis, { __webpack_nonce__: nonce })
  const { trustedTypes } = globalThis as { trustedTypes?: Policies }
  trustedTypes?.createPolicy('default', {
    createHTML(text) {
      if (text.includes('<')) throw new TypeError('Text may not become markup.')
      return text
    },
  })
}
