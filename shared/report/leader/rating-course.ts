import { periodLabel } from '../../calendar/period';
import { formatScore } from '../../insight/grade';
import type { Drafter } from '../drafter';
import type { LeaderFacts } from './facts';

/**
 * The self-ratings of a year as a course: how many were submitted, from what to what their means ran,
 * and the means of the first and the last. The private dimension is in none of them.
 */
export function draftRatingCourse(draft: Drafter, { course, words, person }: LeaderFacts): void {
  const [first, last] = [course[0], course.at(-1)];
  if (!first || !last) {
    draft.paragraph('rating', {
      zh: `${words.current.zh}没有提交自评。`,
      en: `${person.name} has submitted no self-rating ${words.current.en}.`,
    });
    return;
  }
  const means = course.map(({ mean }) => mean);
  const [low, high] = [formatScore(Math.min(...means)), formatScore(Math.max(...means))];
  const range =
    low === high
      ? { zh: `均为${low}分`, en: `${low} each` }
      : { zh: `在${low}分至${high}分之间`, en: `between ${low} and ${high}` };
  const change = Number(formatScore(last.mean)) - Number(formatScore(first.mean));
  const points = formatScore(Math.abs(change));
  const direction =
    change === 0
      ? { zh: '持平', en: 'the same' }
      : change > 0
        ? { zh: `提高${points}分`, en: `${points} up` }
        : { zh: `下降${points}分`, en: `${points} down` };
  draft.paragraph(
    'rating',
    {
      zh: `${words.current.zh}提交自评${course.length}次，按百分制，各维度平均分${range.zh}。`,
      en: `Self-ratings submitted ${words.current.en}: ${course.length}; means ${range.en} (0–100).`,
    },
    course.length > 1
      ? {
          zh: `${periodLabel(first.period, 'zh')}为${formatScore(first.mean)}分，${periodLabel(last.period, 'zh')}为${formatScore(last.mean)}分，${direction.zh}。`,
          en: `${periodLabel(first.period, 'en')}: ${formatScore(first.mean)}, ${periodLabel(last.period, 'en')}: ${formatScore(last.mean)}, ${direction.en}.`,
        }
      : undefined,
  );
}
