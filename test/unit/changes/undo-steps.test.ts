import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChangeSet } from '../../../shared/changes/change-set';
import { draftSet, type Edit } from '../../../shared/changes/draft';
import type { JsonValue } from '../../../shared/changes/json';
import { deviceOf } from '../../../shared/changes/stamp';
import { applySet, emptyState, fold, type State } from '../../../shared/changes/state';
import {
  type Audience,
  afterOwnSet,
  type Direction,
  directionOf,
  mostSteps,
  noSteps,
  type OwnSet,
  obstaclesTo,
  replacedBy,
  type Stacks,
  type StepContent,
  stacksOf,
  takingBack,
} from '../../../shared/changes/undo-steps';

const own = 'pcaaaaaa';
const other = 'pcbbbbbb';

/** A PC that undoes: its replica, its own sets and its stacks, kept up to date set by set. */
class Pc {
  readonly state: State = emptyState();
  readonly log: { set: ChangeSet; audience: Audience }[] = [];
  readonly contents = new Map<string, StepContent>();
  stacks: Stacks = noSteps;

  constructor(readonly device: string) {}

  do(label: string, edits: readonly Edit[], audience: Audience = 'shared', undoes?: string) {
    const signature = { device: this.device, author: '', wall: '2026-11-03T08:00:00.000Z', label };
    const publish = label === 'rating.submit';
    const set = draftSet(this.state, edits, signature, { publish, undoes });
    if (!set) return undefined;
    this.contents.set(set.stamp, { set, before: replacedBy(this.state, set) });
    applySet(this.state, set);
    this.log.push({ set, audience });
    this.stacks = afterOwnSet(this.stacks, headOf({ set, audience }));
    return set;
  }

  receive(sets: readonly ChangeSet[]): void {
    for (const set of sets) applySet(this.state, set);
  }

  /** `done`, `nothing`, or the stamps that stand in the way. */
  step(direction: Direction): string | string[] {
    const last = this.stacks[direction].at(-1);
    const content = last && this.contents.get(last.stamp);
    if (!last || !content) return 'nothing';
    const edits = takingBack(this.state, content) ?? [];
    const directions = new Map(
      this.log.map(({ set }) => [set.stamp, directionOf({ label: set.label, undoes: set.undoes })]),
    );
    const isOurs = (stamp: string) =>
      deviceOf(stamp) === this.device && directions.get(stamp) === direction;
    const obstacles = obstaclesTo(this.state, content, edits, isOurs);
    if (obstacles.length > 0) return [...new Set(obstacles.map(({ stamp }) => stamp))];
    this.do(direction, edits, last.audience, last.stamp);
    return 'done';
  }

  shown(id = 't1'): Record<string, JsonValue> | 'deleted' | undefined {
    const values = this.state.collections.get('task')?.records.get(id)?.values;
    return values?.deleted === true ? 'deleted' : values && seen(values);
  }
}

const headOf = ({ set, audience }: { set: ChangeSet; audience: Audience }): OwnSet => ({
  stamp: set.stamp,
  label: set.label,
  audience,
  undoes: set.undoes,
});

/** What a person sees of a record: cleared fields are like fields never set. */
const seen = (values: Readonly<Record<string, JsonValue>>): Record<string, JsonValue> =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== false),
  );

/** All that is seen of a state; a deleted record is not. */
const seenOf = (state: State): string =>
  [...(state.collections.get('task')?.records ?? [])]
    .filter(([, { values }]) => values.deleted !== true && Object.keys(seen(values)).length > 0)
    .map(([id, { values }]) => JSON.stringify([id, Object.entries(seen(values)).sort()]))
    .sort()
    .join('\n');

const task = (fields: Record<string, JsonValue>, id = 't1'): Edit => ({
  collection: 'task',
  id,
  fields,
});

