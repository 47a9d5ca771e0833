import { catalogRoutes } from './catalog.ts'

/** Every route there is. The walks of test/http go over this list, so none can be left out of them. */
export const routes = [...catalogRoutes] as const
