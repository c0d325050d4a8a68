import { defineReasons } from '@linli/core/refusal'

/** Why the registry refuses. */
export const reason = defineReasons({
  'unit.wrong_parent': { zh: '{kind}只能放在{wanted}下面', en: 'The parent of a {kind} must be {wanted}' },
  'unit.twice': { zh: '{name}已经有了', en: '{name} exists already' },
  'unit.community_missing': { zh: '请选择小区所在的社区', en: 'Choose the community of the estate' },
  'unit.no_such_grid': { zh: '没有编码为 {code} 的网格，请先在「辖区」里新增', en: 'There is no grid {code}; add it under places first' },
  'unit.grid_elsewhere': { zh: '这个网格属于别的社区', en: 'This grid belongs to another community' },
  'person.community_missing': { zh: '请选择居民所在的社区', en: "Choose the person's community" },
  'person.dead': { zh: '这位居民已登记去世，不能再办这一项', en: 'The death of this person is recorded' },
  'person.not_dead': { zh: '这位居民没有登记去世', en: 'No death is recorded for this person' },
  'person.death_future': { zh: '去世日期不能晚于今天', en: 'The date of death cannot lie in the future' },
  'person.death_before_birth': { zh: '去世日期早于出生日期', en: 'The date of death is before the birth date' },
  'person.merged': { zh: '这条记录已并入另一条，请到保留的记录上办理', en: 'This record was merged into another; work on that one' },
  'tag.derived': { zh: '{tag}由系统按规则推算，不能手工添加或结束', en: 'This tag is derived by rule and cannot be set or ended by hand' },
  'tag.twice': { zh: '已经有这个标签，还在有效期内', en: 'The person carries this tag already' },
  'tag.ends_before_start': { zh: '结束日期不能早于开始日期', en: 'The tag cannot end before it begins' },
  'tag.future': { zh: '结束日期不能晚于今天；要到期自动结束，请在添加时填写结束日期', en: 'The end cannot lie in the future' },
  'household.twice': { zh: '这一户已有有效的困难认定', en: 'This household is recognised already' },
  'household.empty': { zh: '这一户还没有成员，请先添加成员', en: 'This household has no members yet' },
  'household.ended': { zh: '这一户已注销', en: 'This household has ended' },
  'member.already': { zh: '这位居民已是本户成员', en: 'This person is a member already' },
  'member.not_here': { zh: '这位居民不是本户成员', en: 'This person is not a member of this household' },
  'member.head_taken': { zh: '这一户已有户主，请先改户主', en: 'The household has a head; change the head first' },
  'merge.same': { zh: '两条记录已经是同一条', en: 'Both are the same record' },
  'merge.two_numbers': {
    zh: '两条记录的身份证号不同；如确为同一人，请先更正录错的那一条',
    en: 'The two records have different identity numbers; correct the mistyped one first',
  },
  'merge.out_of_reach': {
    zh: '其中一条记录不在您的辖区，请由街道合并',
    en: 'One of the records lies outside your area; let the street merge them',
  },
  'merge.later_first': {
    zh: '保留的记录后来又并入了别的记录，请先撤销那一次',
    en: 'The kept record was merged again later; undo that first',
  },
})