describe('the stacks', () => {
  test.each<
    [
      string,
      [label: string, undoes?: number | undefined, audience?: Audience][],
      number[],
      number[],
    ]
  >([
    ['an action can be taken back', [['task.add']], [1], []],
    ['an undo moves its step', [['task.add'], ['task.set'], ['undo', 2]], [1], [3]],
    ['a redo moves it back', [['task.add'], ['undo', 1], ['redo', 2]], [3], []],
    ['an action ends what could be redone', [['task.add'], ['undo', 1], ['task.set']], [3], []],
    ['an undo of an older app is an action', [['task.add'], ['undo']], [1, 2], []],
    ['founding and repair are none', [['unit.found'], ['task.add'], ['workspace.repair']], [2], []],
    [
      'handing in ends private steps and is none itself',
      [['task.add'], ['rating.set', undefined, 'private'], ['rating.submit']],
      [1],
      [],
    ],
  ])('%s', (_name, sets, undo, redo) => {
    const stampAt = (place: number) => `0000000${place}.${own}`;
    const stacks = stacksOf(
      sets.map(([label, undoes, audience = 'shared'], index) => ({
        stamp: stampAt(index + 1),
        label,
        audience,
        undoes: undoes === undefined ? undefined : stampAt(undoes),
      })),
    );
    expect(stacks.undo.map(({ stamp }) => stamp)).toEqual(undo.map(stampAt));
    expect(stacks.redo.map(({ stamp }) => stamp)).toEqual(redo.map(stampAt));
  });

  test('hold the last hundred actions', () => {
    const pc = new Pc(own);
    for (let percent = 1; percent <= mostSteps + 20; percent += 1) {
      pc.do('task.set', [task({ percent })]);
    }
    for (let step = 0; step < mostSteps; step += 1) expect(pc.step('undo')).toBe('done');
    expect(pc.step('undo')).toBe('nothing');
    expect(pc.shown()).toEqual({ percent: 20 });
  });
});

describe('taking back', () => {
  test('goes through making, changing and deleting, and forward again', () => {
    const pc = new Pc(own);
    pc.do('task.add', [task({ title: '甲', percent: 10 })]);
    pc.do('task.set', [task({ title: '乙' })]);
    pc.do('task.delete', [task({ deleted: true })]);
    const back = ['undo', 'undo', 'undo', 'redo', 'redo', 'redo', 'undo'] as const;
    const shown = back.map((direction) => [pc.step(direction), pc.shown()]);
    expect(shown).toEqual([
      ['done', { title: '乙', percent: 10 }],
      ['done', { title: '甲', percent: 10 }],
      ['done', 'deleted'],
      ['done', { title: '甲', percent: 10 }],
      ['done', { title: '乙', percent: 10 }],
      ['done', 'deleted'],
      ['done', { title: '乙', percent: 10 }],
    ]);
  });

  test('is refused where another PC changed the field since', () => {
    const [pc, office] = [new Pc(own), new Pc(other)];
    const made = pc.do('task.add', [task({ title: '甲' })]);
    const mine = pc.do('task.set', [task({ title: '乙' })]);
    office.receive([made, mine].filter((set) => set !== undefined));
    const theirs = office.do('task.set', [task({ title: '丙' })]);
    pc.receive(theirs ? [theirs] : []);
    expect(pc.step('undo')).toEqual([theirs?.stamp]);
    expect(pc.shown()).toEqual({ title: '丙' });
  });

  test('of making a record is refused where another PC has added to it', () => {
    const [pc, office] = [new Pc(own), new Pc(other)];
    const made = pc.do('task.add', [task({ title: '甲' })]);
    office.receive(made ? [made] : []);
    const theirs = office.do('task.set', [task({ percent: 40 })]);
    pc.receive(theirs ? [theirs] : []);
    expect(pc.step('undo')).toEqual([theirs?.stamp]);
    expect(pc.shown()).toEqual({ title: '甲', percent: 40 });
  });

  test('of a value is refused where the record was deleted since, and does not make it anew', () => {
    const [pc, office] = [new Pc(own), new Pc(other)];
    const made = office.do('task.add', [task({ title: '甲', goal: '目标' })]);
    pc.receive(made ? [made] : []);
    const mine = pc.do('task.set', [task({ title: '乙' })]);
    office.receive(mine ? [mine] : []);
    const theirs = office.do('task.delete', [task({ deleted: true })]);
    pc.receive(theirs ? [theirs] : []);
    expect(pc.step('undo')).toEqual([theirs?.stamp]);
    expect(pc.shown()).toBe('deleted');
  });

  test('is refused where what was handed in stands on it', () => {
    const pc = new Pc(own);
    pc.do('task.set', [task({ title: '甲' })]);
    pc.do('task.set', [task({ title: '乙' })], 'private');
    const published = pc.do('rating.submit', [task({ title: '乙' })]);
    expect(pc.step('undo')).toEqual([published?.stamp]);
  });

  test('leaves a journal entry even where nothing is seen to change', () => {
    const [pc, office] = [new Pc(own), new Pc(other)];
    const theirs = office.do('task.set', [task({ title: '乙' })]);
    pc.do('task.set', [task({ title: '甲' })]);
    pc.receive(theirs ? [theirs] : []);
    const shown = pc.shown();
    // Choosing the shown value settles the conflict and changes nothing else.
    pc.do('task.set', [task({ title: shown === 'deleted' ? null : (shown?.title ?? null) })]);
    expect(pc.step('undo')).toBe('done');
    expect(pc.log.at(-1)?.set.label).toBe('undo');
    expect(stacksOf(pc.log.map(headOf))).toEqual(pc.stacks);
  });

  test('is given up where a replaced value is lost', () => {
    const pc = new Pc(own);
    pc.do('task.add', [task({ title: '甲' })]);
    const set = pc.do('task.set', [task({ title: '乙' })]);
    expect(set && takingBack(pc.state, { set, before: [{}] })).toBeUndefined();
  });
});

