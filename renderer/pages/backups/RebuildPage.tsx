import { useEffect, useState } from 'react';
import { PageHeader } from '../../components/PageHeader';
import { TextField } from '../../components/TextField';
import { tellFailure } from '../../state/act';
import { CallFailed, call } from '../../state/bridge';
import { notify } from '../../state/notices';
import { adoptImport } from '../../state/workspace';
import { momentText } from '../history/moment';
import type { Backup, BackupList } from './BackupsPage';
import { b } from './texts';

/** The data folder is lost: makes it anew from a backup. */
export default function RebuildPage({ onBack }: { onBack: () => void }) {
  const [list, setList] = useState<BackupList | null>(null);
  const [busy, setBusy] = useState(false);
  /** The encrypted backup whose passphrase is asked for. */
  const [locked, setLocked] = useState<Backup | null>(null);
  const [secret, setSecret] = useState('');
  useEffect(() => {
    call('backups.list', null).then(setList, tellFailure);
  }, []);

  const rebuild = async (backup: Backup, passphrase?: string) => {
    setBusy(true);
    try {
      const { workspace, movedTo } = await call('backups.rebuild', {
        place: backup.place,
        id: backup.id,
        ...(passphrase !== undefined && {
          secret: { secret: passphrase, kind: 'passphrase' as const },
        }),
      });
      const text =
        movedTo === null
          ? b('backups.rebuild.done.none')
          : b('backups.rebuild.done', { path: movedTo });
      notify({ urgency: 'polite', text });
      adoptImport(workspace);
    } catch (error) {
      const isLocked = error instanceof CallFailed && error.error.code === 'locked';
      if (isLocked && passphrase === undefined) setLocked(backup);
      else tellFailure(error);
    }
    setBusy(false);
  };
  const choose = async () => {
    try {
      const chosen = await call('backups.chooseSecond', null);
      if (chosen) setList(chosen);
    } catch (error) {
      tellFailure(error);
    }
  };

  return (
    <section className="ty-page ty-failed">
      <PageHeader title={b('backups.rebuild.title')} sentence={b('backups.rebuild.sentence')}>
        <button type="button" className="ty-button" onClick={onBack}>
          {b('backups.back')}
        </button>
        <button type="button" className="ty-button" onClick={() => void choose()}>
          {b('backups.rebuild.other')}
        </button>
      </PageHeader>
      {locked && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void rebuild(locked, secret);
          }}
        >
          <TextField
            label={b('backups.rebuild.passphrase')}
            value={secret}
            onChange={setSecret}
            autoFocus
          />
          <button type="submit" className="ty-button ty-button-primary" disabled={busy}>
            {b('backups.rebuild.choose')}
          </button>
        </form>
      )}
      {list?.backups.length === 0 && <p>{b('backups.empty')}</p>}
      <ul className="ty-backups-rebuild">
        {list?.backups.map((backup) => {
          const time = momentText(backup.madeAt);
          return (
            <li key={`${backup.place}:${backup.id}`}>
              <span>
                {time} <span className="ty-soft">{b(`backups.reason.${backup.reason}`)}</span>{' '}
                <span className="ty-soft">{b(`backups.place.${backup.place}`)}</span>
              </span>
              <button
                type="button"
                className="ty-button ty-button-small"
                disabled={busy}
                aria-label={b('backups.rebuild.choose.of', { time })}
                onClick={() => void rebuild(backup)}
              >
                {b('backups.rebuild.choose')}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
