import { useState } from 'react';
import { addDays, type Day, isDay } from '../../../../shared/calendar/day';
import { standardCalendar } from '../../../../shared/calendar/workdays';
import type { Edit } from '../../../../shared/changes/draft';
import { textIn } from '../../../../shared/insight/register-values';
import { nextVersion } from '../../../../shared/insight/rule-book';
import type { RecordOf } from '../../../../shared/model/collections';
import { Choice } from '../../../components/Choice';
import DateField from '../../../components/DateField';
import { Dialog } from '../../../components/Dialog';
import { TextField } from '../../../components/TextField';
import { act } from '../../../state/act';
import { useTyped } from '../../../state/forms';
import { useToday } from '../../../state/today';
import { newId } from '../../../state/workspace';
import { g } from './texts';

const steps = ['review', 'revise', 'repeal'] as const;

type Step = (typeof steps)[number];

const carriedOver = ['ruleClass', 'department', 'owner', 'filedAt'] as const;

interface RuleDialogProps {
  /** The version in force. */
  readonly rule: RecordOf<'activity'>;
  readonly onClose: () => void;
}

/** What becomes of a rule: it is reviewed and stays, gets a new version, or is repealed. */
export default function RuleDialog({ rule, onClose }: RuleDialogProps) {
  const today = useToday();
  const [step, setStep] = useTyped<Step>('RuleDialog.step', 'review');
  const [day, setDay] = useTyped<Day | ''>('RuleDialog.day', today);
  const [next, setNext] = useTyped<Day | ''>(
    'RuleDialog.next',
    standardCalendar().move(addDays(today, 364), 'earlier'),
  );
  const [number, setNumber] = useTyped('RuleDialog.number', '');
  const [version, setVersion] = useTyped(
    'RuleDialog.version',
    nextVersion(textIn(rule, 'version'), Number(today.slice(0, 4))),
  );
  const [tried, setTried] = useState(false);
  const noDay = !isDay(day);
  const isBackwards = step !== 'repeal' && next !== '' && next <= day;

  const edits = (): Edit[] => {
    const change = (fields: Edit['fields']): Edit => ({
      collection: 'activity',
      id: rule.id,
      fields,
    });
    if (step === 'review') return [change({ reviewedOn: day, reviewOn: next || null })];
    const repealed = change({ ruleState: 'repealed', repealedOn: day });
    if (step === 'repeal') return [repealed];
    const kept = Object.fromEntries(
      carriedOver.flatMap((key) => {
        const text = textIn(rule, key);
        return text === '' ? [] : [[key, text]];
      }),
    );
    const fields = {
      kind: 'rule',
      title: rule.title,
      date: day,
      ruleState: 'valid',
      version: version.trim(),
      ...(number.trim() !== '' && { documentNumber: number.trim() }),
      ...(next !== '' && { reviewOn: next }),
      ...kept,
    };
    return [repealed, { collection: 'activity', id: newId(), fields }];
  };

  const save = async () => {
    setTried(true);
    if (noDay || isBackwards) return;
    const said = g(`rules.done.${step}`, { name: rule.title });
    const label = step === 'revise' ? 'rule.revise' : 'activity.set';
    if (await act(label, edits(), { said })) onClose();
  };

  return (
    <Dialog
      title={g('rules.handle.title', { name: rule.title })}
      onClose={onClose}
      onSave={() => save()}
    >
      <Choice
        label={g('rules.step')}
        value={step}
        options={steps.map((value) => ({ value, label: g(`rules.step.${value}`) }))}
        onChange={setStep}
      />
      {step === 'revise' && (
        <p className="ty-hint">
          {g('rules.revise.hint', { version: textIn(rule, 'version') || '—' })}
        </p>
      )}
      <div className="ty-grid-2">
        <DateField
          label={g(`rules.day.${step}`)}
          value={day}
          onChange={setDay}
          error={tried && noDay ? g('rules.day.missing') : undefined}
        />
        {step !== 'repeal' && (
          <DateField
            label={g('rules.next')}
            value={next}
            onChange={setNext}
            error={tried && isBackwards ? g('rules.next.backwards') : undefined}
          />
        )}
        {step === 'revise' && (
          <>
            <TextField label={g('rules.newNumber')} value={number} onChange={setNumber} />
            <TextField label={g('rules.newVersion')} value={version} onChange={setVersion} />
          </>
        )}
      </div>
    </Dialog>
  );
}
