import { defineReasons } from '@linli/core/refusal'

/** Why the counter refuses, beside core's `application.*`, `inquiry.*`, `one_time_notice.*`, `clock.*`, `promise.*`, `breach.*`, `rating.*`, `hotline.*`. */
export const reason = defineReasons({
  'item.published': { zh: '事项已发布，请先点「修订」再改', en: 'The item is published; revise it before changing it' },
  'item.no_material_twice': { zh: '已有同名材料：{name}', en: 'There is a material of that name: {name}' },
  'item.off_list': {
    zh: '证明「{name}」不在证明事项清单内，不能作为申请材料',
    en: 'The certificate “{name}” is not on the list and cannot be asked for',
  },
  'item.not_published': { zh: '事项还没有发布，不能办理', en: 'The item is not published' },
  'application.not_in_list': {
    zh: '「{name}」不在公布的材料清单里，不能要求申请人提供',
    en: '“{name}” is not in the published list and may not be asked for',
  },
  'application.not_deferrable': { zh: '「{name}」是主要材料，不能容缺', en: '“{name}” is a main material and cannot come later' },
  'application.not_promisable': { zh: '「{name}」没有公布可以承诺代替', en: 'No declaration stands for “{name}”' },
  'commitment.unsigned': {
    zh: '请先把承诺的内容和不实的后果告知申请人，并请其签告知承诺书',
    en: 'Tell the applicant what is declared and what follows when it is untrue, and have it signed',
  },
  'commitment.stranger': {
    zh: '没有登记的申请人不能用告知承诺，请先登记居民或单位',
    en: 'Only a known applicant declares; register them first',
  },
  'commitment.barred': {
    zh: '申请人有不实承诺的记录，{day} 前不能用告知承诺，请提交材料',
    en: 'A former declaration was untrue; until {day} papers are brought',
  },
  'commitment.decided': { zh: '已经办结，不能再撤回承诺', en: 'It is decided; the declaration stands' },
  'commitment.open': { zh: '承诺不实或已撤回，还没有补交：{materials}', en: 'A declaration fell and the paper is not there: {materials}' },
  'application.say_wrong': { zh: '请写明「{name}」哪里不合格', en: 'Say what is wrong with “{name}”' },
  'application.lacking': {
    zh: '还缺：{materials}。请先补齐，或出具一次性告知书',
    en: 'Missing: {materials}. Complete it or give the one-time notice',
  },
  'application.nothing_deferred': { zh: '没有可以容缺的材料，材料齐了请直接受理', en: 'Nothing is deferred; accept it directly' },
  'application.defer_promise': {
    zh: '容缺受理要申请人书面承诺，并写明后补日期',
    en: 'A deferred acceptance needs the written promise and a date',
  },
  'application.defer_date': { zh: '后补日期要晚于今天', en: 'The date must lie after today' },
  'application.applicant': { zh: '请选择申请人（居民或单位），或填写姓名', en: 'Choose the applicant or write a name' },
  'application.lapse_date': { zh: '补正期限要晚于今天', en: 'The time for the supplement ends after today' },
  'application.decision_reason': { zh: '不予批准要写明理由和救济途径', en: 'A refusal gives its reason and the remedy' },
  'application.reject_where': { zh: '不予受理要写明理由，并告诉群众该去哪里办', en: 'A refusal says why, and where to go instead' },
  'application.override_self': {
    zh: '经办人不能自己放行二次告知，请主管放行',
    en: 'The handler cannot let a second notice pass; a supervisor can',
  },
  'application.no_clock': { zh: '这件还没有开始计时', en: 'No clock is running for this case' },
  'extension.waiting': { zh: '已经有一份延期申请', en: 'An extension was asked for already' },
  'inquiry.cannot_take': {
    zh: '{name}在这里没有接收首问的权限，请移交给窗口、社工、网格员或社区',
    en: '{name} cannot accept inquiries here: choose somebody at a window, or of the community',
  },
  'inquiry.nobody': { zh: '请选择接收人', en: 'Choose who is to take it over' },
  'slot.over': { zh: '这个时段已经开始或停止预约', en: 'It has begun, or is closed' },
  'slot.full': { zh: '这个时段约满了，请换一个', en: 'It is full; choose another' },
  'slot.days': { zh: '结束日期要在开始日期之后两个月以内', en: 'The days end within two months of their beginning' },
  'appointment.other_day': {
    zh: '预约的不是今天；今天要办的，请取普通号',
    en: 'It is booked for another day; who comes today takes an ordinary number',
  },
  'appointment.twice': { zh: '这个电话已经约了这个时段', en: 'This telephone has a place in it already' },
  'appointment.ask_desk': {
    zh: '这个时段网上约不了，请换一个时段，或打电话 {phone} 预约；不预约也可以直接来',
    en: 'It cannot be booked online; choose another, call {phone}, or come without booking',
  },
  'booking.none': { zh: '没有查到。请核对预约号和手机后四位', en: 'Nothing found. Check the number and the last four digits' },
  'booking.late': { zh: '已经开始或已经取消，不能再取消', en: 'It has begun or was taken back' },
  'precheck.community': { zh: '请选择本街道的社区', en: 'Choose a community of this street' },
  'precheck.wait': {
    zh: '已有几件在等答复，请等答复后再提交，或打电话 {phone}',
    en: 'Some wait for an answer; wait for it or call {phone}',
  },
  'precheck.none': { zh: '没有查到。请核对预审号和手机后四位', en: 'Nothing found. Check the number and the last four digits' },
  'precheck.over': { zh: '这件预审已经转为办件或已结束', en: 'It became a case already, or is over' },
  'precheck.not_asked': {
    zh: '「{name}」不在这件预审的材料里，或者写了两次',
    en: '“{name}” is no paper of this pre-check, or is told twice',
  },
  'precheck.words': { zh: '「{name}」不符，请写明哪里不符、怎么改', en: 'Say what is wrong with “{name}” and how to put it right' },
  'precheck.lacking': { zh: '「{name}」还没齐，意见不能选「材料齐」', en: '“{name}” is lacking, so the papers are not complete' },
  'precheck.no_files': {
    zh: '没有收下：只有刚提交的人能上传，答复以后不再收',
    en: 'Not taken: only whoever has just sent it may add files, until it is answered',
  },
  'precheck.files_of_one': { zh: '「{name}」最多 {most} 张', en: 'At most {most} of “{name}”' },
  'precheck.files_of_all': { zh: '一件预审最多 {most} 张', en: 'At most {most} with a pre-check' },
  'precheck.files_today': {
    zh: '今天网上收的照片已满，照片可以不传，或明天再传；带原件来窗口也一样办',
    en: 'No more files are taken today; it goes without, or come with the papers',
  },
  'precheck.file_needed': { zh: '请选择照片', en: 'Choose a photo' },
  'precheck.file_gone': { zh: '照片已删除，或者不在您的社区', en: 'It was deleted, or is not of your community' },
  'ticket.none': { zh: '现在没有人等候', en: 'Nobody is waiting' },
  'ticket.window': { zh: '请先选择窗口', en: 'Choose a window first' },
  'certificate.off_list': {
    zh: '「{name}」不在清单内，社区可以拒绝开具；请点「不予开具」，并把依据告诉群众',
    en: '“{name}” is not on the list; it may be refused, with the basis told',
  },
  'rating.no_slip': { zh: '没有找到这张回执，请核对后再试', en: 'No such slip; check it and try again' },
  'pad.over': { zh: '这件事不在评价器上了，请窗口重新送过来', en: 'The case is not on the pad any more: ask the window again' },
  'pad.code': { zh: '配对码是十位字母和数字，照评价器屏幕上的填', en: 'The code has ten signs, as the pad shows them' },
  'pad.not_yet': { zh: '办结后、还没有评价的才能请申请人评价', en: 'Only what is decided and not rated yet' },
  'pad.phone': { zh: '申请人已用自己的手机扫过回执，请用手机评价', en: 'The applicant opened the slip on their own phone: it rates' },
  'pad.no_window': { zh: '您没有坐班的窗口：请社区在「窗口」里写上坐班人员', en: 'No window has you at it: the community enters it there' },
  'pad.none': { zh: '{window}还没有评价器：请社区在「窗口」里配对', en: '{window} has no pad: the community pairs one' },
  'rating.attempt_soon': {
    zh: '离上次联系还不到一小时，请换个时间再联系',
    en: 'Less than an hour after the last try: try at another time',
  },
  'rating.own': {
    zh: '这是对您自己的评价，公布前不能查看或处理',
    en: 'It rates yourself; you cannot look at it or deal with it before it is frozen',
  },
  'progress.none': {
    zh: '没有查到。请核对回执编号和证件（或电话）后四位',
    en: 'Nothing found. Check the number of the slip and the last four characters',
  },
  'progress.too_many': {
    zh: '查询次数过多，请一小时后再试，或到窗口查询',
    en: 'Too many tries; come back in an hour or ask at the window',
  },
  'supervision.own': {
    zh: '超期的是您自己经办的件，要由督办责任人处理',
    en: 'The late case is your own; the duty holder acts on it',
  },
  'slip.rated': { zh: '已经评价过，不能再换回执', en: 'It is rated already; the slip cannot be replaced' },
  'slip.own': { zh: '您是这件的经办人，换回执要由别人办理', en: 'You handle this case; somebody else replaces its slip' },
  'slip.elsewhere': {
    zh: '这张回执已在另一部手机上打开过，只能用那部手机评价。不是您本人打开的，请告诉社区负责人换一张回执',
    en: 'This slip was opened on another phone, and only that phone rates. If it was not you, ask for a new slip',
  },
  'exclusion.twice': { zh: '这件工单已经申诉过，等待审定或已同意剔除', en: 'An exclusion was asked for already, or granted' },
  'exclusion.own': { zh: '自己提的剔除申诉要由别人审定', en: 'Somebody else decides on an exclusion that you asked for' },
  'hotline.unsolved': {
    zh: '群众说没有解决，不能办结。请「重新办理」；不该计入的先提剔除申诉',
    en: 'It is not solved: it is reopened, or excluded for a reason, not closed',
  },
  'hotline.unsatisfied': { zh: '群众不满意，不能办结，请「重新办理」', en: 'The caller is not satisfied: it is reopened, not closed' },
  'breach.no_case': { zh: '没有找到这个回执编号的办件：{no}', en: 'There is no case with the number {no}' },
  'hotline.level_unknown': {
    zh: '不认识的等级：{text}。请写 一般、紧急 或 咨询求助',
    en: 'Unknown level: {text}. Write 一般, 紧急 or 咨询求助',
  },
  'hotline.community_unknown': {
    zh: '没有找到社区：{text}。请写本街道的社区名称',
    en: 'No such community: {text}. Write the name of one of this street',
  },
  'hotline.reply_needed': { zh: '请先写明答复内容', en: 'Write the reply first' },
  'breach.outcome': { zh: '请写明处理内容', en: 'Write what was decided' },
})
