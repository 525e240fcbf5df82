import { date, filedAt, options, owner, reviewOn, title } from './core-fields';
import type { Field } from './field';
import type { Kind } from './kind';

const documentNumber: Field = {
  key: 'documentNumber',
  label: { zh: '文号', en: 'Number' },
  control: { type: 'line' },
  width: 9,
};

const ruleClass: Field = {
  key: 'ruleClass',
  label: { zh: '类别', en: 'Category' },
  control: {
    type: 'choice',
    options: options({
      party: ['党建', 'Party building'],
      integrity: ['党风廉政', 'integrity'],
      administration: ['行政管理', 'administration'],
      finance: ['财务管理', 'finance'],
      personnel: ['人事劳动', 'personnel and labour'],
      project: ['项目管理', 'projects'],
    }),
  },
  required: true,
  width: 8,
};

const version: Field = {
  key: 'version',
  label: { zh: '版本', en: 'Version' },
  control: { type: 'line' },
  width: 5,
};

const ruleState: Field = {
  key: 'ruleState',
  label: { zh: '状态', en: 'State' },
  control: {
    type: 'choice',
    options: options({
      draft: ['拟定', 'draft'],
      valid: ['现行', 'in force'],
      revising: ['修订中', 'being revised'],
      repealed: ['废止', 'repealed'],
    }),
  },
  required: true,
  width: 6,
};

const revisedOn: Field = {
  key: 'revisedOn',
  label: { zh: '修订日期', en: 'Revised on' },
  control: { type: 'day' },
  width: 8,
};

/** Set with the state 废止; the version that stands in its place has the same name, or names it. */
const repealedOn: Field = {
  key: 'repealedOn',
  label: { zh: '废止日期', en: 'Repealed on' },
  control: { type: 'day' },
  width: 8,
};

const replaces: Field = {
  key: 'replaces',
  label: { zh: '替代的制度', en: 'Replaces' },
  control: { type: 'line' },
  hint: { zh: '名称与旧制度不同时填写旧名称', en: 'the former rule, where its name was another' },
  width: 10,
};

const reviewedOn: Field = {
  key: 'reviewedOn',
  label: { zh: '上次复审', en: 'Last reviewed' },
  control: { type: 'day' },
  width: 8,
};

const department: Field = {
  key: 'department',
  label: { zh: '责任科室', en: 'Section' },
  control: { type: 'department' },
  width: 8,
};

/** A rule of the office in one of six categories, from draft to repeal. Source: essay ¶14. */
export const rule: Kind = {
  id: 'rule',
  name: { zh: '规章制度', en: 'Rule' },
  counted: { zh: '制定修订规章制度', en: 'rules made or revised' },
  measureWord: '项',
  section: 'G2',
  isRegister: true,
  fulfils: [],
  fulfilsWhen: [
    { field: 'ruleClass', is: 'party', items: ['G2.1'] },
    { field: 'ruleClass', is: 'integrity', items: ['G2.2'] },
    { field: 'ruleClass', is: 'administration', items: ['G2.3'] },
    { field: 'ruleClass', is: 'finance', items: ['G2.4'] },
    { field: 'ruleClass', is: 'personnel', items: ['G2.5'] },
    { field: 'ruleClass', is: 'project', items: ['G2.6'] },
  ],
  evidences: ['B3'],
  fields: [
    date,
    title,
    documentNumber,
    ruleClass,
    version,
    ruleState,
    revisedOn,
    repealedOn,
    replaces,
    department,
    owner,
    reviewedOn,
    reviewOn,
    filedAt,
  ],
  columns: ['title', 'documentNumber', 'ruleClass', 'ruleState', 'date', 'reviewOn'],
};
