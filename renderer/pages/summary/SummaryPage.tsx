import { lazy, Suspense, useMemo, useState } from 'react';
import { standardCalendar } from '../../../shared/calendar/workdays';
import { recordOf } from '../../../shared/changes/records';
import { preflight } from '../../../shared/insight/preflight';
import { withPreflight } from '../../../shared/report/preflight-annex';
import {
  correctionsOf,
  sealedDocument,
  sealOf,
  withCorrections,
} from '../../../shared/report/seal';
import { EmptyState } from '../../components/EmptyState';
import { PageHeader } from '../../components/PageHeader';
import { t } from '../../i18n/i18n';
import { useOpen } from '../../state/forms';
import { useToday } from '../../state/today';
import { useReplica } from '../../state/workspace';
import { useChosenDocument } from './chosen-document';
import { DocumentChoice } from './DocumentChoice';
import { FontsNote } from './FontsNote';
import { Outputs } from './Outputs';
import { PaperDesk } from './PaperDesk';
import { PassagesPanel } from './PassagesPanel';
import { PreflightPanel } from './PreflightPanel';
import { rewrittenPassages } from './rewritten';
import { SealPanel } from './SealPanel';
import { d } from './texts';
import './summary.css';

const PassageDialog = lazy(() => import('./PassageDialog'));
const TemplateDialog = lazy(() => import('./TemplateDialog'));

/** A document as the paper it will be; paragraphs can be rewritten in place until it is sealed. */
export default function SummaryPage() {
  const replica = useReplica();
  const today = useToday();
  const chosen = useChosenDocument();
  const { kind, month, request } = chosen;
  const [section, setSection] = useOpen<string | null>('SummaryPage.section', null);
  const [isTemplateOpen, setTemplateOpen] = useOpen('SummaryPage.isTemplateOpen', false);
  const [isAnnexed, setAnnexed] = useState(false);
  const [pages, setPages] = useState(0);

  const watch = useMemo(() => ({ month, today, calendar: standardCalendar() }), [month, today]);
  const draft = useMemo(
    () => request && kind.build(replica.state, request),
    [replica, kind, request],
  );
  const seal = request ? sealOf(kind.id, request) : '';
  const sealed = useMemo(() => {
    const record = recordOf(replica.state, 'seal', seal);
    return record && sealedDocument(record);
  }, [replica, seal]);
  const found = useMemo(
    () => preflight(replica.state, watch).filter(({ findings }) => findings.length > 0),
    [replica, watch],
  );
  const shown = useMemo(() => {
    const record = recordOf(replica.state, 'seal', seal);
    const base =
      sealed && record
        ? withCorrections(sealed, record, correctionsOf(replica.state, seal))
        : draft;
    if (!base || !isAnnexed) return base;
    const checked = found.map(({ check, findings }) => ({
      name: check.name,
      findings: findings.map(({ text }) => text),
    }));
    return withPreflight(base, checked);
  }, [replica, seal, sealed, draft, isAnnexed, found]);
  const passages = useMemo(
    () => (request && draft ? rewrittenPassages(replica.state, kind, request, draft) : []),
    [replica, kind, request, draft],
  );
  const count = found.reduce((sum, { findings }) => sum + findings.length, 0);

  return (
    <section className="ty-page">
      <PageHeader title={t('summary.title')} sentence={t('summary.sentence', { pages, count })}>
        {kind.sections && (
          <button type="button" className="ty-button" onClick={() => setTemplateOpen(true)}>
            {d('template.open')}
          </button>
        )}
        <Outputs chosen={chosen} document={shown} />
      </PageHeader>
      <DocumentChoice chosen={chosen} />
      <div className="ty-summary">
        {shown ? (
          <PaperDesk document={shown} onSet={setPages} onChoose={sealed ? undefined : setSection} />
        ) : (
          <EmptyState sentence={t('summary.nothing')} />
        )}
        <aside className="ty-summary-checks">
          {draft && <SealPanel id={seal} chosen={chosen} draft={draft} sealed={sealed} />}
          {!sealed && <PassagesPanel passages={passages} onChoose={setSection} />}
          <FontsNote />
          <PreflightPanel month={month} found={found} isAnnexed={isAnnexed} onAnnex={setAnnexed} />
          {!sealed && <p className="ty-hint">{t('summary.editHint')}</p>}
        </aside>
      </div>
      <Suspense fallback={null}>
        {section !== null && draft && request && (
          <PassageDialog
            key={section}
            section={section}
            kind={kind}
            request={request}
            report={draft}
            onClose={() => setSection(null)}
          />
        )}
        {isTemplateOpen && (
          <TemplateDialog key={kind.id} kind={kind} onClose={() => setTemplateOpen(false)} />
        )}
      </Suspense>
    </section>
  );
}
