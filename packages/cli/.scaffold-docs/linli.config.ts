import type { LinliConfig } from '@linli/cli'
import { defineStreet, use } from '@linli/kit'
import { registry } from '@linli/plugin-registry'

/** The only truth about what is installed. Modules can be switched off and tuned in the admin; the codes are those of the statistics bureau. */
export const street = defineStreet({
  code: '411402009',
  name: '前进街道',
  officialName: '河南省商丘市梁园区前进街道办事处',
  communities: [
    { code: '411402009001', name: '东街社区' },
    { code: '411402009002', name: '西街社区' },
  ],
  modules: [use(registry)],
})

export default { streets: [street] } satisfies LinliConfig
