import { useRef, useState } from 'react';
import type { Ratable } from '../../../shared/catalogue/row';
import { gradeOf, type ScaleName, scales } from '../../../shared/catalogue/scale';
import { edit } from '../../../shared/changes/records';
import type { RecordOf } from '../../../shared/model/collections';
import { ratingId } from '../../../shared/model/rating';
import { Choice } from '../../components/Choice';
import { NumberField } from '../../components/NumberField';
import { TextField } from '../../components/TextField';
import { bilingual, t } from '../../i18n/i18n';
import { act } from '../../state/act';

interface RatingRowProps {
  readonly item: Ratable;
  readonly rating: RecordOf<'rating'> | undefined;
  readonly person: string;
  readonly period: string;
  readonly scale: ScaleName;
  readonly disabled: boolean;
  /** Called with an element of this row when the user goes on. */
  readonly onNext: (from: Element) => void;
}

/** One indicator: its grade, its evidence, or why it does not apply. */
export function RatingRow(props: RatingRowProps) {
  const { item, rating, person, period, scale, disabled, onNext } = props;
  const row = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<'evidence' | 'notApplicable' | null>(null);
  const score = rating?.score ?? null;
  const evidence = rating?.evidence ?? '';
  const reason = rating?.notApplicable ?? '';
  const label = bilingual(item.text);
  const evidenceText = t(evidence ? 'rating.evidence.has' : 'rating.evidence');
  const reasonText = t(reason ? 'rating.notApplicable.is' : 'rating.notApplicable');
  const save = (fields: { score?: number | null; evidence?: string; notApplicable?: string }) =>
    void act('rating.set', [edit('rating', ratingId(person, period, item.id), fields)], {
      audience: 'private',
    });
  // Rating a row says that it applies.
  const rate = (next: number | null) =>
    save({ score: next, ...(reason !== '' && { notApplicable: '' }) });
  const toggle = (which: 'evidence' | 'notApplicable') =>
    setOpen((now) => (now === which ? null : which));

  return (
    <div className="ty-rating-row" data-rating-row={item.id} ref={row}>
      <p className="ty-rating-text">{label}</p>
      {scale === 'hundred' ? (
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
          options={scales[scale].map(({ key, text }) => ({
            value: key,
            key,
            label: bilingual(text),
          }))}
          onChange={(key) => {
            const grade = scales[scale].find((one) => one.key === key);
            if (grade) rate(grade.score);
          }}
          onNext={() => row.current && onNext(row.current)}
        />
      )}
      <div className="ty-rating-more">
        <button
          type="button"
          className="ty-link"
          aria-expanded={open === 'evidence'}
          aria-label={t('rating.of', { what: evidenceText, item: label })}
          onClick={() => toggle('evidence')}
        >
          {evidenceText}
        </button>
        <button
          type="button"
          className="ty-link"
          aria-expanded={open === 'notApplicable'}
          aria-label={t('rating.of', { what: reasonText, item: label })}
          onClick={() => toggle('notApplicable')}
        >
          {reasonText}
        </button>
      </div>
      {open === 'evidence' && (
        <TextField
          className="ty-rating-detail"
          label={t('rating.evidence.label')}
          value={evidence}
          multiline
          {...(item.evidence && { hint: bilingual(item.evidence) })}
          onCommit={(text) => !disabled && save({ evidence: text })}
        />
      )}
      {open === 'notApplicable' && (
        <TextField
          className="ty-rating-detail"
          label={t('rating.notApplicable.label')}
          value={reason}
          hint={t('rating.notApplicable.hint')}
          onCommit={(text) =>
            !disabled && save({ notApplicable: text, ...(text !== '' && { score: null }) })
          }
        />
      )}
    </div>
  );
}
