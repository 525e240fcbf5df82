import { periodLabel } from '../../../shared/calendar/period';
import { type Countable, countsFor } from '../../../shared/insight/counts-for';
import type { Kind } from '../../../shared/kinds/kind';
import { bilingual, currentLanguage, t } from '../../i18n/i18n';

interface CountsForProps {
  readonly kind: Kind;
  readonly record: Countable;
}

/** Where one record counts, so that nobody enters it a second time. */
export function CountsFor({ kind, record }: CountsForProps) {
  const { items, dimensions, hours, month } = countsFor(record, kind);
  return (
    <section className="ty-registers-counts" aria-live="polite">
      <h3>{t('registers.counts')}</h3>
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            {t('registers.counts.item')}
            {bilingual(item.text)} <span className="ty-soft">{item.id}</span>
          </li>
        ))}
        {hours && (
          <li>{t('registers.counts.hours', { hours: hours.each, people: hours.people })}</li>
        )}
        {dimensions.length > 0 && (
          <li>
            {t('registers.counts.evidence', {
              names: dimensions.map(({ short }) => bilingual(short)).join(t('registers.joint')),
            })}
          </li>
        )}
        {month !== '' && (
          <li>{t('registers.counts.summary', { month: periodLabel(month, currentLanguage()) })}</li>
        )}
      </ul>
    </section>
  );
}
