import type { AnyResource } from '@linli/kit'

export interface FakeRow {
  id: string
  version: number
  [column: string]: unknown
}

const NAMES = '王丽 李强 张三丰 赵敏 陈静 刘洋 杨帆 黄磊 周杰 吴倩 徐明 孙悦 胡军 朱红 高山 林涛 何芳 郭亮 马超 罗兰'.split(' ')

/** Some believable rows of every resource. */
export function seed(rows: Map<string, FakeRow[]>): void {
  const at = (days: number): string => new Date(Date.UTC(2026, 10, 22, 4) - days * 86_400_000).toISOString()
  const kept = (index: number) => ({
    communityId: `41140200400${(index % 3) + 1}`,
    gridId: null,
    version: 1,
    createdAt: at(index),
    createdBy: uuid(9000),
    updatedAt: at(index),
    updatedBy: uuid(9000),
  })
  rows.set(
    'clubs.people',
    Array.from({ length: 63 }, (_, index) => ({
      id: uuid(index),
      ...kept(index),
      name: `${NAMES[index % NAMES.length]}${index >= NAMES.length ? index : ''}`,
      idNumber: `990101********${String(1000 + index)}`,
      phone: `138****${String(1000 + index)}`,
      gender: index % 2 ? 'male' : 'female',
      born: `19${String(40 + (index % 50)).padStart(2, '0')}-03-0${(index % 9) + 1}`,
      tags: index % 5 === 0 ? ['aged', 'alone'] : [],
      home: `前程小区 ${(index % 12) + 1} 栋`,
      illness: null,
      photo: null,
    })) as FakeRow[],
  )
  rows.set(
    'clubs.requests',
    Array.from({ length: 14 }, (_, index) => ({
      id: uuid(500 + index),
      ...kept(index),
      title: `${['广场舞比赛', '书法讲座', '重阳敬老', '义务植树', '棋牌友谊赛'][index % 5] ?? ''}${index + 1}`,
      personId: uuid(index),
      budget: 12_345 + index * 1000,
      seats: 20 + index,
      outdoor: index % 2 === 0,
      reply: null,
      status: ['submitted', 'accepted', 'approved', 'refused'][index % 4] ?? 'submitted',
      statusSince: at(index),
      dueAt: index % 4 < 2 ? at(index - 4) : null,
      dueProvisional: index === 4,
    })) as FakeRow[],
  )
  rows.set('platform.accounts', [
    {
      id: uuid(9000),
      ...kept(0),
      communityId: null,
      username: 'admin',
      name: '周管理',
      status: 'active',
      statusSince: at(3),
      dueAt: null,
      dueProvisional: false,
      phone: null,
      mustChangePassword: false,
      lastSignInAt: at(0),
      lockedUntil: null,
    } as FakeRow,
    {
      id: uuid(9001),
      ...kept(0),
      communityId: null,
      username: 'qiancheng',
      name: '李书记',
      status: 'active',
      statusSince: at(3),
      dueAt: null,
      dueProvisional: false,
      phone: null,
      mustChangePassword: true,
      lastSignInAt: null,
      lockedUntil: null,
    } as FakeRow,
  ])
  rows.set('platform.roles', [
    {
      id: uuid(9100),
      ...kept(0),
      communityId: null,
      name: 'street-admin',
      title: '街道管理员',
      allow: ['**'],
      deny: [],
      show: 'P2',
      reveal: 'P3',
      offered: [],
    } as FakeRow,
    {
      id: uuid(9101),
      ...kept(0),
      communityId: null,
      name: 'counter-clerk',
      title: '窗口工作人员',
      allow: ['clubs.people.read', 'clubs.requests.*'],
      deny: ['*.*.export'],
      show: 'P1',
      reveal: 'P3',
      offered: [],
    } as FakeRow,
  ])
  rows.set('platform.posts', [
    {
      id: uuid(9200),
      ...kept(0),
      communityId: null,
      accountId: uuid(9000),
      roleId: uuid(9100),
      from: '2026-01-01',
      to: null,
      subjectResource: null,
      subjectId: null,
    } as FakeRow,
  ])
  rows.set('platform.places', [])
  rows.set('platform.views', [])
  rows.set(
    'platform.audit',
    Array.from({ length: 30 }, (_, index) => ({
      id: uuid(9300 + index),
      ...kept(index),
      no: 30 - index,
      at: at(index),
      actorId: uuid(9000),
      actorName: '周管理',
      verb: 'update',
      resource: 'clubs.people',
      subjectId: uuid(index),
      before: { phone: 'x' },
      after: { phone: 'y' },
      reason: null,
      origin: '127.0.0.1',
    })) as FakeRow[],
  )
}

export function uuid(n: number): string {
  return `019aa000-0000-7000-8000-${String(n).padStart(12, '0')}`
}

/** Whether a row answers a filter of the dialect; enough of it for the screens. */
export function answers(row: FakeRow, filter: Readonly<Record<string, unknown>>, resource: AnyResource): boolean {
  return Object.entries(filter).every(([key, wanted]) => {
    if (key === 'q') return String(row[resource.display]).includes(String(wanted)) || (wanted === 'zsf' && row.name === '张三丰')
    const range = /^(.+)_(gte|lte|gt|lt|neq|empty)$/.exec(key)
    if (range) {
      const value = row[range[1] as string] as string | number | null
      if (range[2] === 'empty') return (value === null) === wanted
      if (value === null || value === undefined) return false
      if (range[2] === 'gte') return value >= (wanted as string)
      if (range[2] === 'lte') return value <= (wanted as string)
      return value !== wanted
    }
    const value = row[key]
    if (Array.isArray(wanted)) return Array.isArray(value) ? value.some((one) => wanted.includes(one)) : wanted.includes(value)
    return value === wanted
  })
}