type Move =
  | { readonly do: 'edit'; readonly pc: number; readonly edit: Edit; readonly audience: Audience }
  | { readonly do: 'submit'; readonly pc: number }
  | { readonly do: 'step'; readonly pc: number; readonly direction: Direction }
  | { readonly do: 'send'; readonly from: number; readonly keep: number };

const pcNumber = fc.constantFrom(0, 1);
const fieldsArbitrary: fc.Arbitrary<Record<string, JsonValue>> = fc.record(
  {
    title: fc.constantFrom<JsonValue>('甲', '乙', null),
    percent: fc.constantFrom<JsonValue>(0, 50),
    deleted: fc.boolean(),
  },
  { requiredKeys: [] },
);
const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('edit' as const),
      pc: pcNumber,
      audience: fc.constantFrom<Audience>('shared', 'shared', 'private'),
      edit: fc.tuple(fieldsArbitrary, fc.constantFrom('t1', 't2')).map(([f, id]) => task(f, id)),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('step' as const),
      pc: pcNumber,
      direction: fc.constantFrom<Direction>('undo', 'undo', 'redo'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('submit' as const), pc: pcNumber }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('send' as const),
      from: pcNumber,
      keep: fc.constantFrom(0b1111, 0b1111, 0b0101),
    }),
  },
);

function play(moves: readonly Move[], watch: (pc: Pc) => void = () => undefined): Pc[] {
  const pcs = [new Pc(own), new Pc(other)];
  for (const one of moves) {
    const pc = pcs[one.do === 'send' ? one.from : one.pc];
    if (!pc) continue;
    if (one.do === 'edit') pc.do('task.set', [one.edit], one.audience);
    else if (one.do === 'submit') {
      const values = pc.state.collections.get('task')?.records.get('t1')?.values;
      if (values) pc.do('rating.submit', [task({ ...values })]);
    } else if (one.do === 'step') pc.step(one.direction);
    else {
      const shared = pc.log.filter(({ audience }) => audience === 'shared');
      const sent = shared.filter((_set, index) => (one.keep >> (index % 4)) & 1);
      pcs[1 - one.from]?.receive(sent.map(({ set }) => set));
    }
    watch(pc);
  }
  return pcs;
}

const moves = fc.array(move, { maxLength: 40 });

