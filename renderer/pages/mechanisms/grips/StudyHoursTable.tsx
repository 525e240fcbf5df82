import { useMemo, useState } from 'react';
import { recordOrDefault } from '../../../../shared/changes/records';
import { studyHours, type YearHours } from '../../../../shared/insight/study-progress';
import { unitId } from '../../../../shared/model/unit';
import { LightIcon } from '../../../components/Light';
import { SavableTable } from '../../../components/SavableTable';
import { numberText } from '../../../i18n/i18n';
import { hrefOf } from '../../../state/location';
import { useReplica } from '../../../state/workspace';
import { ViewSection } from '../RecordLink';
import { v } from '../texts';
import { g } from './texts';

function HoursState({ hours }: { hours: YearHours }) {
  if (hours.reference === null) return '—';
  if (hours.share === 1) {
    return (
      <span className="ty-nowrap">
        <LightIcon light="done" /> {g('hours.reached')}
      </span>
    );
  }
  return g('hours.lacking', { hours: numberText(hours.reference - hours.collective) });
}

/** Study hours of everybody in order of rank; at first of the team alone. */
export function StudyHoursTable({ year }: { year: number }) {
  const replica = useReplica();
  const [isWhole, setWhole] = useState(false);
  const unit = recordOrDefault(replica.state, 'unit', unitId);
  const { hoursLeader, hoursMember } = unit;
  const rows = useMemo(
    () => studyHours(replica.state, year, { hoursLeader, hoursMember }),
    [replica, year, hoursLeader, hoursMember],
  );
  const shown = isWhole ? rows : rows.filter(({ person }) => person.role === 'leader');
  const numbers = ['together', 'groups', 'partyDays'] as const;
  return (
    <ViewSection
      title={g('hours.title')}
      kind="self-study"
      sentence={g('hours.sentence', { leader: hoursLeader, member: hoursMember })}
    >
      <SavableTable label={g('hours.title')}>
        <div className="ty-table-frame ty-coverage">
          <table className="ty-table" aria-label={g('hours.title')}>
            <thead>
              <tr>
                <th scope="col">{v('views.person')}</th>
                {numbers.map((key) => (
                  <th key={key} scope="col" className="ty-number">
                    {g(`hours.${key}`)}
                  </th>
                ))}
                <th scope="col" className="ty-number">
                  {g('hours.sum')}
                </th>
                <th scope="col" className="ty-number">
                  {g('hours.reference')}
                </th>
                <th scope="col">{g('hours.state')}</th>
                <th scope="col" className="ty-number">
                  {g('hours.self')}
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((hours) => (
                <tr key={hours.person.id}>
                  <th scope="row">
                    <a
                      href={hrefOf('registers', {
                        kind: 'study-session',
                        year: `${year}`,
                        q: hours.person.name,
                      })}
                    >
                      {hours.person.name}
                    </a>
                  </th>
                  {numbers.map((key) => (
                    <td key={key} className="ty-number">
                      {numberText(hours[key])}
                    </td>
                  ))}
                  <td className="ty-number">{numberText(hours.collective)}</td>
                  <td className="ty-number">{numberText(hours.reference)}</td>
                  <td>
                    <HoursState hours={hours} />
                  </td>
                  <td className="ty-number">{numberText(hours.selfStudy)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </SavableTable>
      <button type="button" className="ty-link" onClick={() => setWhole(!isWhole)}>
        {isWhole ? g('people.few') : g('people.all', { count: rows.length })}
      </button>
    </ViewSection>
  );
}
