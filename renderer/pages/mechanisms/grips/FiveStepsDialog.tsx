import { useState } from 'react';
import type { Day } from '../../../../shared/calendar/day';
import { periodOf } from '../../../../shared/calendar/period';
import type { Edit } from '../../../../shared/changes/draft';
import { edit, recordOf } from '../../../../shared/changes/records';
import { missingClarities } from '../../../../shared/insight/five-clarities';
import {
  measuresIn,
  type StepsProgress,
  steps,
} from '../../../../shared/insight/five-steps-progress';
import { leadersOf, nameOf } from '../../../../shared/insight/people';
import { dayIn, textIn } from '../../../../shared/insight/register-values';
import DateField from '../../../components/DateField';
import { Dialog } from '../../../components/Dialog';
import PersonField from '../../../components/PersonField';
import { TextField } from '../../../components/TextField';
import { act } from '../../../state/act';
import { useOpen, useTyped } from '../../../state/forms';
import { useToday } from '../../../state/today';
import { newId, useReplica } from '../../../state/workspace';
import { g } from './texts';

interface FiveStepsDialogProps {
  readonly subject: string;
  /** What is known already; undefined at the beginning. */
  readonly row: StepsProgress | undefined;
  readonly onClose: () => void;
}

/** A member's five steps, one after the other; his measures become tasks. */
export default function FiveStepsDialog({ subject, row, onClose }: FiveStepsDialogProps) {
  const { state } = useReplica();
  const today = useToday();
  const record = row?.record;
  const of = (field: string) => (record ? textIn(record, field) : '');
  const dayOfField = (field: string): Day | '' => (record ? dayIn(record, field) : '');
  const [fields, setFields] = useTyped('FiveStepsDialog.fields', {
    identity: of('identity'),
    gap: of('gap'),
    goal: of('goal'),
    measures: of('measures'),
    result: of('result'),
  });
  const [deadline, setDeadline] = useTyped('FiveStepsDialog.deadline', dayOfField('deadline'));
  const [settledOn, setSettledOn] = useTyped('FiveStepsDialog.settledOn', dayOfField('settledOn'));
  const firstOpen = row ? row.taken.indexOf(false) : 0;
  const [at, setAt] = useOpen('FiveStepsDialog.at', firstOpen < 0 ? steps.length - 1 : firstOpen);
  const [asTasks, setAsTasks] = useTyped('FiveStepsDialog.asTasks', true);
  const member = recordOf(state, 'person', subject);
  const [leader, setLeader] = useTyped(
    'FiveStepsDialog.leader',
    member?.role === 'leader' ? subject : '',
  );
  const [tried, setTried] = useState(false);
  const set = (change: Partial<typeof fields>) => setFields((now) => ({ ...now, ...change }));

  const existing = new Set(row?.tasks.map(({ title }) => title));
  const fresh = measuresIn(fields.measures).filter((measure) => !existing.has(measure));
  const makesTasks = asTasks && fresh.length > 0;
  const noGap = fields.gap.trim() === '' && at > 1;
  const noLeader = makesTasks && leader === '';
  const noDue = makesTasks && deadline === '';
  const step = steps[at]?.key ?? 'identity';
  const name = nameOf(state, subject);

  const save = async () => {
    setTried(true);
    if (noGap || noLeader || noDue) return;
    const id = record?.id ?? newId();
    const texts = Object.fromEntries(
      Object.entries(fields).map(([key, text]) => [key, text.trim() || null]),
    );
    const edits: Edit[] = [
      {
        collection: 'activity',
        id,
        fields: {
          ...(!record && { kind: 'five-steps', date: today, subject }),
          ...texts,
          deadline: deadline || null,
          settledOn: settledOn || null,
        },
      },
    ];
    if (makesTasks && deadline !== '') {
      for (const title of fresh) {
        const about = { title, goal: fields.goal.trim(), due: deadline, leader, owner: subject };
        const period = periodOf(deadline, 'month');
        const department = member?.department ?? '';
        // Who promises a measure takes it on: where all is clear nothing is left to be given out.
        const issued = missingClarities(state, about).length === 0 ? today : '';
        edits.push(edit('task', newId(), { ...about, period, department, origin: id, issued }));
      }
    }
    const said = makesTasks
      ? g('steps.saved.tasks', { person: name, count: fresh.length })
      : g('steps.saved', { person: name });
    if (await act('steps.save', edits, { said })) onClose();
  };

  return (
    <Dialog
      title={g('steps.dialog', { person: name })}
      onClose={onClose}
      onSave={() => save()}
      isWide
      aside={
        <>
          {at > 0 && (
            <button type="button" className="ty-button" onClick={() => setAt(at - 1)}>
              {g('steps.back')}
            </button>
          )}
          {at < steps.length - 1 && (
            <button type="button" className="ty-button" onClick={() => setAt(at + 1)}>
              {g('steps.next')}
            </button>
          )}
        </>
      }
    >
      <ol className="ty-grip-steps" aria-label={g('steps.steps')}>
        {steps.map(({ key }, place) => (
          <li key={key} aria-current={place === at ? 'step' : undefined}>
            <button type="button" className="ty-link" onClick={() => setAt(place)}>
              {g(`steps.${key}`)}
            </button>
          </li>
        ))}
      </ol>
      <h3>{g('steps.step', { number: at + 1, name: g(`steps.${step}`) })}</h3>
      {step === 'identity' && (
        <TextField
          label={g('steps.identity.label')}
          hint={g('steps.identity.hint')}
          value={fields.identity}
          onChange={(identity) => set({ identity })}
        />
      )}
      {step === 'gap' && (
        <TextField
          label={g('steps.gap.label')}
          hint={g('steps.gap.hint')}
          value={fields.gap}
          multiline
          onChange={(gap) => set({ gap })}
        />
      )}
      {step === 'goal' && (
        <>
          <TextField
            label={g('steps.goal.label')}
            value={fields.goal}
            multiline
            onChange={(goal) => set({ goal })}
          />
          <DateField
            label={g('steps.deadline.label')}
            value={deadline}
            onChange={setDeadline}
            deadline={{ words: '' }}
          />
        </>
      )}
      {step === 'measures' && (
        <>
          <TextField
            label={g('steps.measures.label')}
            hint={g('steps.measures.hint')}
            value={fields.measures}
            multiline
            onChange={(measures) => set({ measures })}
          />
          {fresh.length > 0 && (
            <label>
              <input
                type="checkbox"
                checked={asTasks}
                onChange={(event) => setAsTasks(event.target.checked)}
              />{' '}
              {g('steps.toTasks', { count: fresh.length })}
            </label>
          )}
          {makesTasks && (
            <PersonField
              label={g('steps.leader')}
              value={leader}
              people={leadersOf(state, periodOf(today, 'month'))}
              error={tried && noLeader ? g('steps.leader.missing') : undefined}
              onChange={setLeader}
            />
          )}
        </>
      )}
      {step === 'action' && (
        <>
          {row && row.tasks.length > 0 && (
            <div>
              <h4>{g('steps.taskList')}</h4>
              <ul className="ty-view-list">
                {row.tasks.map(({ id, title, closed, percent }) => (
                  <li key={id}>
                    {title}{' '}
                    <span className="ty-soft">
                      {closed === '' ? g('steps.taskOpen', { percent }) : g('steps.taskClosed')}
                    </span>
                  </li>
                ))}
              </ul>
            </div>
          )}
          <DateField label={g('steps.settledOn')} value={settledOn} onChange={setSettledOn} />
          <TextField
            label={g('steps.result')}
            value={fields.result}
            multiline
            onChange={(result) => set({ result })}
          />
        </>
      )}
      {tried && (noGap || noDue || noLeader) && (
        <p className="ty-error" role="alert">
          {g(noGap ? 'steps.gap.missing' : noDue ? 'steps.due.missing' : 'steps.leader.missing')}
        </p>
      )}
    </Dialog>
  );
}
