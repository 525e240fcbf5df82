import { lazy, Suspense, useMemo, useState } from 'react';
import { cadenceLabel } from '../../../shared/calendar/cadence-label';
import type { Day } from '../../../shared/calendar/day';
import { periodLabel, periodRange } from '../../../shared/calendar/period';
import { standardCalendar } from '../../../shared/calendar/workdays';
import { itemsOf, rowById, sectionOf, sections } from '../../../shared/catalogue/catalogue';
import type { CheckItem } from '../../../shared/catalogue/row';
import { edit, recordOf } from '../../../shared/changes/records';
import { type Duty, dutiesIn, fulfilmentRate, isAutomatic } from '../../../shared/insight/duties';
import { kindThatFulfils } from '../../../shared/kinds/kinds';
import { markId } from '../../../shared/model/activity';
import { Choice } from '../../components/Choice';
import { Light } from '../../components/Light';
import { MonthPicker } from '../../components/MonthPicker';
import { PageHeader } from '../../components/PageHeader';
import { bilingual, currentLanguage, shortDayText, t } from '../../i18n/i18n';
import { act } from '../../state/act';
import { go, hrefOf, useLocation } from '../../state/location';
import { useMonth } from '../../state/month';
import { useToday } from '../../state/today';
import { ownerOf, useReplica } from '../../state/workspace';
import './mechanisms.css';

const MarkDialog = lazy(() => import('./MarkDialog'));
const YearGrid = lazy(() => import('./YearGrid'));
const FourInOne = lazy(() => import('./FourInOne'));

const views = ['list', 'year', 'four'] as const;

type View = (typeof views)[number];

/** A line of the checklist: an item and the occurrence that the month is about. */
interface Line {
  readonly item: CheckItem;
  /** Undefined for items that are owed only after an event. */
  readonly duty: Duty | undefined;
}

/** Per item: what is overdue from earlier in the year, and what is due in the month or next. */
function linesOf(items: readonly CheckItem[], duties: readonly Duty[], month: string): Line[] {
  const { first } = periodRange(month);
  return items.flatMap((item): Line[] => {
    const own = duties.filter((duty) => duty.item.id === item.id);
    const late = own.filter(({ due, light }) => due < first && light === 'overdue');
    const current = own.filter(({ due }) => due >= first && due.startsWith(month));
    const next = own.find(({ due }) => due >= first);
    const shown = current.length > 0 ? current : next ? [next] : [];
    const lines = [...late, ...shown].map((duty) => ({ item, duty }));
    return lines.length > 0 ? lines : [{ item, duty: undefined }];
  });
}

/** The form of the register in which an item is recorded, filled in as the item asks. */
function entryHref(item: CheckItem): string {
  const kind = kindThatFulfils(item.id);
  if (!kind) return hrefOf('registers');
  const condition = kind.fulfilsWhen?.find(({ items }) => items.includes(item.id));
  const isAlways = kind.fulfils.includes(item.id);
  return hrefOf('registers', {
    kind: kind.id,
    new: '1',
    ...(!isAlways && condition?.is && { [`v.${condition.field}`]: condition.is }),
  });
}

/** When it was done, and the record that shows it. */
function RecordLinks({ duty }: { duty: Duty | undefined }) {
  const { state } = useReplica();
  if (!duty) return null;
  const day = duty.doneOn ? shortDayText(duty.doneOn) : '';
  const [first] = duty.activities;
  const record = first === undefined ? undefined : recordOf(state, 'activity', first);
  if (!record) return day;
  return (
    <a href={hrefOf('registers', { kind: record.kind, record: record.id })}>
      {day || shortDayText(record.date)}
      {record.title && ` ${record.title}`}
    </a>
  );
}

