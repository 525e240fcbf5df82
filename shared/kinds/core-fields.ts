import type { Field, Option } from './field';

// Fields that many kinds share. What only one kind asks for is declared with that kind.

/** A choice from words that are stored as they stand in Chinese office use, by a short key. */
export const options = (texts: Readonly<Record<string, readonly [zh: string, en: string]>>) =>
  Object.entries(texts).map(([value, [zh, en]]): Option => ({ value, text: { zh, en } }));

/** Whole number of people, items or times. */
const count = { type: 'number', min: 0, max: 100_000, whole: true } as const;

export const date: Field = {
  key: 'date',
  label: { zh: '日期', en: 'Date' },
  control: { type: 'day' },
  required: true,
  width: 9,
};

export const title: Field = {
  key: 'title',
  label: { zh: '主题', en: 'Subject' },
  control: { type: 'line' },
  required: true,
};

export const place: Field = {
  key: 'place',
  label: { zh: '地点', en: 'Place' },
  control: { type: 'line' },
  width: 9,
};

export const host: Field = {
  key: 'host',
  label: { zh: '主持人', en: 'Chaired by' },
  control: { type: 'person' },
  width: 7,
};

export const people: Field = {
  key: 'people',
  label: { zh: '参加人员', en: 'Who took part' },
  control: { type: 'people' },
  width: 14,
};

export const expected: Field = {
  key: 'expected',
  label: { zh: '应到', en: 'Expected' },
  control: count,
  width: 5,
};

export const attended: Field = {
  key: 'attended',
  label: { zh: '实到', en: 'Present' },
  control: count,
  width: 5,
};

/** Who was expected and did not come (缺席人员). */
export const absent: Field = {
  key: 'absent',
  label: { zh: '缺席人员', en: 'Absent' },
  control: { type: 'people', asides: 'absentReason' },
  width: 10,
};

export const absentReason: Field = {
  key: 'absentReason',
  label: { zh: '缺席原因', en: 'Why absent' },
  control: { type: 'line' },
};

/** Of those absent, who has made up for it since (补学、补课); they get the same study hours. */
export const madeUp: Field = {
  key: 'madeUp',
  label: { zh: '已补学人员', en: 'Made up for it' },
  control: { type: 'people' },
  width: 10,
};

export const lecturer: Field = {
  key: 'lecturer',
  label: { zh: '主讲人', en: 'Lecturer' },
  control: { type: 'line' },
  width: 7,
};

export const hours: Field = {
  key: 'hours',
  label: { zh: '学时', en: 'Study hours' },
  control: { type: 'number', min: 0, max: 1000 },
  hint: { zh: '每位参加人员所得学时', en: 'for each who took part' },
  width: 5,
};

export const content: Field = {
  key: 'content',
  label: { zh: '主要内容', en: 'What it was about' },
  control: { type: 'prose' },
};

/** Who answers for it (责任人). */
export const owner: Field = {
  key: 'owner',
  label: { zh: '责任人', en: 'Responsible' },
  control: { type: 'person' },
  width: 7,
};

/** The leader who answers for it (责任领导). */
export const leader: Field = {
  key: 'leader',
  label: { zh: '责任领导', en: 'Responsible leader' },
  control: { type: 'person' },
  width: 7,
};

/** Whom it is about. */
export const subject: Field = {
  key: 'subject',
  label: { zh: '对象', en: 'Concerning' },
  control: { type: 'person' },
  required: true,
  width: 7,
};

export const measures: Field = {
  key: 'measures',
  label: { zh: '措施', en: 'Measures' },
  control: { type: 'prose' },
};

export const result: Field = {
  key: 'result',
  label: { zh: '结果', en: 'Result' },
  control: { type: 'prose' },
};

/** By when it is to be settled. */
export const deadline: Field = {
  key: 'deadline',
  label: { zh: '办理期限', en: 'To be settled by' },
  control: { type: 'day', deadline: { words: 'deadlineWords' } },
  width: 9,
};

/** What was written of the deadline where no day says all of it: 长期, 每月25日. */
export const deadlineWords: Field = {
  key: 'deadlineWords',
  label: { zh: '期限说明', en: 'Until, in words' },
  control: { type: 'line' },
  width: 9,
};

/** When it was settled (办结、销号). */
export const settledOn: Field = {
  key: 'settledOn',
  label: { zh: '办结日期', en: 'Settled on' },
  control: { type: 'day' },
  width: 9,
};

/** When it is to be looked through again. */
export const reviewOn: Field = {
  key: 'reviewOn',
  label: { zh: '复查日期', en: 'Review on' },
  control: { type: 'day' },
  width: 9,
};

export const endsOn: Field = {
  key: 'endsOn',
  label: { zh: '结束日期', en: 'Until' },
  control: { type: 'day' },
  width: 9,
};

/** Where the paper itself lies; the paper's content stays out. */
export const filedAt: Field = {
  key: 'filedAt',
  label: { zh: '存放处', en: 'Filed at' },
  control: { type: 'line' },
  width: 9,
};

// Fields of more than one kind.

export const businessArea: Field = {
  key: 'businessArea',
  label: { zh: '业务领域', en: 'Business field' },
  control: { type: 'line' },
  width: 9,
};

export const planned: Field = {
  key: 'planned',
  label: { zh: '计划期次', en: 'Sessions planned' },
  control: { type: 'number', min: 0, max: 1000, whole: true },
  width: 6,
};

export const completion: Field = {
  key: 'completion',
  label: { zh: '完成率', en: 'Completed' },
  control: { type: 'number', min: 0, max: 100, unit: { zh: '%', en: '%' } },
  width: 6,
};

export const partner: Field = {
  key: 'partner',
  label: { zh: '对象单位', en: 'Partner' },
  control: { type: 'line' },
  width: 10,
};

export const mentor: Field = {
  key: 'mentor',
  label: { zh: '师傅', en: 'Mentor' },
  control: { type: 'person' },
  required: true,
  width: 7,
};

export const goal: Field = {
  key: 'goal',
  label: { zh: '目标', en: 'Goal' },
  control: { type: 'prose' },
};

export const post: Field = {
  key: 'post',
  label: { zh: '岗位', en: 'Post' },
  control: { type: 'line' },
  required: true,
  width: 9,
};

export const level: Field = {
  key: 'level',
  label: { zh: '等级', en: 'Grade' },
  control: {
    type: 'choice',
    options: options({ high: ['高', 'high'], middle: ['中', 'middle'], low: ['低', 'low'] }),
  },
  required: true,
  width: 5,
};

export const number: Field = {
  key: 'number',
  label: { zh: '编号', en: 'Number' },
  control: { type: 'line' },
  required: true,
  width: 7,
};

export const passedTo: Field = {
  key: 'passedTo',
  label: { zh: '转办部门', en: 'Passed to' },
  control: { type: 'line' },
  width: 10,
};

export const scope: Field = {
  key: 'scope',
  label: { zh: '公开范围', en: 'Open to' },
  control: { type: 'line' },
  width: 9,
};

export const way: Field = {
  key: 'way',
  label: { zh: '公开方式', en: 'How' },
  control: { type: 'line' },
  width: 9,
};
