import { creditCodeCheckCharacter } from '@linli/core/identifier'

/** A shop of the demo alliance. The report counts 43. */
export interface DemoMerchant {
  readonly name: string
  readonly category: string
  readonly community: string
  readonly address: string
  readonly creditCode: string
  readonly contact: string
  readonly phone: string
  readonly memberOwned: 'yes' | 'no'
}

const SHOPS: readonly (readonly [name: string, category: string])[] = [
  ['白云粮油店', 'grocery'],
  ['老街坊馒头房', 'food'],
  ['清江羊肉汤', 'food'],
  ['惠民便利店', 'supermarket'],
  ['康宁大药房', 'pharmacy'],
  ['巧手理发店', 'hairdressing'],
  ['四季服装店', 'clothing'],
  ['光明眼镜', 'optics'],
  ['大陈家电维修', 'repair'],
  ['洁净干洗店', 'laundry'],
  ['温馨浴池', 'bathing'],
  ['育才文具店', 'stationery'],
  ['前程早餐铺', 'food'],
  ['绿苑蔬果店', 'grocery'],
  ['好邻居超市', 'supermarket'],
  ['仁和药店', 'pharmacy'],
  ['小李发艺', 'hairdressing'],
  ['福满楼饺子馆', 'food'],
  ['诚信手机维修', 'repair'],
  ['广源鲜肉铺', 'grocery'],
  ['百姓饭店', 'food'],
  ['童趣书屋', 'stationery'],
  ['爱家家政', 'repair'],
  ['老兵烩面', 'food'],
  ['康乐足浴', 'bathing'],
  ['益民药房', 'pharmacy'],
  ['顺达五金', 'other'],
  ['喜洋洋蛋糕坊', 'food'],
  ['梦之美理发', 'hairdressing'],
  ['步步高鞋店', 'clothing'],
  ['和顺超市', 'supermarket'],
  ['东方眼镜店', 'optics'],
  ['明珠洗衣', 'laundry'],
  ['铁路小吃店', 'food'],
  ['陈记豆腐坊', 'grocery'],
  ['安居水电维修', 'repair'],
  ['滨河茶社', 'food'],
  ['新风尚服饰', 'clothing'],
  ['书香文具', 'stationery'],
  ['三姐熟食', 'food'],
  ['乐购便利店', 'supermarket'],
  ['平安大药房', 'pharmacy'],
  ['锦绣花店', 'other'],
]

const CONTACTS = ['刘志强', '王秀英', '张海涛', '李红梅', '陈建军', '赵敏', '孙文博', '周丽', '吴国栋', '郑艳']
const COMMUNITIES = ['411402004001', '411402004002', '411402004003', '411402004004', '411402004005']
const STREETS = ['前程路', '绿苑路', '清江街', '大陈路', '广源街']

function demoCode(n: number): string {
  const body = `92999999MA${String(n).padStart(7, '0')}`
  return `${body}${creditCodeCheckCharacter(body)}`
}

/** Codes of three shops that have applied. */
export const APPLICANT_CODES: readonly string[] = [901, 902, 903].map(demoCode)

/** The 43 shops. Their credit codes fit the check of GB 32100 and carry the division 999999, which does not exist. */
export const DEMO_MERCHANTS: readonly DemoMerchant[] = SHOPS.map(([name, category], index) => {
  const place = index % COMMUNITIES.length
  return {
    name,
    category,
    community: COMMUNITIES[place] ?? '',
    address: `${STREETS[place] ?? ''} ${12 + index * 3} 号`,
    creditCode: demoCode(index + 1),
    contact: CONTACTS[index % CONTACTS.length] ?? '',
    phone: `1540370${String(1000 + index).slice(-4)}`,
    memberOwned: index % 3 === 0 ? 'yes' : 'no',
  }
})
