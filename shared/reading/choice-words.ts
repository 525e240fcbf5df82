import type { Field, Option } from '../kinds/field';
import { plainText } from './plain-text';

/**
 * What offices write for an option besides its own words; by the field's key, then the option's
 * value. Grades come in three (一级 is the highest), as in lists of risks to integrity.
 */
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  level: {
    high: '一级 I级 A级 A I 1级 高风险 高级 高等级 高度 重大 重大风险 红色 红',
    middle: '二级 II级 B级 B II 2级 中风险 中级 中等 中等级 中度 黄色 黄',
    low: '三级 III级 C级 C III 3级 低风险 低级 低等级 低度 蓝色 蓝',
  },
  studyForm: {
    together: '集中学习 集中 集体学习 集体学 集中研讨 集体研讨 集中研学 中心组学习 集体',
    groups: '分组学习 分组 小组学习 分组研讨 小组学 分组讨论 小组',
  },
  role: {
    leader: '班子 领导班子 领导班子成员 局领导 单位领导 领导 领导干部 党组成员 党委委员 局班子成员',
    staff:
      '职工 干部 工作人员 一般干部 普通干部 一般职工 中层干部 中层 员工 在编人员 在职职工 机关干部',
  },
  trainingForm: {
    'in-service': '在岗培训 内部培训 岗位培训 在职 在岗 业务培训 集中培训',
    out: '外出培训 外训 外派培训 外出学习 外出考察 走出去培训',
    in: '邀请授课 专家授课 请进来培训 邀请专家 专家讲座 外请授课',
    rotation: '轮训 业务轮训班 全员轮训',
  },
  riskClass: {
    conduct: '思想道德风险 思想道德类 道德风险 思想',
    duty: '岗位职责风险 岗位职责类 岗位风险 职责风险 岗位',
    process: '业务流程风险 业务流程类 流程风险 业务',
    system: '制度机制风险 制度机制类 制度风险 机制风险 制度',
    outside: '外部环境风险 外部环境类 外部风险 环境风险 外部',
  },
  reportEvery: {
    none: '不要求 不需要 无',
    week: '每周一次 周报 按周 一周一报 每周报送 周',
    month: '每月一次 月报 按月 一月一报 每月报送 月 月调度',
  },
  direction: {
    more: '正向 越高越好 越大越好 增长',
    less: '反向 逆向 越低越好 越小越好 下降',
    band: '区间 保持在区间',
  },
  mode: { cumulative: '累计 累计数 按月累计', point: '时点 时点值' },
};

/** Letters, digits and han characters alone, without what offices put behind a word in brackets. */
const keyOf = (text: string): string =>
  plainText(text)
    .toLowerCase()
    .replace(/\([^)]*\)/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** The option of a choice that a word stands for; undefined where it is none for certain. */
export function optionOf(field: Field, text: string): Option | undefined {
  if (field.control.type !== 'choice') return undefined;
  const { options } = field.control;
  const key = keyOf(text);
  if (key === '') return undefined;
  const own = options.find(({ text: { zh, en } }) => [zh, en].map(keyOf).includes(key));
  if (own) return own;
  const exact = options.find(({ value }) => value === text);
  if (exact) return exact;
  const known = words[field.key] ?? {};
  return options.find(({ value }) => {
    const more = Object.hasOwn(known, value) ? known[value] : undefined;
    return more?.split(' ').some((word) => keyOf(word) === key);
  });
}
