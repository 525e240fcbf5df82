import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { RatingRow } from '../../../renderer/pages/rating/RatingRow';
import type { ScaleName } from '../../../shared/catalogue/scale';
import { recordOrDefault } from '../../../shared/changes/records';
import { emptyState } from '../../../shared/changes/state';
import { ratingRowOf } from '../../../shared/insight/rating-rows';
import { ratingId } from '../../../shared/model/rating';
import { idOf, openUnit, person, settle } from '../registers/fake-main';

const item = ratingRowOf(emptyState(), '2026-11', 'A1.3');
if (!item) throw new Error('A1.3');
const ratedRow = item;
const name = '自我充电加压，主动查找短板';
const leader = idOf(1);
const unrated = recordOrDefault(emptyState(), 'rating', ratingId(leader, '2026-11', 'A1.3'));

// The test's page has no layout to scroll.
Element.prototype.scrollIntoView = vi.fn();

async function show(scale: ScaleName = 'four', flag?: 'top', rated?: { score: number }) {
  const asked = await openUnit(person(1, '王镕'));
  const onEvidence = vi.fn();
  const row = (
    <RatingRow
      item={ratedRow}
      rating={rated && { ...unrated, ...rated }}
      flag={flag}
      evidence={0}
      person={leader}
      period="2026-11"
      scale={scale}
      disabled={false}
      onEvidence={onEvidence}
    />
  );
  render(
    <>
      {row}
      <div data-rating-row="A2.1">
        <input aria-label="下一项" />
      </div>
    </>,
  );
  await settle();
  return { ...asked, onEvidence };
}

const fieldsOf = (commits: Awaited<ReturnType<typeof show>>['commits']) =>
  commits.map(({ changes }) => [changes[0]?.id, changes[0]?.fields]);

test('the grades have the indicator as their name, and a digit chooses one', async () => {
  const { commits } = await show();
  const grades = screen.getByRole('radiogroup', { name });
  expect([...grades.querySelectorAll('label')].map((one) => one.textContent)).toEqual([
    '好',
    '较好',
    '一般',
    '差',
  ]);
  screen.getByRole('radio', { name: '好' }).focus();
  await userEvent.keyboard('2');
  await settle();
  expect(fieldsOf(commits)).toEqual([[`${leader}:2026-11:A1.3`, { score: 80 }]]);
});

test('what a grade looks like is said in the words of the scale: of the best, then of the chosen', async () => {
  await show('five', undefined, { score: 80 });
  expect(screen.getByText(/^4分：/)).toBeTruthy();
  cleanup();
  await show('hundred');
  expect(screen.getByText(/^90分以上：.*主动查找短板并改到位/)).toBeTruthy();
  cleanup();
  await show('four', undefined, { score: 40 });
  expect(screen.getByText(/^差：/)).toBeTruthy();
});

test('Enter goes to the next row, but not the Enter of an input method', async () => {
  const { commits } = await show('hundred');
  const score = screen.getByRole('textbox', { name });
  await userEvent.type(score, '86');
  fireEvent.compositionStart(score);
  fireEvent.keyDown(score, { key: 'Enter', isComposing: true, keyCode: 229 });
  fireEvent.compositionEnd(score);
  await settle();
  expect(commits).toEqual([]);
  expect(document.activeElement).toBe(score);
  await userEvent.keyboard('{Enter}');
  await settle();
  expect(document.activeElement).toBe(screen.getByLabelText('下一项'));
  expect(fieldsOf(commits)).toEqual([[`${leader}:2026-11:A1.3`, { score: 86 }]]);
});

test('0 asks why it does not apply; the Enter that ends a composition saves nothing', async () => {
  const { commits } = await show();
  screen.getByRole('radio', { name: '好' }).focus();
  await userEvent.keyboard('0');
  const reason = screen.getByRole('textbox', { name: '本期无相关工作的原因' });
  await userEvent.type(reason, '本期无相关工作');
  fireEvent.keyDown(reason, { key: 'Enter', isComposing: true, keyCode: 229 });
  await settle();
  expect(commits).toEqual([]);
  await userEvent.type(reason, '{Enter}');
  await settle();
  expect(fieldsOf(commits)).toEqual([
    [`${leader}:2026-11:A1.3`, { notApplicable: '本期无相关工作' }],
  ]);
});

test('E opens the evidence, whose button says of which row it is', async () => {
  const { onEvidence } = await show('four', 'top');
  expect(screen.getByRole('button', { name: `佐证：${name}` })).toBeTruthy();
  expect(screen.getByText(/还没有佐证/)).toBeTruthy();
  screen.getByRole('radio', { name: '好' }).focus();
  await userEvent.keyboard('e');
  expect(onEvidence).toHaveBeenCalledWith('A1.3');
});
