import { lazy, Suspense, useMemo, useState } from 'react';
import { monthsOf, periodLabel } from '../../../../shared/calendar/period';
import { standardCalendar } from '../../../../shared/calendar/workdays';
import { recordOrDefault } from '../../../../shared/changes/records';
import {
  type Attendance,
  attendanceByPerson,
  attendanceRate,
} from '../../../../shared/insight/attendance';
import { branchCalendar, themeCounts } from '../../../../shared/insight/branch-calendar';
import { peopleOf } from '../../../../shared/insight/people';
import { textIn } from '../../../../shared/insight/register-values';
import { unitId } from '../../../../shared/model/unit';
import { Light } from '../../../components/Light';
import { currentLanguage, shortDayText } from '../../../i18n/i18n';
import { useOpen } from '../../../state/forms';
import { useToday } from '../../../state/today';
import { useReplica } from '../../../state/workspace';
import { choiceText } from '../choice-text';
import { RecordLink, ShortTable, ViewSection } from '../RecordLink';
import { v } from '../texts';
import { namesText, percentText } from './names';
import { g } from './texts';

const MakeUpDialog = lazy(() => import('./MakeUpDialog'));
const BranchPlanDialog = lazy(() => import('./BranchPlanDialog'));

/** The branch's year of activity days: planned, held, who came, who makes up for it. */
export default function BranchView({ year }: { year: number }) {
  const replica = useReplica();
  const today = useToday();
  const { state } = replica;
  const [isPlanning, setPlanning] = useOpen('BranchView.isPlanning', false);
  const [isWhole, setWhole] = useState(false);
  const [madeUp, setMadeUp] = useOpen<Attendance | null>('BranchView.madeUp', null);
  const { months, themes, members, byPerson } = useMemo(() => {
    const { soonDays } = recordOrDefault(replica.state, 'unit', unitId);
    const watch = { today, soonDays, calendar: standardCalendar() };
    const all = branchCalendar(replica.state, year, watch);
    return {
      months: all,
      themes: themeCounts(replica.state, year),
      members: peopleOf(replica.state, `${year}`).filter(({ partyMember }) => partyMember),
      byPerson: attendanceByPerson(all.flatMap(({ held }) => held)),
    };
  }, [replica, year, today]);
  const held = months.flatMap((month) => month.held);
  const list = [...themes]
    .map(([theme, count]) =>
      g('branch.theme', { theme: choiceText('theme', theme) || g('branch.theme.none'), count }),
    )
    .join(g('names.joint'));
  const shown = isWhole ? members : members.filter(({ role }) => role === 'leader');

  return (
    <>
      <ViewSection
        title={g('branch.title')}
        kind="party-day"
        sentence={[
          g('branch.sentence', {
            year,
            planned: months.reduce((sum, { planned }) => sum + planned.length, 0),
            held: held.length,
            rate: percentText(attendanceRate(held)),
            owed: held.reduce((sum, { owed }) => sum + owed.length, 0),
          }),
          list && g('branch.themes', { list }),
        ].join('')}
      >
        <p className="ty-grip-tools">
          <button type="button" className="ty-button" onClick={() => setPlanning(true)}>
            {g('branch.plan')}
          </button>
        </p>
        <ShortTable
          label={g('branch.title')}
          most={12}
          head={[
            v('views.light'),
            g('branch.month'),
            g('branch.planned'),
            g('branch.held'),
            g('branch.type'),
            g('branch.present'),
            g('branch.owed'),
            '',
          ]}
          rows={months.map(({ month, light, planned, held: days }) => ({
            key: month,
            cells: [
              <Light key="light" light={light} />,
              <span key="month" className="ty-nowrap">
                {periodLabel(month, currentLanguage()).replace(/^\d{4}年/, '')}
              </span>,
              planned.map((record) => (
                <p key={record.id} className="ty-grip-line">
                  <RecordLink record={record}>
                    {shortDayText(record.date)} {record.title}
                  </RecordLink>
                </p>
              )),
              days.map(({ record }) => (
                <p key={record.id} className="ty-grip-line">
                  <RecordLink record={record}>
                    {shortDayText(record.date)} {record.title}
                  </RecordLink>
                </p>
              )),
              <span key="type" className="ty-nowrap">
                {days
                  .map(({ record }) => choiceText('theme', textIn(record, 'theme')))
                  .join('、') ||
                  planned.map((record) => choiceText('theme', textIn(record, 'theme'))).join('、')}
              </span>,
              days.map(({ present, expected }) => `${present} / ${expected}`).join('；'),
              namesText(
                state,
                days.flatMap(({ owed }) => owed),
              ),
              days
                .filter(({ absent }) => absent.length > 0)
                .map((one) => (
                  <button
                    key={one.record.id}
                    type="button"
                    className="ty-button ty-button-small ty-nowrap"
                    aria-label={g('branch.makeUp.of', { name: one.record.title })}
                    onClick={() => setMadeUp(one)}
                  >
                    {g('branch.makeUp')}
                  </button>
                )),
            ],
          }))}
        />
      </ViewSection>
      <ViewSection
        title={g('branch.people')}
        kind="party-day-plan"
        sentence={g('branch.people.sentence')}
      >
        <ShortTable
          label={g('branch.people')}
          most={500}
          head={[
            v('views.person'),
            g('branch.times'),
            g('branch.came'),
            g('branch.made'),
            g('branch.owing'),
          ]}
          rows={shown.map((person) => {
            const of = byPerson.get(person.id);
            return {
              key: person.id,
              cells: [
                person.name,
                of?.expected ?? 0,
                of?.present ?? 0,
                of?.madeUp ?? 0,
                of?.owed ?? 0,
              ],
            };
          })}
        />
        <button type="button" className="ty-link" onClick={() => setWhole(!isWhole)}>
          {isWhole ? g('people.few') : g('people.all', { count: members.length })}
        </button>
      </ViewSection>
      <Suspense fallback={null}>
        {isPlanning && (
          <BranchPlanDialog
            year={year}
            plans={monthsOf(`${year}`).map(
              (month) => months.find((one) => one.month === month)?.planned[0],
            )}
            onClose={() => setPlanning(false)}
          />
        )}
        {madeUp && (
          <MakeUpDialog
            title={g('branch.makeUp.of', { name: madeUp.record.title })}
            label={g('sessions.who')}
            attendance={madeUp}
            onClose={() => setMadeUp(null)}
          />
        )}
      </Suspense>
    </>
  );
}
