import { lazy, Suspense, useMemo } from 'react';
import { periodLabel } from '../../../shared/calendar/period';
import { standardCalendar } from '../../../shared/calendar/workdays';
import { itemsOf, sectionOf, sections } from '../../../shared/catalogue/catalogue';
import type { CheckItem } from '../../../shared/catalogue/row';
import { checklistOf, type Line } from '../../../shared/insight/checklist';
import { dutiesIn, fulfilmentRate } from '../../../shared/insight/duties';
import { Choice } from '../../components/Choice';
import { MonthPicker } from '../../components/MonthPicker';
import { PageHeader } from '../../components/PageHeader';
import { bilingual, currentLanguage, t } from '../../i18n/i18n';
import { go, hrefOf, useLocation } from '../../state/location';
import { useMonth } from '../../state/month';
import { useToday } from '../../state/today';
import { useReplica } from '../../state/workspace';
import { Checklist } from './Checklist';
import { g } from './grips/texts';
import './mechanisms.css';
import { useOpen } from '../../state/forms';
import { v } from './texts';

const MarkDialog = lazy(() => import('./MarkDialog'));
const YearGrid = lazy(() => import('./YearGrid'));
const ChargeMatrix = lazy(() => import('../tasks/ChargeMatrix'));
const FourInOne = lazy(() => import('./FourInOne'));
const TrainingView = lazy(() => import('./TrainingView'));
const CareView = lazy(() => import('./CareView'));
const RiskView = lazy(() => import('./RiskView'));
const StudyView = lazy(() => import('./grips/StudyView'));
const HabitView = lazy(() => import('./grips/HabitView'));
const RuleView = lazy(() => import('./grips/RuleView'));
const ReportsView = lazy(() => import('./grips/ReportsView'));
const BranchView = lazy(() => import('./grips/BranchView'));
const StepsView = lazy(() => import('./grips/StepsView'));
const AssignmentDialog = lazy(() => import('./AssignmentDialog'));

const views = ['list', 'year', 'charges', 'four', 'risks', 'training', 'care'] as const;

/** Further views of the three grips. */
const gripViews = ['study', 'habits', 'rules', 'reports', 'branch', 'steps'] as const;

type GripView = (typeof gripViews)[number];

type View = (typeof views)[number] | GripView;

const isGripView = (view: View): view is GripView => gripViews.some((one) => one === view);

/** What each section shows besides its checklist and its year. */
const ownViews: Readonly<Record<string, readonly View[]>> = {
  M1: ['training'],
  M2: ['charges'],
  M3: ['four', 'risks'],
  M4: ['care'],
  G1: ['study', 'habits'],
  G2: ['rules', 'reports'],
  G3: ['branch', 'steps'],
};

const viewLabel = (view: View): string =>
  view === 'list' || view === 'year' || view === 'four'
    ? t(`mechanisms.view.${view}`)
    : isGripView(view)
      ? g(`view.${view}`)
      : v(`views.${view}`);

/** The four mechanisms and three grips as checklists: what is due, done, late. */
export default function MechanismsPage() {
  const replica = useReplica();
  const today = useToday();
  const { params } = useLocation();
  const [month, setMonth] = useMonth('mechanisms');
  const [open, setOpen] = useOpen<Line | null>('MechanismsPage.open', null);
  const [assigned, setAssigned] = useOpen<readonly CheckItem[] | null>(
    'MechanismsPage.assigned',
    null,
  );
  const asked = params.section ?? (params.item && sectionOf(params.item));
  const section = sections.find(({ id }) => id === asked) ?? sections[0];
  const sectionId = section?.id ?? 'M1';
  const offered: readonly View[] = ['list', 'year', ...(ownViews[sectionId] ?? [])];
  const view = offered.find((name) => name === params.view) ?? 'list';

  const year = Number(month.slice(0, 4));

  const { lines, rate } = useMemo(() => {
    const items = itemsOf(sectionId);
    const watch = { from: `${year}-01-01`, to: `${year}-12-31`, today };
    const duties = dutiesIn(replica.state, { ...watch, calendar: standardCalendar() }, items);
    const owed = duties.filter(({ due }) => due.startsWith(month));
    const listed = checklistOf(items, duties, month);
    const overdue = listed.filter(({ duty }) => duty?.light === 'overdue').length;
    return { lines: listed, rate: { ...fulfilmentRate(owed), overdue } };
  }, [replica, sectionId, month, today, year]);

  return (
    <section className="ty-page">
      <PageHeader
        title={t('mechanisms.title')}
        sentence={t('mechanisms.sentence', {
          section: section ? bilingual(section.text) : '',
          period: periodLabel(month, currentLanguage()),
          owed: rate.owed,
          met: rate.met,
          overdue: rate.overdue,
        })}
      >
        <Choice
          label={t('mechanisms.view')}
          value={view}
          options={offered.map((value) => ({ value, label: viewLabel(value) }))}
          onChange={(next) => go('mechanisms', { month, section: sectionId, view: next })}
        />
        {view === 'list' && (
          <button
            type="button"
            className="ty-button"
            onClick={() => setAssigned(itemsOf(sectionId))}
          >
            {v('assign.section')}
          </button>
        )}
        <MonthPicker value={month} onChange={setMonth} />
      </PageHeader>
      <nav className="ty-tabs" aria-label={t('mechanisms.sections')}>
        {sections.map(({ id, text }) => (
          <a
            key={id}
            href={hrefOf('mechanisms', { month, section: id, ...(view === 'year' && { view }) })}
            aria-current={id === sectionId ? 'page' : undefined}
          >
            {bilingual(text)}
          </a>
        ))}
      </nav>
      {view !== 'list' && (
        <Suspense fallback={null}>
          {view === 'year' && <YearGrid section={sectionId} year={year} />}
          {view === 'charges' && <ChargeMatrix month={month} />}
          {view === 'four' && <FourInOne year={year} />}
          {view === 'risks' && <RiskView />}
          {view === 'training' && <TrainingView year={year} />}
          {view === 'care' && <CareView year={year} />}
          {view === 'study' && <StudyView year={year} />}
          {view === 'habits' && <HabitView month={month} />}
          {view === 'rules' && <RuleView year={year} />}
          {view === 'reports' && <ReportsView year={year} />}
          {view === 'branch' && <BranchView year={year} />}
          {view === 'steps' && <StepsView month={month} />}
        </Suspense>
      )}
      {view === 'list' && (
        <Checklist
          label={section ? bilingual(section.text) : ''}
          section={sectionId}
          lines={lines}
          marked={params.item}
          onOpen={setOpen}
          onAssign={setAssigned}
        />
      )}
      {open && (
        <Suspense fallback={null}>
          <MarkDialog
            key={`${open.item.id}:${open.duty?.occurrence.key ?? ''}`}
            item={open.item}
            occurrence={open.duty?.occurrence.key}
            due={open.duty?.due}
            onClose={() => setOpen(null)}
          />
        </Suspense>
      )}
      {assigned && (
        <Suspense fallback={null}>
          <AssignmentDialog
            key={assigned.map(({ id }) => id).join()}
            items={assigned}
            onClose={() => setAssigned(null)}
          />
        </Suspense>
      )}
    </section>
  );
}
