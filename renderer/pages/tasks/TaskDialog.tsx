import { useMemo, useState } from 'react';
import type { Day } from '../../../shared/calendar/day';
import { type Period, periodLabel, periodOf, periodRange } from '../../../shared/calendar/period';
import type { Edit } from '../../../shared/changes/draft';
import { edit, listOf, recordOf } from '../../../shared/changes/records';
import { fileCount } from '../../../shared/insight/evidence-files';
import { missingClarities } from '../../../shared/insight/five-clarities';
import { leadersOf, nameOf, peopleOf } from '../../../shared/insight/people';
import { followUpsOf, originalDue } from '../../../shared/insight/task-follow-up';
import { idsBelow, taskIndex } from '../../../shared/insight/task-index';
import { progressOf } from '../../../shared/insight/task-progress';
import { reportOn } from '../../../shared/insight/task-status';
import { kindOf } from '../../../shared/kinds/kinds';
import type { RecordOf } from '../../../shared/model/collections';
import { Attachments } from '../../components/Attachments';
import { attachmentEdits, type HeldFile } from '../../components/attachment-edits';
import DateField from '../../components/DateField';
import { Dialog } from '../../components/Dialog';
import { Field } from '../../components/Field';
import { NumberField } from '../../components/NumberField';
import PersonField from '../../components/PersonField';
import { RecordHistory } from '../../components/RecordHistory';
import { SelectField } from '../../components/SelectField';
import { TextField } from '../../components/TextField';
import type { ActionLabel } from '../../i18n/action-labels';
import { bilingual, currentLanguage, dayText, numberText, t } from '../../i18n/i18n';
import { choiceLabels, fieldLabels } from '../../i18n/texts/fields';
import { act } from '../../state/act';
import { useTyped } from '../../state/forms';
import { hrefOf } from '../../state/location';
import { notify } from '../../state/notices';
import { useToday } from '../../state/today';
import { newId, useReplica } from '../../state/workspace';
import type { FollowUpStep } from './FollowUpDialog';
import { ParentField } from './ParentField';
import { TaskStateMark } from './TaskStateMark';
import { clarityText, type TaskLine } from './task-line';
import { v } from './texts';

const reportChoices = ['none', 'week', 'month'] as const;

interface TaskDialogProps {
  /** The task to change; a new one where undefined. */
  readonly line: TaskLine | undefined;
  readonly month: Period;
  readonly onFollow: (step: FollowUpStep) => void;
  /** Breaks the task down into parts. */
  readonly onBreakDown: (task: string) => void;
  readonly onClose: () => void;
}

