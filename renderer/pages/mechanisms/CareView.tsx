import { useMemo } from 'react';
import { standardCalendar } from '../../../shared/calendar/workdays';
import { recordOrDefault } from '../../../shared/changes/records';
import {
  careVisits,
  type Deadline,
  disclosures,
  filingWindow,
  filingWindows,
  opinionLoop,
  rotations,
  tenures,
} from '../../../shared/insight/care-deadlines';
import { nameOf, peopleOf } from '../../../shared/insight/people';
import { textIn } from '../../../shared/insight/register-values';
import { unitId } from '../../../shared/model/unit';
import { Light } from '../../components/Light';
import { dayText, shortDayText } from '../../i18n/i18n';
import { useToday } from '../../state/today';
import { useReplica } from '../../state/workspace';
import { choiceText } from './choice-text';
import { RecordLink, ShortTable, ViewSection } from './RecordLink';
import { v } from './texts';

const dayCell = (key: string, day: string) => (
  <span key={key} className="ty-mechanisms-day">
    {shortDayText(day) || '—'}
  </span>
);

const count = (list: readonly Deadline[], ...lights: readonly string[]): number =>
  list.filter(({ light }) => lights.includes(light)).length;

const isOpen = ({ light }: Deadline): boolean => light !== 'done' && light !== 'done-late';

/** Staff care of a year: visits, opinions, filings, disclosures, rotation, each with its deadline. */
export default function CareView({ year }: { year: number }) {
  const replica = useReplica();
  const today = useToday();
  const { state } = replica;
  const found = useMemo(() => {
    const { soonDays, termYears } = recordOrDefault(replica.state, 'unit', unitId);
    const watch = { today, soonDays, calendar: standardCalendar() };
    const people = peopleOf(replica.state, today.slice(0, 7));
    return {
      termYears,
      visits: careVisits(replica.state, year, watch),
      opinions: opinionLoop(replica.state, year, watch),
      filings: filingWindows(replica.state, year, watch),
      published: disclosures(replica.state, year, watch),
      served: tenures(replica.state, people, { today, termYears }),
      moved: rotations(replica.state),
    };
  }, [replica, year, today]);
  const { visits, opinions, filings, published, served, moved, termYears } = found;
  const person = (id: string) => nameOf(state, id);
  const overTerm = served.filter(({ isOverTerm }) => isOverTerm);
  const sums = (list: readonly Deadline[]) => ({
    year,
    all: list.length,
    done: count(list, 'done'),
    late: count(list, 'done-late'),
    open: list.filter(isOpen).length,
  });

  return (
    <>
      <ViewSection
        title={v('care.events')}
        kind="care-event"
        sentence={v('care.events.sentence', sums(visits))}
      >
        <ShortTable
          label={v('care.events')}
          most={10}
          head={[
            v('views.light'),
            v('care.subject'),
            v('care.occasion'),
            v('care.on'),
            v('care.due'),
            v('care.visited'),
          ]}
          rows={visits.map(({ record, light, due, doneOn }) => ({
            key: record.id,
            cells: [
              <Light key="light" light={light} />,
              <RecordLink key="who" record={record}>
                {person(textIn(record, 'subject'))}
              </RecordLink>,
              choiceText('occasion', textIn(record, 'occasion')),
              dayCell('on', record.date),
              dayCell('due', due),
              dayCell('done', doneOn),
            ],
          }))}
        />
      </ViewSection>
      <ViewSection
        title={v('care.opinions')}
        kind="opinion"
        sentence={v('care.opinions.sentence', {
          ...sums(opinions),
          done: count(opinions, 'done', 'done-late'),
        })}
      >
        <ShortTable
          label={v('care.opinions')}
          most={10}
          head={[
            v('views.light'),
            v('care.opinion'),
            v('care.owner'),
            v('care.due'),
            v('care.answer'),
            v('care.settled'),
          ]}
          rows={opinions.map(({ record, light, due, doneOn }) => ({
            key: record.id,
            cells: [
              <Light key="light" light={light} />,
              <RecordLink key="what" record={record} />,
              <span key="owner" className="ty-mechanisms-day">
                {person(textIn(record, 'owner'))}
              </span>,
              dayCell('due', due),
              textIn(record, 'answer'),
              dayCell('done', doneOn),
            ],
          }))}
        />
      </ViewSection>
      <ViewSection
        title={v('care.filings')}
        kind="filing"
        sentence={v('care.filings.sentence', {
          days: filingWindow,
          open: filings.filter(isOpen).length,
          overdue: count(filings, 'overdue'),
        })}
      >
        <ShortTable
          label={v('care.filings')}
          most={10}
          head={[
            v('views.light'),
            v('care.subject'),
            v('care.matter'),
            v('care.deadline'),
            v('care.filed'),
          ]}
          rows={filings.map(({ record, light, due, doneOn }) => ({
            key: record.id,
            cells: [
              <Light key="light" light={light} />,
              <RecordLink key="who" record={record}>
                {person(textIn(record, 'subject'))}
              </RecordLink>,
              choiceText('filed', textIn(record, 'filed')),
              dayCell('due', due),
              dayCell('done', doneOn),
            ],
          }))}
        />
      </ViewSection>
      <ViewSection
        title={v('care.tenure')}
        kind="skills-entry"
        sentence={v('care.tenure.sentence', { years: termYears, count: overTerm.length })}
      >
        <ShortTable
          label={v('care.tenure')}
          most={15}
          head={[v('views.person'), v('care.post'), v('care.since'), v('care.years')]}
          rows={overTerm.map((one) => ({
            key: one.person.id,
            cells: [
              <RecordLink key="who" record={one.record}>
                {one.person.name}
              </RecordLink>,
              one.post,
              dayText(one.since),
              one.years,
            ],
          }))}
        />
      </ViewSection>
      <ViewSection title={v('care.rotations')} kind="post-rotation">
        {moved.length === 0 && <p className="ty-soft">{v('views.nothing')}</p>}
        <ul className="ty-view-list">
          {moved.slice(0, 8).map((record) => (
            <li key={record.id}>
              {dayText(record.date)}{' '}
              <RecordLink record={record}>
                {v('care.rotation', {
                  person: person(textIn(record, 'subject')),
                  from: textIn(record, 'fromPost') || '—',
                  post: textIn(record, 'post'),
                })}
              </RecordLink>
            </li>
          ))}
        </ul>
      </ViewSection>
      <ViewSection title={v('care.disclosures')} kind="disclosure">
        <ShortTable
          label={v('care.disclosures')}
          most={10}
          head={[
            v('views.light'),
            v('care.disclosed'),
            v('care.class'),
            v('care.way'),
            v('care.deadline'),
            v('care.published'),
          ]}
          rows={published.map(({ record, light, due }) => ({
            key: record.id,
            cells: [
              <Light key="light" light={light} />,
              <RecordLink key="what" record={record} />,
              choiceText('disclosed', textIn(record, 'disclosed')),
              textIn(record, 'way'),
              dayCell('due', due),
              dayCell('on', record.date),
            ],
          }))}
        />
      </ViewSection>
    </>
  );
}
