import type { Random } from './random';

/** The sample unit. County, towns and people are invented; none of them exists. */
export const sampleUnit = {
  name: '青禾县林业和草原局',
  shortName: '青禾县林草局',
};

/** Sections of the unit, in the order of the staffing plan. */
export const departments = [
  '办公室',
  '党建和人事教育股',
  '计划财务股',
  '造林绿化股',
  '森林资源管理股',
  '草原和湿地保护股',
  '防火和安全生产股',
  '政策法规和行政审批股',
  '林业产业和改革发展股',
  '有害生物防治检疫站',
  '林业工作总站',
  '国有青禾林场',
] as const;

export const towns = [
  '青禾镇',
  '云溪镇',
  '柳河镇',
  '沙坪镇',
  '松岭镇',
  '望川镇',
  '南屏镇',
  '石门乡',
  '白塔乡',
  '桃园乡',
  '双河乡',
  '清水乡',
] as const;

export const villages = [
  '东坪村',
  '上湾村',
  '杨家沟村',
  '大梁村',
  '河口村',
  '柳树湾村',
  '石咀村',
  '新庄村',
  '红崖村',
  '马莲滩村',
  '北庄村',
  '榆树坪村',
  '三合村',
  '苗圃村',
  '前进村',
  '胡家台村',
  '梨花村',
  '羊圈沟村',
] as const;

/** Names that test a font chain: each holds a character outside GB 2312 or seldom seen. */
const rareGiven = ['镕川', '喆', '堃', '玥', '珺瑶', '昉', '昇', '喆明', '玥彤', '昇平'] as const;

const surnames = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋',
  ...'蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙',
];

const given = [
  '建国 建军 志强 志刚 国栋 国华 永生 永红 文斌 文涛 海军 海燕 晓燕 晓东 晓梅 丽娟 丽华 秀英 秀兰 桂芳',
  '玉兰 玉珍 春梅 春生 立新 立民 振华 振宇 学军 学文 世杰 世平 明远 明辉 德胜 德明 红霞 红梅 雪峰 雪莲',
  '俊杰 俊峰 佳琪 佳宁 思远 思雨 子涵 子轩 雨桐 雨晨 浩然 浩宇 欣怡 欣然 宇航 宇飞 婷婷 静 敏 磊',
  '鹏 涛 勇 军 伟东 伟民 艳 娜 超 洋 斌 波 凯 霞 萍 琴 兰 莉 颖 倩',
].flatMap((row) => row.split(' '));

/**
 * `count` different names; the rare ones stand first and every second, until all of them are used,
 * so that even a small team has some.
 */
export function personNames(count: number, random: Random): string[] {
  const names = new Set<string>();
  const rare = [...rareGiven];
  let takeRare = true;
  while (names.size < count) {
    const next = takeRare ? rare.shift() : undefined;
    takeRare = !takeRare;
    const name = random.pick(surnames) + (next ?? random.pick(given));
    // Large units run out of plain combinations slowly; a third character keeps names apart.
    if (!names.has(name)) names.add(name);
    else names.add(name + random.pick(['林', '青', '禾', '山', '川', '原']));
  }
  return [...names];
}

/** What a member of the team answers for; the place in the list is the order of rank. */
export interface Seat {
  readonly post: string;
  readonly portfolio: string;
  /** Indices of `departments` in the leader's charge. */
  readonly departments: readonly number[];
  readonly partyMember: boolean;
  /** 线 · 点 · 项. */
  readonly line: string;
  readonly contactPoint: string;
  readonly project: string;
}

export const seats: readonly Seat[] = [
  {
    post: '党组书记、局长',
    portfolio: '主持全面工作，负责党的建设、干部人事、财务审计',
    departments: [0, 2],
    partyMember: true,
    line: '党的建设和意识形态工作线',
    contactPoint: '云溪镇东坪村',
    project: '青禾河流域生态修复工程',
  },
  {
    post: '党组副书记、副局长',
    portfolio: '协助书记抓党建，负责造林绿化、国土绿化和人事教育',
    departments: [1, 3],
    partyMember: true,
    line: '国土绿化工作线',
    contactPoint: '柳河镇柳树湾村',
    project: '北山三万亩国土绿化试点示范项目',
  },
  {
    post: '党组成员、副局长',
    portfolio: '负责森林资源管理、林长制、采伐和林地审核',
    departments: [4],
    partyMember: true,
    line: '林长制和资源管理工作线',
    contactPoint: '松岭镇大梁村',
    project: '林草湿“一张图”更新项目',
  },
  {
    post: '党组成员、副局长',
    portfolio: '负责森林草原防火、安全生产、信访维稳',
    departments: [6],
    partyMember: true,
    line: '防火和安全生产工作线',
    contactPoint: '石门乡红崖村',
    project: '森林火险高风险区综合治理项目',
  },
  {
    post: '党组成员、县纪委监委派驻纪检监察组组长',
    portfolio: '负责监督执纪问责，协助抓党风廉政建设',
    departments: [],
    partyMember: true,
    line: '党风廉政监督工作线',
    contactPoint: '南屏镇新庄村',
    project: '重点岗位廉政风险防控提升项目',
  },
  {
    post: '党组成员、总工程师',
    portfolio: '负责科技推广、有害生物防治、种苗质量',
    departments: [9, 10],
    partyMember: true,
    line: '科技推广和有害生物防治工作线',
    contactPoint: '白塔乡苗圃村',
    project: '松材线虫病疫情防控攻坚项目',
  },
  {
    post: '副局长',
    portfolio: '负责草原、湿地、自然保护地和野生动植物保护',
    departments: [5],
    partyMember: false,
    line: '草原湿地保护工作线',
    contactPoint: '望川镇马莲滩村',
    project: '望川湿地公园提升项目',
  },
  {
    post: '党组成员、副局长',
    portfolio: '负责林业产业、集体林权改革、政策法规和行政审批',
    departments: [7, 8],
    partyMember: true,
    line: '林业产业和林权改革工作线',
    contactPoint: '桃园乡梨花村',
    project: '林下经济示范基地建设项目',
  },
  {
    post: '党组成员、国有青禾林场场长',
    portfolio: '负责国有青禾林场全面工作',
    departments: [11],
    partyMember: true,
    // Come lately: his line is still to be set.
    line: '',
    contactPoint: '松岭镇胡家台村',
    project: '国有林场管护用房和道路建设项目',
  },
];

/** The seat of the leader of that rank (0 first); beyond the team's usual nine come counsellors. */
export function seatOf(rank: number): Seat {
  const seat = seats[rank];
  if (seat) return seat;
  const town = towns[rank % towns.length] ?? towns[0];
  const village = villages[(rank * 5) % villages.length] ?? villages[0];
  const department = rank % departments.length;
  return {
    post: '四级调研员',
    portfolio: `协助联系${departments[department] ?? departments[0]}工作`,
    departments: [],
    partyMember: rank % 4 !== 0,
    line: `${departments[department] ?? departments[0]}协调工作线`,
    contactPoint: `${town}${village}`,
    project: `${town}村庄绿化美化项目`,
  };
}

/** Posts of the staff: heads of section first, then by chance. */
export const staffPosts = {
  head: (department: string) =>
    department.endsWith('林场')
      ? '副场长'
      : department.endsWith('站')
        ? '站长'
        : department === '办公室'
          ? '主任'
          : '股长',
  others: [
    '副股长',
    '一级科员',
    '二级科员',
    '工程师',
    '助理工程师',
    '技术员',
    '会计',
    '护林员组长',
  ],
} as const;
