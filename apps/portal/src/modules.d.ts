declare module 'virtual:linli/modules' {
  import type { PortalModules } from '@linli/portal'

  const modules: PortalModules
  export default modules
}
