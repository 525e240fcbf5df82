import type { Field } from '../kinds/field';
import { plainText } from '../reading/plain-text';

/** Heading of the hidden column that holds the ids of records. */
export const idHeading = { zh: '记录编号（请勿改动）', en: 'Record id (do not change)' } as const;

/**
 * What offices call a field, besides its label; by the field's key. Of two columns that could be the
 * same field, the one called by the earlier word is it.
 */
const aliases: Readonly<Record<string, readonly string[]>> = {
  name: [
    '姓名 职工姓名 人员姓名 干部姓名 教职工姓名 员工姓名 党员姓名 名字 人员 目标 目标任务 指标名称 指标 考核指标',
    '主要指标 节点名称 节点任务 阶段任务 里程碑',
  ],
  role: ['人员类别 人员身份 身份类别 干部类别'],
  post: [
    '职务 现任职务 工作职务 职务职级 职务职称 岗位 岗位名称 工作岗位 所在岗位 现岗位 岗位职务 任职岗位 风险岗位 涉及岗位 廉政风险岗位 责任岗位 职位 职级',
  ],
  department: [
    '科室 部门 责任科室 责任部门 所在科室 所在部门 所属科室 所属部门 工作部门 部门科室 单位科室 科室部门 股室 责任股室 所在股室 所属股室 处室 责任处室 牵头科室 牵头部门 牵头单位 牵头股室 牵头处室 责任单位 承办科室 承办部门 承办单位 主办科室 主办单位 主责单位 主责部门 实施单位 落实单位 具体责任科室 主管科室 涉及科室 内设机构 现工作科室 科室名称 部门名称',
  ],
  alongside: [
    '配合科室 配合部门 配合单位 协办科室 协办部门 协办单位 协同单位 协同部门 参与科室 参与部门 参与单位 配合人员 协助人员 配合领导 配合股室 协助科室 会办单位',
  ],
  portfolio: ['分管工作 分工 工作分工 分管领域 分管科室 分管部门 主要分工 负责工作'],
  partyMember: ['政治面貌 是否党员 党员 中共党员 是否中共党员 党派 政治身份'],
  joined: [
    '到任时间 到岗时间 到任日期 到单位时间 来单位时间 来本单位时间 调入时间 进单位时间 入职时间 入职日期 到岗日期 任现职时间 现任职时间 任现职务时间 任职时间 任职日期 任现职级时间',
  ],
  left: ['离任时间 离岗时间 离职时间 离职日期 调出时间 调离时间 退休时间 免职时间'],
  date: [
    '日期 时间 开展时间 开展日期 活动时间 活动日期 举办时间 召开时间 召开日期 会议时间 会议日期 学习时间 学习日期 培训时间 培训日期 谈话时间 谈话日期 走访时间 走访日期 慰问时间 检查时间 检查日期 排查时间 排查日期 组织时间 实施时间 实施日期 登记日期 登记时间 记录日期 记录时间 受理日期 受理时间 收到日期 收到时间 发生时间 发生日期 提出时间 接收时间 接访时间 填报日期 报告时间 报告日期 发布时间 公开时间 公开日期 签订时间 制定时间 制定日期 印发日期 印发时间 收集时间 研判时间 分析时间 年月日 起止时间 申报时间',
  ],
  title: [
    '主题 标题 检查主题 调研主题 任务 重点任务 任务名称 工作任务 重点工作 重点工作任务 工作事项 重点事项 具体任务 任务内容 工作内容 任务事项 工作名称 督办事项 督查事项 督办内容 督查内容 交办事项 交办任务 落实事项 议定事项 会议议定事项 决定事项 主要任务 主要工作 目标任务 年度任务 年度重点任务 重点项目 项目名称 任务清单 攻坚任务 整改任务 事项 事项名称 事项内容 名称 活动名称 活动主题 会议名称 会议主题 会议议题 议题 学习主题 学习专题 学习题目 专题 题目 培训主题 培训名称 培训项目 培训班次 培训班名称 课程名称 谈话主题 谈话事由 谈话类型 谈话类别 风险点 廉政风险点 风险点名称 风险名称 风险事项 风险点描述 制度名称 文件名称 规章制度名称 问题 存在问题 问题描述 问题线索 线索 诉求 诉求内容 反映问题 矛盾纠纷 纠纷名称 困难问题 困难诉求 意见建议 慰问主题 走访主题 建议',
  ],
  goal: [
    '目标 工作目标 任务目标 预期目标 目标要求 工作要求 任务要求 具体目标 年度目标 完成目标 工作标准 完成标准 预期成效 预期成果 目标值 目标数 计划数 年度计划 全年目标 全年计划 计划目标',
  ],
  place: [
    '地点 活动地点 会议地点 学习地点 培训地点 谈话地点 举办地点 召开地点 开展地点 场所 走访地点',
  ],
  host: [
    '主持人 主持 谈话人 谈话领导 会议主持 活动主持 召集人 组织者 谈话主体 走访领导 走访人 慰问人 慰问领导 带队领导 检查人 组织人',
  ],
  people: [
    '参加人员 参会人员 参加人 出席人员 参训人员 参学人员 参与人员 参加对象 培训对象 学习人员 到会人员 出席人 参会人 参加活动人员 谈话对象 被谈话人 谈话对象姓名 受访人 参训人 学员 参训对象 参加者 与会人员',
  ],
  expected: ['应到 应到人数 应参加人数 应参会人数 应参训人数 应学人数 应出席人数'],
  attended: [
    '实到 实到人数 实参加人数 参加人数 参会人数 参训人数 出席人数 实际参加人数 培训人数 参学人数 实际人数 到会人数 人数',
  ],
  absent: ['缺席人员 缺席人 请假人员 未到人员 缺勤人员 缺席 缺席人员名单 请假人 未参加人员'],
  absentReason: ['缺席原因 请假原因 请假事由 缺席事由 未参加原因'],
  madeUp: ['已补学人员 补学人员 补课人员 补学情况'],
  hours: ['学时 课时 学时数 培训学时 学习学时 课时数 时长'],
  lecturer: [
    '主讲人 授课人 主讲 授课老师 讲师 授课教师 培训讲师 主讲老师 领学人 宣讲人 辅导人 报告人',
  ],
  content: [
    '主要内容 内容 学习内容 会议内容 活动内容 培训内容 谈话内容 内容摘要 内容概要 主要议程 谈话要点 情况记录 活动简况 工作情况',
  ],
  owner: [
    '责任人 具体负责人 负责人 经办人 承办人 具体责任人 直接责任人 落实责任人 责任人员 具体经办人 具体承办人 办理人 专职负责人 联系人 工作人员 岗位责任人 主责人 具体落实人 责任人姓名 包保责任人 第一责任人 具体负责同志 牵头人',
  ],
  leader: [
    '牵头领导 责任领导 分管领导 包抓领导 牵头负责人 分管负责人 领导 主管领导 挂帅领导 责任县级领导 分管局领导 分管班子成员 牵头局领导 包保领导 督办领导 包联领导 领衔领导 督导领导 总牵头领导',
  ],
  subject: [
    '对象 姓名 谈话对象 慰问对象 走访对象 帮扶对象 申报人 当事人 反映人 被反映人 被访人 联系对象 人员姓名 干部姓名 申请人 报告人 报备人 困难职工姓名 职工姓名 徒弟 培养对象',
  ],
  measures: [
    '措施 工作措施 具体措施 主要措施 防控措施 整改措施 防范措施 推进措施 落实措施 工作举措 主要举措 具体举措 推进举措 化解措施 解决措施 帮扶措施 保障措施 实施步骤 工作步骤 工作安排 具体安排 举措 措施办法 应对措施 预防措施 落实举措 攻坚措施',
  ],
  percent: [
    '进度 完成率 完成进度 序时进度 工作进度 目前进度 当前进度 完成比例 进度百分比 完成百分比 推进进度 任务进度 总体进度 进展百分比',
  ],
  result: [
    '完成情况 结果 办理结果 处理结果 进展情况 工作进展 目前进展 落实情况 办理情况 推进情况 办结情况 整改情况 进展 当前进展 最新进展 办理进展 任务完成情况 工作完成情况 完成效果 工作成效 成效 处置结果 答复结果 化解情况 处理情况 反馈情况 落实进展 阶段成果',
  ],
  deadline: [
    '办理期限 办理时限 完成时限 时限 期限 整改时限 整改期限 办结时限 处理时限 化解时限 完成期限 限办时间 截止时间 完成时间 要求完成时间 办结期限 计划完成时间',
  ],
  due: [
    '时限 完成时限 办结时限 完成时间 截止日期 截止时间 完成期限 时间要求 时间节点 办理时限 办理期限 期限 要求完成时间 计划完成时间 预计完成时间 拟完成时间 时限要求 完成节点 时间安排 推进时限 限办时间 完成日期 计划时间 整改时限 要求时限 落实时限 办结期限 交办时限 进度安排 完成时限要求',
  ],
  settledOn: [
    '办结日期 办结时间 完成时间 销号日期 销号时间 实际完成时间 完成日期 办毕时间 解决时间',
  ],
  reportEvery: ['汇报周期 报送周期 报送频次 调度频次 调度周期 报告频次 反馈周期'],
  issued: ['下达日期 下达时间 交办日期 交办时间 立项时间 立项日期 部署时间 督办时间 交办日'],
  closed: ['销号日期 销号时间 办结日期 办结时间 实际完成时间 实际办结时间 实际完成日期'],
  target: ['所属目标 目标 目标名称 对应目标 目标任务'],
  reached: ['完成日期 完成时间 实际完成时间 达成时间'],
  period: [
    '所属时期 时期 周期 年度 所属年度 任务年度 工作年度 年份 月份 季度 所属月份 所属季度 计划月份 任务周期 考核年度 年度月份',
  ],
  year: ['年度 年份 所属年度 考核年度'],
  measure: ['计量单位 单位 计算单位'],
  baseline: ['基数 上年完成 上年数 上年实绩 去年完成 去年同期 基期值 上年完成数'],
  weight: ['权重 分值 权数 考核分值 标准分'],
  level: [
    '等级 风险等级 风险级别 级别 廉政风险等级 风险程度 风险点等级 防控等级 危险等级 评定等级 重要程度',
  ],
  manifestation: [
    '表现形式 风险表现形式 风险表现 主要表现 具体表现 表现 风险描述 风险内容 风险点表现 风险点表现形式',
  ],
  riskClass: ['风险类别 风险类型 风险分类 廉政风险类别 风险种类'],
  filed: ['申报事项 申报类别 申报类型 申报项目'],
  reviewOn: ['复查日期 复查时间 复核时间 评估时间 下次排查时间 回头看时间'],
  studyForm: ['学习形式 学习方式 学习类型 组织形式 形式'],
  trainingForm: ['培训形式 培训方式 培训类型 形式 方式'],
  group: ['组别 学习小组 小组 所在小组'],
  materials: ['学习材料 学习资料 学习篇目 必学篇目 学习文件 材料'],
  recorder: ['记录人 记录 会议记录 记录员'],
  number: ['编号 序列号 线索编号 信访编号 受理编号 登记编号'],
  documentNumber: ['文号 发文字号 文件编号 文件号 发文号'],
  occasion: ['事由 慰问事由 走访事由 原因'],
  reason: ['理由 原因 事由'],
  passedTo: ['转办部门 转办单位 办理部门 承办部门 交办单位 转办科室'],
  answer: ['答复情况 答复 办理答复 回复情况 反馈情况'],
  audience: ['发放对象 发送对象 接收对象'],
  requiredHours: ['要求学时 应修学时 规定学时'],
  endsOn: ['结束日期 结束时间 截止日期 截止时间'],
  fromPost: ['原岗位 轮岗前岗位 原任岗位'],
  mentor: ['师傅 导师 带教人 指导老师 帮带人 师父'],
  note: ['说明 备注'],
};

