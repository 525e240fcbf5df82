import { deviceOf } from '../../../shared/changes/stamp';
import type { State } from '../../../shared/changes/state';
import type { Direction } from '../../../shared/changes/undo-steps';
import { actionText } from '../../i18n/action-labels';
import { bilingual, shortDayText, t } from '../../i18n/i18n';
import type { StepResult } from '../../state/workspace';
import { dayOfMoment } from './moment';
import { authorName } from './who';

/** What came of an undo or redo, in one sentence. */
export function stepText(
  result: StepResult,
  direction: Direction,
  { state, device }: { readonly state: State; readonly device: string },
): string {
  if (result.done) {
    const what = bilingual(actionText(result.label));
    return t(direction === 'undo' ? 'history.undone' : 'history.redone', { what });
  }
  if (result.reason === 'nothing') return t(`history.${direction}.none`);
  if (result.reason !== 'overtaken') return t('history.step.lost');
  const { stamp, author, wall, label } = result.by;
  const name = authorName(state, author);
  const isOwn = deviceOf(stamp) === device;
  return t(`history.${direction}.overtaken`, {
    who: name || t(isOwn ? 'history.thisPc' : 'history.step.other'),
    day: shortDayText(dayOfMoment(wall)) || t('history.step.otherDay'),
    what: bilingual(actionText(label)),
  });
}
