import { useMemo } from 'react';
import { fourInOne, hourSides, parties } from '../../../shared/insight/four-in-one';
import { kindOf } from '../../../shared/kinds/kinds';
import { titleOf } from '../../../shared/kinds/register';
import { SavableTable } from '../../components/SavableTable';
import { bilingual, shortDayText, t } from '../../i18n/i18n';
import { hrefOf } from '../../state/location';
import { useReplica } from '../../state/workspace';
import { wordingOf } from '../registers/wording';

/** Records listed in a cell before "and more". */
const shownRecords = 4;

/** The four parties × inside and outside working hours, with what happened in the year. */
export default function FourInOne({ year }: { year: number }) {
  const replica = useReplica();
  const cells = useMemo(() => fourInOne(replica.state, year), [replica, year]);
  const wording = wordingOf(replica.state);
  return (
    <SavableTable label={t('mechanisms.view.four')}>
      <div className="ty-table-frame">
        <table className="ty-table ty-four" aria-label={t('mechanisms.view.four')}>
          <thead>
            <tr>
              <td />
              {hourSides.map((side) => (
                <th key={side} scope="col">
                  {t(`mechanisms.four.${side}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {parties.map((party) => (
              <tr key={party}>
                <th scope="row">{t(`mechanisms.four.${party}`)}</th>
                {cells
                  .filter((cell) => cell.party === party)
                  .map(({ hours, items, activities }) => (
                    <td key={hours}>
                      {items.length === 0 && <span className="ty-soft">—</span>}
                      {items.length > 0 && (
                        <p className="ty-hint">
                          {items.map(({ text }) => bilingual(text)).join(t('registers.joint'))}
                        </p>
                      )}
                      {items.length > 0 && activities.length === 0 && (
                        <p>{t('mechanisms.four.nothing')}</p>
                      )}
                      <ul>
                        {activities.slice(0, shownRecords).map((record) => {
                          const kind = kindOf(record.kind);
                          return (
                            <li key={record.id}>
                              <a
                                href={hrefOf('registers', { kind: record.kind, record: record.id })}
                              >
                                {shortDayText(record.date)}{' '}
                                {kind && record.title === '' && `${bilingual(kind.name)} `}
                                {kind ? titleOf(kind, record, wording) : record.title}
                              </a>
                            </li>
                          );
                        })}
                      </ul>
                      {activities.length > shownRecords && (
                        <p className="ty-hint">
                          {t('mechanisms.four.more', { count: activities.length - shownRecords })}
                        </p>
                      )}
                    </td>
                  ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </SavableTable>
  );
}