/**
 * What a required field may be called where no column is called by its own words: the contents of a
 * study session or a talk stand for its subject.
 */
const stopgaps: Readonly<Record<string, readonly string[]>> = {
  title: [
    '学习内容 培训内容 会议内容 活动内容 谈话内容 主要内容 内容 具体内容 工作措施 事由 走访内容 慰问内容 检查内容 情况 措施 目标',
  ],
  subject: ['参加人员'],
  date: ['完成时间 填表日期 印发日期 下达日期'],
};

/**
 * Fields known by the end of a heading, where no column is called by a known word: 化解责任人 is a
 * 责任人. Names and days are not among them: those of others end in the same words.
 */
const endings: Readonly<Record<string, RegExp>> = {
  title: /(?:主题|事项|任务|议题|题目)$/,
  filed: /事项$/,
  goal: /目标$/,
  due: /(?:时限|期限)$/,
  deadline: /(?:时限|期限)$/,
  leader: /领导$/,
  owner: /(?:责任人|负责人|经办人|承办人)$/,
  department: /(?:责任|牵头|承办|主办|实施|所属|所在|落实)(?:科室|部门|单位|股室|处室)$/,
  measures: /(?:措施|举措)$/,
  result: /(?:结果|完成情况|进展情况|落实情况)$/,
  level: /(?:等级|级别)$/,
  place: /地点$/,
};