/** A task: its five clarities, where it stands in the tree, and how far it is. */
export default function TaskDialog(props: TaskDialogProps) {
  const { line, month, onFollow, onBreakDown, onClose } = props;
  const task = line?.task;
  const { state } = useReplica();
  const today = useToday();
  const language = currentLanguage();
  const [fields, setFields] = useTyped('TaskDialog.fields', {
    title: task?.title ?? '',
    goal: task?.goal ?? '',
    due: task?.due ?? ('' as Day | ''),
    dueWords: task?.dueWords ?? '',
    leader: task?.leader ?? '',
    owner: task?.owner ?? '',
    period: task?.period ?? month,
    parent: task?.parent ?? '',
    department: task?.department ?? '',
    alongside: task?.alongside ?? '',
    post: task?.post ?? '',
    reportEvery: task?.reportEvery ?? ('none' as RecordOf<'task'>['reportEvery']),
    measures: task?.measures ?? '',
  });
  const [percent, setPercent] = useTyped<number | null>('TaskDialog.percent', null);
  const [note, setNote] = useTyped('TaskDialog.note', '');
  const [problem, setProblem] = useTyped('TaskDialog.problem', '');
  const [next, setNext] = useTyped('TaskDialog.next', '');
  const [files, setFiles] = useTyped<readonly HeldFile[]>('TaskDialog.files', []);
  const [progressFiles, setProgressFiles] = useTyped<readonly HeldFile[]>(
    'TaskDialog.progressFiles',
    [],
  );
  const [tried, setTried] = useState(false);
  const set = (change: Partial<typeof fields>) => setFields((now) => ({ ...now, ...change }));
  const isNameless = fields.title.trim() === '';
  const first = periodRange(month).first;
  const periods = [
    ...new Set([
      fields.period,
      ...(['month', 'quarter', 'year'] as const).map((every) => periodOf(first, every)),
    ]),
  ];
  const origin = task && recordOf(state, 'activity', task.origin);
  const followUps = task ? followUpsOf(state, task.id) : [];
  const before = task ? originalDue(state, task) : '';
  const reports = task ? reportOn(state, task, today).due : '';
  const chain = [
    nameOf(state, fields.leader),
    recordOf(state, 'department', fields.department)?.name ?? '',
    fields.post.trim(),
    nameOf(state, fields.owner),
  ]
    .filter(Boolean)
    .join(' → ');
  const without = useMemo(
    () => new Set(task ? [task.id, ...idsBelow(state, task.id)] : []),
    [state, task],
  );
  const isCircle =
    task !== undefined && fields.parent === task.parent && taskIndex(state).circles.has(task.id);
  const notes = task ? progressOf(state, task.id) : [];

  const isReporting =
    percent !== null || `${note}${problem}${next}`.trim() !== '' || progressFiles.length > 0;
  const isChanged =
    isReporting ||
    files.length > 0 ||
    Object.entries(fields).some(([key, value]) => task && Reflect.get(task, key) !== value);

  /** Whether it was saved; the dialog is closed then. */
  const save = async (isIssuing = false): Promise<boolean> => {
    setTried(true);
    if (isNameless) return false;
    const missing = isIssuing ? missingClarities(state, fields) : [];
    if (missing.length > 0) {
      const text = v('tasks.issue.refused', { missing: clarityText(missing) });
      notify({ urgency: 'assertive', text });
      return false;
    }
    const id = task?.id ?? newId();
    const edits: Edit[] = [
      edit('task', id, {
        ...fields,
        title: fields.title.trim(),
        ...(isIssuing && { issued: today }),
      }),
    ];
    edits.push(...attachmentEdits({ collection: 'task', id }, files, today));
    if (isReporting) {
      const progress = newId();
      const said = {
        task: id,
        date: today,
        percent,
        note: note.trim(),
        problem: problem.trim(),
        next: next.trim(),
      };
      edits.push(edit('progress', progress, said));
      if (percent !== null) edits.push(edit('task', id, { percent }));
      const owner = { collection: 'progress', id: progress };
      edits.push(...attachmentEdits(owner, progressFiles, today));
    }
    const label = isIssuing ? 'task.issue' : task ? 'task.set' : 'task.add';
    const said = isIssuing ? v('tasks.issued', { count: 1 }) : t('tasks.saved');
    const isSaved = await act(label, edits, { said });
    if (isSaved) onClose();
    return isSaved;
  };
  /** Leads on from here; what was filled in before is saved, not dropped. */
  const leadOn = async (to: () => void) => {
    if (isChanged && !(await save())) return;
    onClose();
    to();
  };
  const put = async (
    label: ActionLabel,
    change: Parameters<typeof edit<'task'>>[2],
    said: string,
  ) => {
    if (task && (await act(label, [edit('task', task.id, change)], { said }))) onClose();
  };

  // Of a task in hand one mostly wants to say how far it is: that stands first.
  const isGoing = line !== undefined && line.state !== 'draft' && line.state !== 'closed';
  const report = (
    <>
      <NumberField
        label={t('tasks.progress')}
        unit="%"
        value={percent}
        min={0}
        max={100}
        wrong={t('tasks.progress.wrong')}
        onCommit={setPercent}
      />
      <TextField label={t('tasks.note')} value={note} onChange={setNote} />
      <TextField label={v('tasks.problem')} value={problem} onChange={setProblem} />
      <TextField label={v('tasks.next')} value={next} onChange={setNext} />
      <Attachments
        className="ty-wide"
        label={t('attachments.progress')}
        owner={{ collection: 'progress', id: '' }}
        held={{ files: progressFiles, onChange: setProgressFiles }}
      />
    </>
  );

  return (
    <Dialog
      title={t(task ? 'tasks.edit' : 'tasks.add')}
      onClose={onClose}
      onSave={() => save()}
      aside={
        <>
          {(!line || line.state === 'draft') && (
            <button type="button" className="ty-button" onClick={() => void save(true)}>
              {v('tasks.issue')}
            </button>
          )}
          {task && (
            <>
              <RecordHistory collection="task" id={task.id} />
              <button
                type="button"
                className="ty-button"
                onClick={() => void put('task.delete', { deleted: true }, t('tasks.deleted'))}
              >
                {t('tasks.delete')}
              </button>
              {line.state === 'closed' && (
                <button
                  type="button"
                  className="ty-button"
                  onClick={() => void put('task.reopen', { closed: '' }, t('tasks.reopened'))}
                >
                  {t('tasks.reopen')}
                </button>
              )}
              {line.state !== 'draft' &&
                line.state !== 'closed' &&
                (['urge', 'return', 'extension', 'close'] as const).map((step) => (
                  <button
                    key={step}
                    type="button"
                    className="ty-button"
                    onClick={() => void leadOn(() => onFollow(step))}
                  >
                    {v(step === 'extension' ? 'tasks.extend' : `tasks.${step}`)}
                  </button>
                ))}
              {(line.state === 'slow' || line.state === 'overdue') && (
                <a
                  className="ty-button ty-button-link"
                  href={hrefOf('summary', { document: 'supervision', subject: task.id, month })}
                >
                  {v('tasks.notice')}
                </a>
              )}
              {task.closed === '' && (
                <button
                  type="button"
                  className="ty-button"
                  onClick={() => void leadOn(() => onBreakDown(task.id))}
                >
                  {v('tasks.outline')}
                </button>
              )}
            </>
          )}
        </>
      }
    >
      {origin && (
        <p>
          <a href={hrefOf('registers', { kind: origin.kind, record: origin.id })}>
            {v('tasks.origin', {
              title: bilingual(kindOf(origin.kind)?.name ?? { zh: '', en: '' }),
            })}{' '}
            {dayText(origin.date)}
          </a>
        </p>
      )}
      {line && (
        <p className="ty-hint">
          <TaskStateMark line={line} />{' '}
          {line.rolledUp &&
            `${v('tasks.rolledUp', { percent: numberText(line.rolledUp.percent, 0) })}${v('tasks.rolledUp.parts', { parts: line.rolledUp.parts })}`}{' '}
          {before !== '' &&
            before !== fields.due &&
            v('tasks.originalDue', { day: dayText(before) })}{' '}
          {reports !== '' && v('tasks.report.due', { day: dayText(reports) })}
        </p>
      )}
      {chain !== '' && <p className="ty-hint">{v('tasks.chain', { chain })}</p>}
      {isGoing && (
        <fieldset className="ty-task-report">
          <legend>{v('tasks.report')}</legend>
          <div className="ty-grid-2">{report}</div>
        </fieldset>
      )}
      <div className="ty-grid-2">
        <TextField
          className="ty-wide"
          label={t('tasks.task')}
          value={fields.title}
          onChange={(title) => set({ title })}
          error={tried && isNameless ? t('tasks.nameless') : undefined}
          required
          autoFocus={!isGoing}
        />
        <TextField
          className="ty-wide"
          label={t('tasks.goal')}
          value={fields.goal}
          onChange={(goal) => set({ goal })}
        />
        {task?.issued && task.due !== '' ? (
          // Once issued, a deadline moves by an extension alone, which says why and keeps the first.
          <Field label={t('tasks.due')}>
            {(wiring) => (
              <input {...wiring} className="ty-input" readOnly value={dayText(fields.due)} />
            )}
          </Field>
        ) : (
          <DateField
            label={t('tasks.due')}
            value={fields.due}
            onChange={(due) => set({ due })}
            deadline={{
              words: fields.dueWords,
              period: fields.period,
              onWords: (dueWords, every) =>
                set({
                  dueWords,
                  ...((every === 'week' || every === 'month') && { reportEvery: every }),
                }),
            }}
          />
        )}
        <SelectField
          label={v('tasks.department')}
          value={fields.department}
          optional
          options={listOf(state, 'department').map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(department) => set({ department })}
        />
        <TextField label={v('tasks.post')} value={fields.post} onChange={(post) => set({ post })} />
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
          label={v('tasks.reportEvery')}
          value={fields.reportEvery}
          options={reportChoices.map((value) => ({
            value,
            label: bilingual(choiceLabels.task.reportEvery[value]),
          }))}
          onChange={(value) =>
            set({ reportEvery: reportChoices.find((one) => one === value) ?? 'none' })
          }
        />
        <ParentField
          value={fields.parent}
          month={month}
          without={without}
          error={isCircle ? v('tasks.circle') : undefined}
          onChange={(parent) => set({ parent })}
        />
        <TextField
          className="ty-wide"
          label={bilingual(fieldLabels.task.alongside)}
          value={fields.alongside}
          onChange={(alongside) => set({ alongside })}
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
        {!isGoing && report}
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
      {followUps.length > 0 && (
        <>
          <h3>{v('tasks.followUps')}</h3>
          <ul className="ty-tasks-notes">
            {followUps.map((one) => (
              <li key={one.id}>
                <span className="ty-soft">{dayText(one.date)}</span>{' '}
                {bilingual(choiceLabels.followUp.kind[one.kind])}
                {one.kind === 'extension' && ` ${dayText(one.before)} → ${dayText(one.due)}`}{' '}
                {one.reason}
                {one.approver !== '' && ` · ${v('tasks.approver')} ${nameOf(state, one.approver)}`}
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}
