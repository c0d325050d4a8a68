/** What happens in a district, as its officers would write it. `%` is the estate. */
export interface Happening {
  readonly type: 'hazard' | 'dispute' | 'environment' | 'facility' | 'order' | 'livelihood' | 'special' | 'other'
  readonly level: 'normal' | 'larger' | 'major' | 'urgent'
  readonly title: string
  readonly description: string
  readonly handler: 'officer' | 'community' | 'property' | 'street' | 'department'
  readonly handlerName: string
  readonly result: string
}

const of = (
  type: Happening['type'],
  level: Happening['level'],
  title: string,
  description: string,
  [handler, handlerName]: readonly [Happening['handler'], string],
  result: string,
): Happening => ({ type, level, title, description, handler, handlerName, result })

const property = ['property', '小区物业'] as const
const community = ['community', '社区居委会'] as const
const officer = ['officer', '本网格网格员'] as const

export const HAPPENINGS: readonly Happening[] = [
  of(
    'facility',
    'normal',
    '%门口路灯不亮',
    '北门进来第二盏路灯连续几晚不亮，老人晚上出门看不清。',
    property,
    '更换灯泡和控制器，当晚已亮。',
  ),
  of('environment', 'normal', '%垃圾桶满溢', '3 号楼东侧垃圾桶连续两天没有清运，有异味。', property, '增加一次清运，桶点已冲洗。'),
  of(
    'hazard',
    'larger',
    '%楼道里给电动车充电',
    '2 单元一楼楼道从窗户拉线充电，夜里无人看管。',
    community,
    '当场拆除飞线，车已移到充电棚，张贴告知。',
  ),
  of(
    'dispute',
    'normal',
    '%上下楼漏水纠纷',
    '卫生间渗水到楼下，两家说不到一起。',
    community,
    '社区调解：楼上重做防水，楼下墙面各付一半，双方签字。',
  ),
  of('facility', 'larger', '%健身器材松动', '漫步机轴承松脱，孩子在上面玩有危险。', ['street', '街道公共服务办'], '厂家更换轴承，已试用。'),
  of('environment', 'normal', '%楼道堆放杂物', '4 楼平台堆了旧沙发和纸箱，影响通行。', officer, '和住户一起清走，楼道恢复畅通。'),
  of(
    'hazard',
    'major',
    '%井盖破损',
    '东门外人行道雨水井盖断裂，已用锥桶围挡。',
    ['department', '区城管局市政所'],
    '更换新井盖，路面已恢复。',
  ),
  of('livelihood', 'normal', '%独居老人想装扶手', '老人腿脚不便，想在卫生间装扶手。', community, '联系爱心商户上门安装两处扶手。'),
  of('order', 'larger', '%夜间广场舞声音大', '九点以后音响仍很大，几户有上学的孩子。', community, '与领舞人约定音量和时间，八点半结束。'),
  of('dispute', 'normal', '%车位被占起争执', '固定车位被外来车占用，两人争吵。', property, '物业挪车并重划车位线，双方互相致歉。'),
  of('facility', 'normal', '%单元门禁坏了', '门禁刷卡无反应，门一直开着。', property, '更换读卡器，门已能关。'),
  of(
    'hazard',
    'urgent',
    '%闻到燃气味',
    '1 单元二楼楼道有明显燃气味，已疏散住户。',
    ['department', '燃气公司'],
    '更换老化软管，检测合格后恢复供气。',
  ),
  of(
    'special',
    'larger',
    '%老人多日未出门',
    '邻居反映独居老人两天没有下楼买菜。',
    officer,
    '上门见到本人，感冒卧床，已联系子女和社区医生。',
  ),
  of('environment', 'larger', '%污水井返水', '饭店排油把污水井堵了，院里积水。', ['department', '区排水所'], '疏通管道，饭店加装隔油池。'),
  of('livelihood', 'normal', '%停水没有通知', '上午突然停水，居民做不了饭。', property, '抢修阀门，下午三点恢复，补发通知。'),
  of('hazard', 'larger', '%消防通道停车', '消防通道停了三辆车，划线被挡住。', property, '车辆已移走，加装隔离桩。'),
  of('other', 'normal', '%树枝遮挡路牌', '路口杨树枝长，把路牌挡住了。', ['department', '区园林所'], '已修剪。'),
  of('dispute', 'larger', '%装修噪声', '周末早上七点就打墙，楼上楼下都有意见。', community, '约定施工时间，写入装修承诺书。'),
  of('order', 'normal', '%陌生人敲门推销', '有人上门推销保健品，专找老人。', officer, '劝离并在群里提醒，报派出所备案。'),
  of('facility', 'larger', '%单元门口台阶破损', '台阶缺一块，下雨天老人容易绊倒。', property, '已用水泥修补并贴防滑条。'),
  of('environment', 'normal', '%流浪狗聚集', '晚上有四五只狗在花坛边，居民害怕。', ['department', '区城管局'], '收容三只，设投喂提示牌。'),
  of('livelihood', 'normal', '%老人不会用手机缴费', '医保缴费不会操作，怕过期。', officer, '上门帮助缴费并教会操作。'),
]

/** What visits found. */
export const FINDINGS: readonly string[] = [
  '身体不错，自己买菜做饭，子女周末回来。',
  '精神好，煤气阀门检查过，提醒冬天通风。',
  '膝盖疼，走路慢，家里防滑垫已放好。',
  '刚出院，社区医生本周上门复查。',
  '屋里暖和，药盒按天分好，没有别的要求。',
  '一个人过，爱听戏，邻居常来坐。',
]

/** Names of the officers of the cells that have no account. */
export const OFFICER_NAMES: readonly string[] = [
  '周晓东',
  '吴桂芝',
  '郑明辉',
  '马海霞',
  '韩立新',
  '宋丽娟',
  '曹志强',
  '邓红梅',
  '许建军',
  '冯雅琴',
  '潘少华',
  '蒋春燕',
  '沈国栋',
  '余爱华',
  '唐永刚',
  '范文静',
  '方卫东',
  '姚瑞芳',
  '田鹏飞',
  '石利萍',
]
