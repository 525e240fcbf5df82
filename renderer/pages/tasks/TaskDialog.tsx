import { useState } from 'react';
import type { Day } from '../../../shared/calendar/day';
import { type Period, periodLabel, periodOf, periodRange } from '../../../shared/calendar/period';
import type { Edit } from '../../../shared/changes/draft';
import { edit } from '../../../shared/changes/records';
import { fileCount } from '../../../shared/insight/evidence-files';
import { leadersOf, peopleOf } from '../../../shared/insight/people';
import { progressOf } from '../../../shared/insight/task-status';
import type { RecordOf } from '../../../shared/model/collections';
import { Attachments } from '../../components/Attachments';
import { attachmentEdits, type HeldFile } from '../../components/attachment-edits';
import DateField from '../../components/DateField';
import { Dialog } from '../../components/Dialog';
import { NumberField } from '../../components/NumberField';
import PersonField from '../../components/PersonField';
import { RecordHistory } from '../../components/RecordHistory';
import { SelectField } from '../../components/SelectField';
import { TextField } from '../../components/TextField';
import type { ActionLabel } from '../../i18n/action-labels';
import { currentLanguage, dayText, t } from '../../i18n/i18n';
import { act } from '../../state/act';
import { useToday } from '../../state/today';
import { newId, useReplica } from '../../state/workspace';

type Task = RecordOf<'task'>;

interface TaskDialogProps {
  /** The task to change; a new one where undefined. */
  readonly task: Task | undefined;
  readonly month: Period;
  /** Tasks that this one can stand below. */
  readonly parents: readonly Task[];
  readonly onClose: () => void;
}

/** A task: its five clarities, where it stands in the tree, and how far it is. */
export default function TaskDialog({ task, month, parents, onClose }: TaskDialogProps) {
  const { state } = useReplica();
  const today = useToday();
  const language = currentLanguage();
  const [fields, setFields] = useState({
    title: task?.title ?? '',
    goal: task?.goal ?? '',
    due: task?.due ?? ('' as Day | ''),
    leader: task?.leader ?? '',
    owner: task?.owner ?? '',
    period: task?.period ?? month,
    parent: task?.parent ?? '',
    measures: task?.measures ?? '',
  });
  const [percent, setPercent] = useState<number | null>(null);
  const [note, setNote] = useState('');
  const [files, setFiles] = useState<readonly HeldFile[]>([]);
  const [progressFiles, setProgressFiles] = useState<readonly HeldFile[]>([]);
  const [tried, setTried] = useState(false);
  const set = (next: Partial<typeof fields>) => setFields((now) => ({ ...now, ...next }));
  const isNameless = fields.title.trim() === '';
  const first = periodRange(month).first;
  const periods = [
    ...new Set([
      fields.period,
      ...(['month', 'quarter', 'year'] as const).map((every) => periodOf(first, every)),
    ]),
  ];
  const notes = task ? progressOf(state, task.id) : [];

  const save = async () => {
    setTried(true);
    if (isNameless) return;
    const id = task?.id ?? newId();
    const edits: Edit[] = [edit('task', id, { ...fields, title: fields.title.trim() })];
    edits.push(...attachmentEdits({ collection: 'task', id }, files, today));
    if (percent !== null || note.trim() !== '' || progressFiles.length > 0) {
      const progress = newId();
      const said = { task: id, date: today, percent, note: note.trim() };
      edits.push(edit('progress', progress, said));
      const owner = { collection: 'progress', id: progress };
      edits.push(...attachmentEdits(owner, progressFiles, today));
    }
    const saved = await act(task ? 'task.set' : 'task.add', edits, { said: t('tasks.saved') });
    if (saved) onClose();
  };
  const put = async (
    label: ActionLabel,
    change: Parameters<typeof edit<'task'>>[2],
    said: string,
  ) => {
    if (task && (await act(label, [edit('task', task.id, change)], { said }))) onClose();
  };

  return (
    <Dialog
      title={t(task ? 'tasks.edit' : 'tasks.add')}
      onClose={onClose}
      onSave={() => void save()}
      aside={
        task && (
          <>
            <RecordHistory collection="task" id={task.id} />
            <button
              type="button"
              className="ty-button"
              onClick={() => void put('task.delete', { deleted: true }, t('tasks.deleted'))}
            >
              {t('tasks.delete')}
            </button>
            <button
              type="button"
              className="ty-button"
              onClick={() =>
                void (task.closed === ''
                  ? put('task.close', { closed: today }, t('tasks.closed'))
                  : put('task.reopen', { closed: '' }, t('tasks.reopened')))
              }
            >
              {t(task.closed === '' ? 'tasks.close' : 'tasks.reopen')}
            </button>
          </>
        )
      }
    >
      <div className="ty-grid-2">
        <TextField
          className="ty-wide"
          label={t('tasks.task')}
          value={fields.title}
          onChange={(title) => set({ title })}
          error={tried && isNameless ? t('tasks.nameless') : undefined}
          required
          autoFocus
        />
        <TextField
          className="ty-wide"
          label={t('tasks.goal')}
          value={fields.goal}
          onChange={(goal) => set({ goal })}
        />
        <DateField label={t('tasks.due')} value={fields.due} onChange={(due) => set({ due })} />
        <SelectField
          label={t('tasks.leader')}
          value={fields.leader}
          options={leadersOf(state, fields.period).map(({ id, name, post }) => ({
            value: id,
            label: `${name} ${post}`,
          }))}
          onChange={(leader) => set({ leader })}
        />
        <PersonField
          label={t('tasks.owner')}
          value={fields.owner}
          people={peopleOf(state, fields.period)}
          onChange={(owner) => set({ owner })}
        />
        <SelectField
          label={t('tasks.period')}
          value={fields.period}
          options={periods.map((value) => ({ value, label: periodLabel(value, language) }))}
          onChange={(period) => set({ period })}
        />
        <SelectField
          className="ty-wide"
          label={t('tasks.parent')}
          value={fields.parent}
          optional
          options={parents
            .filter(({ id }) => id !== task?.id)
            .map(({ id, title, period }) => ({
              value: id,
              label: `${periodLabel(period, language)} ${title}`,
            }))}
          onChange={(parent) => set({ parent })}
        />
        <TextField
          className="ty-wide"
          label={t('tasks.measures')}
          value={fields.measures}
          multiline
          onChange={(measures) => set({ measures })}
        />
        <Attachments
          className="ty-wide"
          label={t('attachments.task')}
          owner={{ collection: 'task', id: task?.id ?? '' }}
          {...(!task && { held: { files, onChange: setFiles } })}
        />
        <NumberField
          label={t('tasks.progress')}
          value={percent}
          min={0}
          max={100}
          wrong={t('tasks.progress.wrong')}
          onCommit={setPercent}
        />
        <TextField label={t('tasks.note')} value={note} onChange={setNote} />
        <Attachments
          className="ty-wide"
          label={t('attachments.progress')}
          owner={{ collection: 'progress', id: '' }}
          held={{ files: progressFiles, onChange: setProgressFiles }}
        />
      </div>
      {notes.length > 0 && (
        <ul className="ty-tasks-notes">
          {notes.map(({ id, date, percent: share, note: words }) => (
            <li key={id}>
              <span className="ty-soft">
                {dayText(date)} {share !== null && `${share}%`}
              </span>{' '}
              {words}
              {fileCount(state, { collection: 'progress', id }) > 0 && (
                <Attachments owner={{ collection: 'progress', id }} />
              )}
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
