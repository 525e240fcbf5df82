import type { Bilingual } from '../../../shared/catalogue/row';
import { consequenceNames } from '../../../shared/insight/consequences';
import type { CollectionName, RecordOf } from '../../../shared/model/collections';

const text = (zh: string, en: string): Bilingual => ({ zh, en });

/** What one record of a collection is called. */
export const collectionLabels: { readonly [N in CollectionName]: Bilingual } = {
  unit: text('单位设置', 'Unit settings'),
  department: text('科室', 'Section'),
  person: text('人员', 'Person'),
  charge: text('线·点·项', 'Line, point and project'),
  device: text('电脑', 'PC'),
  rating: text('自评打分', 'Rating'),
  sheet: text('自评小结', 'Self-rating sheet'),
  indicator: text('自评指标', 'Indicator'),
  activity: text('台账记录', 'Register record'),
  mark: text('事项标记', 'Marked duty'),
  assignment: text('责任分工', 'Responsibility'),
  task: text('任务', 'Task'),
  progress: text('任务进度', 'Progress note'),
  followUp: text('任务督办', 'Follow-up of a task'),
  alteration: text('变更', 'Change'),
  taskFilter: text('常用筛选', 'Saved filter'),
  target: text('目标', 'Target'),
  measurement: text('目标完成数', 'Value of a target'),
  passage: text('小结段落', 'Paragraph'),
  template: text('文书格式', 'Document template'),
  seal: text('封存文书', 'Sealed document'),
  correction: text('更正', 'Correction'),
  attachment: text('附件', 'File'),
  habit: text('习惯记录', 'Habit'),
  confidential: text('报告内容（保密）', 'Content of a report'),
  milestone: text('目标节点', 'Milestone'),
  consequence: text('奖惩追责', 'Reward or penalty'),
  receipt: text('数据包回执', 'Package receipt'),
  trust: text('互信电脑', 'Trusted PC'),
  logPart: text('签名日志', 'Signed log'),
  holiday: text('节假日安排', 'Holidays'),
};

type FieldNames<N extends CollectionName> = Exclude<keyof RecordOf<N>, 'id' | 'deleted'> & string;

/** Fields of every record. */
export const commonFieldLabels = {
  deleted: text('删除', 'Deleted'),
} as const satisfies Record<string, Bilingual>;

const leader = text('牵头领导', 'Leader in charge');
const owner = text('具体负责人', 'Person responsible');
const department = text('科室', 'Section');
const order = text('排序', 'Order');
const date = text('日期', 'Date');
const note = text('说明', 'Note');

