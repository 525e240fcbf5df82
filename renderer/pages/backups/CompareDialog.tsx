import { useEffect, useState } from 'react';
import { type Difference, returnTo } from '../../../shared/changes/difference';
import type { CallOutput } from '../../../shared/rpc';
import { Dialog } from '../../components/Dialog';
import { type Column, Table } from '../../components/Table';
import { act, tellFailure } from '../../state/act';
import { call } from '../../state/bridge';
import { notify } from '../../state/notices';
import { readMissingYears, useReplica } from '../../state/workspace';
import { fieldText, valueText } from '../history/field-words';
import { momentText } from '../history/moment';
import { kindText, recordTitle } from '../history/record-title';
import type { Backup } from './BackupsPage';
import { b } from './texts';

type Comparison = CallOutput<'backups.compare'>;

type Found = Comparison['differences'][number];

const keyOf = ({ collection, id }: { collection: string; id: string }): string =>
  `${collection} ${id}`;

const differenceOf = ({ fields, ...about }: Found): Difference => ({
  ...about,
  fields: Object.fromEntries(
    Object.entries(fields).map(([name, { now, was }]) => [name, [now, was] as const]),
  ),
});

/** Fields of one record told in words before "…". */
const shownFields = 3;

interface CompareDialogProps {
  readonly backup: Backup;
  readonly onClose: () => void;
}

/** What differs from a backup, record by record, and bringing some or all of it back. */
export default function CompareDialog({ backup, onClose }: CompareDialogProps) {
  const { state } = useReplica();
  const [comparison, setComparison] = useState<Comparison | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const { place, id } = backup;
  const time = momentText(backup.madeAt);
  useEffect(() => {
    call('backups.compare', { place, id }).then(setComparison, (error: unknown) => {
      tellFailure(error);
      onClose();
    });
  }, [place, id, onClose]);

  const restore = async (wanted: ReadonlySet<string> | 'all') => {
    setBusy(true);
    try {
      await call('backups.prepareRestore', { place, id });
      // Records of years long past are edited as well; their present values must be known.
      await readMissingYears();
      const fresh = await call('backups.compare', { place, id });
      const taken = fresh.differences.filter(
        (found) => wanted === 'all' || wanted.has(keyOf(found)),
      );
      const edits = taken.map((found) => returnTo(differenceOf(found)));
      if (edits.length === 0) notify({ urgency: 'polite', text: b('backups.restored.none') });
      const said = b('backups.restored', { count: edits.length });
      if (edits.length === 0 || (await act('backup.restore', edits, { said }))) onClose();
    } catch (error) {
      tellFailure(error);
    }
    setBusy(false);
  };

  const columns: readonly Column<Found & { id: string }>[] = [
    {
      id: 'choose',
      title: '',
      width: '2.5rem',
      cell: (found) => (
        <input
          type="checkbox"
          aria-label={b('backups.choose', {
            title: recordTitle(state, found.collection, found.id),
          })}
          checked={chosen.has(keyOf(found))}
          onChange={(event) => {
            const next = new Set(chosen);
            if (event.target.checked) next.add(keyOf(found));
            else next.delete(keyOf(found));
            setChosen(next);
          }}
        />
      ),
    },
    {
      id: 'record',
      title: b('backups.compare.record'),
      cell: ({ collection, id: record }) => (
        <>
          {recordTitle(state, collection, record)}
          <span className="ty-hint"> {kindText(collection)}</span>
        </>
      ),
    },
    {
      id: 'what',
      title: b('backups.compare.what'),
      width: '6rem',
      cell: ({ what }) => b(`backups.what.${what}`),
    },
    {
      id: 'detail',
      title: b('backups.compare.detail'),
      cell: ({ collection, id: record, what, fields }) =>
        what === 'new' ? (
          <span className="ty-soft">{b('backups.what.new.hint')}</span>
        ) : (
          <ul className="ty-backups-fields">
            {Object.entries(fields)
              .slice(0, shownFields)
              .map(([field, { now, was }]) => {
                const at = { collection, id: record, field };
                return (
                  <li key={field}>
                    {fieldText(state, at)}
                    {what === 'gone'
                      ? ` ${valueText(state, at, was)}`
                      : ` ${valueText(state, at, now)} → ${valueText(state, at, was)}`}
                  </li>
                );
              })}
            {Object.keys(fields).length > shownFields && <li>…</li>}
          </ul>
        ),
    },
  ];

  const found = comparison?.differences ?? [];
  const count = (what: Found['what']) => found.filter((one) => one.what === what).length;
  return (
    <Dialog
      title={b('backups.compare.title', { time })}
      onClose={onClose}
      isWide
      aside={
        found.length > 0 && (
          <>
            <button
              type="button"
              className="ty-button"
              disabled={busy}
              onClick={() => void restore('all')}
            >
              {b('backups.restore.all')}
            </button>
            <button
              type="button"
              className="ty-button ty-button-primary"
              disabled={busy || chosen.size === 0}
              onClick={() => void restore(chosen)}
            >
              {busy ? b('backups.restoring') : b('backups.restore.some', { count: chosen.size })}
            </button>
          </>
        )
      }
    >
      {!comparison && <p role="status">{b('backups.compare.waiting')}</p>}
      {comparison && found.length === 0 && <p>{b('backups.compare.same')}</p>}
      {comparison && comparison.lost > 0 && (
        <p>{b('backups.compare.lost', { count: comparison.lost })}</p>
      )}
      {comparison && found.length > 0 && (
        <>
          <p>
            {b('backups.compare.sentence', {
              changed: count('changed'),
              gone: count('gone'),
              added: count('new'),
            })}
          </p>
          {comparison.total > found.length && (
            <p>{b('backups.compare.many', { shown: found.length, total: comparison.total })}</p>
          )}
          <Table label={b('backups.compare.record')} columns={columns} rows={found} height={22} />
        </>
      )}
      <p className="ty-hint">{b('backups.drafts')}</p>
    </Dialog>
  );
}
