import { describe, expect, it } from 'vitest';
import type { ChangeSet, RecordChange } from '../../../../shared/changes/change-set';
import { draftSet } from '../../../../shared/changes/draft';
import { importUndo, PartialFold, touchedBy } from '../../../../shared/changes/import-undo';
import type { JsonValue } from '../../../../shared/changes/json';
import { stampOf } from '../../../../shared/changes/stamp';
import { packStamps, unpackStamps } from '../../../../shared/changes/stamp-list';
import { fold, type State } from '../../../../shared/changes/state';
import { settledBy, sidesOf } from '../../../../shared/insight/exchange/conflicts';
import { previewOf, takenOf } from '../../../../shared/insight/exchange/preview';
import { monthsOfRecord } from '../../../../shared/insight/exchange/record-month';
import { Authored, inScope } from '../../../../shared/insight/exchange/scope';
import { sealedIn } from '../../../../shared/insight/exchange/sealed';
import { teamFlow } from '../../../../shared/insight/exchange/team-flow';
import { openConflicts } from '../../../../shared/insight/open-conflicts';

const tang = '0190b5a0-0000-7000-8000-000000000001';
const lin = '0190b5a0-0000-7000-8000-000000000002';
const office = '0190b5a0-0000-7000-8000-0000000000d1';
const task = '0190b5a0-0000-7000-8000-0000000000aa';
const other = '0190b5a0-0000-7000-8000-0000000000ab';

let counter = 0;

/** One action; `fields` by `collection id`. */
function act(
  device: string,
  author: string,
  changes: Record<string, Record<string, JsonValue>>,
  parents: Record<string, string[]> = {},
): ChangeSet {
  counter += 1;
  return {
    stamp: stampOf(counter, device),
    author,
    wall: '2026-11-20T08:00:00.000Z',
    label: 'task.set',
    changes: Object.entries(changes).map(([key, fields]): RecordChange => {
      const [collection = '', id = ''] = key.split(' ');
      return { collection, id, fields, ...(Object.keys(parents).length > 0 && { parents }) };
    }),
  };
}

const people = act('pcoffice', '', {
  'unit unit': { name: '青禾县林业和草原局' },
  [`person ${tang}`]: { name: '唐镕川', role: 'leader', department: office },
  [`person ${lin}`]: { name: '林嘉禾', role: 'leader' },
  'device pctangaa': { name: '唐', person: tang },
  'device pclinaaa': { name: '林', person: lin },
});

const valuesOf = (state: State, collection: string, id: string) =>
  state.collections.get(collection)?.records.get(id)?.values;

describe('the months of a record', () => {
  it.each([
    [`${tang}:2026-11:A1.1`, {}, '2026-11', '2026-11'],
    [`${tang}:2026-Q3`, {}, '2026-07', '2026-09'],
    ['M1.2:2026-11-03#2', {}, '2026-11', '2026-11'],
    ['monthly:2026:gaps', {}, '2026-01', '2026-12'],
    [task, { date: '2026-02-28' }, '2026-02', '2026-02'],
    [task, { date: '', period: '2026-Q1' }, '2026-01', '2026-03'],
    [task, { year: 2026 }, '2026-01', '2026-12'],
  ])('of %s %j are %s to %s', (id, values, from, to) => {
    expect(monthsOfRecord(id, values)).toEqual({ from, to });
  });

  it('are none for what belongs to no time', () => {
    expect(monthsOfRecord(tang, { name: '唐镕川' })).toBeUndefined();
    expect(monthsOfRecord('unit', {})).toBeUndefined();
  });
});

