import { useState } from 'react';
import type { Day } from '../../../shared/calendar/day';
import type { Edit } from '../../../shared/changes/draft';
import { edit } from '../../../shared/changes/records';
import { closedWithoutGrounds } from '../../../shared/insight/edit-rules';
import { leadersOf } from '../../../shared/insight/people';
import { Attachments } from '../../components/Attachments';
import { attachmentEdits, type HeldFile } from '../../components/attachment-edits';
import DateField from '../../components/DateField';
import { Dialog } from '../../components/Dialog';
import { SelectField } from '../../components/SelectField';
import { TextField } from '../../components/TextField';
import { Explained } from '../../help/Explained';
import { bilingual, dayText, t } from '../../i18n/i18n';
import { act } from '../../state/act';
import { useTyped } from '../../state/forms';
import { useToday } from '../../state/today';
import { newId, useReplica } from '../../state/workspace';
import type { TaskLine } from './task-line';
import { v } from './texts';

/** What can be done about issued tasks. */
export type FollowUpStep = 'urge' | 'return' | 'extension' | 'close';

const names = {
  urge: 'tasks.urge',
  return: 'tasks.return',
  extension: 'tasks.extend',
  close: 'tasks.close',
} as const;
const labels = {
  urge: 'task.urge',
  return: 'task.return',
  extension: 'task.extend',
  close: 'task.close',
} as const;

/** Most tasks that can each be given a result of their own at once. */
const mostEach = 50;

interface FollowUpDialogProps {
  readonly step: FollowUpStep;
  readonly lines: readonly TaskLine[];
  /** Where an extension starts from, e.g. a day chosen on the timeline. */
  readonly proposedDue?: Day | undefined;
  readonly onClose: () => void;
  readonly onDone?: () => void;
}

/** Presses for tasks, gives them back, puts them off or closes them: with what each must say. */
export default function FollowUpDialog(props: FollowUpDialogProps) {
  const { step, lines, proposedDue, onClose, onDone } = props;
  const { state } = useReplica();
  const today = useToday();
  const [reason, setReason] = useTyped('FollowUpDialog.reason', '');
  const [approver, setApprover] = useTyped('FollowUpDialog.approver', '');
  const [due, setDue] = useTyped<Day | ''>('FollowUpDialog.due', proposedDue ?? '');
  const [closed, setClosed] = useTyped<Day | ''>('FollowUpDialog.closed', today);
  const [results, setResults] = useTyped<Readonly<Record<string, string>>>(
    'FollowUpDialog.results',
    {},
  );
  const [files, setFiles] = useTyped<readonly HeldFile[]>('FollowUpDialog.files', []);
  const [tried, setTried] = useState(false);
  const latest = lines.reduce<Day | ''>((day, { task }) => (task.due > day ? task.due : day), '');
  const isExtension = step === 'extension';
  /** What is said of one task on closing it: its own result, else that of all. */
  const resultOf = (id: string) => results[id]?.trim() || reason.trim();
  const bare = lines.filter(({ id }) => resultOf(id) === '');
  const noReason = step === 'close' ? bare.length > 0 && files.length === 0 : reason.trim() === '';
  const noApprover = isExtension && approver === '';
  const wrongDue = isExtension && (due === '' || due <= latest);
  const noDay = step === 'close' && (closed === '' || closed > today);

  const editsOf = ({ task, percent }: TaskLine): Edit[] => {
    if (step === 'close') {
      const about = { collection: 'task', id: task.id };
      return [
        edit('task', task.id, { closed, percent: 100, result: resultOf(task.id) }),
        ...attachmentEdits(about, files, today),
      ];
    }
    const said = { task: task.id, kind: step, date: today, reason: reason.trim() };
    const put = edit('followUp', newId(), {
      ...said,
      ...(isExtension && { approver, before: task.due, due }),
    });
    if (isExtension) return [put, edit('task', task.id, { due })];
    // Given back at 100 %: what was reported does not hold.
    if (step === 'return' && percent === 100) {
      const note = { task: task.id, date: today, percent: 90, note: reason.trim() };
      return [put, edit('progress', newId(), note), edit('task', task.id, { percent: 90 })];
    }
    return [put];
  };
  const save = async () => {
    setTried(true);
    if (noReason || noApprover || wrongDue || noDay) return;
    const said = v(`tasks.done.${step}`);
    if (!(await act(labels[step], lines.flatMap(editsOf), { said }))) return;
    onDone?.();
    onClose();
  };

  const [only] = lines;
  return (
    <Dialog
      title={
        lines.length === 1 && only
          ? `${v(names[step])}：${only.task.title}`
          : `${v(names[step])}（${lines.length}）`
      }
      onClose={onClose}
      onSave={() => save()}
      saveLabel={v(names[step])}
    >
      <div className="ty-grid-2">
        {step === 'close' && <Explained word="closing" />}
        <TextField
          className="ty-wide"
          label={v(
            step !== 'close'
              ? 'tasks.reason'
              : lines.length > 1
                ? 'tasks.result.all'
                : 'tasks.result',
          )}
          value={reason}
          onChange={setReason}
          multiline
          error={
            tried && noReason
              ? step === 'close'
                ? bilingual(closedWithoutGrounds)
                : v('tasks.reason.missing')
              : undefined
          }
          autoFocus
        />
        {isExtension && (
          <>
            {latest !== '' && (
              <p className="ty-wide">{v('tasks.originalDue', { day: dayText(latest) })}</p>
            )}
            <DateField
              label={v('tasks.newDue')}
              value={due}
              deadline={{ words: '' }}
              onChange={setDue}
              error={tried && wrongDue ? v('tasks.newDue.wrong') : undefined}
            />
            <SelectField
              label={v('tasks.approver')}
              value={approver}
              options={leadersOf(state, today.slice(0, 7)).map(({ id, name, post }) => ({
                value: id,
                label: `${name} ${post}`,
              }))}
              onChange={setApprover}
              error={tried && noApprover ? v('tasks.approver.missing') : undefined}
            />
          </>
        )}
        {step === 'close' && (
          <>
            <DateField
              label={v('tasks.closed.day')}
              value={closed}
              onChange={setClosed}
              error={tried && noDay ? v('tasks.closed.wrong') : undefined}
            />
            <Attachments
              className="ty-wide"
              label={v(lines.length > 1 ? 'tasks.evidence.all' : 'tasks.evidence')}
              owner={{ collection: 'task', id: '' }}
              held={{ files, onChange: setFiles }}
            />
            {lines.length > 1 && (
              <details className="ty-wide" open={tried && noReason}>
                <summary>{v('tasks.result.each')}</summary>
                {lines.slice(0, mostEach).map(({ id, task }) => (
                  <TextField
                    key={id}
                    label={task.title || t('tasks.untitled')}
                    value={results[id] ?? ''}
                    onChange={(text) => setResults((now) => ({ ...now, [id]: text }))}
                  />
                ))}
                {lines.length > mostEach && (
                  <p className="ty-hint">
                    {v('tasks.result.rest', { count: lines.length - mostEach })}
                  </p>
                )}
              </details>
            )}
          </>
        )}
      </div>
    </Dialog>
  );
}
