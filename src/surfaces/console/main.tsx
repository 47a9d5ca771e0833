import './theme/layers.css'
import '@mantine/core/styles.layer.css'
import './theme/global.css'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queries } from './api/queries.ts'
import { nonce, refuseMarkup } from './policy.ts'
import { router } from './router.tsx'
import { theme, variables } from './theme/theme.ts'

refuseMarkup()
const root = document.getElementById('root')
if (root === null) throw new Error('The document has no place for the console.')
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto" getStyleNonce={() => nonce}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
