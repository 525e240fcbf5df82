import { lazy, Suspense, useMemo } from 'react';
import { periodLabel } from '../../../../shared/calendar/period';
import { recordOrDefault } from '../../../../shared/changes/records';
import { type Attendance, attendanceRate } from '../../../../shared/insight/attendance';
import { nameOf } from '../../../../shared/insight/people';
import { numberIn, textIn } from '../../../../shared/insight/register-values';
import {
  insightNotes,
  type RequiredStudy,
  requiredStudies,
  studyPlanRows,
  studySessions,
} from '../../../../shared/insight/study-progress';
import { unitId } from '../../../../shared/model/unit';
import { Light } from '../../../components/Light';
import { currentLanguage, numberText, shortDayText } from '../../../i18n/i18n';
import { useOpen } from '../../../state/forms';
import { useToday } from '../../../state/today';
import { useReplica } from '../../../state/workspace';
import { choiceText } from '../choice-text';
import { RecordLink, ShortTable, ViewSection } from '../RecordLink';
import { v } from '../texts';
import { namesText, percentText } from './names';
import { StudyHoursTable } from './StudyHoursTable';
import { g } from './texts';

const RequiredStudyDialog = lazy(() => import('./RequiredStudyDialog'));
const MakeUpDialog = lazy(() => import('./MakeUpDialog'));

