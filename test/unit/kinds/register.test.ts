import { describe, expect, it } from 'vitest';
import type { Wording } from '../../../shared/kinds/field';
import type { Kind } from '../../../shared/kinds/kind';
import { kindOf, kinds } from '../../../shared/kinds/kinds';
import {
  columnsOf,
  fieldsToSet,
  filtersOf,
  formValues,
  problemsOf,
  searchText,
  titleOf,
} from '../../../shared/kinds/register';

const wording: Wording = {
  language: 'zh',
  personName: (id) => (id === 'p1' ? '王镕' : ''),
  departmentName: () => '',
  dayText: (day) => day,
};

function kind(id: string): Kind {
  const found = kindOf(id);
  if (!found) throw new Error(id);
  return found;
}

const keys = (fields: readonly { key: string }[]) => fields.map(({ key }) => key);

describe('a register', () => {
  it('shows the columns its kind asks for, or its short fields', () => {
    expect(keys(columnsOf(kind('risk-point')))).toEqual([
      'title',
      'post',
      'riskClass',
      'level',
      'owner',
      'reviewOn',
    ]);
    expect(keys(columnsOf(kind('talk')))).toEqual(['date', 'title', 'place', 'host']);
  });

  it('is narrowed by choices, people and sections', () => {
    expect(keys(filtersOf(kind('rule')))).toEqual([
      'ruleClass',
      'ruleState',
      'department',
      'owner',
    ]);
    expect(keys(filtersOf(kind('staff-mood')))).toEqual(['host']);
  });

  it.each([
    [{ title: '听取意见会' }, '听取意见会'],
    [{ subject: 'p1', occasion: 'wedding' }, '王镕 · 结婚'],
    [{ subject: 'gone', occasion: 'birth' }, '生育'],
    [{}, '婚丧嫁娶慰问'],
  ])('names %o %s', (record, name) => {
    expect(titleOf(kind('care-event'), record, wording)).toBe(name);
  });

  it('is searched by what its records read', () => {
    const text = searchText(kind('care-event'), { subject: 'p1', occasion: 'birth' }, wording);
    expect(text).toBe('王镕 生育');
  });

  it.each(kinds)('$id: an untouched form is no change, a filled one comes back', (one) => {
    const empty = fieldsToSet(one, formValues(one));
    expect(new Set(Object.values(empty))).toEqual(new Set([null]));
    const filled = Object.fromEntries(
      one.fields.map(({ key, control }) => {
        switch (control.type) {
          case 'day':
            return [key, '2026-11-24'];
          case 'number':
            return [key, control.max];
          case 'flag':
            return [key, true];
          case 'choice':
            return [key, control.options[0]?.value ?? ''];
          case 'people':
            return [key, ['p1']];
          default:
            return [key, '填写'];
        }
      }),
    );
    expect(problemsOf(one, filled)).toEqual([]);
    expect(fieldsToSet(one, formValues(one, filled))).toEqual(filled);
  });

  it('does not take more people present than expected', () => {
    const filled = { ...formValues(kind('party-day')), title: '党日', date: '2026-11-06' };
    const came = (attended: number) =>
      problemsOf(kind('party-day'), { ...filled, expected: 5, attended }).map(
        ({ sentence }) => sentence.zh,
      );
    expect(came(5)).toEqual([]);
    expect(came(6)).toEqual(['实到多于应到，请核对。']);
  });

  it('says all that is missing, in the order of the form', () => {
    const problems = problemsOf(kind('risk-point'), formValues(kind('risk-point')));
    expect(problems.map(({ field }) => field.key)).toEqual(['date', 'post', 'title', 'level']);
  });

  it('trims what was typed', () => {
    expect(fieldsToSet(kind('talk'), { title: '  谈心 ', place: '   ' })).toMatchObject({
      title: '谈心',
      place: null,
    });
  });
});
