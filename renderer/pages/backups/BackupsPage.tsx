import { lazy, Suspense, useEffect, useState } from 'react';
import type { CallOutput } from '../../../shared/rpc';
import { fileSize } from '../../components/file-size';
import { PageHeader } from '../../components/PageHeader';
import { type Column, Table } from '../../components/Table';
import { errorText } from '../../i18n/error-text';
import { t } from '../../i18n/i18n';
import { tellFailure } from '../../state/act';
import { call, listen } from '../../state/bridge';
import { go } from '../../state/location';
import { notify } from '../../state/notices';
import { adoptImport, useReplica } from '../../state/workspace';
import { momentText } from '../history/moment';
import './backups.css';
import { b } from './texts';

const CompareDialog = lazy(() => import('./CompareDialog'));

/** What main tells of the backups. */
export type BackupList = CallOutput<'backups.list'>;

export type Backup = BackupList['backups'][number];

/** A line of the table: one backup may lie in both places, under one id. */
interface Row {
  readonly id: string;
  readonly backup: Backup;
}

const rowOf = (backup: Backup): Row => ({ id: `${backup.place}:${backup.id}`, backup });

/** Automatic backups, where they lie, and the way back to them. */
export default function BackupsPage() {
  const [list, setList] = useState<BackupList | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const [compared, setCompared] = useState<Backup | null>(null);
  const isBrowsing = useReplica().backup !== undefined;
  useEffect(() => {
    const read = () => void call('backups.list', null).then(setList, tellFailure);
    read();
    return listen('backups.changed', read);
  }, []);
  useEffect(
    () =>
      listen('job.progress', ({ job, done, total }) => {
        if (job === 'backups.make' && total > 0) setShare(Math.floor((done / total) * 100));
      }),
    [],
  );
  if (!list) return <p className="ty-waiting">{t('shell.opening')}</p>;

  const take = async (asking: Promise<BackupList | null>, said?: string) => {
    try {
      const next = await asking;
      if (next) setList(next);
      if (next && said) notify({ urgency: 'polite', text: said });
    } catch (error) {
      tellFailure(error);
    }
  };
  const make = async () => {
    setShare(0);
    await take(call('backups.make', null), b('backups.made'));
    setShare(null);
  };
  const browse = async ({ place, id }: Backup) => {
    try {
      adoptImport(await call('backups.browse', { place, id }));
      go('home');
    } catch (error) {
      tellFailure(error);
    }
  };
  const check = async ({ place, id }: Backup) => {
    try {
      const { damaged } = await call('backups.check', { place, id });
      const isWhole = damaged.length === 0;
      const text = isWhole ? b('backups.checked') : b('backups.damaged', { count: damaged.length });
      notify({ urgency: isWhole ? 'polite' : 'assertive', text });
    } catch (error) {
      tellFailure(error);
    }
  };

  const rows = list.backups.map(rowOf);
  const [newest] = rows;
  const columns: readonly Column<Row>[] = [
    { id: 'time', title: b('backups.list.time'), cell: ({ backup }) => momentText(backup.madeAt) },
    {
      id: 'reason',
      title: b('backups.list.reason'),
      cell: ({ backup }) => b(`backups.reason.${backup.reason}`),
    },
    {
      id: 'place',
      title: b('backups.list.place'),
      cell: ({ backup }) => b(`backups.place.${backup.place}`),
    },
    {
      id: 'size',
      title: b('backups.list.size'),
      align: 'number',
      cell: ({ backup: { bytes, isEncrypted } }) => (
        <>
          {isEncrypted && <span className="ty-soft">{b('backups.encrypted')} </span>}
          {fileSize(bytes)}
        </>
      ),
    },
    {
      id: 'act',
      title: b('backups.list.act'),
      cell: ({ backup }) => {
        const time = momentText(backup.madeAt);
        return (
          <span className="ty-backups-acts">
            <button
              type="button"
              className="ty-link"
              disabled={isBrowsing}
              aria-label={b('backups.compare.of', { time })}
              onClick={() => setCompared(backup)}
            >
              {b('backups.compare')}
            </button>
            <button
              type="button"
              className="ty-link"
              aria-label={b('backups.browse.of', { time })}
              onClick={() => void browse(backup)}
            >
              {b('backups.browse')}
            </button>
            <button
              type="button"
              className="ty-link"
              aria-label={b('backups.check.of', { time })}
              onClick={() => void check(backup)}
            >
              {b('backups.check')}
            </button>
          </span>
        );
      },
    },
  ];

  return (
    <section className="ty-page">
      <PageHeader
        title={b('backups.title')}
        sentence={
          newest
            ? b('backups.sentence', { count: rows.length, last: momentText(newest.backup.madeAt) })
            : b('backups.sentence.none')
        }
      >
        {isBrowsing ? null : share === null ? (
          <button type="button" className="ty-button ty-button-primary" onClick={() => void make()}>
            {b('backups.make')}
          </button>
        ) : (
          <>
            <span role="status">{b('backups.making', { share })}</span>
            <button
              type="button"
              className="ty-button"
              onClick={() => void call('backups.cancel', null).catch(tellFailure)}
            >
              {b('backups.cancel')}
            </button>
          </>
        )}
      </PageHeader>
      <div className="ty-section">
        <h2>{b('backups.places')}</h2>
        <Places list={list} onTake={(asking) => void take(asking)} />
      </div>
      <div className="ty-section">
        <h2>{b('backups.list')}</h2>
        {rows.length === 0 ? (
          <p>{b('backups.empty')}</p>
        ) : (
          <Table label={b('backups.list')} columns={columns} rows={rows} />
        )}
        <p className="ty-hint">{b('backups.kept')}</p>
      </div>
      {compared && (
        <Suspense fallback={null}>
          <CompareDialog backup={compared} onClose={() => setCompared(null)} />
        </Suspense>
      )}
    </section>
  );
}

interface PlacesProps {
  readonly list: BackupList;
  readonly onTake: (asking: Promise<BackupList | null>) => void;
}

/** The two places, how they do, and choosing the second. */
function Places({ list, onTake }: PlacesProps) {
  const second = list.places.find(({ place }) => place === 'second');
  return (
    <div className="ty-backups-places">
      {list.places.map(({ place, path, failure }) => (
        <div key={place}>
          <p>
            <strong>{b(`backups.place.${place}`)}</strong> <code>{path}</code>
          </p>
          {failure ? (
            <p className="ty-light ty-light-overdue" role="alert">
              {b('backups.failing', {
                since: momentText(failure.since),
                reason: errorText(failure.error),
              })}
            </p>
          ) : (
            <p className="ty-light ty-light-done">✓ {b('backups.working')}</p>
          )}
        </div>
      ))}
      {!second && <p>{b('backups.place.none')}</p>}
      <p className="ty-actions">
        <button
          type="button"
          className="ty-button"
          onClick={() => onTake(call('backups.chooseSecond', null))}
        >
          {b(second ? 'backups.second.change' : 'backups.second.choose')}
        </button>
        {second && (
          <button
            type="button"
            className="ty-link"
            onClick={() => onTake(call('backups.forgetSecond', null))}
          >
            {b('backups.second.forget')}
          </button>
        )}
      </p>
    </div>
  );
}
