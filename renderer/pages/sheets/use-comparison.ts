import { pinyin } from 'pinyin-pro';
import { useEffect, useRef, useState } from 'react';
import type { State } from '../../../shared/changes/state';
import type { OpenName } from '../../../shared/reading/field';
import { PeopleIndex } from '../../../shared/reading/people-index';
import type { Grid } from '../../../shared/sheet/book';
import { Comparison, type RowNews } from '../../../shared/sheet/compare';
import { directoryOf, recordsOf, writingOf } from '../../../shared/sheet/directory';
import { type Layout, type Meaning, type Skipped, skippedAs } from '../../../shared/sheet/layout';
import type { SheetList } from '../../../shared/sheet/list';
import { currentLanguage } from '../../i18n/i18n';
import { newId } from '../../state/workspace';

/** What a comparison begins with. */
export interface ComparisonInput {
  readonly state: State;
  readonly list: SheetList;
  readonly grid: Grid;
  readonly layout: Layout;
  readonly meanings: readonly Meaning[];
  /** Whom names mean, as the user chose. */
  readonly chosen: ReadonlyMap<string, string>;
  /** Year of days that state none. */
  readonly year: number;
}

/** What came of it. */
export interface Compared {
  readonly rows: readonly RowNews[];
  readonly skipped: Readonly<Record<Skipped, number>>;
  readonly names: readonly OpenName[];
  /** Sections that are not there yet: ids by name. */
  readonly departments: ReadonlyMap<string, string>;
  /** Required fields without a column. */
  readonly absent: Comparison['absent'];
  /** Longest time that the window stood still, in ms. */
  readonly longestBlock: number;
}

export type ComparisonState =
  | { readonly is: 'running'; readonly done: number; readonly total: number }
  | { readonly is: 'stopped' }
  | { readonly is: 'done'; readonly compared: Compared };

/** Ms of work between two pauses, short enough for a window that answers at once. */
const portion = 12;

/** Lets the window draw and hear the user. */
const pause = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      // A frame of its own where one is due; the message alone would go before it.
      window.setTimeout(resolve);
    };
    port2.postMessage(null);
  });

const readings = new Map<string, string>();

/** Pinyin of a name without tones, in one word. */
function pinyinOf(name: string): string {
  let reading = readings.get(name);
  if (reading === undefined) {
    reading = pinyin(name, { toneType: 'none', type: 'array' }).join('').toLowerCase();
    readings.set(name, reading);
  }
  return reading;
}

/** Compares in portions; undefined where it was stopped. */
async function compareAll(
  { state, list, grid, layout, meanings, chosen, year }: ComparisonInput,
  tell: (done: number) => void,
  isStopped: () => boolean,
): Promise<Compared | undefined> {
  const directory = directoryOf(state);
  const names = new Map<string, OpenName>();
  const departments = new Map<string, string>();
  const newDepartment = (name: string): string => {
    const id = departments.get(name) ?? newId();
    departments.set(name, id);
    return id;
  };
  const comparison = new Comparison({
    list,
    meanings,
    records: recordsOf(state, list),
    written: list.written?.(state),
    writing: writingOf(state, currentLanguage()),
    reading: {
      year,
      people: new PeopleIndex(directory.people, pinyinOf, chosen),
      departments: directory.departments,
      openName: (name) => void names.set(name.typed, name),
      ...(list.makesDepartments && { newDepartment }),
    },
  });
  const rows: RowNews[] = [];
  const skipped = { blank: 0, total: 0, note: 0, heading: 0 };
  let longestBlock = 0;
  let began = performance.now();
  const seen = { ...layout, meanings };
  for (let index = layout.head + 1; index < grid.length; index += 1) {
    const row = grid[index] ?? [];
    const reason = skippedAs(row, seen);
    if (reason) skipped[reason] += 1;
    else rows.push(comparison.compare(row, index + 1));
    const spent = performance.now() - began;
    if (spent < portion) continue;
    longestBlock = Math.max(longestBlock, spent);
    tell(index);
    await pause();
    if (isStopped()) return undefined;
    began = performance.now();
  }
  longestBlock = Math.max(longestBlock, performance.now() - began);
  const { absent } = comparison;
  return { rows, skipped, names: [...names.values()], departments, absent, longestBlock };
}

/** Compares what the input says with the records, anew whenever the input changes. */
export function useComparison(input: ComparisonInput | null): {
  readonly state: ComparisonState | null;
  readonly stop: () => void;
  readonly again: () => void;
} {
  const [state, setState] = useState<ComparisonState | null>(null);
  const [turn, setTurn] = useState(0);
  const current = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` begins the same work again
  useEffect(() => {
    current.current += 1;
    const own = current.current;
    if (!input) return setState(null);
    const total = input.grid.length;
    let told = 0;
    setState({ is: 'running', done: 0, total });
    const tell = (done: number) => {
      const now = performance.now();
      if (now - told < 80) return;
      told = now;
      setState({ is: 'running', done, total });
    };
    void compareAll(input, tell, () => current.current !== own).then((compared) => {
      if (compared && current.current === own) setState({ is: 'done', compared });
    });
    return () => {
      current.current += 1;
    };
  }, [input, turn]);
  return {
    state,
    stop: () => {
      current.current += 1;
      setState({ is: 'stopped' });
    },
    again: () => setTurn((times) => times + 1),
  };
}