/** Headings of those who only help, look over or report, and of what was before. */
const ofOthers =
  /配合|协办|协助|协同|参与|监督|督办|督导|督查|审核|审批|填报|填表|报送|制表|联系|抄送|原|上年|去年|家属|配偶/;

/** Ranks from which a heading is known by a part of it alone. */
const partRank = 1000;
const endRank = 2000;

const keysOf = new WeakMap<readonly string[], readonly string[]>();

/** Words of a field as they are compared; worked out once, for there are many lists. */
function listed(words: readonly string[] | undefined): readonly string[] {
  if (!words) return [];
  let keys = keysOf.get(words);
  if (!keys) {
    keys = words.flatMap((line) => line.split(' ')).map(headingKey);
    keysOf.set(words, keys);
  }
  return keys;
}

/** A heading as it is compared: no brackets with what they hold, no blanks, stars or colons. */
export const headingKey = (heading: string): string =>
  plainText(heading)
    .replace(/\([^)]*\)|\[[^\]]*\]/g, '')
    .replace(/[\s*:：★"“”、/.·-]/g, '')
    .toLowerCase();

const idKeys = new Set(Object.values(idHeading).map(headingKey));

/** Whether a heading is that of the column of ids. */
export const isIdHeading = (heading: string): boolean => idKeys.has(headingKey(heading));

/** The field that a heading may mean; the lower its rank, the surer. */
export interface HeadingSense {
  readonly key: string;
  /** 0 for the label itself. */
  readonly rank: number;
  /** The field has no better column, or the heading is not its. */
  readonly isStopgap: boolean;
}

const known = new WeakMap<readonly Field[], HeadingSenses>();

/** The headings of a list, worked out once. */
export function sensesOf(fields: readonly Field[]): HeadingSenses {
  const senses = known.get(fields) ?? new HeadingSenses(fields);
  known.set(fields, senses);
  return senses;
}

/** Headings of a list, as far as they are known. */
export class HeadingSenses {
  readonly #senses = new Map<string, HeadingSense[]>();
  readonly #keys: ReadonlySet<string>;
  readonly #required: ReadonlySet<string>;

  constructor(fields: readonly Field[]) {
    this.#keys = new Set(fields.map(({ key }) => key));
    this.#required = new Set(fields.flatMap(({ key, required }) => (required ? [key] : [])));
    for (const { key, label, required } of fields) {
      for (const text of [label.zh, label.en]) {
        this.#add(headingKey(text), { key, rank: 0, isStopgap: false });
      }
      listed(aliases[key]).forEach((text, place) => {
        this.#add(text, { key, rank: place + 1, isStopgap: false });
      });
      if (required) {
        listed(stopgaps[key]).forEach((text, place) => {
          this.#add(text, { key, rank: place + 1, isStopgap: true });
        });
      }
    }
  }

  #add(known: string, sense: HeadingSense): void {
    if (known === '') return;
    const senses = this.#senses.get(known);
    if (!senses) this.#senses.set(known, [sense]);
    else if (!senses.some(({ key }) => key === sense.key)) senses.push(sense);
  }

  /** What a heading may mean; of `责任领导及电话` what its first word means, of 化解措施 its last. */
  of(heading: string): readonly HeadingSense[] {
    const whole = headingKey(heading);
    const known = this.#senses.get(whole);
    if (known) return known;
    const [first = '', ...more] = plainText(heading).split(/[及和与或、/|\n]/);
    const bare = whole.replace(/^(?:具体|主要|目前|当前|最新|有关|相关|本单位)+/, '');
    const part =
      (more.length > 0 ? this.#senses.get(headingKey(first)) : undefined) ?? this.#senses.get(bare);
    if (part) return part.map((sense) => ({ ...sense, rank: sense.rank + partRank }));
    if (whole.length > 10 || ofOthers.test(whole)) return [];
    return Object.entries(endings).flatMap(([key, ending]) =>
      this.#keys.has(key) && ending.test(whole) ? [{ key, rank: endRank, isStopgap: false }] : [],
    );
  }

  /** Whether no record can be without the field. */
  isRequired(key: string): boolean {
    return this.#required.has(key);
  }

  /** Whether a heading means a field of the list. */
  knows(heading: string): boolean {
    return this.of(heading).some(({ isStopgap }) => !isStopgap);
  }
}
