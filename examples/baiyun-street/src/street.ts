import { defineStreet, use } from '@linli/kit'
import { grid } from '@linli/plugin-grid'
import { merchantAlliance } from '@linli/plugin-merchant-alliance'
import { registry } from '@linli/plugin-registry'
import { residentsCouncil } from '@linli/plugin-residents-council'
import { counter } from '@linli/plugin-service-counter'

/** 白云街道 with its five communities (statistical codes of 2023). */
export const street = defineStreet({
  code: '411402004',
  name: '白云街道',
  officialName: '河南省商丘市梁园区白云街道办事处',
  communities: [
    { code: '411402004001', name: '前程社区' },
    { code: '411402004002', name: '绿苑社区' },
    { code: '411402004003', name: '清江社区' },
    { code: '411402004004', name: '大陈社区' },
    { code: '411402004005', name: '广源社区' },
  ],
  modules: [
    use(registry),
    use(residentsCouncil),
    use(counter, { phone: '0370-2785001' }),
    use(grid, { open311: 'report' }),
    use(merchantAlliance, { dormantDays: 60 }),
  ],
})
