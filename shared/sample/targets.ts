/** How much of a yearly total usually falls in each month; each row sums to 100. */
const seasons = {
  even: [8, 7, 9, 8, 9, 8, 8, 8, 9, 9, 8, 9],
  planting: [0, 2, 18, 26, 10, 3, 6, 5, 4, 14, 10, 2],
  field: [2, 3, 8, 12, 13, 12, 11, 11, 10, 9, 6, 3],
  fire: [13, 12, 15, 14, 6, 3, 2, 2, 4, 9, 9, 11],
  training: [4, 5, 10, 9, 9, 10, 6, 6, 10, 11, 11, 9],
  harvest: [2, 2, 4, 6, 8, 8, 9, 13, 17, 16, 10, 5],
} as const;

/** A target that returns every year. */
export interface YearlyTarget {
  readonly name: string;
  readonly measure: string;
  /** Value reached in the year before the sample begins. */
  readonly base: number;
  /** Aim over last year's value, e.g. 0.05 = five per cent more. */
  readonly growth: number;
  readonly season: readonly number[];
  readonly department: number;
  readonly direction?: 'less' | 'band';
  /** Mechanism or grip it belongs to. */
  readonly mechanism?: string;
  /** How much it weighs; 1 where absent. */
  readonly weight?: number;
  readonly mode?: 'point';
  readonly decimals?: number;
  /** A natural upper end, e.g. 100 per cent. */
  readonly atMost?: number;
  readonly source: string;
}

