import { type DragEvent, useEffect, useEffectEvent, useState } from 'react';
import type { CallOutput } from '../../../shared/rpc';
import { t } from '../../i18n/i18n';
import { call, callOpenPackages, listen } from '../../state/bridge';
import { hrefOf } from '../../state/location';
import { allSent } from '../../state/workspace';
import { needsComparing, OpenedPackages } from './OpenedPackages';
import { groupKey, Preview, recordKey } from './Preview';
import { useTransfer } from './use-transfer';
import { Working } from './Working';

type Opened = CallOutput<'transfer.unlock'>['packages'];
type Foreseen = CallOutput<'transfer.preview'>;
type Imported = CallOutput<'transfer.import'>;

/** Opens packages, shows what they would change, and takes in what was chosen. */
export default function ImportView() {
  const { job, isBusy, run } = useTransfer();
  const [packages, setPackages] = useState<Opened>([]);
  const [preview, setPreview] = useState<Foreseen>();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [flagged, setFlagged] = useState<ReadonlySet<string>>(new Set());
  const [trusted, setTrusted] = useState<ReadonlySet<string>>(new Set());
  const [isRecovery, setIsRecovery] = useState(false);
  const [done, setDone] = useState<Imported>();

  const show = async (opened: { packages: Opened } | null | undefined) => {
    if (!opened) return;
    setDone(undefined);
    setPackages(opened.packages);
    const isAnyReady = opened.packages.some(({ status }) => status === 'ready');
    setPreview(isAnyReady ? await run(() => call('transfer.preview', null)) : undefined);
  };
  const open = async (files?: readonly File[]) => {
    await allSent();
    await show(await run(() => (files ? callOpenPackages(files) : call('transfer.open', null))));
  };
  // What was double-clicked: before this was shown, and while it is.
  const [isAsked, setAsked] = useState(true);
  useEffect(() => listen('transfer.asked', () => setAsked(true)), []);
  const openAsked = useEffectEvent(async () => {
    await allSent();
    await show(await run(() => call('transfer.openAsked', null)));
  });
  useEffect(() => {
    if (!isAsked || isBusy) return;
    setAsked(false);
    void openAsked();
  }, [isAsked, isBusy]);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    if (!isBusy) void open([...event.dataTransfer.files]);
  };
  const ready = packages.filter(({ status }) => status === 'ready');
  const strangers = ready.filter(({ trust }) => needsComparing(trust));
  const areAllTrusted = strangers.every(({ package: made }) => trusted.has(made?.deviceId ?? ''));

  const take = async () => {
    if (!preview) return;
    const groups = preview.groups.filter((group) => !left.has(groupKey(group)));
    const imported = await run(() =>
      call('transfer.import', {
        take: left.size === 0 ? null : groups.map(({ module, author }) => ({ module, author })),
        flagged: preview.flagged
          .filter((record) => flagged.has(recordKey(record)))
          .map(({ collection, id }) => ({ collection, id })),
        trust: [...trusted],
        recover: isRecovery,
      }),
    );
    if (!imported) return;
    setPackages([]);
    setPreview(undefined);
    setLeft(new Set());
    setFlagged(new Set());
    setTrusted(new Set());
    setIsRecovery(false);
    setDone(imported);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is the first
    <div onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <div className="ty-section ty-exchange-drop">
        <p className="ty-actions">
          <button
            type="button"
            className="ty-button ty-button-primary"
            disabled={isBusy}
            onClick={() => void open()}
          >
            {t('exchange.open')}
          </button>
        </p>
        <p className="ty-hint">{t('exchange.open.drop')}</p>
        <Working job={job} isBusy={isBusy} />
      </div>
      {done && (
        <p className="ty-section" role="status">
          {t('exchange.imported', { added: done.added, known: done.known, files: done.files })}{' '}
          {!done.isBackedUp && t('exchange.imported.noBackup')}{' '}
          {done.conflicts > 0 && (
            <>
              {t('exchange.imported.conflicts', { count: done.conflicts })}{' '}
              <a href={hrefOf('exchange', { view: 'conflicts' })}>{t('exchange.toConflicts')}</a>
            </>
          )}
        </p>
      )}
      {packages.length > 0 && (
        <OpenedPackages
          packages={packages}
          trusted={trusted}
          onTrust={setTrusted}
          onUnlock={async (id, passphrase) =>
            show(await run(() => call('transfer.unlock', { id, passphrase })))
          }
          onForget={async (id) => show(await run(() => call('transfer.forget', { id })))}
        />
      )}
      {preview && ready.length > 0 && (
        <>
          <Preview
            preview={preview}
            left={left}
            onLeft={setLeft}
            flagged={flagged}
            onFlagged={setFlagged}
          />
          {preview.strangeSets > 0 && (
            <div className="ty-section">
              <p className="ty-error">
                {t('exchange.preview.strange', { count: preview.strangeSets })}
              </p>
              <label className="ty-check">
                <input
                  type="checkbox"
                  checked={isRecovery}
                  onChange={() => setIsRecovery(!isRecovery)}
                />{' '}
                {t('exchange.preview.recover')}
              </label>
            </div>
          )}
          <p className="ty-hint">{t('exchange.import.note')}</p>
          {!areAllTrusted && <p className="ty-error">{t('exchange.import.untrusted')}</p>}
          <p className="ty-actions">
            <button
              type="button"
              className="ty-button ty-button-primary"
              disabled={
                isBusy || !areAllTrusted || (left.size === preview.groups.length && !isRecovery)
              }
              onClick={() => void take()}
            >
              {t('exchange.import.do')}
            </button>
          </p>
        </>
      )}
    </div>
  );
}
