/** What is said of one sort of activity. Slots as in evidence.ts, and `{month}` (1 … 12). */
export interface ActivityTexts {
  readonly titles: readonly string[];
  readonly contents: readonly string[];
  readonly places: readonly string[];
  /** What the fields of the kind say for this sort. */
  readonly fields?: Readonly<Record<string, string>>;
}

const halls = ['三楼会议室', '党员活动室', '局机关会议室', '二楼会议室'];

const fiveSteps =
  '按“亮身份、找差距、明目标、定措施、见行动”五步开展，党员逐一对照检查，议定事项{n}项。';

/** By kind of activity, its sorts; title, content and place of one sort fit each other. */
export const activityTexts = {
  'study-session': [
    {
      titles: [
        '党组理论学习中心组{month}月集体学习',
        '学习贯彻党的创新理论专题学习',
        '学习习近平生态文明思想专题研讨',
        '“先学一步、学深一些”读书交流会',
      ],
      contents: [
        '领学原文，重点研讨与林草工作的结合；{n}名同志作交流发言，明确落实措施{n}条。',
        '集体学习文件{n}份，围绕国土绿化和资源保护展开讨论，形成责任清单。',
      ],
      places: halls,
    },
    {
      titles: [
        '学习新修订森林法及实施条例',
        '学习草原法和湿地保护法',
        '学习安全生产重要论述和防火条例',
        '学习基层减负有关规定和案例',
      ],
      contents: [
        '由分管领导领读重点条款，结合典型案例剖析问题，要求各股室一周内提出贯彻意见。',
        '逐条学习，对照本单位实际查找差距{n}条，明确整改责任人。',
      ],
      places: halls,
    },
  ],
  'party-day': [
    {
      titles: [
        '{month}月主题党日：重温入党誓词、交流学习体会',
        '{month}月主题党日：查找差距、明确目标',
      ],
      contents: [fiveSteps, '集中学习后分组讨论，收集意见{n}条，由支部委员分头落实。'],
      places: ['党员活动室'],
      fields: { theme: 'study' },
    },
    {
      titles: ['{month}月主题党日：警示教育和纪律学习'],
      contents: ['观看警示教育片，通报典型案例{n}起，党员谈体会、作承诺。'],
      places: ['党员活动室', '县廉政教育基地'],
      fields: { theme: 'warning' },
    },
    {
      titles: [
        '{month}月主题党日：走进{town}开展志愿服务',
        '{month}月主题党日：整治河道、清理林缘垃圾',
      ],
      contents: ['党员佩戴党徽亮身份，开展志愿服务{n}小时，服务群众{n}0余人。'],
      places: ['{village}党群服务中心', '青禾河沿岸'],
      fields: { theme: 'service' },
    },
    {
      titles: ['{month}月主题党日：参观革命历史纪念馆'],
      contents: ['听取讲解、重温誓词，返程后座谈，{n}名党员发言。'],
      places: ['青禾县革命历史纪念馆'],
      fields: { theme: 'other' },
    },
  ],
  'warning-meeting': [
    {
      titles: ['干部职工警示教育大会', '林草系统典型案例警示教育会', '节前廉政警示教育会'],
      contents: [
        '通报典型案例{n}起，观看警示教育片，局长作廉政讲话，派驻纪检监察组提出要求。',
        '以案说纪，剖析项目资金、行政审批岗位风险点，重申中央八项规定精神。',
      ],
      places: ['局机关会议室'],
    },
  ],
  training: [
    {
      titles: ['{month}月业务培训：森林资源管理实务', '林草湿“一张图”更新操作培训'],
      contents: [
        '集中授课与上机操作相结合，课后测验，八十分以上人员占九成。',
        '讲授重点条款和操作流程，现场答疑{n}个，资料发至各股室。',
      ],
      places: ['局机关会议室', '林业工作总站培训室'],
      fields: { trainingForm: 'in-service', businessArea: '森林资源管理' },
    },
    {
      titles: ['行政执法规范化培训', '行政处罚文书制作培训'],
      contents: ['讲授重点条款和操作流程，现场答疑{n}个，资料发至各股室。'],
      places: ['局机关会议室'],
      fields: { trainingForm: 'in-service', businessArea: '行政执法' },
    },
    {
      titles: ['公文写作和保密知识培训'],
      contents: ['讲解公文格式和常见错误{n}类，当场修改材料{n}篇。'],
      places: ['局机关会议室'],
      fields: { trainingForm: 'in-service', businessArea: '公文和财务' },
    },
    {
      titles: ['森林防火指挥与安全扑救培训', '有害生物识别和检疫技术培训'],
      contents: ['理论讲解半天、现场操作半天，{n}个小组分组演练，讲评问题{n}条。'],
      places: ['{town}林业站', '国有青禾林场'],
      fields: { trainingForm: 'in-service', businessArea: '防火和应急' },
    },
    {
      titles: ['赴邻县学习林长制工作经验', '赴市林科所学习良种繁育技术'],
      contents: ['实地观摩{n}个点，收集好做法{n}条，拟在{town}试行。'],
      places: ['外出学习'],
      fields: { trainingForm: 'out', businessArea: '造林绿化' },
    },
    {
      titles: ['邀请市局专家讲授国土绿化技术', '邀请高校教师讲授草原生态修复'],
      contents: ['专家授课后到{town}现场指导，解答技术问题{n}个。'],
      places: ['局机关会议室'],
      fields: { trainingForm: 'in', businessArea: '造林绿化' },
    },
  ],
  'contact-visit': [
    {
      titles: ['到{point}走访联系点', '到{point}调研并解决实际问题', '到{point}督导重点工作'],
      contents: [
        '走访农户{n}户，了解林果管护和护林员到岗情况，收集的问题当场答复或登记转办。',
        '与村“两委”座谈，商定{project}配合事项，帮助协调村里提出的{n}件事。',
        '检查防火卡口和禁牧情况，对{n}处隐患提出整改要求。',
      ],
      places: ['{point}'],
    },
  ],
  'care-visit': [
    {
      titles: ['看望慰问住院职工'],
      contents: ['局领导和工会代表到医院看望，了解病情和家庭困难，商定帮助措施。'],
      places: ['县人民医院'],
    },
    {
      titles: ['走访慰问困难职工家庭', '看望退休老同志', '职工生育慰问', '职工直系亲属丧事慰问'],
      contents: ['局领导和工会代表到家中看望，转达单位的关怀，了解实际困难。'],
      places: ['职工家中'],
    },
    {
      titles: ['慰问一线护林员', '慰问驻村工作队员'],
      contents: ['看望值守人员，查看食宿和取暖条件，听取意见建议{n}条。'],
      places: ['{village}管护站'],
    },
  ],
  talk: [
    {
      titles: [
        '与股室同志谈心谈话',
        '任前廉政谈话',
        '与年轻干部谈心谈话',
        '了解思想动态谈话',
        '轮岗人员谈话',
      ],
      contents: [''],
      places: ['办公室', '三楼谈话室'],
    },
  ],
  'staff-meeting': [
    {
      titles: ['职工大会：征求意见建议'],
      contents: [
        '通报工作完成情况和政务公开事项，审议职工福利事项，征求意见建议{n}条。',
        '班子成员报告分管工作，职工代表发言{n}人，议定事项{n}项。',
      ],
      places: ['局机关会议室'],
    },
  ],
} as const satisfies Record<string, readonly ActivityTexts[]>;

/** The kinds of activity the sample unit records. */
export type SampleKind = keyof typeof activityTexts;

/** How a check item was settled without an activity of its own. */
export const markNotes = [
  '已按计划完成，资料存办公室。',
  '与月度例会合并进行，会议记录第{n}号。',
  '材料齐全，存党建和人事教育股。',
  '按期完成，台账已更新。',
  '已公开，照片存档。',
  '',
  '',
] as const;

export const lateNotes = ['因外业任务集中，延后完成。', '等待上级文件，略晚于时限。'] as const;

export const notApplicableNotes = [
  '本期未发生此类事项。',
  '上级本期未安排。',
  '与上期合并开展，经班子会同意。',
] as const;
