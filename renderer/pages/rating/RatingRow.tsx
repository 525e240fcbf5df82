import { type KeyboardEvent, memo, useRef } from 'react';
import { bandText } from '../../../shared/catalogue/behaviours';
import { gradeOf, type ScaleName, scales } from '../../../shared/catalogue/scale';
import { edit } from '../../../shared/changes/records';
import { scoreLabel } from '../../../shared/insight/grade';
import { rowBehaviour } from '../../../shared/insight/rating-behaviours';
import type { RatingFlag } from '../../../shared/insight/rating-flags';
import type { RatingRow as RatedRow } from '../../../shared/insight/rating-rows';
import type { RecordOf } from '../../../shared/model/collections';
import { ratingId } from '../../../shared/model/rating';
import { Choice } from '../../components/Choice';
import { NumberField } from '../../components/NumberField';
import { isComposing, TextField } from '../../components/TextField';
import { bilingual, t } from '../../i18n/i18n';
import { act } from '../../state/act';
import { useOpen } from '../../state/forms';
import { focusNext } from './focus-next';
import { r } from './texts';

interface RatingRowProps {
  readonly item: RatedRow;
  readonly rating: RecordOf<'rating'> | undefined;
  readonly flag: RatingFlag | undefined;
  /** How many things it rests on. */
  readonly evidence: number;
  readonly person: string;
  readonly period: string;
  readonly scale: ScaleName;
  readonly disabled: boolean;
  readonly onEvidence: (row: string) => void;
}

/** One indicator: its grade with what that grade looks like, its evidence, or why not. */
export const RatingRow = memo(function RatingRow(props: RatingRowProps) {
  const { item, rating, flag, evidence, person, period, scale, disabled, onEvidence } = props;
  const row = useRef<HTMLDivElement>(null);
  const [isReasonOpen, setReasonOpen] = useOpen(`RatingRow.reason.${item.id}`, false);
  const score = rating?.score ?? null;
  const reason = rating?.notApplicable ?? '';
  const label = bilingual(item.text);
  const evidenceText =
    evidence > 0 ? r('evidence.count', { count: evidence }) : t('rating.evidence');
  const reasonText = t(reason ? 'rating.notApplicable.is' : 'rating.notApplicable');
  const save = (fields: { score?: number | null; notApplicable?: string }) =>
    void act('rating.set', [edit('rating', ratingId(person, period, item.id), fields)], {
      audience: 'private',
    });
  // Rating a row says that it applies.
  const rate = (next: number | null) =>
    save({ score: next, ...(reason !== '' && { notApplicable: '' }) });
  const next = (isFar: boolean) =>
    row.current && focusNext(row.current, isFar ? 'dimension' : 'row');

  /** Keys of the whole row, from wherever no text is typed. */
  const pressed = (event: KeyboardEvent) => {
    if (isComposing(event) || !(event.target instanceof HTMLInputElement)) return;
    const isText = event.target.type === 'text' || event.target.inputMode === 'decimal';
    if (isText && event.key === 'Enter') {
      event.preventDefault();
      next(event.ctrlKey);
    }
    const isNumber = event.target.inputMode === 'decimal';
    if ((isText && !isNumber) || event.ctrlKey || event.altKey || disabled) return;
    if (event.key === '0' && !isNumber) {
      event.preventDefault();
      setReasonOpen(true);
    }
    if (event.key.toLowerCase() === 'e') {
      event.preventDefault();
      onEvidence(item.id);
    }
  };
  // The description of the grade chosen, or of the best one: what it is measured by.
  const grade = gradeOf(score ?? 100, 'four').key;
  const gradeName = score === null ? bandText(grade, scale) : scoreLabel(score, scale);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the controls inside, none of its own
    <div className="ty-rating-row" data-rating-row={item.id} ref={row} onKeyDown={pressed}>
      <p className="ty-rating-text">{label}</p>
      {scale === 'hundred' && disabled ? (
        <p className="ty-rating-text">
          {reason ? t('rating.notApplicable') : bilingual(scoreLabel(score, scale))}
        </p>
      ) : scale === 'hundred' ? (
        <NumberField
          className="ty-rating-number"
          label={t('rating.score')}
          name={label}
          value={score}
          min={0}
          max={100}
          wrong={t('rating.score.wrong')}
          onCommit={rate}
        />
      ) : (
        <Choice
          label={label}
          value={score === null ? null : gradeOf(score, scale).key}
          disabled={disabled}
          options={scales[scale].map(({ key, text, score: of }) => ({
            value: key,
            key,
            label: bilingual(text),
            tip: bilingual(rowBehaviour(item, gradeOf(of, 'four').key)),
          }))}
          onChange={(key) => {
            const chosen = scales[scale].find((one) => one.key === key);
            if (chosen) rate(chosen.score);
          }}
          onNext={(_from, isFar) => next(isFar)}
        />
      )}
      <div className="ty-rating-more">
        <button
          type="button"
          className="ty-link"
          aria-label={t('rating.of', { what: evidenceText, item: label })}
          onClick={() => onEvidence(item.id)}
        >
          {evidenceText}
        </button>
        {(!disabled || reason !== '') && (
          <button
            type="button"
            className="ty-link"
            aria-expanded={isReasonOpen}
            aria-label={t('rating.of', { what: reasonText, item: label })}
            onClick={() => setReasonOpen(!isReasonOpen)}
          >
            {reasonText}
          </button>
        )}
      </div>
      {/* Always there, so that nothing moves from under the mouse when the focus goes on. */}
      {(!disabled || flag) && (
        <p className="ty-rating-behaviour ty-soft" aria-live="polite">
          {!disabled &&
            r('behaviour', {
              grade: bilingual(gradeName),
              text: bilingual(rowBehaviour(item, grade)),
            })}
          {flag && <span className="ty-rating-flag">△ {r(`flag.${flag}`)}</span>}
        </p>
      )}
      {isReasonOpen && (
        <TextField
          className="ty-rating-detail"
          label={t('rating.notApplicable.label')}
          keepAs={`RatingRow.reason.${item.id}.text`}
          value={reason}
          autoFocus
          hint={t('rating.notApplicable.hint')}
          onCommit={(text) =>
            !disabled && save({ notApplicable: text, ...(text !== '' && { score: null }) })
          }
        />
      )}
    </div>
  );
});
