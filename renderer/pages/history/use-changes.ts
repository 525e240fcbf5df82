import { useEffect, useRef, useState } from 'react';
import type { CallInput, CallOutput } from '../../../shared/rpc';
import { tellFailure } from '../../state/act';
import { listen } from '../../state/bridge';
import { askHistory } from './ask';

type Page = CallOutput<'history.page'>;

/** One change set in the list. */
export type Row = Page['rows'][number];

/** Which change sets to list. */
export type Filter = CallInput<'history.page'>['filter'];

/** Rows asked for at once. */
const pageSize = 100;

interface Found {
  readonly filter: Filter;
  readonly revision: number;
  readonly page: Omit<Page, 'rows'>;
  readonly rows: ReadonlyMap<number, Row>;
}

/**
 * Change sets that fit, read a page at a time as they come into sight. `revision` rises with every
 * change, which may have added one. The same filter must be the same object.
 */
export function useChanges(filter: Filter | undefined, revision: number) {
  const [found, setFound] = useState<Found>();
  const [share, setShare] = useState<number>();
  const asked = useRef(new Set<string>());
  useEffect(
    () =>
      listen('job.progress', ({ job, done, total }) => {
        if (job === 'history.index') setShare(done < total ? done / total : undefined);
      }),
    [],
  );
  useEffect(() => {
    if (!filter) return;
    asked.current = new Set(['0']);
    let isWanted = true;
    askHistory('history.page', { filter, asOf: null, from: 0, count: pageSize }).then(
      ({ rows, ...page }) => {
        if (isWanted) setFound({ filter, revision, page, rows: new Map(rows.entries()) });
      },
      tellFailure,
    );
    return () => {
      isWanted = false;
    };
  }, [filter, revision]);

  /** Reads what lies between two places and is not here yet. */
  const ensure = (first: number, last: number): void => {
    if (!found || found.filter !== filter || found.revision !== revision) return;
    const { asOf } = found.page;
    for (let page = Math.floor(first / pageSize); page * pageSize < last; page += 1) {
      const from = page * pageSize;
      if (from >= found.page.total || asked.current.has(String(from))) continue;
      asked.current.add(String(from));
      askHistory('history.page', { filter, asOf, from, count: pageSize }).then(({ rows }) => {
        setFound((now) => {
          if (now?.page !== found.page) return now;
          const more = rows.map((row, index) => [from + index, row] as const);
          return { ...now, rows: new Map([...now.rows, ...more]) };
        });
      }, tellFailure);
    }
  };
  return { found, share, ensure };
}
