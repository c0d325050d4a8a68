import type { Random } from './random.ts'

const SURNAMES = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
  '欧阳',
  '单',
  '尉迟',
]
const OLD_MEN = [
  '建国',
  '德福',
  '永贵',
  '长河',
  '金山',
  '文斌',
  '守义',
  '广田',
  '玉林',
  '振华',
  '书文',
  '景春',
  '连生',
  '庆祥',
  '学礼',
  '三丰',
  '保国',
  '万和',
  '新民',
  '兴旺',
]
const OLD_WOMEN = [
  '秀英',
  '桂兰',
  '玉梅',
  '淑珍',
  '凤英',
  '素云',
  '桂芝',
  '秀兰',
  '翠花',
  '玉珍',
  '兰英',
  '巧云',
  '爱莲',
  '改枝',
  '月娥',
  '素芬',
  '金凤',
  '春梅',
  '喜荣',
  '雪琴',
]
const MEN = [
  '志强',
  '伟',
  '磊',
  '勇',
  '海涛',
  '建军',
  '国栋',
  '鹏飞',
  '晓东',
  '明辉',
  '俊杰',
  '浩然',
  '新宇',
  '文博',
  '超',
  '红卫',
  '世杰',
  '立新',
  '少华',
  '金龙',
  '永刚',
  '卫东',
  '亚楠',
  '兴华',
]
const WOMEN = [
  '丽',
  '敏',
  '静',
  '艳',
  '娟',
  '晓燕',
  '海霞',
  '红梅',
  '雪莲',
  '慧敏',
  '婷婷',
  '晓红',
  '莉莉',
  '春燕',
  '玉洁',
  '瑞芳',
  '文静',
  '雅琴',
  '小曼',
  '爱华',
  '素娟',
  '利萍',
  '冬梅',
  '新颖',
]
const BOYS = ['子轩', '浩宇', '梓豪', '俊熙', '一鸣', '宇辰', '博文', '天佑', '奕辰', '家乐', '铭泽', '嘉豪']
const GIRLS = ['欣怡', '梓涵', '诗琪', '雨桐', '可馨', '佳怡', '语嫣', '若曦', '思琪', '依诺', '艺涵', '诺一']

/** A surname as common as in the street. */
export function surname(random: Random): string {
  return random.pick(SURNAMES)
}

/** A given name as people of that age and sex carry it. */
export function givenName(random: Random, sex: 'male' | 'female', age: number): string {
  if (age < 20) return random.pick(sex === 'male' ? BOYS : GIRLS)
  if (age < 58) return random.pick(sex === 'male' ? MEN : WOMEN)
  return random.pick(sex === 'male' ? OLD_MEN : OLD_WOMEN)
}
