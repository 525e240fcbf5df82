import { memo, useState } from 'react';
import { bandText, behaviourOf } from '../../../shared/catalogue/behaviours';
import type { ScaleName } from '../../../shared/catalogue/scale';
import type { RatingRow, RowWords } from '../../../shared/insight/rating-rows';
import { behaviourFields } from '../../../shared/model/indicator';
import { NumberField } from '../../components/NumberField';
import { TextField } from '../../components/TextField';
import { bilingual } from '../../i18n/i18n';
import { r } from './texts';

/** What the unit can change of a row from a period on. */
export type RowChange = Partial<RowWords> & {
  readonly weight?: number;
  readonly retired?: boolean;
};

interface IndicatorRowProps {
  readonly row: RatingRow;
  /** Share of its dimension, 0 … 100; null while it is retired. */
  readonly share: number | null;
  readonly scale: ScaleName;
  readonly disabled: boolean;
  readonly onSave: (row: RatingRow, change: RowChange) => void;
}

/** A row of the self-rating: its wording, its weight, and what its grades look like. */
export const IndicatorRow = memo(function IndicatorRow(props: IndicatorRowProps) {
  const { row, share, scale, disabled, onSave } = props;
  const [isOpen, setOpen] = useState(false);
  const name = bilingual(row.text);
  const isFixed = disabled || row.isRetired;
  const shareText = share === null ? r('indicators.retired') : r('indicators.share', { share });
  return (
    <div className="ty-indicator" data-indicator={row.id}>
      {isFixed ? (
        <p className={row.isRetired ? 'ty-soft' : undefined}>{name}</p>
      ) : (
        <TextField
          label={r('indicators.text', { row: row.id })}
          value={name}
          onCommit={(text) => text !== '' && onSave(row, { text })}
        />
      )}
      {isFixed ? (
        <p className="ty-indicator-weight">{row.isRetired ? '' : row.weight}</p>
      ) : (
        <NumberField
          label={r('indicators.weight')}
          name={r('indicators.weight.of', { row: name })}
          value={row.weight}
          min={0.1}
          max={10}
          wrong={r('indicators.weight.wrong')}
          onCommit={(weight) => weight !== null && onSave(row, { weight })}
        />
      )}
      <p className="ty-soft">{shareText}</p>
      <div className="ty-indicator-acts">
        <button
          type="button"
          className="ty-link"
          aria-expanded={isOpen}
          aria-label={r('indicators.behaviours.of', { row: name })}
          onClick={() => setOpen(!isOpen)}
        >
          {r('indicators.behaviours')}
        </button>
        {!disabled && (
          <button
            type="button"
            className="ty-link"
            aria-label={r(row.isRetired ? 'indicators.restore.of' : 'indicators.retire.of', {
              row: name,
            })}
            onClick={() => onSave(row, { retired: !row.isRetired })}
          >
            {r(row.isRetired ? 'indicators.restore' : 'indicators.retire')}
          </button>
        )}
      </div>
      {isOpen && (
        <div className="ty-indicator-behaviours">
          {behaviourFields.map((field, at) => {
            const grade = String(at + 1);
            const band = bilingual(bandText(grade, scale));
            const ofCatalogue = bilingual(behaviourOf(row, grade));
            return isFixed ? (
              <p key={field}>
                {r('behaviour', { grade: band, text: row.said[field] || ofCatalogue })}
              </p>
            ) : (
              <TextField
                key={field}
                label={r('indicators.behaviour', { grade: band })}
                value={row.said[field]}
                placeholder={ofCatalogue}
                onCommit={(text) => onSave(row, { [field]: text })}
              />
            );
          })}
          {!isFixed && <p className="ty-hint">{r('indicators.behaviours.hint')}</p>}
        </div>
      )}
    </div>
  );
});
