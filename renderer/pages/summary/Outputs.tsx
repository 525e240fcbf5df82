import { lazy, Suspense, useState } from 'react';
import type { ReportDocument } from '../../../shared/report/blocks';
import { t } from '../../i18n/i18n';
import { tellFailure } from '../../state/act';
import { call } from '../../state/bridge';
import { notify } from '../../state/notices';
import type { ChosenDocument } from './chosen-document';
import { d } from './texts';
import { tellWritten } from './written';

const BatchDialog = lazy(() => import('./BatchDialog'));
const PrintDialog = lazy(() => import('./PrintDialog'));

type Way = 'pdf' | 'docx' | 'text';

interface OutputsProps {
  readonly chosen: ChosenDocument;
  readonly document: ReportDocument | undefined;
}

/** How the shown document leaves the app, and those of all leaders in one go. */
export function Outputs({ chosen, document }: OutputsProps) {
  const [busy, setBusy] = useState<Way | null>(null);
  const [isBatch, setBatch] = useState(false);
  const [isPrinting, setPrinting] = useState(false);
  const put = async (way: Way) => {
    if (!document) return;
    setBusy(way);
    try {
      if (way === 'text') {
        await call('documents.copyText', { document });
        notify({ urgency: 'polite', text: d('output.copied') });
      } else {
        const fileName = document.title;
        tellWritten(
          await call('documents.save', {
            documents: [{ document, fileName }],
            format: way,
            as: 'one',
            fileName,
          }),
        );
      }
    } catch (error) {
      tellFailure(error);
    }
    setBusy(null);
  };
  const button = (way: Way, label: string, isPrimary = false) => (
    <button
      type="button"
      className={isPrimary ? 'ty-button ty-button-primary' : 'ty-button'}
      disabled={busy !== null || !document}
      onClick={() => void put(way)}
    >
      {busy === way ? t('summary.busy') : label}
    </button>
  );
  return (
    <>
      {chosen.kind.of === 'leader' && chosen.subjects.length > 1 && (
        <button type="button" className="ty-button" onClick={() => setBatch(true)}>
          {d('batch.open')}
        </button>
      )}
      {button('text', d('output.copy'))}
      <button
        type="button"
        className="ty-button"
        disabled={!document}
        onClick={() => setPrinting(true)}
      >
        {t('summary.print')}
      </button>
      {button('docx', d('output.docx'))}
      {button('pdf', t('summary.save'), true)}
      {isBatch && (
        <Suspense fallback={null}>
          <BatchDialog chosen={chosen} onClose={() => setBatch(false)} />
        </Suspense>
      )}
      {isPrinting && document && (
        <Suspense fallback={null}>
          <PrintDialog documents={[document]} onClose={() => setPrinting(false)} />
        </Suspense>
      )}
    </>
  );
}
