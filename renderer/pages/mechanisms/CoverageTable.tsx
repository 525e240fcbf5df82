import { useMemo, useState } from 'react';
import { trainingCoverage } from '../../../shared/insight/training-coverage';
import { LightIcon } from '../../components/Light';
import { SavableTable } from '../../components/SavableTable';
import { numberText } from '../../i18n/i18n';
import { hrefOf } from '../../state/location';
import { useReplica } from '../../state/workspace';
import { v } from './texts';

/** Who was trained in which business field: people × fields, those with gaps first. */
export function CoverageTable({ year }: { year: number }) {
  const replica = useReplica();
  const [isWhole, setWhole] = useState(false);
  const { areas, rows, rates } = useMemo(
    () => trainingCoverage(replica.state, year),
    [replica, year],
  );
  if (areas.length === 0) return <p className="ty-soft">{v('views.nothing')}</p>;
  const lacking = rows.filter(({ cells }) =>
    cells.some(({ taken, planned }) => planned && taken === 0),
  );
  const shown = isWhole ? rows : lacking;
  return (
    <>
      <SavableTable label={v('training.coverage')}>
        <div className="ty-table-frame ty-coverage">
          <table className="ty-table" aria-label={v('training.coverage')}>
            <thead>
              <tr>
                <th scope="col">{v('views.person')}</th>
                {areas.map((area) => (
                  <th key={area} scope="col" className="ty-middle">
                    {area}
                  </th>
                ))}
                <th scope="col" className="ty-number">
                  {v('training.personHours')}
                </th>
              </tr>
            </thead>
            <tbody>
              <tr>
                <th scope="row">{v('training.coverage.rate')}</th>
                {rates.map((rate, place) => (
                  <td key={areas[place]} className="ty-middle">
                    {rate === null ? '—' : `${numberText(rate * 100, 0)}%`}
                  </td>
                ))}
                <td />
              </tr>
              {shown.map(({ person, cells, hours }) => (
                <tr key={person.id}>
                  <th scope="row">
                    <a
                      href={hrefOf('registers', {
                        kind: 'training',
                        year: `${year}`,
                        q: person.name,
                      })}
                    >
                      {person.name}
                    </a>
                  </th>
                  {cells.map(({ taken, planned }, place) => {
                    const about = { person: person.name, area: areas[place] ?? '' };
                    const isOwed = planned && taken === 0;
                    return (
                      <td
                        key={about.area}
                        className="ty-middle"
                        title={
                          isOwed
                            ? v('training.coverage.owed', about)
                            : v('training.coverage.cell', { ...about, taken })
                        }
                      >
                        {isOwed ? <LightIcon light="not-yet" /> : taken || ''}
                      </td>
                    );
                  })}
                  <td className="ty-number">{numberText(hours)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </SavableTable>
      {rows.length > lacking.length && (
        <button type="button" className="ty-link" onClick={() => setWhole(!isWhole)}>
          {isWhole
            ? v('training.coverage.few')
            : v('training.coverage.all', { count: rows.length })}
        </button>
      )}
    </>
  );
}
