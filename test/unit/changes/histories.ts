import fc from 'fast-check';
import type { ChangeSet } from '../../../shared/changes/change-set';
import { draftSet, type Edit } from '../../../shared/changes/draft';
import type { JsonValue } from '../../../shared/changes/json';
import { applySet, emptyState, type State } from '../../../shared/changes/state';

/** A PC that keeps its own replica and log, as in real life. */
export interface Pc {
  readonly device: string;
  readonly state: State;
  readonly log: ChangeSet[];
}

/** A PC on which nothing has happened. */
export function newPc(device: string): Pc {
  return { device, state: emptyState(), log: [] };
}

/** The user of `pc` does something; undefined where it changes nothing. */
export function act(
  pc: Pc,
  edits: readonly Edit[],
  options: { publish?: boolean } = {},
): ChangeSet | undefined {
  const signature = {
    device: pc.device,
    author: pc.device,
    wall: '2026-11-03T08:00:00.000Z',
    label: 'test',
  };
  const set = draftSet(pc.state, edits, signature, options);
  if (set) receive(pc, [set]);
  return set;
}

/** `pc` takes in sets that it may or may not know already. */
export function receive(pc: Pc, sets: readonly ChangeSet[]): void {
  for (const set of sets) {
    applySet(pc.state, set);
    if (!pc.log.includes(set)) pc.log.push(set);
  }
}

const devices = ['pcaaaaaa', 'pcbbbbbb', 'pccccccc', 'pcdddddd'];

/** Few records, fields and values, so that machines meet on the same cell all the time. */
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    collection: fc.constant('task'),
    id: fc.constantFrom('t1', 't2', 't3'),
    fields: fc.dictionary(
      fc.constantFrom('title', 'period', 'percent', 'deleted'),
      fc.constant<JsonValue>(null),
      { minKeys: 1, maxKeys: 3 },
    ),
  }),
  fc.record({
    collection: fc.constant('rating'),
    id: fc.constantFrom('p1:2025-12:A1.1', 'p1:2026-01:A1.1'),
    fields: fc.dictionary(fc.constantFrom('score', 'evidence'), fc.constant<JsonValue>(null), {
      minKeys: 1,
      maxKeys: 2,
    }),
  }),
);

const valuesOf: Readonly<Record<string, readonly JsonValue[]>> = {
  title: ['甲', '乙', '丙', null],
  period: ['2025', '2026', '2026-11', null],
  percent: [0, 50, 100],
  deleted: [true, false],
  score: [60, 80, null],
  evidence: ['一', '二'],
};

type Step =
  | { readonly do: 'edit'; readonly pc: number; readonly edit: Edit; readonly picks: number[] }
  | { readonly do: 'send'; readonly from: number; readonly to: number; readonly keep: number };

const step = (count: number): fc.Arbitrary<Step> => {
  const pc = fc.nat({ max: count - 1 });
  return fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('edit' as const),
        pc,
        edit,
        picks: fc.array(fc.nat({ max: 11 }), { minLength: 3, maxLength: 3 }),
      }),
    },
    {
      weight: 1,
      // `keep`: some packages leave things out, every set whose place has that bit.
      arbitrary: fc.record({
        do: fc.constant('send' as const),
        from: pc,
        to: pc,
        keep: fc.constantFrom(0b1111, 0b1111, 0b0101, 0b0011),
      }),
    },
  );
};

function play(count: number, steps: readonly Step[]): Pc[] {
  const pcs = devices.slice(0, count).map(newPc);
  for (const move of steps) {
    if (move.do === 'edit') {
      const pc = pcs[move.pc];
      const fields = Object.keys(move.edit.fields).map((field, index) => {
        const values = valuesOf[field] ?? [null];
        return [field, values[(move.picks[index] ?? 0) % values.length] ?? null] as const;
      });
      if (pc) act(pc, [{ ...move.edit, fields: Object.fromEntries(fields) }]);
    } else {
      const from = pcs[move.from];
      const to = pcs[move.to];
      const sent = from?.log.filter((_set, index) => (move.keep >> (index % 4)) & 1);
      if (to && sent) receive(to, sent);
    }
  }
  return pcs;
}

/** What two to four PCs did, sending each other whole and partial packages now and then. */
export const histories: fc.Arbitrary<Pc[]> = fc
  .integer({ min: 2, max: 4 })
  .chain((count) =>
    fc.array(step(count), { minLength: 1, maxLength: 40 }).map((steps) => play(count, steps)),
  );

/** All sets of all PCs, each once, in no particular order. */
export function allSets(pcs: readonly Pc[]): ChangeSet[] {
  return [...new Set(pcs.flatMap(({ log }) => log))];
}

/** A history together with its sets in a random order, some of them twice. */
export const shuffledHistories: fc.Arbitrary<{ sets: ChangeSet[]; shuffled: ChangeSet[] }> =
  histories
    .map(allSets)
    .chain((sets) =>
      fc
        .tuple(fc.shuffledSubarray(sets, { minLength: sets.length }), fc.shuffledSubarray(sets))
        .map(([all, again]) => ({ sets, shuffled: [...all, ...again] })),
    );
