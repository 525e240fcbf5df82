import { lazy, Suspense, useCallback, useEffect, useMemo } from 'react';
import { recordOf } from '../../../shared/changes/records';
import { viewOf } from '../../../shared/insight/moment';
import { targetSentence } from '../../../shared/insight/target-fulfilment';
import {
  groupTargets,
  lineCounts,
  type TargetGrouping,
  targetGroupings,
  targetLines,
} from '../../../shared/insight/target-year';
import { EmptyState } from '../../components/EmptyState';
import { lazyPart } from '../../components/lazy-part';
import { MonthPicker } from '../../components/MonthPicker';
import { PageHeader } from '../../components/PageHeader';
import { bilingual, t } from '../../i18n/i18n';
import { whenIdle } from '../../state/idle';
import { go, hrefOf, useLocation } from '../../state/location';
import { useMonth } from '../../state/month';
import { useToday } from '../../state/today';
import { useReplica } from '../../state/workspace';
import { SheetActions } from '../sheets/SheetActions';
import TargetList from './TargetList';
import './targets.css';
import { isResuming, useOpen } from '../../state/forms';
import { v } from './texts';

const TargetCharts = lazyPart(() => import('./TargetCharts'));
const TargetView = lazyPart(() => import('./TargetView'));
const ConsequenceView = lazy(() => import('./ConsequenceView'));
const TargetDialog = lazy(() => import('./TargetDialog'));

/** What is most asked for on this page, loaded ahead once it is there. */
const ahead = [TargetCharts, TargetView].map(({ load }) => load);

const views = ['list', 'charts', 'consequences'] as const;

/** The year's targets up to a month: listed, drawn, one by one, and what followed from them. */
export default function TargetsPage() {
  const replica = useReplica();
  const today = useToday();
  const { params } = useLocation();
  const [month, setMonth] = useMonth('targets');
  const [isAdding, setAdding] = useOpen('TargetsPage.isAdding', false);
  useEffect(() => {
    if (params.new && !isResuming()) setAdding(true);
  }, [params.new, setAdding]);
  const view = views.find((name) => name === params.view) ?? 'list';
  const by = targetGroupings.find((name) => name === params.by);
  useEffect(() => whenIdle(...ahead), []);
  // Of a month that is over, the targets as they stood at its end, as its papers say it.
  const asked = useMemo(() => viewOf(replica.state, month, today), [replica, month, today]);
  const all = useMemo(
    () => targetLines(asked.state, month, asked.today, asked.isOver),
    [asked, month],
  );
  // Come from a small chart: only the targets of its group.
  const group = useMemo(
    () =>
      by && params.group !== undefined
        ? groupTargets(asked.state, all, by, month).find(({ id }) => id === params.group)
        : undefined,
    [asked, all, by, params.group, month],
  );
  const lines = group?.lines ?? all;
  // One target is opened with its whole year, to be written to.
  const chosen =
    params.target === undefined
      ? undefined
      : targetLines(replica.state, month, today).find(({ run }) => run.target.id === params.target);
  const place = useMemo(() => ({ month, ...(view !== 'list' && { view }) }), [month, view]);
  const open = useCallback((target: string) => go('targets', { ...place, target }), [place]);
  const openGroup = (grouping: TargetGrouping, id: string) =>
    go('targets', { month, by: grouping, group: id });

  if (chosen && recordOf(replica.state, 'target', chosen.run.target.id)) {
    return (
      <section className="ty-page">
        <Suspense fallback={null}>
          <TargetView
            line={chosen}
            month={month}
            onMonth={setMonth}
            back={hrefOf('targets', place)}
          />
        </Suspense>
      </section>
    );
  }

  const add = (
    <button type="button" className="ty-button ty-button-primary" onClick={() => setAdding(true)}>
      {t('targets.add')}
    </button>
  );
  return (
    <section className="ty-page">
      <PageHeader
        title={t('targets.title')}
        sentence={bilingual(targetSentence(lineCounts(lines)))}
      >
        <MonthPicker value={month} onChange={setMonth} />
        {view === 'list' && <SheetActions list="target" isEmpty={lines.length === 0} />}
        {all.length > 0 && view === 'list' && add}
      </PageHeader>
      {all.length === 0 && view !== 'consequences' ? (
        <EmptyState sentence={t('targets.empty', { year: month.slice(0, 4) })}>{add}</EmptyState>
      ) : (
        <>
          <nav className="ty-target-views" aria-label={v('targets.views')}>
            {views.map((name) => (
              <a
                key={name}
                href={hrefOf('targets', { month, ...(name !== 'list' && { view: name }) })}
                aria-current={name === view ? 'page' : undefined}
              >
                {v(`targets.view.${name}`)}
              </a>
            ))}
          </nav>
          {group && (
            <p className="ty-target-only">
              {v('targets.only', { name: bilingual(group.name) || v('targets.groups.none') })}
              <a href={hrefOf('targets', place)}>{v('targets.only.clear')}</a>
            </p>
          )}
          <Suspense fallback={null}>
            {view === 'list' && <TargetList lines={lines} month={month} onOpen={open} />}
            {view === 'charts' && (
              <TargetCharts
                lines={lines}
                month={month}
                by={by ?? 'leader'}
                onOpen={open}
                onOpenGroup={openGroup}
              />
            )}
            {view === 'consequences' && <ConsequenceView lines={all} month={month} />}
          </Suspense>
        </>
      )}
      {isAdding && (
        <Suspense fallback={null}>
          <TargetDialog target={undefined} month={month} onClose={() => setAdding(false)} />
        </Suspense>
      )}
    </section>
  );
}