describe('the scope of a package', () => {
  const history = [
    people,
    act('pctangaa', tang, { [`rating ${tang}:2026-11:A1.1`]: { score: 88 } }),
    act('pctangaa', tang, { [`rating ${tang}:2026-11:B6.1`]: { score: 70 } }),
    act('pclinaaa', lin, { [`rating ${lin}:2026-10:A1.1`]: { score: 90 } }),
    act('pcoffice', '', { [`task ${task}`]: { title: '造林', period: '2026', leader: tang } }),
    act('pclinaaa', lin, { [`progress ${other}`]: { task, date: '2026-11-05', note: '过半' } }),
  ];
  const state = fold(history);
  const kept = (scope: Partial<Parameters<typeof inScope>[1]>): string[] => {
    const whole = { what: 'all', who: '', from: null, to: null, bodyAndMindOf: new Set<string>() };
    // The literals above are those of the scope's type.
    const wanted = { ...whole, ...scope } as Parameters<typeof inScope>[1];
    const authored = new Authored(state, wanted);
    for (const set of history) authored.add(set);
    const keep = inScope(state, wanted, authored);
    const changes = history.flatMap((set) => set.changes.filter(keep));
    return changes
      .filter(({ collection }) => !people.changes.some((one) => one.collection === collection))
      .map(({ collection, id }) => `${collection} ${id.replace(tang, 'T').replace(lin, 'L')}`);
  };

  it('leaves body and mind out, unless their owner says otherwise', () => {
    expect(kept({})).not.toContain('rating T:2026-11:B6.1');
    expect(kept({ bodyAndMindOf: new Set([tang]) })).toContain('rating T:2026-11:B6.1');
  });

  it('lets body and mind of a sheet go that its owner shows to the team', () => {
    const shown = act('pctangaa', tang, { [`sheet ${tang}:2026-11`]: { showsPrivate: true } });
    const scope = { what: 'all', who: '', from: null, to: null } as const;
    const wanted = { ...scope, bodyAndMindOf: new Set<string>() };
    const after = fold([...history, shown]);
    const keep = inScope(after, wanted, new Authored(after, wanted));
    const change = (id: string) => ({ collection: 'rating', id, fields: {} });
    expect(keep(change(`${tang}:2026-11:B6.1`))).toBe(true);
    expect(keep(change(`${tang}:2026-10:B6.1`))).toBe(false);
  });

  it('of one person holds what is about him, hangs on that, or was changed by him', () => {
    expect(kept({ what: 'mine', who: tang })).toEqual([
      'rating T:2026-11:A1.1',
      `task ${task}`,
      `progress ${other}`,
    ]);
  });

  it('of a section holds what its people did', () => {
    expect(kept({ what: 'department', who: office })).toContain('rating T:2026-11:A1.1');
    expect(kept({ what: 'department', who: office })).not.toContain('rating L:2026-10:A1.1');
  });

  it('of some months leaves other months out and what belongs to none in', () => {
    expect(kept({ from: '2026-11', to: '2026-11' })).toEqual([
      'rating T:2026-11:A1.1',
      `task ${task}`,
      `progress ${other}`,
    ]);
  });

  it('always holds who is who', () => {
    const authored = new Authored(state, {
      what: 'mine',
      who: lin,
      from: null,
      to: null,
      bodyAndMindOf: new Set(),
    });
    const keep = inScope(
      state,
      { what: 'mine', who: lin, from: '2020-01', to: '2020-01', bodyAndMindOf: new Set() },
      authored,
    );
    expect(people.changes.every(keep)).toBe(true);
  });
});

