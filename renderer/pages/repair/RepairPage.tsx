import { useEffect, useRef, useState } from 'react';
import type { CallOutput, RpcError } from '../../../shared/rpc';
import { PageHeader } from '../../components/PageHeader';
import { errorText } from '../../i18n/error-text';
import { t } from '../../i18n/i18n';
import { CallFailed, call, listen } from '../../state/bridge';
import { openWorkspace, useWorkspace } from '../../state/workspace';
import CopyChoice from './CopyChoice';
import { Finding } from './Finding';
import { Outcome } from './Outcome';
import './repair.css';

type Inspection = CallOutput<'repair.inspect'>;

type Stage =
  | { readonly at: 'looking' }
  | { readonly at: 'found'; readonly found: Inspection }
  | { readonly at: 'running'; readonly found: Inspection; readonly share?: number }
  | {
      readonly at: 'done';
      readonly found: Inspection;
      readonly report: CallOutput<'repair.run'>;
    }
  | { readonly at: 'failed'; readonly error: RpcError };

function failure(error: unknown): Stage {
  if (!(error instanceof CallFailed)) throw error;
  return { at: 'failed', error: error.error };
}

const steps = ['keep', 'read', 'take', 'tell'] as const;

function Steps() {
  return (
    <div className="ty-section">
      <h2>{t('repair.steps')}</h2>
      <ol>
        {steps.map((step) => (
          <li key={step}>{t(`repair.step.${step}`)}</li>
        ))}
      </ol>
    </div>
  );
}

/** Looks through a damaged data folder, says what is wrong, and repairs it if the user wants. */
function DamagePage({ onBack }: { onBack: () => void }) {
  const [stage, setStage] = useState<Stage>({ at: 'looking' });
  const isGone = useRef(false);
  useEffect(() => {
    call('repair.inspect', null).then(
      (found) => setStage({ at: 'found', found }),
      (error: unknown) => setStage(failure(error)),
    );
  }, []);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);
  useEffect(
    () =>
      listen('job.progress', ({ job, done, total }) => {
        if (job !== 'repair.run' || total === 0) return;
        setStage((now) => (now.at === 'running' ? { ...now, share: done / total } : now));
      }),
    [],
  );
  const run = async (found: Inspection) => {
    setStage({ at: 'running', found });
    try {
      setStage({ at: 'done', found, report: await call('repair.run', null) });
      // Who went to another page meanwhile sees the repaired unit there.
      if (isGone.current) void openWorkspace();
    } catch (error) {
      setStage(failure(error));
    }
  };
  const leave = () => {
    onBack();
    void openWorkspace();
  };
  const isWhole = stage.at === 'found' && stage.found.total === 0 && !stage.found.isDeviceLost;
  return (
    <section className="ty-page ty-repair">
      <PageHeader title={t('repair.title')} sentence={t('repair.sentence')} />
      {stage.at === 'looking' && <p role="status">{t('repair.looking')}</p>}
      {stage.at === 'found' && isWhole && (
        <p role="status">{t('repair.whole', { readable: stage.found.readable })}</p>
      )}
      {stage.at === 'found' && !isWhole && (
        <>
          <Finding found={stage.found} />
          <Steps />
        </>
      )}
      {stage.at === 'running' && (
        <div className="ty-section" role="status">
          <p>{t('repair.running')}</p>
          <progress aria-label={t('repair.running')} max={1} value={stage.share} />
        </div>
      )}
      {stage.at === 'failed' && (
        <div className="ty-section" role="alert">
          <p>{t('repair.failed', { reason: errorText(stage.error) })}</p>
          <p>{t('repair.failed.backup')}</p>
        </div>
      )}
      {stage.at === 'done' && (
        <>
          <Outcome report={stage.report} onContinue={leave} />
          <Finding found={stage.found} />
        </>
      )}
      {(stage.at === 'found' || stage.at === 'failed') && (
        <p className="ty-actions">
          {stage.at === 'found' && !isWhole && (
            <button
              type="button"
              className="ty-button ty-button-primary"
              onClick={() => void run(stage.found)}
            >
              {t('repair.run')}
            </button>
          )}
          <button type="button" className="ty-button" onClick={onBack}>
            {t('repair.back')}
          </button>
        </p>
      )}
    </section>
  );
}

/** What keeps a data folder from being written to, and what can be done about it. */
export default function RepairPage({ onBack }: { onBack: () => void }) {
  const workspace = useWorkspace();
  const isCopy =
    workspace.status === 'open' && workspace.replica.readOnly?.code === 'workspace-copied';
  if (isCopy) return <CopyChoice onDone={onBack} />;
  return <DamagePage onBack={onBack} />;
}
