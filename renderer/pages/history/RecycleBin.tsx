import { useEffect, useMemo, useState } from 'react';
import { type State, stampOfField } from '../../../shared/changes/state';
import { collectionNames } from '../../../shared/model/collections';
import type { CallOutput } from '../../../shared/rpc';
import { EmptyState } from '../../components/EmptyState';
import { RecordHistory } from '../../components/RecordHistory';
import { Table } from '../../components/Table';
import { act, tellFailure } from '../../state/act';
import { useReplica } from '../../state/workspace';
import { askHistory } from './ask';
import { momentText } from './moment';
import { kindText, recordTitle } from './record-title';
import { restoreAudience } from './restoring';
import { h } from './texts';
import { authorName } from './who';

interface Deleted {
  /** Collection and id, as a key of the table. */
  readonly id: string;
  readonly collection: string;
  readonly record: string;
  readonly title: string;
  /** Stamp of the deletion; later ones sort higher. */
  readonly stamp: string;
}

function deletedIn(state: State): Deleted[] {
  const found: Deleted[] = [];
  for (const collection of collectionNames) {
    for (const [record, folded] of state.collections.get(collection)?.records ?? []) {
      if (folded.values.deleted !== true) continue;
      const title = recordTitle(state, collection, record);
      const stamp = stampOfField(folded, 'deleted') ?? '';
      found.push({ id: `${collection} ${record}`, collection, record, title, stamp });
    }
  }
  return found.sort((a, b) => (a.stamp < b.stamp ? 1 : -1));
}

type About = CallOutput<'history.about'>[number];

function useAbout(stamps: readonly string[]): ReadonlyMap<string, About> {
  const [known, setKnown] = useState<ReadonlyMap<string, About>>(new Map());
  const key = stamps.join();
  useEffect(() => {
    if (key === '') return;
    let isWanted = true;
    askHistory('history.about', [...new Set(key.split(','))]).then(
      (found) => isWanted && setKnown(new Map(found.map((about) => [about.stamp, about]))),
      tellFailure,
    );
    return () => {
      isWanted = false;
    };
  }, [key]);
  return known;
}

/** Everything that was deleted; restored one by one or several at once, never purged. */
export function RecycleBin() {
  const replica = useReplica();
  const { state } = replica;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const deleted = useMemo(() => deletedIn(replica.state), [replica]);
  const about = useAbout(deleted.map(({ stamp }) => stamp));
  const audienceOf = ({ collection, record }: Deleted) =>
    restoreAudience(replica, collection, record);
  const possible = deleted.filter((row) => audienceOf(row) !== null);
  const picked = possible.filter(({ id }) => chosen.has(id));

  const restore = async (rows: readonly Deleted[]) => {
    for (const audience of ['shared', 'private'] as const) {
      const some = rows.filter((row) => audienceOf(row) === audience);
      if (some.length === 0) continue;
      const edits = some.map(({ collection, record }) => ({
        collection,
        id: record,
        fields: { deleted: false },
      }));
      const said = h('history.bin.restored', { count: some.length });
      if (!(await act('history.restoreRecords', edits, { audience, said }))) return;
    }
    setChosen(new Set());
  };
  const choose = (rows: readonly Deleted[], isOn: boolean) =>
    setChosen((now) => {
      const next = new Set(now);
      for (const { id } of rows) {
        if (isOn) next.add(id);
        else next.delete(id);
      }
      return next;
    });

  if (deleted.length === 0) return <EmptyState sentence={h('history.bin.empty')} />;
  return (
    <>
      <div className="ty-history-bin">
        <label className="ty-history-all">
          <input
            type="checkbox"
            checked={picked.length > 0 && picked.length === possible.length}
            disabled={possible.length === 0}
            onChange={(event) => choose(possible, event.target.checked)}
          />
          {h('history.bin.all')}
        </label>
        <span className="ty-soft">{h('history.bin.sentence')}</span>
        <button
          type="button"
          className="ty-button ty-button-primary"
          disabled={picked.length === 0}
          onClick={() => void restore(picked)}
        >
          {h('history.bin.restoreChosen', { count: picked.length })}
        </button>
      </div>
      <Table
        label={h('history.bin.list')}
        rows={deleted}
        columns={[
          {
            id: 'chosen',
            title: '',
            width: '3rem',
            cell: (row) => (
              <input
                type="checkbox"
                aria-label={h('history.bin.choose', { title: row.title })}
                checked={chosen.has(row.id)}
                disabled={audienceOf(row) === null}
                onChange={(event) => choose([row], event.target.checked)}
              />
            ),
          },
          {
            id: 'title',
            title: h('history.bin.what'),
            sortBy: ({ title }) => title,
            cell: ({ title }) => title,
          },
          {
            id: 'kind',
            title: h('history.bin.kind'),
            sortBy: ({ collection }) => kindText(collection),
            cell: ({ collection }) => kindText(collection),
          },
          {
            id: 'who',
            title: h('history.bin.who'),
            cell: ({ stamp }) =>
              authorName(state, about.get(stamp)?.author ?? '') || h('history.filter.nobody'),
          },
          {
            id: 'when',
            title: h('history.bin.when'),
            sortBy: ({ stamp }) => stamp,
            cell: ({ stamp }) => momentText(about.get(stamp)?.wall ?? ''),
          },
          {
            id: 'act',
            title: '',
            width: '8rem',
            cell: (row) => (
              <span className="ty-history-acts">
                {audienceOf(row) !== null && (
                  <button type="button" className="ty-link" onClick={() => void restore([row])}>
                    {h('history.bin.restore')}
                  </button>
                )}
                <RecordHistory collection={row.collection} id={row.record} isQuiet />
              </span>
            ),
          },
        ]}
      />
    </>
  );
}
