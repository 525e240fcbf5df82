import { lazy, Suspense, useEffect, useState } from 'react';
import type { CallOutput } from '../../../shared/rpc';
import { fileSize } from '../../components/file-size';
import { PageHeader } from '../../components/PageHeader';
import { type Column, Table } from '../../components/Table';
import { errorText } from '../../i18n/error-text';
import { t } from '../../i18n/i18n';
import { tellFailure } from '../../state/act';
import { call, listen } from '../../state/bridge';
import { notify } from '../../state/notices';
import { adoptImport } from '../../state/workspace';
import { momentText } from '../history/moment';
import './backups.css';

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
    await take(call('backups.make', null), t('backups.made'));
    setShare(null);
  };
  const browse = async ({ place, id }: Backup) => {
    try {
      adoptImport(await call('backups.browse', { place, id }));
    } catch (error) {
      tellFailure(error);
    }
  };
  const check = async ({ place, id }: Backup) => {
    try {
      const { damaged } = await call('backups.check', { place, id });
      const isWhole = damaged.length === 0;
      const text = isWhole ? t('backups.checked') : t('backups.damaged', { count: damaged.length });
      notify({ urgency: isWhole ? 'polite' : 'assertive', text });
    } catch (error) {
      tellFailure(error);
    }
  };

  const rows = list.backups.map(rowOf);
  const [newest] = rows;
  const columns: readonly Column<Row>[] = [
    { id: 'time', title: t('backups.list.time'), cell: ({ backup }) => momentText(backup.madeAt) },
    {
      id: 'reason',
      title: t('backups.list.reason'),
      cell: ({ backup }) => t(`backups.reason.${backup.reason}`),
    },
    {
      id: 'place',
      title: t('backups.list.place'),
      cell: ({ backup }) => t(`backups.place.${backup.place}`),
    },
    {
      id: 'size',
      title: t('backups.list.size'),
      align: 'number',
      cell: ({ backup: { bytes, isEncrypted } }) => (
        <>
          {isEncrypted && <span className="ty-soft">{t('backups.encrypted')} </span>}
          {fileSize(bytes)}
        </>
      ),
    },
    {
      id: 'act',
      title: t('backups.list.act'),
      cell: ({ backup }) => {
        const time = momentText(backup.madeAt);
        return (
          <span className="ty-backups-acts">
            <button
              type="button"
              className="ty-link"
              aria-label={t('backups.compare.of', { time })}
              onClick={() => setCompared(backup)}
            >
              {t('backups.compare')}
            </button>
            <button
              type="button"
              className="ty-link"
              aria-label={t('backups.browse.of', { time })}
              onClick={() => void browse(backup)}
            >
              {t('backups.browse')}
            </button>
            <button
              type="button"
              className="ty-link"
              aria-label={t('backups.check.of', { time })}
              onClick={() => void check(backup)}
            >
              {t('backups.check')}
            </button>
          </span>
        );
      },
    },
  ];

  return (
    <section className="ty-page">
      <PageHeader
        title={t('backups.title')}
        sentence={
          newest
            ? t('backups.sentence', { count: rows.length, last: momentText(newest.backup.madeAt) })
            : t('backups.sentence.none')
        }
      >
        {share === null ? (
          <button type="button" className="ty-button ty-button-primary" onClick={() => void make()}>
            {t('backups.make')}
          </button>
        ) : (
          <>
            <span role="status">{t('backups.making', { share })}</span>
            <button
              type="button"
              className="ty-button"
              onClick={() => void call('backups.cancel', null).catch(tellFailure)}
            >
              {t('backups.cancel')}
            </button>
          </>
        )}
      </PageHeader>
      <div className="ty-section">
        <h2>{t('backups.places')}</h2>
        <Places list={list} onTake={(asking) => void take(asking)} />
      </div>
      <div className="ty-section">
        <h2>{t('backups.list')}</h2>
        {rows.length === 0 ? (
          <p>{t('backups.empty')}</p>
        ) : (
          <Table label={t('backups.list')} columns={columns} rows={rows} />
        )}
        <p className="ty-hint">{t('backups.kept')}</p>
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
            <strong>{t(`backups.place.${place}`)}</strong> <code>{path}</code>
          </p>
          {failure ? (
            <p className="ty-light ty-light-overdue" role="alert">
              {t('backups.failing', {
                since: momentText(failure.since),
                reason: errorText(failure.error),
              })}
            </p>
          ) : (
            <p className="ty-light ty-light-done">✓ {t('backups.working')}</p>
          )}
        </div>
      ))}
      {!second && <p>{t('backups.place.none')}</p>}
      <p className="ty-actions">
        <button
          type="button"
          className="ty-button"
          onClick={() => onTake(call('backups.chooseSecond', null))}
        >
          {t(second ? 'backups.second.change' : 'backups.second.choose')}
        </button>
        {second && (
          <button
            type="button"
            className="ty-link"
            onClick={() => onTake(call('backups.forgetSecond', null))}
          >
            {t('backups.second.forget')}
          </button>
        )}
      </p>
    </div>
  );
}
