import { memo } from 'react';
import type { Bilingual } from '../../../shared/catalogue/row';
import { gradeOf, type ScaleName, scales } from '../../../shared/catalogue/scale';
import { scoreLabel } from '../../../shared/insight/grade';
import type { RatingFlag } from '../../../shared/insight/rating-flags';
import type { RatingRow as RatedRow } from '../../../shared/insight/rating-rows';
import { dimensionScore } from '../../../shared/insight/score';
import type { RecordOf } from '../../../shared/model/collections';
import { Choice } from '../../components/Choice';
import { bilingual } from '../../i18n/i18n';
import { focusNext } from './focus-next';
import { RatingRow } from './RatingRow';
import { r } from './texts';

/** A dimension, or leading by example, with the rows that are rated under it. */
export interface Group {
  readonly id: string;
  readonly text: Bilingual;
  readonly rows: readonly RatedRow[];
}

interface RatingGroupProps {
  readonly group: Group;
  /** Of each row, in their order. */
  readonly ratings: readonly (RecordOf<'rating'> | undefined)[];
  readonly flags: readonly (RatingFlag | undefined)[];
  /** How many things each rests on. */
  readonly evidence: readonly number[];
  readonly person: string;
  readonly period: string;
  readonly scale: ScaleName;
  readonly disabled: boolean;
  readonly onEvidence: (row: string) => void;
  readonly onWhole: (group: Group, score: number, grade: string) => void;
}

const sameItems = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, at) => item === b[at]);

/** Ratings, flags and evidence are new arrays each time, of records that stay the same until they change. */
function isSame(a: RatingGroupProps, b: RatingGroupProps): boolean {
  const { ratings: ratingsA, flags: flagsA, evidence: evidenceA, ...restA } = a;
  const { ratings: ratingsB, flags: flagsB, evidence: evidenceB, ...restB } = b;
  return (
    sameItems(ratingsA, ratingsB) &&
    sameItems(flagsA, flagsB) &&
    sameItems(evidenceA, evidenceB) &&
    sameItems(Object.values(restA), Object.values(restB))
  );
}

/** A dimension's name and score, one choice that rates all its rows, and the rows. */
export const RatingGroup = memo(function RatingGroup(props: RatingGroupProps) {
  const { group, ratings, flags, evidence, person, period, scale, disabled, onEvidence } = props;
  return (
    <>
      <GroupHead {...props} />
      {group.rows.map((item, at) => (
        <RatingRow
          key={item.id}
          item={item}
          rating={ratings[at]}
          flag={flags[at]}
          evidence={evidence[at] ?? 0}
          person={person}
          period={period}
          scale={scale}
          disabled={disabled}
          onEvidence={onEvidence}
        />
      ))}
    </>
  );
}, isSame);

function GroupHead({ group, ratings, scale, disabled, onWhole }: RatingGroupProps) {
  const name = scale === 'hundred' ? 'four' : scale;
  const grades = scales[name];
  const score = dimensionScore(
    ratings,
    group.rows.map(({ weight }) => weight),
  );
  return (
    <div className="ty-rating-head" data-rating-whole={group.id}>
      <h3>
        {bilingual(group.text)}
        <span className="ty-soft">{bilingual(scoreLabel(score, scale))}</span>
      </h3>
      {!disabled && (
        <div className="ty-rating-whole">
          <span className="ty-soft" aria-hidden="true">
            {r('whole.short')}
          </span>
          <Choice
            label={r('whole', { dimension: bilingual(group.text) })}
            value={score === null ? null : gradeOf(score, name).key}
            options={grades.map(({ key, score: of }) => ({
              value: key,
              key,
              label: bilingual(scoreLabel(of, scale)),
            }))}
            onChange={(key) => {
              const grade = grades.find((one) => one.key === key);
              if (grade) onWhole(group, grade.score, bilingual(scoreLabel(grade.score, scale)));
            }}
            onNext={(from, isFar) => focusNext(from, isFar ? 'dimension' : 'row')}
          />
        </div>
      )}
    </div>
  );
}
