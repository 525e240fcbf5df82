import { useEffect, useRef, useState } from 'react';
import { type ImportSource, SheetImport } from '../../../shared/sheet/sheet-import';
import { readingsOf } from '../../components/pinyin';
import { currentLanguage } from '../../i18n/i18n';
import { newId } from '../../state/workspace';

/** What a comparison begins with. */
export type ComparisonInput = Omit<ImportSource, 'language' | 'newId' | 'readingsOf'>;

/** What came of it. */
export interface Compared {
  readonly made: SheetImport;
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

/** Compares in portions; undefined where it was stopped. */
async function compareAll(
  input: ComparisonInput,
  tell: (done: number) => void,
  isStopped: () => boolean,
): Promise<Compared | undefined> {
  const made = new SheetImport({
    ...input,
    language: currentLanguage(),
    readingsOf,
    ...(input.list.makesDepartments && { newId }),
  });
  let longestBlock = 0;
  let began = performance.now();
  let done = 0;
  for (const _ of made.steps()) {
    done += 1;
    const spent = performance.now() - began;
    if (spent < portion) continue;
    longestBlock = Math.max(longestBlock, spent);
    tell(done);
    await pause();
    if (isStopped()) return undefined;
    began = performance.now();
  }
  longestBlock = Math.max(longestBlock, performance.now() - began);
  return { made, longestBlock };
}

/** Ms before it is shown that a comparison runs; a quick one leaves what stands there. */
const quick = 80;

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
    let told = performance.now();
    setState((before) => (before?.is === 'done' ? before : { is: 'running', done: 0, total }));
    const tell = (done: number) => {
      const now = performance.now();
      if (now - told < quick) return;
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
