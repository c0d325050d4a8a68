import type { DemoAccount } from '@linli/server'
import { gridCode } from './estates.ts'

/** One password for everybody: these accounts exist in demo data alone and are refused in production. */
const PASSWORD = 'Linli-2026'

const at = (role: string, communityId?: string, gridId?: string): DemoAccount['posts'][number] => ({ role, communityId, gridId })

/** One account for every role that has work in the demo, and a director for each community. */
export const STAFF: readonly DemoAccount[] = [
  { username: 'admin', name: '孟庆华', title: '街道管理员：看得到全街道，管模块、账号和岗位', posts: [at('street-admin')] },
  { username: 'leader', name: '宋卫国', title: '街道领导：看全街道的数字和台账', posts: [at('street-leader')] },
  { username: 'qiancheng', name: '李秀梅', title: '前程社区书记', posts: [at('community-director', '411402004001')] },
  { username: 'lvyuan', name: '张建民', title: '绿苑社区书记', posts: [at('community-director', '411402004002')] },
  { username: 'qingjiang', name: '王红霞', title: '清江社区书记', posts: [at('community-director', '411402004003')] },
  { username: 'dachen', name: '陈大勇', title: '大陈社区书记', posts: [at('community-director', '411402004004')] },
  { username: 'guangyuan', name: '刘素云', title: '广源社区书记', posts: [at('community-director', '411402004005')] },
  { username: 'window', name: '赵静', title: '前程社区 3 号窗口工作人员', posts: [at('counter-clerk', '411402004001')] },
  { username: 'window5', name: '韩梅', title: '前程社区 5 号窗口工作人员', posts: [at('counter-clerk', '411402004001')] },
  { username: 'window6', name: '马超', title: '前程社区 6 号窗口工作人员', posts: [at('counter-clerk', '411402004001')] },
  {
    username: 'grid',
    name: '周晓东',
    title: '前程社区第一网格网格员',
    posts: [at('grid-officer', '411402004001', gridCode('411402004001', 1))],
  },
  {
    username: 'grid2',
    name: '吴桂芝',
    title: '前程社区第二网格网格员：看不到第一网格的重点走访',
    posts: [at('grid-officer', '411402004001', gridCode('411402004001', 2))],
  },
  { username: 'social', name: '何慧敏', title: '前程社区社工', posts: [at('social-worker', '411402004001')] },
  { username: 'auditor', name: '郑学礼', title: '审计监督：只看不改', posts: [at('auditor')] },
  { username: 'shop', name: '刘志强', title: '商户「白云粮油店」：用手机核销，网址后加 /m/', posts: [] },
  { username: 'council', name: '议事会成员', title: '前程花园议事会成员：手机上提议、签到、表决，网址后加 /m/', posts: [] },
  { username: 'resident', name: '持卡居民', title: '持爱心卡的居民：手机上看二维码，网址后加 /m/', posts: [] },
].map((account) => ({ ...account, password: PASSWORD }))
