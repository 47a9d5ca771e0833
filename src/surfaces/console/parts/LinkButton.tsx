import { Button, type ButtonProps } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { Ref } from 'react'

function Anchored(props: ButtonProps & { readonly ref?: Ref<HTMLAnchorElement> }) {
  return <Button component="a" {...props} />
}

/** A way to another page that looks like a button, with the router's own types for where it leads. */
export const LinkButton = createLink(Anchored)