/** What a change replaced, as the journal tells it: the newest of its parents. */
function replacedInJournal(set: ChangeSet, all: readonly ChangeSet[]) {
  return set.changes.map(({ collection, id, fields, parents }) =>
    Object.fromEntries(
      Object.keys(fields).map((field) => {
        const newest = [...(parents?.[field] ?? [])].sort().at(-1);
        const replaced = all
          .find(({ stamp }) => stamp === newest)
          ?.changes.find((change) => change.collection === collection && change.id === id);
        return [field, replaced?.fields[field] ?? null];
      }),
    ),
  );
}

describe('whatever two PCs do', () => {
  test('the journal tells the same stacks after every step', () => {
    fc.assert(
      fc.property(moves, (all) => {
        play(all, (pc) => expect(stacksOf(pc.log.map(headOf))).toEqual(pc.stacks));
      }),
      { numRuns: 500 },
    );
  });

  test('and, from any place on, those of earlier sessions and of this one join', () => {
    fc.assert(
      fc.property(moves, fc.nat(), (all, cut) => {
        for (const pc of play(all)) {
          const heads = pc.log.map(headOf);
          const place = heads.length === 0 ? 0 : cut % (heads.length + 1);
          const earlier = stacksOf(heads.slice(0, place));
          expect(stacksOf(heads.slice(place), earlier)).toEqual(pc.stacks);
        }
      }),
    );
  });

  test('the journal tells the same values that a step replaced', () => {
    fc.assert(
      fc.property(moves, (all) => {
        const pcs = play(all);
        for (const pc of pcs) {
          const journal = pcs.flatMap(({ log }) => log.map(({ set }) => set));
          for (const { stamp } of [...pc.stacks.undo, ...pc.stacks.redo]) {
            const content = pc.contents.get(stamp);
            expect(content && replacedInJournal(content.set, journal)).toEqual(content?.before);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('undo and then redo show what was shown', () => {
    fc.assert(
      fc.property(moves, fc.integer({ min: 1, max: 8 }), (all, most) => {
        for (const pc of play(all)) {
          const before = seenOf(pc.state);
          let count = 0;
          while (count < most && pc.step('undo') === 'done') count += 1;
          for (let at = 0; at < count; at += 1) expect(pc.step('redo')).toBe('done');
          expect(seenOf(pc.state)).toBe(before);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('undo brings back what was shown before the action', () => {
    fc.assert(
      fc.property(moves, fieldsArbitrary, (all, fields) => {
        for (const pc of play(all)) {
          const before = seenOf(pc.state);
          if (!pc.do('task.set', [task(fields)])) continue;
          expect(pc.step('undo')).toBe('done');
          expect(seenOf(pc.state)).toBe(before);
          // All of it is in the change sets: a fold from nothing shows the same.
          const others = pc.device === own ? other : own;
          expect(deviceOf(pc.log.at(-1)?.set.stamp ?? '')).not.toBe(others);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('nothing that another PC wrote goes out of sight by undo', () => {
    fc.assert(
      fc.property(moves, (all) => {
        const pcs = play(all);
        for (const pc of pcs) {
          const foreign = (state: State) =>
            [...(state.collections.get('task')?.records ?? [])].flatMap(([id, record]) =>
              Object.keys(record.values)
                .filter((field) => {
                  const stamp = record.stamps?.[field] ?? record.at;
                  return deviceOf(stamp) !== pc.device && record.values.deleted !== true;
                })
                .map((field) => JSON.stringify([id, field, record.values[field]])),
            );
          const before = foreign(pc.state);
          const last = pc.stacks.undo.at(-1);
          const making = last && pc.contents.get(last.stamp)?.set;
          if (pc.step('undo') !== 'done') continue;
          // A record of others that the step had put back may go; nothing else may.
          if (making?.changes.some(({ fields }) => Object.hasOwn(fields, 'deleted'))) continue;
          expect(foreign(pc.state)).toEqual(expect.arrayContaining(before));
        }
      }),
      { numRuns: 500 },
    );
  });
});

test('folding an undone history from nothing gives the live state', () => {
  const pc = new Pc(own);
  pc.do('task.add', [task({ title: '甲' })]);
  pc.do('task.set', [task({ title: '乙' })]);
  pc.step('undo');
  expect(seenOf(fold(pc.log.map(({ set }) => set)))).toBe(seenOf(pc.state));
});