/** What every field of the model is called; a field without a label does not compile. */
export const fieldLabels: {
  readonly [N in CollectionName]: { readonly [F in FieldNames<N>]: Bilingual };
} = {
  holiday: {
    off: text('放假', 'Days off'),
    work: text('调休上班', 'Days worked instead'),
    source: text('来源', 'Source'),
  },
  unit: {
    name: text('单位全称', 'Full name'),
    shortName: text('单位简称', 'Short name'),
    founded: text('启用日期', 'In use since'),
    ratingEvery: text('自评周期', 'Rated every'),
    ratingOpenDays: text('自评提前开放天数', 'Self-rating opens'),
    ratingDueDays: text('自评截止天数', 'Self-rating due'),
    ratingNames: text('班子汇总显示姓名', 'Names in team views'),
    scale: text('评分方式', 'Scale'),
    moveDue: text('期限遇休息日', 'Due days on rest days'),
    soonDays: text('提前提醒天数', 'Days of warning'),
    termYears: text('轮岗年限', 'Years in a post'),
    taskBehindPoints: text('任务滞后界限', 'Tasks are behind from'),
    reportGraceDays: text('汇报宽限天数', 'Days of grace for reports'),
    hoursMember: text('党员学时参考', 'Study hours of a member'),
    hoursLeader: text('班子成员学时参考', 'Study hours of a leader'),
    scoreBasis: text('目标计分依据', 'Targets scored by'),
    scoreCap: text('单项最高分', 'Highest score of a target'),
    scoreFloor: text('不得分的完成率', 'Rate without score'),
    scoreMissing: text('缺报扣分', 'Deducted for a missing month'),
    sample: text('示例单位', 'Sample unit'),
  },
  department: { name: text('科室名称', 'Name'), order },
  person: {
    name: text('姓名', 'Name'),
    post: text('职务', 'Post'),
    role: text('身份', 'Role'),
    order: text('排名', 'Rank'),
    head: text('主要负责人', 'Head of the team'),
    department,
    portfolio: text('分管工作', 'In charge of'),
    partyMember: text('中共党员', 'Party member'),
    joined: text('到任日期', 'Joined'),
    left: text('离任日期', 'Left'),
  },
  charge: {
    line: text('线', 'Line of work'),
    contactPoint: text('点', 'Contact point'),
    project: text('项', 'Project'),
  },
  device: {
    name: text('电脑名称', 'Name'),
    person: text('使用人', 'Belongs to'),
    publicKey: text('签名公钥', 'Public key'),
  },
  rating: {
    score: text('得分', 'Score'),
    notApplicable: text('不适用原因', 'Why not applicable'),
    evidence: text('事实依据', 'Evidence'),
    links: text('佐证记录', 'Records as evidence'),
  },
  sheet: {
    status: text('状态', 'Status'),
    statusAt: text('状态时间', 'Status since'),
    steps: text('办理过程', 'Steps'),
    showsPrivate: text('公开身心承受能力', 'Shows resilience'),
    strengths: text('主要成效', 'Strengths'),
    gaps: text('存在不足', 'Gaps'),
    measures: text('改进措施', 'Measures'),
    comment: text('点评', 'Comment'),
  },
  indicator: {
    text: text('指标内容', 'Wording'),
    weight: text('权重', 'Weight'),
    best: text('最高一档表现', 'Best grade looks like'),
    good: text('第二档表现', 'Second grade looks like'),
    fair: text('第三档表现', 'Third grade looks like'),
    poor: text('最低一档表现', 'Lowest grade looks like'),
    retired: text('停用', 'Retired'),
  },
  activity: {
    kind: text('类别', 'Kind'),
    date,
    title: text('标题', 'Title'),
    place: text('地点', 'Place'),
    host: text('主持人', 'Chair'),
    people: text('参加人员', 'People'),
    expected: text('应到人数', 'Expected'),
    attended: text('实到人数', 'Attended'),
    hours: text('学时', 'Hours'),
    items: text('对应事项', 'Duties fulfilled'),
    content: text('内容', 'Content'),
  },
  mark: { state: text('状态', 'State'), date, note, person: text('经办人', 'Done by') },
  assignment: { leader, deputy: owner },
  task: {
    period: text('所属时期', 'Period'),
    parent: text('上级任务', 'Part of'),
    origin: text('来源记录', 'Follows from'),
    order,
    title: text('任务', 'Task'),
    goal: text('目标', 'Goal'),
    due: text('时限', 'Due'),
    dueWords: text('时限说明', 'Due, in words'),
    leader,
    owner,
    department,
    alongside: text('配合科室和人员', 'Who helps'),
    measures: text('措施', 'Measures'),
    percent: text('进度', 'Progress'),
    closed: text('销号日期', 'Closed on'),
    post: text('责任岗位', 'Post'),
    result: text('完成情况', 'Result'),
    issued: text('下达日期', 'Issued on'),
    planned: text('列入计划日期', 'Planned on'),
    reportEvery: text('汇报周期', 'Reports every'),
  },
  followUp: {
    task: text('任务', 'Task'),
    kind: text('办法', 'What was done'),
    date,
    reason: text('事由', 'Reason'),
    approver: text('批准人', 'Approved by'),
    before: text('原时限', 'Due before'),
    due: text('新时限', 'New due day'),
  },
  alteration: {
    date: text('变更日期', 'Since'),
    before: text('变更前', 'Before'),
  },
  taskFilter: {
    name: text('筛选名称', 'Name of the filter'),
    q: text('查找', 'Find'),
    state: text('状态', 'State'),
    leader,
    department,
    due: text('时限', 'Due'),
  },
  progress: {
    task: text('任务', 'Task'),
    date,
    percent: text('进度', 'Progress'),
    note: text('进展情况', 'Progress note'),
    problem: text('存在问题', 'Problem'),
    next: text('下一步', 'Next step'),
  },
  target: {
    name: text('目标名称', 'Target'),
    year: text('年度', 'Year'),
    kind: text('目标类型', 'Kind of target'),
    measure: text('计量单位', 'Unit of measure'),
    baseline: text('基数', 'Baseline'),
    goal: text('目标值', 'Goal'),
    high: text('区间上限', 'Upper edge'),
    goalChanges: text('目标调整', 'Changes of the goal'),
    spread: text('分月方式', 'Spread over months'),
    shares: text('各月分解', 'Shares of the months'),
    weight: text('权重', 'Weight'),
    mechanism: text('所属机制', 'Mechanism'),
    direction: text('方向', 'Direction'),
    mode: text('统计方式', 'Counting'),
    leader,
    owner,
    department,
    order,
  },
  measurement: {
    value: text('完成数', 'Value'),
    date,
    source: text('数据来源', 'Source'),
    note,
    correction: text('更正原因', 'Why corrected'),
  },
  passage: { text: text('正文', 'Text'), draft: text('自动草拟的正文', 'Drafted text') },
  template: {
    opening: text('开头语', 'Opening'),
    closing: text('结束语', 'Closing'),
    tone: text('详略', 'Detail'),
    sections: text('章节顺序', 'Sections'),
  },
  seal: {
    text: text('封存的文书', 'Document'),
    sha256: text('封存指纹', 'Fingerprint'),
    catalogue: text('目录版本', 'Version of the catalogue'),
    sealedOn: text('封存日期', 'Sealed on'),
    person: text('封存人', 'Sealed by'),
  },
  correction: {
    seal: text('封存文书', 'Sealed document'),
    date,
    place: text('更正位置', 'Where'),
    before: text('原文', 'Before'),
    after: text('更正后', 'After'),
    reason: text('更正原因', 'Reason'),
    person: text('更正人', 'Corrected by'),
  },
  attachment: {
    ownerCollection: text('所属类别', 'Kind of owner'),
    ownerId: text('所属记录', 'Owner'),
    name: text('文件名', 'File name'),
    bytes: text('大小', 'Size'),
    sha256: text('内容指纹', 'Fingerprint'),
    addedDay: text('添加日期', 'Added on'),
    note,
  },
  habit: { kept: text('已做到', 'Kept'), note },
  confidential: { date, text: text('报告内容', 'Content') },
  milestone: {
    target: text('目标', 'Target'),
    name: text('节点', 'Milestone'),
    due: text('时限', 'Due'),
    reached: text('完成日期', 'Reached on'),
    weight: text('权重', 'Weight'),
    note,
    planned: text('设定日期', 'Set on'),
  },
  consequence: {
    kind: text('方式', 'Kind'),
    person: text('对象', 'Person'),
    basisCollection: text('依据类别', 'Kind of basis'),
    basisId: text('所据任务或目标', 'Task or target'),
    reason: text('事由', 'Reason'),
    grounds: text('制度依据', 'Grounds'),
    decision: text('决定', 'Decision'),
    decidedBy: text('决定机关', 'Decided by'),
    date,
    mendBy: text('整改期限', 'To be mended by'),
    mended: text('整改完成日期', 'Mended on'),
  },
  receipt: {
    direction: text('方向', 'Direction'),
    at: text('办理时间', 'Handled at'),
    madeAt: text('制作时间', 'Made at'),
    device: text('电脑编号', 'PC id'),
    deviceName: text('电脑', 'PC'),
    author: text('制作人', 'Made by'),
    fileName: text('文件名', 'File name'),
    sha256: text('校验码', 'Checksum'),
    what: text('范围', 'Scope'),
    who: text('对象', 'Of whom'),
    from: text('起始月份', 'First month'),
    to: text('截止月份', 'Last month'),
    changeSets: text('操作次数', 'Actions'),
    changes: text('改动项数', 'Changes'),
    files: text('附件数', 'Files'),
    bytes: text('大小', 'Size'),
    encrypted: text('已加密', 'Encrypted'),
    added: text('新增操作', 'New actions'),
    known: text('已有操作', 'Known actions'),
    conflicts: text('新冲突', 'New conflicts'),
    stamps: text('操作编号', 'Stamps'),
    newest: text('本机最新的操作', 'Newest action of this PC'),
    undone: text('撤销操作', 'Taken back by'),
  },
  trust: {
    status: text('状态', 'Status'),
    publicKey: text('公钥', 'Public key'),
    name: text('电脑', 'PC'),
    since: text('起始时间', 'Since'),
  },
  logPart: {
    device: text('电脑', 'PC'),
    publicKey: text('公钥', 'Public key'),
    from: text('起点', 'From'),
    start: text('前值', 'Hash before'),
    head: text('后值', 'Hash after'),
    signature: text('签名', 'Signature'),
    entries: text('内容', 'Entries'),
  },
};

