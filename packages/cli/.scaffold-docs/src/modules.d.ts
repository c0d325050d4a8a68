declare module 'virtual:linli/modules' {
  import type { StreetModules } from '@linli/admin'

  const modules: StreetModules
  export default modules
}