/** Theory study of a year: plan, required tasks, sessions with make-ups, hours, notes. */
export default function StudyView({ year }: { year: number }) {
  const replica = useReplica();
  const today = useToday();
  const { state } = replica;
  const [ticked, setTicked] = useOpen<RequiredStudy | null>('StudyView.ticked', null);
  const [madeUp, setMadeUp] = useOpen<Attendance | null>('StudyView.madeUp', null);
  const { plan, tasks, sessions, notes } = useMemo(() => {
    const { soonDays } = recordOrDefault(replica.state, 'unit', unitId);
    return {
      plan: studyPlanRows(replica.state, year),
      tasks: requiredStudies(replica.state, year, { today, soonDays }),
      sessions: studySessions(replica.state, year),
      notes: insightNotes(replica.state, year),
    };
  }, [replica, year, today]);
  const whole = plan.at(-1);
  const count = (list: readonly { readonly light: string }[], ...lights: string[]) =>
    list.filter(({ light }) => lights.includes(light)).length;

  return (
    <>
      <ViewSection
        title={g('plan.title')}
        kind="study-plan"
        sentence={
          whole?.plan
            ? g('plan.sentence', {
                together: whole.plannedTogether ?? 0,
                groups: whole.plannedGroups ?? 0,
                heldTogether: whole.heldTogether,
                heldGroups: whole.heldGroups,
              })
            : g('plan.none', { year })
        }
      >
        <ShortTable
          label={g('plan.title')}
          head={[g('plan.period'), g('plan.together'), g('plan.groups'), g('plan.content')]}
          rows={plan.map((row) => ({
            key: row.period,
            cells: [
              <span key="period" className="ty-nowrap">
                {periodLabel(row.period, currentLanguage())}
              </span>,
              `${row.heldTogether} / ${row.plannedTogether ?? '—'}`,
              `${row.heldGroups} / ${row.plannedGroups ?? '—'}`,
              row.plan ? (
                <span key="plan">
                  <RecordLink record={row.plan} />
                  {row.plan.content !== '' && <p className="ty-hint">{row.plan.content}</p>}
                </span>
              ) : (
                <span key="plan" className="ty-soft">
                  {g('plan.missing')}
                </span>
              ),
            ],
          }))}
        />
      </ViewSection>
      <ViewSection
        title={g('required.title')}
        kind="study-task"
        sentence={g('required.sentence', {
          all: tasks.length,
          done: count(tasks, 'done', 'done-late'),
          overdue: count(tasks, 'overdue'),
        })}
      >
        <ShortTable
          label={g('required.title')}
          most={20}
          head={[
            v('views.light'),
            g('required.task'),
            g('required.hours'),
            g('required.due'),
            g('required.done'),
            g('required.open'),
            '',
          ]}
          rows={tasks.map((study) => ({
            key: study.task.id,
            cells: [
              <Light key="light" light={study.light} />,
              <RecordLink key="task" record={study.task} />,
              numberIn(study.task, 'requiredHours') || '—',
              <span key="due" className="ty-nowrap">
                {shortDayText(study.due) || '—'}
              </span>,
              `${study.completed.length} / ${study.required.length}`,
              namesText(state, study.open) || '—',
              study.required.length > 0 && (
                <button
                  key="tick"
                  type="button"
                  className="ty-button ty-button-small ty-nowrap"
                  aria-label={g('required.tick.of', { name: study.task.title })}
                  onClick={() => setTicked(study)}
                >
                  {g('required.tick')}
                </button>
              ),
            ],
          }))}
        />
      </ViewSection>
      <ViewSection
        title={g('sessions.title')}
        kind="study-session"
        sentence={g('sessions.sentence', {
          year,
          count: sessions.length,
          rate: percentText(attendanceRate(sessions)),
          owed: sessions.reduce((sum, { owed }) => sum + owed.length, 0),
        })}
      >
        <ShortTable
          label={g('sessions.title')}
          most={10}
          head={[
            g('sessions.session'),
            g('sessions.form'),
            g('sessions.present'),
            g('sessions.hours'),
            g('sessions.absent'),
            g('sessions.owed'),
            '',
          ]}
          rows={sessions.map((one) => ({
            key: one.record.id,
            cells: [
              <RecordLink key="session" record={one.record}>
                {shortDayText(one.record.date)} {one.record.title}
              </RecordLink>,
              <span key="form" className="ty-nowrap">
                {choiceText('studyForm', textIn(one.record, 'studyForm'))}
                {textIn(one.record, 'group') && ` ${textIn(one.record, 'group')}`}
              </span>,
              `${one.present} / ${one.expected}`,
              numberText(one.record.hours),
              namesText(state, one.absent) || '—',
              one.absent.length > 0 && one.owed.length === 0 ? (
                <span key="made" className="ty-soft ty-nowrap">
                  {g('sessions.allMade')}
                </span>
              ) : (
                namesText(state, one.owed) || '—'
              ),
              one.absent.length > 0 && (
                <button
                  key="make-up"
                  type="button"
                  className="ty-button ty-button-small ty-nowrap"
                  aria-label={g('sessions.makeUp.of', { name: one.record.title })}
                  onClick={() => setMadeUp(one)}
                >
                  {g('sessions.makeUp')}
                </button>
              ),
            ],
          }))}
        />
      </ViewSection>
      <StudyHoursTable year={year} />
      <ViewSection title={g('notes.title')} kind="insight-note">
        <div className="ty-grip-notes">
          {(['above', 'below', 'around'] as const).map((known) => (
            <section key={known}>
              <h3>{choiceText('known', known)}</h3>
              {notes[known].length === 0 && <p className="ty-soft">{g('notes.nothing')}</p>}
              <ul className="ty-view-list">
                {notes[known].slice(0, 5).map((note) => (
                  <li key={note.id}>
                    <RecordLink record={note} />
                    <span className="ty-soft">
                      {' '}
                      {nameOf(state, textIn(note, 'subject'))} {shortDayText(note.date)}
                    </span>
                  </li>
                ))}
              </ul>
              {notes[known].length > 5 && (
                <p className="ty-hint">{g('notes.more', { count: notes[known].length - 5 })}</p>
              )}
            </section>
          ))}
        </div>
      </ViewSection>
      <Suspense fallback={null}>
        {ticked && <RequiredStudyDialog study={ticked} onClose={() => setTicked(null)} />}
        {madeUp && (
          <MakeUpDialog
            title={g('sessions.makeUp.of', { name: madeUp.record.title })}
            label={g('sessions.who')}
            attendance={madeUp}
            onClose={() => setMadeUp(null)}
          />
        )}
      </Suspense>
    </>
  );
}
