import type { Field } from '../kinds/field';
import { plainText } from '../reading/plain-text';

/** Heading of the hidden column that holds the ids of records. */
export const idHeading = { zh: '记录编号（请勿改动）', en: 'Record id (do not change)' } as const;

/** What other offices call a field, besides its label; by the field's key. */
const aliases: Readonly<Record<string, readonly string[]>> = {
  name: ['姓名', '职工姓名', '人员姓名', '名字', '目标', '目标任务', '指标名称', '指标'],
  role: ['人员类别', '人员身份'],
  post: ['职务', '岗位', '职务职称', '职位', '现任职务', '工作岗位'],
  department: ['科室', '部门', '所在科室', '所在部门', '单位科室', '股室', '处室', '责任科室'],
  portfolio: ['分管工作', '分工', '工作分工'],
  partyMember: ['党员', '是否党员', '政治面貌', '中共党员'],
  joined: ['到任时间', '到岗时间', '任职时间', '入职时间', '入职日期', '调入时间'],
  left: ['离任时间', '离岗时间', '调出时间', '离职时间'],
  date: ['日期', '时间', '开展时间', '活动时间', '活动日期', '会议时间', '学习时间', '登记日期'],
  title: [
    '主题',
    '标题',
    '名称',
    '活动名称',
    '活动主题',
    '会议名称',
    '会议主题',
    '学习主题',
    '事项',
  ],
  place: ['地点', '活动地点', '会议地点', '学习地点'],
  host: ['主持人', '主持'],
  people: ['参加人员', '参会人员', '参加人', '出席人员', '参训人员', '参学人员'],
  expected: ['应到', '应到人数', '应参加人数'],
  attended: ['实到', '实到人数', '实参加人数', '参加人数', '参会人数'],
  hours: ['学时', '课时', '学时数'],
  lecturer: ['主讲人', '授课人', '主讲', '授课老师'],
  content: ['主要内容', '内容', '学习内容', '会议内容', '活动内容'],
  owner: ['责任人', '具体负责人', '负责人', '经办人', '承办人'],
  leader: ['责任领导', '牵头领导', '分管领导', '包抓领导'],
  subject: ['对象', '姓名', '谈话对象', '慰问对象', '申报人'],
  measures: ['措施', '具体措施', '防控措施', '整改措施', '工作措施'],
  result: ['结果', '办理结果', '处理结果'],
  deadline: ['办理期限', '办理时限', '完成时限', '时限', '期限'],
  due: ['时限', '完成时限', '完成时间', '截止日期'],
  settledOn: ['办结日期', '办结时间', '完成时间', '销号日期', '销号时间'],
  reportEvery: ['汇报周期', '报送周期'],
  issued: ['下达日期', '下达时间', '交办日期', '交办时间'],
  target: ['目标', '目标名称', '所属目标'],
  reached: ['完成日期', '完成时间', '实际完成时间'],
  percent: ['进度', '完成率', '完成进度', '序时进度'],
  period: ['所属时期', '时期', '周期'],
  measure: ['计量单位', '单位'],
};

/** A heading as it is compared: no brackets with what they hold, no blanks, stars or colons. */
export const headingKey = (heading: string): string =>
  plainText(heading)
    .replace(/\([^)]*\)|\[[^\]]*\]/g, '')
    .replace(/[\s*:：★"“”、]/g, '')
    .toLowerCase();

const idKeys = new Set(Object.values(idHeading).map(headingKey));

/** Whether a heading is that of the column of ids. */
export const isIdHeading = (heading: string): boolean => idKeys.has(headingKey(heading));

/** What every heading means for a list: a field's key, undefined where it means nothing. */
export function meaningsOf(fields: readonly Field[]): ReadonlyMap<string, string> {
  const meanings = new Map<string, string>();
  const add = (heading: string, key: string) => {
    const known = headingKey(heading);
    if (known !== '' && !meanings.has(known)) meanings.set(known, key);
  };
  for (const { key, label } of fields) {
    add(label.zh, key);
    add(label.en, key);
  }
  for (const { key } of fields) for (const alias of aliases[key] ?? []) add(alias, key);
  return meanings;
}
