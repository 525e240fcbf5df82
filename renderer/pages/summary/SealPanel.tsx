import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { recordOf } from '../../../shared/changes/records';
import { nameOf } from '../../../shared/insight/people';
import type { RecordOf } from '../../../shared/model/collections';
import type { ReportDocument } from '../../../shared/report/blocks';
import { type Difference, documentDifferences } from '../../../shared/report/difference';
import { correctionsOf, isIntact, unexplained } from '../../../shared/report/seal';
import { dayText } from '../../i18n/i18n';
import { useOpen } from '../../state/forms';
import { useReplica } from '../../state/workspace';
import type { ChosenDocument } from './chosen-document';
import { d } from './texts';

const SealDialog = lazy(() => import('./SealDialog'));
const CorrectionDialog = lazy(() => import('./CorrectionDialog'));

/** Whether the seal is as it was made; undefined while that is worked out. */
function useIntact(id: string, seal: RecordOf<'seal'> | undefined): boolean | undefined {
  const { state } = useReplica();
  const [checked, setChecked] = useState<{ seal: RecordOf<'seal'>; is: boolean } | null>(null);
  useEffect(() => {
    let live = true;
    if (seal) void isIntact(state, id).then((is) => live && setChecked({ seal, is }));
    return () => {
      live = false;
    };
  }, [state, id, seal]);
  return checked?.seal === seal ? checked?.is : undefined;
}

interface SealPanelProps {
  readonly id: string;
  readonly chosen: ChosenDocument;
  readonly draft: ReportDocument;
  /** As it was sealed; undefined where it is not. */
  readonly sealed: ReportDocument | undefined;
}

/** Whether the document is sealed, whether the seal holds, and what changed since. */
export function SealPanel({ id, chosen, draft, sealed }: SealPanelProps) {
  const replica = useReplica();
  const [isSealing, setSealing] = useState(false);
  const [corrected, setCorrected] = useOpen<Difference | null>('SealPanel.corrected', null);
  const seal = recordOf(replica.state, 'seal', id);
  const intact = useIntact(id, seal);
  const corrections = useMemo(() => correctionsOf(replica.state, id), [replica, id]);
  const later = useMemo(
    () => (sealed ? unexplained(documentDifferences(sealed, draft), corrections) : []),
    [sealed, draft, corrections],
  );
  const by = seal ? nameOf(replica.state, seal.person) : '';
  return (
    <section>
      <h2>{d('seal.title')}</h2>
      {!seal && (
        <>
          <p className="ty-hint">{d('seal.none')}</p>
          <button type="button" className="ty-button" onClick={() => setSealing(true)}>
            {d('seal.open')}
          </button>
        </>
      )}
      {seal && (
        <>
          <p>
            {d('seal.on', { day: dayText(seal.sealedOn), by: by && d('seal.by', { name: by }) })}
          </p>
          {intact === undefined && <p className="ty-hint">{d('seal.checking')}</p>}
          {intact === true && <p className="ty-light-done">✓ {d('seal.intact')}</p>}
          {intact === false && (
            <p className="ty-light-overdue" role="alert">
              ✕ {d('seal.altered')}
            </p>
          )}
          <p className="ty-hint ty-seal-hash">
            {d('seal.catalogue', { version: seal.catalogue })} · {d('seal.fingerprint')}{' '}
            {seal.sha256}
          </p>
          {corrections.length > 0 && <p>{d('seal.corrections', { count: corrections.length })}</p>}
          <p>
            {later.length > 0 ? d('seal.later', { count: later.length }) : d('seal.nothingLater')}
          </p>
          <ul>
            {later.slice(0, 20).map((one) => (
              <li key={`${one.place}:${one.before}:${one.after}`}>
                {one.place}{' '}
                <button type="button" className="ty-link" onClick={() => setCorrected(one)}>
                  {d('seal.correct')}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <Suspense fallback={null}>
        {isSealing && (
          <SealDialog id={id} chosen={chosen} draft={draft} onClose={() => setSealing(false)} />
        )}
        {corrected && (
          <CorrectionDialog seal={id} difference={corrected} onClose={() => setCorrected(null)} />
        )}
      </Suspense>
    </section>
  );
}
