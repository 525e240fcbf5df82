/** Titles and contents by kind of activity. Slots as in evidence.ts, and `{month}` (1 … 12). */
interface ActivityTexts {
  readonly titles: readonly string[];
  readonly contents: readonly string[];
  readonly places: readonly string[];
}

const halls = ['三楼会议室', '党员活动室', '局机关会议室', '二楼会议室'];

export const activityTexts = {
  'study-session': {
    titles: [
      '党组理论学习中心组{month}月集体学习',
      '学习贯彻党的创新理论专题学习',
      '学习习近平生态文明思想专题研讨',
      '学习新修订森林法及实施条例',
      '学习基层减负有关规定和案例',
      '学习草原法和湿地保护法',
      '学习安全生产重要论述和防火条例',
      '“先学一步、学深一些”读书交流会',
    ],
    contents: [
      '领学原文，重点研讨与林草工作的结合；{n}名同志作交流发言，明确落实措施{n}条。',
      '集体学习文件{n}份，围绕国土绿化和资源保护展开讨论，形成责任清单。',
      '由分管领导领读，结合典型案例剖析问题，要求各股室一周内提出贯彻意见。',
    ],
    places: halls,
  },
  'party-day': {
    titles: [
      '{month}月主题党日：重温入党誓词、交流学习体会',
      '{month}月主题党日：义务植树、亮明身份',
      '{month}月主题党日：走进{village}开展志愿服务',
      '{month}月主题党日：警示教育和纪律学习',
      '{month}月主题党日：参观县域革命纪念馆',
      '{month}月主题党日：查找差距、明确目标',
    ],
    contents: [
      '按“亮身份、找差距、明目标、定措施、见行动”五步开展，党员逐一对照检查，议定事项{n}项。',
      '集中学习后分组讨论，收集意见{n}条，由支部委员分头落实。',
      '开展志愿服务{n}小时，服务群众{n}0余人，活动后在现场点评。',
    ],
    places: ['党员活动室', '{village}党群服务中心', '义务植树基地'],
  },
  'warning-meeting': {
    titles: ['干部职工警示教育大会', '林草系统典型案例警示教育会', '节前廉政警示教育会'],
    contents: [
      '通报典型案例{n}起，观看警示教育片，局长作廉政讲话，派驻纪检监察组提出要求。',
      '以案说纪，剖析项目资金、行政审批岗位风险点，重申中央八项规定精神。',
    ],
    places: ['局机关会议室'],
  },
  training: {
    titles: [
      '{month}月业务轮训：森林资源管理实务',
      '林草湿“一张图”更新操作培训',
      '森林防火指挥与安全扑救培训',
      '有害生物识别和检疫技术培训',
      '行政执法规范化培训',
      '赴邻县学习林长制工作经验',
      '赴市林科所学习良种繁育技术',
      '邀请市局专家讲授国土绿化技术',
      '公文写作和保密知识培训',
    ],
    contents: [
      '采取集中授课与现场操作相结合，培训后测验，平均{n}0分以上人员占九成。',
      '讲授重点条款和操作流程，现场答疑{n}个，资料发至各股室。',
      '实地观摩{n}个点，收集好做法{n}条，拟在{town}试行。',
    ],
    places: ['局机关会议室', '林业工作总站培训室', '{town}林业站'],
  },
  'contact-visit': {
    titles: ['到{point}走访联系点', '到{point}调研并解决实际问题', '到{point}督导重点工作'],
    contents: [
      '走访农户{n}户，了解林果管护和护林员到岗情况，收集问题{n}个，现场答复{n}个。',
      '与村“两委”座谈，商定{project}配合事项，帮助协调苗木和技术指导。',
      '检查防火卡口和禁牧情况，对{n}处隐患提出整改要求。',
    ],
    places: ['{point}'],
  },
  'care-visit': {
    titles: [
      '看望慰问住院职工',
      '走访慰问困难职工家庭',
      '慰问退休老同志',
      '职工生育慰问',
      '职工直系亲属丧事慰问',
      '慰问一线护林员',
    ],
    contents: [
      '局领导和工会代表到家中看望，了解实际困难，商定帮助措施。',
      '送上组织的关怀，听取意见建议{n}条。',
    ],
    places: ['职工家中', '县人民医院', '{village}管护站'],
  },
  talk: {
    titles: [
      '与股室同志谈心谈话',
      '任前廉政谈话',
      '与年轻干部谈心谈话',
      '了解思想动态谈话',
      '轮岗人员谈话',
    ],
    contents: ['', '', '了解工作和生活情况，商定后续安排。'],
    places: ['办公室', '三楼谈话室'],
  },
  'staff-meeting': {
    titles: ['年度工作总结职工大会', '半年工作总结职工大会', '职工大会：征求意见建议'],
    contents: [
      '通报工作完成情况和政务公开事项，审议职工福利事项，征求意见建议{n}条。',
      '班子成员报告分管工作，职工代表发言{n}人，议定事项{n}项。',
    ],
    places: ['局机关会议室'],
  },
} as const satisfies Record<string, ActivityTexts>;

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
