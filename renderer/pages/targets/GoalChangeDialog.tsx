import { useState } from 'react';
import { monthsOf, type Period } from '../../../shared/calendar/period';
import { edit } from '../../../shared/changes/records';
import { bandUpsideDown, isBandWrong } from '../../../shared/insight/edit-rules';
import type { RecordOf } from '../../../shared/model/collections';
import { Dialog } from '../../components/Dialog';
import { NumberField } from '../../components/NumberField';
import { SelectField } from '../../components/SelectField';
import { TextField } from '../../components/TextField';
import { bilingual, t } from '../../i18n/i18n';
import { act } from '../../state/act';
import { useTyped } from '../../state/forms';
import { monthText } from './target-words';
import { v } from './texts';

interface GoalChangeDialogProps {
  readonly target: RecordOf<'target'>;
  readonly month: Period;
  readonly onClose: () => void;
}

/** Changes the goal from a month on; what was judged before stays as it was. */
export default function GoalChangeDialog({ target, month, onClose }: GoalChangeDialogProps) {
  const [from, setFrom] = useTyped('GoalChangeDialog.from', month);
  const [goal, setGoal] = useTyped<number | null>('GoalChangeDialog.goal', null);
  const [high, setHigh] = useTyped<number | null>('GoalChangeDialog.high', null);
  const [grounds, setGrounds] = useTyped('GoalChangeDialog.grounds', '');
  const [tried, setTried] = useState(false);
  const isBand = target.direction === 'band';
  const isUpsideDown = isBand && isBandWrong(goal, high);
  const isMissing = goal === null || grounds.trim() === '';

  const save = async () => {
    setTried(true);
    if (goal === null || isMissing || isUpsideDown) return;
    const change = { month: from, goal, high: isBand ? high : null, grounds: grounds.trim() };
    const others = target.goalChanges.filter((one) => one.month !== from);
    const goalChanges = [...others, change].sort((a, b) => (a.month < b.month ? -1 : 1));
    const saved = await act('target.set', [edit('target', target.id, { goalChanges })], {
      said: t('targets.saved'),
    });
    if (saved) onClose();
  };
  return (
    <Dialog title={v('targets.goal.change')} onClose={onClose} onSave={() => save()}>
      <div className="ty-grid-2">
        <SelectField
          label={v('targets.goal.change.from')}
          value={from}
          options={monthsOf(String(target.year)).map((value) => ({
            value,
            label: monthText(value),
          }))}
          onChange={setFrom}
        />
        <NumberField
          label={v(isBand ? 'targets.low' : 'targets.goal.change.new')}
          value={goal}
          wrong={t('targets.noNumber')}
          onCommit={setGoal}
        />
        {isBand && (
          <NumberField
            label={v('targets.high')}
            value={high}
            wrong={t('targets.noNumber')}
            onCommit={setHigh}
          />
        )}
        <TextField
          className="ty-wide"
          label={v('targets.goal.change.grounds')}
          value={grounds}
          onChange={setGrounds}
          required
          error={
            tried && isUpsideDown
              ? bilingual(bandUpsideDown)
              : tried && isMissing
                ? v('targets.goal.change.missing')
                : undefined
          }
        />
      </div>
    </Dialog>
  );
}