describe('the preview of packages', () => {
  const sheet = act('pctangaa', tang, {
    [`sheet ${tang}:2026-11`]: { status: 'submitted' },
    [`rating ${tang}:2026-11:A1.1`]: { score: 88 },
  });
  const base = act('pcoffice', '', { [`task ${task}`]: { title: '造林', period: '2026-11' } });
  const here = [people, sheet, base];
  const state = fold(here);
  const fates = (sets: readonly ChangeSet[], isSealed = sealedIn(state)) =>
    previewOf(state, sets, { isSealed, isSoundSeal: () => true, month: '2026-12' }).flatMap(
      ({ module, author, records }) =>
        records.map(({ fate, flags }) => [module, author, fate, ...flags]),
    );

  it('tells new, changed, conflicting and known records apart', () => {
    const parents = { title: [base.stamp] };
    const knowing = act('pclinaaa', lin, { [`task ${task}`]: { title: '造林千亩' } }, parents);
    const blind = act('pclinaaa', lin, { [`task ${task}`]: { title: '植树' } });
    const fresh = act('pclinaaa', lin, { [`task ${other}`]: { title: '巡护' } });
    expect(fates([knowing])).toEqual([['tasks', lin, 'changed']]);
    expect(fates([blind])).toEqual([['tasks', lin, 'conflicting']]);
    expect(fates([fresh])).toEqual([['tasks', lin, 'new']]);
    expect(fates([base])).toEqual([['tasks', '', 'known']]);
  });

  it('flags what must not be merged blindly, and takes it only when told to', () => {
    const late = act(
      'pcoffice',
      '',
      { [`rating ${tang}:2026-11:A1.1`]: { score: 60 } },
      { score: [sheet.stamp] },
    );
    const gone = act('pcoffice', '', { [`person ${lin}`]: { deleted: true } });
    expect(fates([late])).toEqual([
      ['ratings', '', 'changed', 'submitted-rating', 'others-rating'],
    ]);
    expect(fates([gone])).toEqual([['people', '', 'changed', 'removed-person']]);
    const sets = [late, gone];
    const preview = previewOf(state, sets);
    expect(takenOf(sets, preview, { flagged: [] })).toEqual([]);
    expect(takenOf(sets, preview, { flagged: [{ collection: 'person', id: lin }] })).toEqual([
      gone,
    ]);
  });

  it('flags the unit, whose PC is whose, and days that no office has', () => {
    const made = act('pclinaaa', lin, {
      'unit unit': { ratingNames: true },
      'device pclinaaa': { person: tang },
      [`task ${other}`]: { title: '巡护', due: '0000-01-01' },
    });
    const rows = fates([made]).map(([, , , ...flags]) => flags);
    expect(rows).toContainEqual(['unit-record']);
    expect(rows).toContainEqual(['device-record']);
    expect(rows).toContainEqual(['out-of-range']);
    const preview = previewOf(state, [made]);
    const ticked = made.changes.map(({ collection, id }) => ({ collection, id }));
    const [taken] = takenOf([made], preview, { flagged: ticked });
    expect(taken?.changes.map(({ collection }) => collection)).toEqual(['unit', 'device']);
  });

  it('does not flag a leader who hands his own rating in', () => {
    const own = act('pclinaaa', lin, {
      [`sheet ${lin}:2026-11`]: { status: 'submitted' },
      [`rating ${lin}:2026-11:A1.1`]: { score: 91 },
    });
    expect(fates([own])).toEqual([
      ['ratings', lin, 'new'],
      ['ratings', lin, 'new'],
    ]);
  });

  it('does not flag what the head of the team says on a sheet', () => {
    const remark = act(
      'pcoffice',
      '',
      { [`sheet ${tang}:2026-11`]: { status: 'returned', comment: '请补充佐证' } },
      { status: [sheet.stamp] },
    );
    expect(fates([remark])).toEqual([['ratings', '', 'changed']]);
  });

  it('flags what moves a sealed month, and no other', () => {
    const seal = act('pcoffice', '', { 'seal monthly:2026-10': { sealedOn: '2026-11-02' } });
    const isSealed = sealedIn(fold([...here, seal]));
    const late = act('pclinaaa', lin, { [`activity ${other}`]: { date: '2026-10-30' } });
    const now = act('pclinaaa', lin, { [`activity ${task}`]: { date: '2026-11-02' } });
    expect(fates([late], isSealed)).toEqual([['activities', lin, 'new', 'sealed-month']]);
    expect(fates([now], isSealed)).toEqual([['activities', lin, 'new']]);
  });

  it('takes a record whole or not at all, with all that it rests on', () => {
    const first = act('pclinaaa', lin, { [`task ${other}`]: { title: '巡护' } });
    const parents = { title: [first.stamp] };
    const second = act('pctangaa', tang, { [`task ${other}`]: { title: '夜巡' } }, parents);
    const sets = [first, second];
    const preview = previewOf(state, sets);
    expect(preview).toMatchObject([{ module: 'tasks', author: tang }]);
    const groups = [{ module: 'tasks' as const, author: tang }];
    expect(takenOf(sets, preview, { groups, flagged: [] })).toEqual(sets);
    expect(takenOf(sets, preview, { groups: [], flagged: [] })).toEqual([]);
  });
});

describe('conflicts', () => {
  const id = `${tang}:2026-11:A1.1`;
  const first = act('pcoffice', '', { [`rating ${id}`]: { score: 70 } });
  const parents = { score: [first.stamp] };
  const own = act('pctangaa', tang, { [`rating ${id}`]: { score: 88 } }, parents);
  const office60 = act('pcoffice', '', { [`rating ${id}`]: { score: 60 } }, parents);
  const state = fold([people, first, own, office60]);

  it('tell what each side gave, who, where, and what it had seen', () => {
    const [conflict] = openConflicts(state);
    if (!conflict) throw new Error('there is a conflict');
    const sets = [first, own, office60].map(({ stamp, author, wall, label, changes }) => ({
      stamp,
      author,
      wall,
      label,
      fields: changes[0]?.fields ?? {},
      parents: changes[0]?.parents ?? {},
    }));
    expect(sidesOf(conflict, sets)).toMatchObject([
      { value: 60, device: 'pcoffice', saw: [70] },
      { value: 88, device: 'pctangaa', author: tang, saw: [70] },
    ]);
  });

  it.each([
    [{ by: 'owner' }, 88],
    [{ by: 'device', device: 'pcoffice' }, 60],
    [{ by: 'latest' }, 60],
  ] as const)('are settled by %j, once and for all', (rule, score) => {
    const { edits, left } = settledBy(state, openConflicts(state), rule);
    expect(left).toEqual([]);
    const signature = { device: 'pcoffice', author: '', wall: '2026-11-21T00:00:00.000Z' };
    const set = draftSet(state, edits, { ...signature, label: 'conflict.settle' });
    if (!set) throw new Error('settling is a change');
    const settled = fold([people, first, own, office60, set]);
    expect(openConflicts(settled)).toEqual([]);
    expect(valuesOf(settled, 'rating', id)).toEqual({ score });
  });

  it('that a rule says nothing about are left to a person', () => {
    const rule = { by: 'device', device: 'pclinaaa' } as const;
    expect(settledBy(state, openConflicts(state), rule)).toMatchObject({ edits: [], left: [{}] });
  });
});

