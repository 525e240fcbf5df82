import { describe, expect, test } from 'vitest';
import { actionLabels, actionText } from '../../../renderer/i18n/action-labels';
import { setLanguage } from '../../../renderer/i18n/i18n';
import { fieldLabels } from '../../../renderer/i18n/texts/fields';
import { fieldText, valueText } from '../../../renderer/pages/history/field-words';
import { recordTitle } from '../../../renderer/pages/history/record-title';
import { stepText } from '../../../renderer/pages/history/step-text';
import type { JsonValue } from '../../../shared/changes/json';
import { fold, type State } from '../../../shared/changes/state';
import { kinds } from '../../../shared/kinds/kinds';
import { collectionNames, modelOf } from '../../../shared/model/collections';

const wang = '0190b7f0-0000-7000-8000-000000000001';

const stateOf = (records: [collection: string, id: string, fields: Record<string, JsonValue>][]) =>
  fold([
    {
      stamp: '00000001.pcaaaaaa',
      author: '',
      wall: '2026-11-03T08:00:00.000Z',
      label: 'test',
      changes: records.map(([collection, id, fields]) => ({ collection, id, fields })),
    },
  ]);

const state: State = stateOf([
  ['person', wang, { name: '王明', deleted: true }],
  ['task', 't1', { title: '数字化' }],
  ['target', 'g1', { name: '接待人次' }],
  ['activity', 'a1', { kind: 'talk', title: '', date: '2026-11-03' }],
  ['attachment', 'f1', { name: '签到表.jpg', ownerCollection: 'task' }],
]);

describe('words', () => {
  test('of an alteration are those of the field that was altered', () => {
    const id = 'task:t1:leader:2026-11-20';
    const place = { collection: 'alteration', id, field: 'before' };
    expect(fieldText(state, place)).toBe('变更前（牵头领导）');
    expect(valueText(state, place, wang)).toBe('王明');
    expect(valueText(state, { ...place, id: 'task:t1:percent:2026-11-20' }, 40)).toBe('40%');
    expect(recordTitle(state, 'alteration', id)).toBe('数字化');
  });

  test.each(['zh', 'en'] as const)('every field of every record has a name (%s)', (language) => {
    setLanguage(language);
    for (const collection of collectionNames) {
      for (const field of Object.keys(modelOf(collection).fields.shape)) {
        const text = fieldText(state, { collection, id: 'x', field });
        expect(text, `${collection}.${field}`).not.toBe(field);
      }
    }
    for (const kind of kinds) {
      for (const { key } of kind.fields) {
        const place = { collection: 'activity', id: 'a1', field: key };
        expect(fieldText(state, place), `${kind.id}.${key}`).not.toBe(key);
      }
    }
    setLanguage('zh');
  });

  test('no label stands for a field that the model does not have', () => {
    for (const collection of collectionNames) {
      const known = Object.keys(modelOf(collection).fields.shape);
      expect(known).toEqual(expect.arrayContaining(Object.keys(fieldLabels[collection])));
    }
  });

  test.each<[collection: string, id: string, field: string, value: JsonValue, text: string]>([
    ['task', 't1', 'leader', wang, '王明'],
    ['task', 't1', 'leader', 'gone', 'gone'],
    ['task', 't1', 'due', '2026-11-30', '2026年11月30日'],
    ['task', 't1', 'period', '2026-Q4', '2026年第四季度'],
    ['task', 't1', 'percent', 45, '45%'],
    ['task', 't1', 'goal', '', '（空）'],
    ['task', 't1', 'parent', 't1', '数字化'],
    ['target', 'g1', 'direction', 'less', '越少越好'],
    ['target', 'g1', 'goal', 1200.5, '1200.5'],
    ['sheet', `${wang}:2026-11`, 'status', 'submitted', '已提交'],
    ['person', wang, 'head', true, '是'],
    ['activity', 'a1', 'people', [wang, 'x9'], '王明、x9'],
    ['attachment', 'f1', 'bytes', 1_500_000, '1.4 MB'],
    ['attachment', 'f1', 'ownerId', 't1', '数字化'],
    ['future', 'z1', 'thing', { a: 1 }, '{"a":1}'],
  ])('%s %s.%s %j reads %s', (collection, id, field, value, text) => {
    expect(valueText(state, { collection, id, field }, value)).toBe(text);
  });

  test.each([
    ['rating', `${wang}:2026-11:A1.1`, /^王明 2026年11月 ./],
    ['measurement', 'g1:2026-11', /^接待人次 2026年11月$/],
    ['attachment', 'f1', /^签到表\.jpg$/],
    ['activity', 'a1', /2026年11月3日$/],
    ['device', 'nowhere1', /^电脑$/],
  ])('a record of %s %s is called by what it is about', (collection, id, title) => {
    expect(recordTitle(state, collection, id)).toMatch(title);
  });

  test('actions of another version are told apart from none', () => {
    expect(actionText('zzz.unheard').zh).toBe('其他操作');
    expect(actionText('constructor').zh).toBe('其他操作');
    for (const { zh, en } of Object.values(actionLabels)) expect(zh && en).toBeTruthy();
  });
});

describe('what came of a step', () => {
  const here = { state, device: 'pcaaaaaa' };
  const by = {
    stamp: '00000005.pcbbbbbb',
    author: wang,
    wall: '2026-11-03T08:00:00.000Z',
    label: 'task.set',
  };

  test('names who, when and what stands in the way', () => {
    expect(stepText({ done: false, reason: 'overtaken', by }, 'undo', here)).toBe(
      '王明 11月3日 已改过这一项（修改任务），未撤销，当前内容未变。',
    );
  });

  test('says this PC where its own change does', () => {
    const own = { ...by, stamp: '00000005.pcaaaaaa', author: '', label: 'workspace.repair' };
    expect(stepText({ done: false, reason: 'overtaken', by: own }, 'redo', here)).toBe(
      '本机 11月3日 已改过这一项（修复数据），未恢复，当前内容未变。',
    );
  });

  test('says what was done', () => {
    expect(stepText({ done: true, label: 'task.add' }, 'undo', here)).toContain('已撤销：新增任务');
    expect(stepText({ done: false, reason: 'nothing' }, 'redo', here)).toBe('没有可以恢复的操作。');
  });
});
