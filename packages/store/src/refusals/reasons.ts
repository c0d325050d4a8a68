import { defineReasons } from '@linli/core/refusal'

/** Every reason of the doors, beside those of core's rules and kit's input. */
export const reason = defineReasons({
  'row.not_found': {
    zh: '没有找到这条{title}，可能已删除，或不在您的辖区',
    en: 'There is no such {title} here, or it is outside your area',
  },
  'row.stale': {
    zh: '这条{title}刚被别人改过，请刷新后再改',
    en: 'This {title} was changed by somebody else in the meantime; reload and try again',
  },
  'row.taken': { zh: '{title}重复：已有相同的记录', en: '{title} is already taken by another record' },
  'row.in_use': { zh: '别的记录还在使用它，不能删除', en: 'Other records still use it, so it cannot be deleted' },
  'row.overlaps': { zh: '与已有的记录冲突（时间或范围重叠）', en: 'It overlaps with a record that is there already' },
  'row.busy': { zh: '同时办理的人太多，请再试一次', en: 'Too many people are changing this at once; try again' },
  'row.not_allowed': { zh: '{title}不能这样操作', en: 'This is not possible for {title}' },
  'row.changes_nothing': { zh: '没有要修改的内容', en: 'There is nothing to change' },
  'ref.missing': { zh: '{title}指向的记录不存在，或不在您的辖区', en: 'What {title} points at does not exist, or is outside your area' },
  'place.unknown': { zh: '没有代码为 {code} 的社区或网格', en: 'There is no community or grid with the code {code}' },
  'place.mismatch': { zh: '网格 {grid} 不属于社区 {community}', en: 'The grid {grid} does not belong to the community {community}' },
  'place.needed': { zh: '请选择所属社区', en: 'Choose the community it belongs to' },
  'access.outside_scope': { zh: '这不在您的辖区内', en: 'This is outside your area' },
  'input.immutable': { zh: '{title}建好后不能修改', en: '{title} cannot be changed afterwards' },
  'input.not_storable': { zh: '内容里有无法保存的字符或数值，请检查后重试', en: 'The input has characters or numbers that cannot be kept' },
  'filter.unknown': { zh: '不能按「{key}」筛选', en: 'There is no filter "{key}"' },
  'filter.value': { zh: '筛选条件「{key}」的值不对', en: 'The value of the filter "{key}" is not right' },
  'filter.not_allowed': { zh: '您的岗位不能按「{key}」筛选或排序', en: 'Your post does not allow filtering or sorting by "{key}"' },
  'filter.no_search': { zh: '{title}没有可搜索的文字', en: '{title} has no text to search in' },
  'sort.unknown': { zh: '不能按「{key}」排序', en: 'There is no sorting by "{key}"' },
  'cursor.bad': { zh: '翻页位置已失效，请回到第一页', en: 'The page cursor is not valid here; go back to the first page' },
  'file.missing': { zh: '{title}：文件不存在，请重新上传', en: '{title}: there is no such file; upload it again' },
  'file.type': {
    zh: '不接受这种文件（{type}），可以上传：{accept}',
    en: 'Files of this type ({type}) are not accepted; accepted: {accept}',
  },
  'file.too_large': { zh: '文件太大，最多 {megabytes} MB', en: 'The file is too large; at most {megabytes} MB' },
  'file.empty': { zh: '文件是空的', en: 'The file is empty' },
  'module.unknown': { zh: '没有这个模块', en: 'There is no such module' },
  'module.needed_by': { zh: '「{by}」需要这个模块，请先停用它', en: '"{by}" needs this module; switch that off first' },
  'module.needs': { zh: '需要先启用「{needs}」', en: 'Switch "{needs}" on first' },
  'module.platform': { zh: '系统管理不能停用', en: 'The administration cannot be switched off' },
})
