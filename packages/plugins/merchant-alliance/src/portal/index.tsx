import { definePortal } from '@linli/portal'

export default definePortal(
  { id: 'merchants' },
  {
    pages: [
      { path: 'till', title: '爱心核销', permission: 'merchants.my-till', load: () => import('./till/till-page.tsx') },
      { path: 'card', title: '我的爱心卡', permission: 'merchants.my-card', load: () => import('./card/card-page.tsx') },
      { path: 'apply', title: '申请加入爱心商圈', permission: 'public', load: () => import('./apply/apply-page.tsx') },
    ],
  },
)
