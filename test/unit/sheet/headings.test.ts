import { describe, expect, it } from 'vitest';
import { meaningsFor } from '../../../shared/sheet/layout';
import { sheetListOf } from '../../../shared/sheet/list';

// What headings of many offices mean.

const known: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  task: {
    period: '所属时期 年度 年份 任务年度 季度 所属月份',
    title:
      '任务 重点任务 任务名称 工作任务 重点工作 督办事项 督查事项 交办事项 议定事项 工作事项 重点事项 具体任务 主要任务 工作内容 攻坚任务 年度重点任务 存在问题 整改事项',
    goal: '目标 工作目标 任务目标 预期目标 目标要求 年度目标 完成标准 预期成效 考核目标',
    due: '时限 完成时限 办结时限 完成时间 时间节点 截止时间 时限要求 完成期限 计划完成时间 要求完成时间 整改时限 落实期限',
    leader: '牵头领导 责任领导 分管领导 主管领导 包抓领导 牵头负责人 分管局领导 挂牌领导',
    owner: '责任人 具体负责人 负责人 经办人 承办人 具体责任人 落实责任人 化解责任人',
    department:
      '科室 责任科室 责任部门 责任单位 牵头单位 牵头科室 承办单位 主办科室 所属部门 责任股室 落实单位',
    alongside: '配合单位 配合科室 协办单位 协同部门 参与单位 配合人员',
    measures: '措施 工作措施 主要措施 具体举措 推进措施 整改措施 实施步骤 保障举措',
    percent: '进度 完成率 完成进度 工作进度 目前进度',
    result: '完成情况 进展情况 落实情况 工作进展 目前进展 办理情况 整改完成情况',
    issued: '下达日期 交办日期 立项时间',
    closed: '销号日期 销号时间 实际完成时间',
  },
  person: {
    name: '姓名 姓_名 职工姓名 干部姓名 人员',
    department: '科室 部门 所在科室 所属部门 工作部门 部门（科室） 科室名称',
    post: '职务 现任职务 岗位 岗位名称 工作岗位 职务（职级）',
    partyMember: '政治面貌 是否党员 党员',
    joined: '到任日期 到岗时间 任现职时间 入职时间 调入时间',
    portfolio: '分管工作 工作分工',
  },
  'risk-point': {
    title: '风险点 廉政风险点 风险点名称 风险点描述',
    level: '等级 风险等级 风险级别 廉政风险等级 风险评定等级',
    manifestation: '表现形式 风险表现形式 主要表现 风险描述',
    measures: '防控措施 防范措施 具体防控措施',
    post: '岗位 岗位名称 风险岗位 责任岗位',
    riskClass: '风险类别 风险类型',
  },
  talk: {
    date: '日期 谈话时间 谈话日期 时间',
    host: '谈话人 谈话领导 主持人',
    people: '谈话对象 被谈话人 参加人员',
    place: '谈话地点 地点',
    title: '主题 谈话主题 谈话事由 谈话内容',
  },
  'study-session': {
    date: '学习时间 学习日期 时间',
    title: '学习主题 学习专题 学习内容',
    studyForm: '学习形式 学习方式',
    expected: '应到 应到人数',
    attended: '实到 实到人数 参加人数',
    absent: '缺席人员 请假人员 缺席人员及原因',
    hours: '学时 课时',
  },
  training: {
    date: '培训时间 培训日期',
    title: '培训主题 培训班名称 培训项目 课程名称',
    trainingForm: '培训形式 培训方式',
    lecturer: '授课人 主讲人 授课老师',
    people: '培训对象 参训人员',
    hours: '培训学时 学时数',
  },
};

/** Headings that are no field of the list, however near they sound. */
const unknown: Readonly<Record<string, string>> = {
  person:
    '序号 性别 民族 出生年月 出生日期 入党时间 参加工作时间 联系电话 身份证号 学历 家属姓名 籍贯 备注 填表人',
  task: '序号 备注 联系电话 督办单位 填报人 审核人 上年目标 佐证材料',
  'risk-point': '序号 备注 监督单位 审核领导',
  talk: '序号 备注 联系电话 签字',
};

/** What a heading means beside the columns that no record can be without, but for the one asked of. */
function read(list: string, heading: string, key?: string) {
  const { fields = [] } = sheetListOf(list) ?? {};
  const needed = fields.filter((field) => field.required && field.key !== key);
  const headings = [heading.replace('_', '　'), ...needed.map(({ label }) => label.zh)];
  return meaningsFor(headings, fields)[0];
}

describe.each(Object.entries(known))('%s', (list, fields) => {
  it.each(Object.entries(fields))('%s', (key, headings) => {
    const others = headings.split(' ').filter((heading) => read(list, heading, key) !== key);
    expect(others).toEqual([]);
  });
});

it.each(Object.entries(unknown))('%s: what is no field is none', (list, headings) => {
  const taken = headings.split(' ').filter((heading) => read(list, heading) !== null);
  expect(taken).toEqual([]);
});

it('of two columns the label itself is the field, wherever it stands', () => {
  const { fields = [] } = sheetListOf('person') ?? {};
  expect(meaningsFor(['职位', '职务'], fields)).toEqual([null, 'post']);
  expect(meaningsFor(['职务', '职位'], fields)).toEqual(['post', null]);
});

it('tells of how many headings it knows', () => {
  const count = Object.values(known)
    .flatMap((fields) => Object.values(fields))
    .flatMap((headings) => headings.split(' ')).length;
  console.log(`${count} headings of offices known`);
  expect(count).toBeGreaterThan(150);
});