describe('taking an import back', () => {
  const base = act('pcoffice', '', {
    [`task ${task}`]: { title: '造林', owner: '甲', period: '2026' },
  });
  const brought = [
    act(
      'pclinaaa',
      lin,
      { [`task ${task}`]: { title: '植树', owner: '乙' } },
      {
        title: [base.stamp],
        owner: [base.stamp],
      },
    ),
    act('pclinaaa', lin, { [`task ${other}`]: { title: '巡护' } }),
  ];
  const undo = (later: readonly ChangeSet[]) => {
    const all = [people, base, ...brought, ...later];
    const imported = new Set(brought.map(({ stamp }) => stamp));
    const touched = touchedBy(brought);
    const without = new PartialFold(touched, imported);
    const earlier = new PartialFold(touched, imported);
    for (const set of all) without.add(set);
    for (const set of [people, base]) earlier.add(set);
    const state = fold(all);
    const effect = { imported, touched, state, without: without.state, earlier: earlier.state };
    const result = importUndo(effect);
    const set = draftSet(state, result.edits, {
      device: 'pcoffice',
      author: '',
      wall: '2026-11-21T00:00:00.000Z',
      label: 'transfer.undoImport',
    });
    return { ...result, after: set ? fold([set], state) : state };
  };

  it('brings back what was there and removes what only came with it', () => {
    const { restored, removed, kept, after } = undo([]);
    expect({ restored, removed, kept }).toEqual({ restored: 2, removed: 1, kept: 0 });
    expect(valuesOf(after, 'task', task)).toMatchObject({ title: '造林', owner: '甲' });
    expect(valuesOf(after, 'task', other)).toMatchObject({ deleted: true });
  });

  it('keeps work done since, in old records and in those that came with it', () => {
    const [first, second] = brought;
    const later = [
      act(
        'pcoffice',
        '',
        { [`task ${task}`]: { title: '造林千亩' } },
        {
          title: [first?.stamp ?? ''],
        },
      ),
      act('pcoffice', '', { [`task ${other}`]: { owner: '丙' } }, { title: [second?.stamp ?? ''] }),
    ];
    const { removed, after } = undo(later);
    expect(removed).toBe(0);
    expect(valuesOf(after, 'task', task)).toMatchObject({ title: '造林千亩', owner: '甲' });
    expect(valuesOf(after, 'task', other)).toMatchObject({ title: '巡护', owner: '丙' });
  });

  it('remembers stamps in little room', () => {
    const stamps = Array.from({ length: 30_000 }, (_, at) => stampOf(at + 1_000_000, 'pclinaaa'));
    const texts = packStamps(stamps);
    expect(texts.every(({ length }) => length <= 100_000)).toBe(true);
    expect([...unpackStamps(texts)].sort()).toEqual(stamps);
    expect(texts.join('').length).toBeLessThan(stamps.length * 6);
  });
});

describe('who owes what', () => {
  const receipt = (at: string, fields: Record<string, JsonValue>) =>
    act('pcoffice', '', {
      [`receipt 0190b5a0-0000-7000-8000-0000000000${at.slice(8, 10)}`]: { at, ...fields },
    });

  it('tells the last package of each leader, its age, and what is missing this month', () => {
    const state = fold([
      people,
      act('pctangaa', tang, { [`sheet ${tang}:2026-11`]: { status: 'submitted' } }),
      receipt('2026-11-21T02:00:00.000Z', {
        direction: 'in',
        device: 'pctangaa',
        madeAt: '2026-11-20T09:00:00.000Z',
      }),
      receipt('2026-10-30T02:00:00.000Z', {
        direction: 'in',
        device: 'pclinaaa',
        madeAt: '2026-10-29T09:00:00.000Z',
      }),
    ]);
    const rows = teamFlow(state, { month: '2026-11', today: '2026-11-26', own: 'pcoffice' });
    expect(rows).toMatchObject([
      { person: { id: tang }, devices: [{ age: 6 }], sheet: 'submitted', missing: [] },
      { person: { id: lin }, devices: [{ age: 28 }], missing: ['package', 'rating'] },
    ]);
  });
});