/** Fields that hold one of a few words: a plain string is none, nor are flags. */
type Worded<N extends CollectionName> = {
  [F in FieldNames<N> as RecordOf<N>[F] extends string
    ? string extends RecordOf<N>[F]
      ? never
      : F
    : never]: { readonly [V in RecordOf<N>[F] & string]: Bilingual };
};

/** How the words of a choice read; a new one without a text does not compile. */
export const choiceLabels: {
  readonly [N in CollectionName as keyof Worded<N> extends never ? never : N]: Worded<N>;
} = {
  unit: {
    ratingEvery: { month: text('每月', 'Month'), quarter: text('每季度', 'Quarter') },
    scale: {
      four: text('四档', 'Four grades'),
      five: text('五分制', 'Five points'),
      hundred: text('百分制', 'Hundred points'),
    },
    moveDue: { earlier: text('提前', 'Earlier'), later: text('顺延', 'Later') },
    scoreBasis: {
      pace: text('同期计划', 'The plan so far'),
      year: text('全年目标', 'The goal of the year'),
    },
  },
  template: { tone: { full: text('详', 'Full'), brief: text('略', 'Brief') } },
  person: { role: { leader: text('领导', 'Leader'), staff: text('职工', 'Staff') } },
  sheet: {
    status: {
      draft: text('草稿', 'Draft'),
      submitted: text('已提交', 'Submitted'),
      returned: text('已退回', 'Returned'),
    },
  },
  mark: {
    state: {
      open: text('未办', 'Open'),
      done: text('已办', 'Done'),
      'not-applicable': text('不适用', 'Not applicable'),
    },
  },
  target: {
    direction: {
      more: text('越多越好', 'More is better'),
      less: text('越少越好', 'Less is better'),
      band: text('保持在区间内', 'Within a band'),
    },
    kind: { numeric: text('数值目标', 'A number'), milestone: text('节点目标', 'Milestones') },
    spread: {
      even: text('按月平均', 'Evenly'),
      workdays: text('按工作日', 'By working days'),
      hand: text('逐月自定', 'By hand'),
    },
    mode: { cumulative: text('逐月累计', 'Adds up'), point: text('时点数', 'As it stands') },
  },
  task: {
    reportEvery: {
      none: text('不要求', 'Not asked for'),
      week: text('每周', 'Week'),
      month: text('每月', 'Month'),
    },
  },
  followUp: {
    kind: {
      urge: text('催办', 'Pressed for'),
      return: text('退回', 'Given back'),
      extension: text('延期', 'Put off'),
    },
  },
  consequence: {
    kind: consequenceNames,
    basisCollection: { task: text('任务', 'Task'), target: text('目标', 'Target') },
    reason: {
      fulfilment: text('目标落实情况', 'How it was met'),
      'weak-implementation': text('贯彻不力', 'Weak implementation'),
      'hollow-work': text('工作不实', 'Hollow work'),
    },
  },
  receipt: { direction: { in: text('收到', 'Received'), out: text('发出', 'Sent') } },
  trust: { status: { trusted: text('已信任', 'Trusted'), revoked: text('已取消', 'Revoked') } },
};