export const yearlyTargets: readonly YearlyTarget[] = [
  {
    name: '营造林面积',
    weight: 3,
    measure: '亩',
    base: 38000,
    growth: 0.04,
    season: seasons.planting,
    department: 3,
    source: '造林进度月报',
  },
  {
    name: '义务植树株数',
    measure: '万株',
    base: 42,
    growth: 0.03,
    season: seasons.planting,
    department: 3,
    decimals: 1,
    source: '义务植树尽责登记',
  },
  {
    name: '森林抚育面积',
    measure: '亩',
    base: 11500,
    growth: 0.04,
    season: seasons.field,
    department: 11,
    source: '抚育作业验收单',
  },
  {
    name: '新造林成活率',
    measure: '%',
    base: 84.5,
    growth: 0.015,
    season: seasons.even,
    department: 3,
    mode: 'point',
    decimals: 1,
    atMost: 98,
    source: '成活率调查',
  },
  {
    name: '退化草原修复面积',
    measure: '亩',
    base: 7600,
    growth: 0.05,
    season: seasons.field,
    department: 5,
    source: '草原修复月报',
  },
  {
    name: '森林草原火情起数',
    weight: 2,
    measure: '起',
    base: 9,
    growth: -0.08,
    season: seasons.fire,
    department: 6,
    direction: 'less',
    source: '防火值班记录',
  },
  {
    name: '防火隐患排查整改数',
    measure: '处',
    base: 310,
    growth: 0.02,
    season: seasons.fire,
    department: 6,
    source: '隐患台账',
  },
  {
    name: '违法图斑查处整改率',
    measure: '%',
    base: 95,
    growth: 0.012,
    season: seasons.even,
    department: 4,
    mode: 'point',
    decimals: 1,
    atMost: 100,
    source: '森林督查系统',
  },
  {
    name: '林长巡林次数',
    mechanism: 'M2',
    measure: '次',
    base: 1480,
    growth: 0.03,
    season: seasons.even,
    department: 4,
    source: '巡林登记',
  },
  {
    name: '有害生物防治面积',
    measure: '亩',
    base: 21000,
    growth: 0.03,
    season: seasons.field,
    department: 9,
    source: '防治作业月报',
  },
  {
    name: '林业有害生物成灾率',
    measure: '‰',
    base: 2.9,
    growth: -0.04,
    season: seasons.even,
    department: 9,
    direction: 'less',
    mode: 'point',
    decimals: 2,
    source: '虫情监测月报',
  },
  {
    name: '产地检疫率',
    measure: '%',
    base: 97.2,
    growth: 0.006,
    season: seasons.even,
    department: 9,
    mode: 'point',
    decimals: 1,
    atMost: 100,
    source: '检疫统计',
  },
  {
    name: '林下经济产值',
    measure: '万元',
    base: 28600,
    growth: 0.06,
    season: seasons.harvest,
    department: 8,
    source: '产业统计月报',
  },
  {
    name: '特色林果产量',
    measure: '吨',
    base: 15200,
    growth: 0.05,
    season: seasons.harvest,
    department: 8,
    source: '产业统计月报',
  },
  {
    name: '林权遗留问题化解数',
    measure: '宗',
    base: 120,
    growth: 0.05,
    season: seasons.even,
    department: 8,
    source: '林权问题台账',
  },
  {
    name: '行政许可办件数',
    measure: '件',
    base: 640,
    growth: 0.02,
    season: seasons.even,
    department: 7,
    source: '政务大厅统计',
  },
  {
    name: '行政许可按时办结率',
    mechanism: 'M2',
    measure: '%',
    base: 98.5,
    growth: 0.005,
    season: seasons.even,
    department: 7,
    mode: 'point',
    decimals: 1,
    atMost: 100,
    source: '政务大厅统计',
  },
  {
    name: '争取上级项目资金',
    weight: 2,
    measure: '万元',
    base: 5200,
    growth: 0.06,
    season: seasons.harvest,
    department: 2,
    source: '资金文件登记',
  },
  {
    name: '部门预算执行率',
    mechanism: 'M2',
    measure: '%',
    base: 94,
    growth: 0.01,
    season: seasons.even,
    department: 2,
    mode: 'point',
    decimals: 1,
    atMost: 100,
    source: '国库支付系统',
  },
  {
    name: '“三公”经费支出',
    mechanism: 'M3',
    measure: '万元',
    base: 26,
    growth: -0.05,
    season: seasons.even,
    department: 2,
    direction: 'less',
    decimals: 1,
    source: '财务账',
  },
  {
    name: '干部职工培训人次',
    mechanism: 'M1',
    measure: '人次',
    base: 420,
    growth: 0.05,
    season: seasons.training,
    department: 1,
    source: '培训签到登记',
  },
  {
    name: '林业技术下乡场次',
    mechanism: 'M1',
    measure: '场',
    base: 64,
    growth: 0.05,
    season: seasons.field,
    department: 10,
    source: '技术服务登记',
  },
  {
    name: '护林员巡护在岗率',
    measure: '%',
    base: 93,
    growth: 0.012,
    season: seasons.even,
    department: 11,
    mode: 'point',
    decimals: 1,
    atMost: 100,
    source: '巡护系统',
  },
  {
    name: '群众来信来访按期答复率',
    mechanism: 'M4',
    measure: '%',
    base: 96,
    growth: 0.01,
    season: seasons.even,
    department: 6,
    mode: 'point',
    decimals: 1,
    atMost: 100,
    source: '信访登记',
  },
  {
    name: '生态保护专项资金支出',
    mechanism: 'M2',
    measure: '万元',
    base: 1860,
    growth: 0.04,
    season: seasons.even,
    department: 0,
    direction: 'band',
    source: '财务支出月报',
  },
];

export const behindNotes = [
  '受天气影响，外业时间减少，下月补上。',
  '乡镇上报不及时，已催办。',
  '项目开工晚于计划，已增加施工队伍。',
  '资金到位较晚，进度暂时落后。',
] as const;

/** Work of a year that is met by milestones, each with its month and its share of the weight. */
export const milestoneTarget = {
  name: '林草资源数据平台建设',
  mechanism: 'G2',
  department: 0,
  milestones: [
    { name: '完成需求调研并通过评审', month: 3, weight: 1 },
    { name: '完成历史档案数字化扫描', month: 6, weight: 2 },
    { name: '平台上线试运行', month: 9, weight: 3 },
    { name: '组织验收并印发使用办法', month: 12, weight: 2 },
  ],
} as const;

/** Why a figure had to be corrected. */
export const correctionReasons = [
  '村级上报有重复，核减',
  '漏报一个乡镇，补报',
  '与验收单核对后更正',
] as const;
