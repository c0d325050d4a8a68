import { date, idNumber, phone, text, type ImportDefinition } from '@linli/kit'

/** The residents' ledger as communities keep it: one line a person, homes and households made along the way. */
export const residentsImport = {
  name: 'registry.residents',
  title: '居民台账',
  help: '一人一行。住址可以写在一格（幸福小区3号楼2单元501室），也可以分小区、楼栋、单元、房号四列。同一身份证号再次导入只更新、不重复。',
  resource: 'registry.people',
  columns: {
    name: { field: text({ title: '姓名', required: true, max: 60, privacy: 'P1' }), aliases: ['居民姓名', '成员姓名'] },
    sex: { field: text({ title: '性别', max: 10, privacy: 'P1' }) },
    idNumber: { field: idNumber({ title: '身份证号' }), aliases: ['身份证号码', '公民身份号码', '证件号码', '身份证'] },
    birthDate: { field: date({ title: '出生日期', privacy: 'P1' }), aliases: ['出生年月日', '出生年月', '生日'] },
    phone: { field: phone({ title: '电话' }), aliases: ['联系电话', '手机', '手机号', '手机号码', '电话号码', '联系方式'] },
    ethnicity: { field: text({ title: '民族', max: 20, privacy: 'P1' }) },
    community: { field: text({ title: '社区', max: 60 }), aliases: ['所属社区', '社区名称', '村居'] },
    grid: { field: text({ title: '网格', max: 60 }), aliases: ['所属网格', '网格编码', '网格名称', '网格号'] },
    estate: { field: text({ title: '小区', max: 60 }), aliases: ['小区名称', '所属小区', '庭院'] },
    building: { field: text({ title: '楼栋', max: 30 }), aliases: ['楼号', '楼栋号', '栋', '幢', '楼'] },
    entrance: { field: text({ title: '单元', max: 30 }), aliases: ['单元号'] },
    room: { field: text({ title: '房号', max: 30 }), aliases: ['房间号', '室', '门牌号', '房屋号', '户室'] },
    address: { field: text({ title: '住址', max: 200, privacy: 'P1' }), aliases: ['现住址', '家庭住址', '地址', '居住地址', '详细地址'] },
    residence: {
      field: text({ title: '户籍/常住', max: 20 }),
      aliases: ['居住情况', '人口类型', '人口性质', '居住类型', '户籍状态', '户籍或常住'],
    },
    relation: { field: text({ title: '与户主关系', max: 20 }), aliases: ['关系', '家庭关系', '户主关系'] },
    head: { field: text({ title: '户主姓名', max: 60, privacy: 'P1' }), aliases: ['户主', '户主名'] },
    householdNumber: { field: text({ title: '户号', max: 40, privacy: 'P1' }), aliases: ['户编号', '户口簿编号'] },
    category: { field: text({ title: '类别', max: 100, privacy: 'P3' }), aliases: ['人员类别', '特殊人群', '标签', '人群类别'] },
    note: { field: text({ title: '备注', max: 500, privacy: 'P1' }), aliases: ['说明'] },
  },
} as const satisfies ImportDefinition
