import { phone, text, type ImportDefinition } from '@linli/kit'

/** The sheet of orders as the 12345 centre hands it out: one line an order, known again by its number. */
export const hotlineImport = {
  name: 'counter.hotline',
  title: '12345 工单',
  help: '一行一件工单，按工单编号认：再次导入不会重复登记，也不改已经在办的内容。时限从导入这天算起。',
  resource: 'counter.hotline-orders',
  columns: {
    no: { field: text({ title: '工单编号', required: true, max: 40 }), aliases: ['工单号', '编号', '受理编号', '诉求编号'] },
    topic: { field: text({ title: '诉求类别', max: 40 }), aliases: ['类别', '诉求分类', '问题分类', '事项分类', '一级分类'] },
    level: { field: text({ title: '等级', max: 20 }), aliases: ['紧急程度', '工单等级', '优先级', '工单类型'] },
    place: { field: text({ title: '地点', required: true, max: 80 }), aliases: ['地址', '诉求地址', '事发地址', '事发地点', '问题地址'] },
    content: {
      field: text({ title: '诉求内容', required: true, max: 2000, privacy: 'P1' }),
      aliases: ['内容', '诉求描述', '问题描述', '工单内容', '反映内容'],
    },
    callerName: { field: text({ title: '来电人', max: 40, privacy: 'P1' }), aliases: ['姓名', '诉求人', '反映人', '联系人'] },
    callerPhone: { field: phone({ title: '来电号码' }), aliases: ['电话', '联系电话', '手机号', '手机号码', '来电电话'] },
    community: { field: text({ title: '社区', max: 60 }), aliases: ['所属社区', '承办社区', '承办单位', '社区名称'] },
  },
} as const satisfies ImportDefinition