/** The four mechanisms and three grips as checklists: what is due, done, late. */
export default function MechanismsPage() {
  const replica = useReplica();
  const today = useToday();
  const { params } = useLocation();
  const [month, setMonth] = useMonth('mechanisms');
  const [open, setOpen] = useState<Line | null>(null);
  const language = currentLanguage();
  const asked = params.section ?? (params.item && sectionOf(params.item));
  const section = sections.find(({ id }) => id === asked) ?? sections[0];
  const sectionId = section?.id ?? 'M1';
  // Only M3 has four parties.
  const offered: readonly View[] = sectionId === 'M3' ? views : ['list', 'year'];
  const view = offered.find((name) => name === params.view) ?? 'list';

  const { lines, rate } = useMemo(() => {
    const items = itemsOf(sectionId);
    const year = month.slice(0, 4);
    const watch = { from: `${year}-01-01`, to: `${year}-12-31`, today };
    const duties = dutiesIn(replica.state, { ...watch, calendar: standardCalendar() }, items);
    const owed = duties.filter(({ due }) => due.startsWith(month));
    return { lines: linesOf(items, duties, month), rate: fulfilmentRate(owed) };
  }, [replica, sectionId, month, today]);

  const tick = ({ item, duty }: Line, date: Day) => {
    if (!duty) return;
    const fields = { state: 'done' as const, date, person: ownerOf(replica) };
    void act('mark.set', [edit('mark', markId(item.id, duty.occurrence.key), fields)], {
      said: t('mechanisms.ticked', { item: bilingual(item.text) }),
    });
  };

  let parent: string | null = null;
  return (
    <section className="ty-page">
      <PageHeader
        title={t('mechanisms.title')}
        sentence={t('mechanisms.sentence', {
          section: section ? bilingual(section.text) : '',
          period: periodLabel(month, language),
          owed: rate.owed,
          met: rate.met,
          overdue: rate.overdue,
        })}
      >
        <Choice
          label={t('mechanisms.view')}
          value={view}
          options={offered.map((value) => ({ value, label: t(`mechanisms.view.${value}`) }))}
          onChange={(next) => go('mechanisms', { month, section: sectionId, view: next })}
        />
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
          {view === 'year' ? (
            <YearGrid section={sectionId} year={Number(month.slice(0, 4))} />
          ) : (
            <FourInOne year={Number(month.slice(0, 4))} />
          )}
        </Suspense>
      )}
      {view === 'list' && (
        <div className="ty-table-frame">
          <table className="ty-table" aria-label={section ? bilingual(section.text) : ''}>
            <thead>
              <tr>
                <th scope="col">{t('mechanisms.light')}</th>
                <th scope="col">{t('mechanisms.item')}</th>
                <th scope="col">{t('mechanisms.cadence')}</th>
                <th scope="col">{t('mechanisms.due')}</th>
                <th scope="col">{t('mechanisms.record')}</th>
                <th scope="col">
                  <span className="ty-visually-hidden">{t('mechanisms.act')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => {
                const { item, duty } = line;
                const heading = item.parent !== parent && item.parent ? rowById(item.parent) : null;
                parent = item.parent;
                const name = bilingual(item.text);
                const isOpen =
                  duty &&
                  ['overdue', 'due-soon', 'not-yet'].includes(duty.light) &&
                  !isAutomatic(item);
                const key = `${item.id}:${duty?.occurrence.key ?? ''}`;
                return [
                  heading && heading.id !== sectionId && (
                    <tr key={`${key}-head`} className="ty-table-group">
                      <th scope="colgroup" colSpan={6}>
                        {bilingual(heading.text)}
                      </th>
                    </tr>
                  ),
                  <tr key={key} aria-current={item.id === params.item ? 'true' : undefined}>
                    <td>
                      {duty ? (
                        duty.basis === 'no-data' ? (
                          <span className="ty-soft">{t('mechanisms.noData')}</span>
                        ) : (
                          <Light light={duty.light} />
                        )
                      ) : (
                        <span className="ty-soft">{t('mechanisms.onEvent')}</span>
                      )}
                    </td>
                    <td>
                      {name}
                      <p className="ty-hint">{bilingual(item.evidence)}</p>
                    </td>
                    <td className="ty-mechanisms-cadence">
                      {isAutomatic(item)
                        ? t('mechanisms.automatic')
                        : item.cadences.map((one) => cadenceLabel(one, language)).join('；')}
                    </td>
                    <td className="ty-mechanisms-day">{duty ? shortDayText(duty.due) : '—'}</td>
                    <td>
                      <RecordLinks duty={duty} />
                      {duty?.note && <p className="ty-hint">{duty.note}</p>}
                    </td>
                    <td className="ty-mechanisms-act">
                      {isOpen && (
                        <button
                          type="button"
                          className="ty-button ty-button-small"
                          aria-label={t('mechanisms.tick.of', { item: name })}
                          onClick={() => tick(line, today)}
                        >
                          {t('mechanisms.tick')}
                        </button>
                      )}
                      {!isAutomatic(item) && (
                        <button
                          type="button"
                          className="ty-link"
                          aria-label={t('mechanisms.detail.of', { item: name })}
                          onClick={() => setOpen(line)}
                        >
                          {t('mechanisms.detail')}
                        </button>
                      )}
                      {kindThatFulfils(item.id) && (
                        <a
                          className="ty-link"
                          aria-label={t('mechanisms.enter.of', { item: name })}
                          href={entryHref(item)}
                        >
                          {t('mechanisms.enter')}
                        </a>
                      )}
                    </td>
                  </tr>,
                ];
              })}
            </tbody>
          </table>
        </div>
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
    </section>
  );
}
