import { monthsOf, type Period, periodLabel } from '../../../shared/calendar/period';
import { dimensions } from '../../../shared/catalogue/catalogue';
import { edit } from '../../../shared/changes/records';
import { allRatingRows, nextRowId, type RatingRow } from '../../../shared/insight/rating-rows';
import { indicatorId } from '../../../shared/model/indicator';
import { NumberField } from '../../components/NumberField';
import { TextField } from '../../components/TextField';
import { bilingual, currentLanguage, t } from '../../i18n/i18n';
import { act } from '../../state/act';
import { useReplica } from '../../state/workspace';
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
  const rows = allRatingRows(state, period);
  const from = monthsOf(period)[0] ?? period;
  const save = (row: RatingRow, change: { text?: string; weight?: number; retired?: boolean }) => {
    const { weight, isRetired, isOwn, text } = row;
    const fields = {
      ...(isOwn && { text: bilingual(text) }),
      weight,
      retired: isRetired,
      ...change,
    };
    void act('indicator.set', [edit('indicator', indicatorId(row.id, from), fields)]);
  };
  const add = (dimension: string | null) =>
    void act('indicator.set', [
      edit('indicator', indicatorId(nextRowId(state, dimension), from), {
        text: r('indicators.new'),
      }),
    ]);
  const groups = [
    ...dimensions.map(({ id, text }) => ({ id, name: bilingual(text) })),
    { id: null, name: t('rating.group.W') },
  ];

  return (
    <div>
      <p className="ty-hint">
        {r('indicators.hint', { period: periodLabel(period, currentLanguage()) })}
      </p>
      {groups.map(({ id, name }) => (
        <section key={name} className="ty-rating-dimension" aria-label={name}>
          <h3>{name}</h3>
          {rows
            .filter(({ parent }) => parent === id)
            .map((row) => (
              <div key={row.id} className="ty-indicator">
                {isFixed || row.isRetired ? (
                  <p className={row.isRetired ? 'ty-soft' : undefined}>
                    {bilingual(row.text)}
                    {row.isRetired && ` · ${r('indicators.retired')}`}
                  </p>
                ) : (
                  <TextField
                    label={r('indicators.text', { row: row.id })}
                    value={bilingual(row.text)}
                    onCommit={(text) => text !== '' && save(row, { text })}
                  />
                )}
                {!isFixed && (
                  <>
                    <NumberField
                      label={r('indicators.weight')}
                      name={r('indicators.weight.of', { row: bilingual(row.text) })}
                      value={row.weight}
                      min={0.1}
                      max={10}
                      wrong={r('indicators.weight.wrong')}
                      onCommit={(weight) => weight !== null && save(row, { weight })}
                    />
                    <button
                      type="button"
                      className="ty-link"
                      onClick={() => save(row, { retired: !row.isRetired })}
                    >
                      {r(row.isRetired ? 'indicators.restore' : 'indicators.retire')}
                    </button>
                  </>
                )}
              </div>
            ))}
          {!isFixed && (
            <button type="button" className="ty-link" onClick={() => add(id)}>
              {r('indicators.add')}
            </button>
          )}
        </section>
      ))}
    </div>
  );
}
