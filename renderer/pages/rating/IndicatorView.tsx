import { useCallback, useEffect, useRef } from 'react';
import { monthsOf, type Period, periodLabel } from '../../../shared/calendar/period';
import { dimensions } from '../../../shared/catalogue/catalogue';
import { edit, recordOrDefault } from '../../../shared/changes/records';
import { allRatingRows, nextRowId, type RatingRow } from '../../../shared/insight/rating-rows';
import { indicatorId } from '../../../shared/model/indicator';
import { unitId } from '../../../shared/model/unit';
import { bilingual, currentLanguage, t } from '../../i18n/i18n';
import { act } from '../../state/act';
import { useReplica } from '../../state/workspace';
import { IndicatorRow, type RowChange } from './IndicatorRow';
import { r } from './texts';

interface IndicatorViewProps {
  readonly period: Period;
  /** Others than the head and the office look only. */
  readonly disabled: boolean;
}

/** The rows of the self-rating from a period on: reworded, weighted, added or retired. */
export default function IndicatorView({ period, disabled }: IndicatorViewProps) {
  const { state, readOnly } = useReplica();
  const isFixed = disabled || readOnly !== null;
  const { scale } = recordOrDefault(state, 'unit', unitId);
  const rows = allRatingRows(state, period);
  const from = monthsOf(period)[0] ?? period;
  const added = useRef('');
  const save = useCallback(
    ({ id, said, weight, isRetired }: RatingRow, change: RowChange) => {
      // All that holds is said anew: a version is the whole row from its month on.
      const fields = { ...said, weight, retired: isRetired, ...change };
      void act('indicator.set', [edit('indicator', indicatorId(id, from), fields)]);
    },
    [from],
  );
  const add = (dimension: string | null) => {
    added.current = nextRowId(state, dimension);
    const fields = { text: r('indicators.new') };
    void act('indicator.set', [edit('indicator', indicatorId(added.current, from), fields)]);
  };
  // Who adds a row goes on to word it.
  useEffect(() => {
    if (!rows.some(({ id }) => id === added.current)) return;
    const input = document.querySelector<HTMLInputElement>(
      `[data-indicator="${added.current}"] input`,
    );
    added.current = '';
    input?.focus();
    input?.select();
  }, [rows]);
  const groups = [
    ...dimensions.map(({ id, text }) => ({ id, name: bilingual(text) })),
    { id: null, name: t('rating.group.W') },
  ];

  return (
    <div>
      <p className="ty-hint ty-rating-hint">
        {r('indicators.hint', { period: periodLabel(period, currentLanguage()) })}
      </p>
      {groups.map(({ id, name }) => {
        const own = rows.filter(({ parent }) => parent === id);
        const active = own.filter(({ isRetired }) => !isRetired);
        const whole = active.reduce((sum, { weight }) => sum + weight, 0);
        return (
          <section key={name} className="ty-rating-dimension" aria-label={name}>
            <h3>{name}</h3>
            <div className="ty-indicator ty-indicator-head" aria-hidden="true">
              <span>{r('indicators.row')}</span>
              <span className="ty-indicator-weight">{r('indicators.weight')}</span>
            </div>
            {own.map((row) => (
              <IndicatorRow
                key={row.id}
                row={row}
                share={row.isRetired ? null : Math.round((row.weight / whole) * 100)}
                scale={scale}
                disabled={isFixed}
                onSave={save}
              />
            ))}
            {!isFixed && (
              <button
                type="button"
                className="ty-link"
                aria-label={r('indicators.add.of', { dimension: name })}
                onClick={() => add(id)}
              >
                {r('indicators.add')}
              </button>
            )}
          </section>
        );
      })}
    </div>
  );
}
