import { lazy, Suspense, useMemo, useState } from 'react';
import { standardCalendar } from '../../../shared/calendar/workdays';
import { preflight } from '../../../shared/insight/preflight';
import { EmptyState } from '../../components/EmptyState';
import { PageHeader } from '../../components/PageHeader';
import { bilingual, t } from '../../i18n/i18n';
import { Paper } from '../../print/Paper';
import { tellFailure } from '../../state/act';
import { call } from '../../state/bridge';
import { hrefOf } from '../../state/location';
import { notify } from '../../state/notices';
import { useToday } from '../../state/today';
import { useReplica } from '../../state/workspace';
import { useChosenDocument } from './chosen-document';
import { DocumentChoice } from './DocumentChoice';
import './summary.css';

const PassageDialog = lazy(() => import('./PassageDialog'));

/** How many findings of a check are listed before "and more". */
const shownFindings = 5;

/** The monthly summary as the paper it will be; paragraphs can be rewritten in place. */
export default function SummaryPage() {
  const replica = useReplica();
  const today = useToday();
  const chosen = useChosenDocument();
  const { kind, month, request } = chosen;
  const [section, setSection] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [pages, setPages] = useState(0);

  const watch = useMemo(() => ({ month, today, calendar: standardCalendar() }), [month, today]);
  const report = useMemo(
    () => request && kind.build(replica.state, request),
    [replica, kind, request],
  );
  const found = useMemo(
    () => preflight(replica.state, watch).filter(({ findings }) => findings.length > 0),
    [replica, watch],
  );
  const count = found.reduce((sum, { findings }) => sum + findings.length, 0);

  const put = async (how: 'save' | 'print') => {
    if (!report) return;
    setBusy(true);
    try {
      if (how === 'print') await call('documents.print', { documents: [report], printing: null });
      else {
        const saved = await call('documents.save', {
          documents: [{ document: report, fileName: report.title }],
          format: 'pdf',
          as: 'one',
          fileName: report.title,
        });
        if (saved) {
          notify({
            urgency: 'polite',
            text: t('summary.saved', { pages: saved.pages, path: saved.path }),
            action: {
              label: t('exchange.reveal'),
              run: () => void call('app.reveal', saved.path).catch(tellFailure),
            },
          });
        }
      }
    } catch (error) {
      tellFailure(error);
    }
    setBusy(false);
  };

  return (
    <section className="ty-page">
      <PageHeader title={t('summary.title')} sentence={t('summary.sentence', { pages, count })}>
        <button
          type="button"
          className="ty-button"
          disabled={busy || !report}
          onClick={() => void put('print')}
        >
          {t('summary.print')}
        </button>
        <button
          type="button"
          className="ty-button ty-button-primary"
          disabled={busy || !report}
          onClick={() => void put('save')}
        >
          {t(busy ? 'summary.busy' : 'summary.save')}
        </button>
      </PageHeader>
      <DocumentChoice chosen={chosen} />
      <div className="ty-summary">
        <div className="ty-summary-desk">
          <div className="ty-summary-paper">
            {report ? (
              <Paper document={report} onSet={setPages} onChoose={setSection} />
            ) : (
              <EmptyState sentence={t('summary.nothing')} />
            )}
          </div>
        </div>
        <aside className="ty-summary-checks">
          <h2>{t('summary.checks')}</h2>
          {found.length === 0 && <p className="ty-light ty-light-done">✓ {t('summary.clean')}</p>}
          {found.map(({ check, findings }) => (
            <section key={check.id}>
              <h3>
                {bilingual(check.name)} <span className="ty-soft">{findings.length}</span>
              </h3>
              <ul>
                {findings.slice(0, shownFindings).map(({ text, link }) => (
                  <li key={`${link.page}:${link.id}:${text.zh}`}>
                    <a
                      href={hrefOf(link.page, {
                        month,
                        ...(link.page === 'rating' && { person: link.id }),
                        ...(link.page === 'tasks' && { task: link.id }),
                        ...(link.page === 'mechanisms' && { item: link.id }),
                      })}
                    >
                      {bilingual(text)}
                    </a>
                  </li>
                ))}
              </ul>
              {findings.length > shownFindings && (
                <p className="ty-hint">
                  {t('summary.more', { count: findings.length - shownFindings })}
                </p>
              )}
            </section>
          ))}
          <p className="ty-hint">{t('summary.editHint')}</p>
        </aside>
      </div>
      {section !== null && report && request && (
        <Suspense fallback={null}>
          <PassageDialog
            key={section}
            section={section}
            kind={kind}
            request={request}
            report={report}
            onClose={() => setSection(null)}
          />
        </Suspense>
      )}
    </section>
  );
}
