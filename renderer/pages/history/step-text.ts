import { deviceOf } from '../../../shared/changes/stamp';
import type { State } from '../../../shared/changes/state';
import type { Direction } from '../../../shared/changes/undo-steps';
import { actionText } from '../../i18n/action-labels';
import { bilingual, shortDayText } from '../../i18n/i18n';
import type { StepResult } from '../../state/workspace';
import { dayOfMoment } from './moment';
import { h } from './texts';
import { authorName } from './who';

/** What came of an undo or redo, in one sentence. */
export function stepText(
  result: StepResult,
  direction: Direction,
  { state, device }: { readonly state: State; readonly device: string },
): string {
  if (result.done) {
    const what = bilingual(actionText(result.label));
    return h(direction === 'undo' ? 'history.undone' : 'history.redone', { what });
  }
  if (result.reason === 'nothing') return h(`history.${direction}.none`);
  if (result.reason !== 'overtaken') return h('history.step.lost');
  const { stamp, author, wall, label } = result.by;
  const name = authorName(state, author);
  const isOwn = deviceOf(stamp) === device;
  return h(`history.${direction}.overtaken`, {
    who: name || h(isOwn ? 'history.thisPc' : 'history.step.other'),
    day: shortDayText(dayOfMoment(wall)) || h('history.step.otherDay'),
    what: bilingual(actionText(label)),
  });
}
