import {
  type ClipboardEvent,
  type KeyboardEvent,
  useDeferredValue,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import {
  type Period,
  parsePeriod,
  periodLabel,
  periodOf,
  periodRange,
} from '../../../shared/calendar/period';
import { edit, listOf, recordOf } from '../../../shared/changes/records';
import { missingClarities } from '../../../shared/insight/five-clarities';
import { nameOf, peopleOf } from '../../../shared/insight/people';
import { readOutline } from '../../../shared/insight/task-outline';
import { defaultsOf, type RecordOf } from '../../../shared/model/collections';
import { clipboardText } from '../../components/clipboard-text';
import { Dialog } from '../../components/Dialog';
import { SelectField } from '../../components/SelectField';
import { focusFirst } from '../../components/TextField';
import { bilingual, currentLanguage, shortDayText, t } from '../../i18n/i18n';
import { act } from '../../state/act';
import { useTyped } from '../../state/forms';
import { useToday } from '../../state/today';
import { newId, useReplica } from '../../state/workspace';
import { clarityText } from './task-line';
import { v } from './texts';

/** Most names that are asked about at once. */
const mostAsked = 12;

interface OutlineDialogProps {
  readonly month: Period;
  /** Task that the outline breaks down; empty for the top. */
  readonly below: string;
  readonly onClose: () => void;
}

/** Work typed as an outline or pasted from a sheet becomes a tree of tasks, shown before it is made. */
export default function OutlineDialog({ month, below: given, onClose }: OutlineDialogProps) {
  const { state } = useReplica();
  const today = useToday();
  const language = currentLanguage();
  const hint = useId();
  const [text, setText] = useTyped('OutlineDialog.text', '');
  const [below, setBelow] = useTyped('OutlineDialog.below', given);
  const [period, setPeriod] = useTyped<Period>('OutlineDialog.period', month.slice(0, 4));
  const [tried, setTried] = useState(false);
  /** Who a name that may mean several is. */
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());
  const leaving = useRef(false);
  const parent = below === '' ? undefined : recordOf(state, 'task', below);
  const first = periodRange(month).first;
  const every = parent && parsePeriod(parent.period).every;
  const top = parent
    ? every === 'year'
      ? periodOf(first, 'quarter')
      : every === 'quarter'
        ? month
        : parent.period
    : period;
  const read = useDeferredValue(text);
  const nodes = useMemo(
    () => readOutline(state, read, { period: top, today, chosen }),
    [state, read, top, today, chosen],
  );
  const lines = useMemo(
    () =>
      nodes.map((node) => {
        const leader = node.leader || (parent?.leader ?? '');
        const department = node.department || (parent?.department ?? '');
        const { title, goal, due, dueWords, owner, measures, post, period: own } = node;
        const { alongside, reportEvery } = node;
        const fields = {
          ...{ title, goal, due, dueWords, reportEvery, leader, owner, department, alongside },
          ...{ measures, post, period: own },
        };
        // Defaults are the parsed empty record, so they have the record's type.
        const record = { ...defaultsOf('task'), ...fields, id: '' } as unknown as RecordOf<'task'>;
        return { node, fields, missing: missingClarities(state, record) };
      }),
    [nodes, parent, state],
  );
  const asked = [...new Map(nodes.flatMap(({ open }) => open.map((one) => [one.typed, one])))]
    .slice(0, mostAsked)
    .map(([, one]) => one);
  const clear = lines.filter(({ missing }) => missing.length === 0).length;

  const pressed = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Escape' && text !== '' && !leaving.current) {
      // The first Esc lets Tab leave the text; the next one closes the window.
      event.preventDefault();
      event.stopPropagation();
      leaving.current = true;
      return;
    }
    if (event.key === 'Tab' && !leaving.current && !event.ctrlKey && !event.altKey) {
      event.preventDefault();
      indent(event.currentTarget, event.shiftKey);
    } else if (event.key !== 'Shift' && event.key !== 'Tab') leaving.current = false;
  };
  /** Cells of a sheet come as cells, whatever they hold. */
  const pasted = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const block = clipboardText(event.clipboardData);
    if (block === event.clipboardData.getData('text/plain')) return;
    event.preventDefault();
    const area = event.currentTarget;
    area.setRangeText(block, area.selectionStart, area.selectionEnd, 'end');
    setText(area.value);
  };
  const indent = (area: HTMLTextAreaElement, isBack: boolean) => {
    const { selectionStart, selectionEnd, value } = area;
    const from = value.lastIndexOf('\n', selectionStart - 1) + 1;
    const chosen = value.slice(from, selectionEnd);
    const next = chosen
      .split('\n')
      .map((row) => (isBack ? row.replace(/^(\t|　| {1,2})/, '') : `\t${row}`))
      .join('\n');
    area.setRangeText(next, from, selectionEnd, 'end');
    if (selectionStart !== selectionEnd) area.setSelectionRange(from, from + next.length);
    setText(area.value);
  };

  const save = async () => {
    setTried(true);
    const wanted = readOutline(state, text, { period: top, today, chosen });
    if (wanted.length === 0 || wanted.some(({ title }) => title === '')) return;
    const ids = wanted.map(() => newId());
    const order = listOf(state, 'task').reduce((most, task) => Math.max(most, task.order), 0);
    const edits = lines.map(({ node, fields }, place) =>
      edit('task', ids[place] ?? newId(), {
        ...fields,
        parent: node.parent === undefined ? below : (ids[node.parent] ?? ''),
        order: order + place + 1,
      }),
    );
    const said = v('tasks.outline.saved', { count: edits.length });
    if (await act('task.outline', edits, { said })) onClose();
  };

  return (
    <Dialog
      title={v('tasks.outline')}
      onClose={onClose}
      onSave={() => save()}
      saveLabel={v('tasks.outline.save', { count: lines.length })}
      isWide
    >
      <div className="ty-grid-2">
        <SelectField
          label={v('tasks.outline.below')}
          value={below}
          optional
          nothing={v('tasks.outline.top')}
          options={listOf(state, 'task')
            .filter(
              (task) =>
                (task.period.startsWith(month.slice(0, 4)) && task.period.length < 7) ||
                task.period.includes('Q') ||
                task.id === given,
            )
            .filter((task) => task.period.startsWith(month.slice(0, 4)) && task.closed === '')
            .map((task) => ({
              value: task.id,
              label: `${periodLabel(task.period, language)} ${task.title}`,
            }))}
          onChange={setBelow}
        />
        {!parent && (
          <SelectField
            label={v('tasks.outline.period')}
            value={period}
            options={(['year', 'quarter', 'month'] as const).map((level) => {
              const value = periodOf(first, level);
              return { value, label: periodLabel(value, language) };
            })}
            onChange={setPeriod}
          />
        )}
      </div>
      <label className="ty-field">
        <span>{v('tasks.outline.text')}</span>
        <textarea
          className="ty-input ty-area ty-outline-text"
          value={text}
          rows={9}
          spellCheck={false}
          placeholder={v('tasks.outline.example')}
          aria-describedby={hint}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={pressed}
          onPaste={pasted}
          ref={focusFirst}
          autoFocus
        />
      </label>
      <p className="ty-hint" id={hint}>
        {v('tasks.outline.hint')}
      </p>
      {tried && lines.length === 0 && <p className="ty-error">{v('tasks.outline.empty')}</p>}
      {lines.length > 0 && (
        <>
          <p>{v('tasks.outline.count', { count: lines.length, clear })}</p>
          {asked.length > 0 && (
            <div className="ty-grid-2">
              {asked.map(({ typed, candidates }) => {
                const likely = new Set(candidates.map(({ id }) => id));
                const others = peopleOf(state, top).filter(({ id }) => !likely.has(id));
                return (
                  <SelectField
                    key={typed}
                    label={v('tasks.outline.who', { name: typed })}
                    value="?"
                    options={[
                      { value: '?', label: t('components.choose') },
                      ...[...candidates, ...others].map(({ id, name, post }) => ({
                        value: id,
                        label: `${name} ${post}`.trim(),
                      })),
                      { value: '', label: v('tasks.outline.nobody') },
                    ]}
                    onChange={(id) => {
                      if (id !== '?') setChosen(new Map([...chosen, [typed, id]]));
                    }}
                  />
                );
              })}
            </div>
          )}
          <div className="ty-table-frame ty-outline-preview">
            <table className="ty-table" aria-label={v('tasks.outline.preview')}>
              <thead>
                <tr>
                  <th scope="col">{t('tasks.task')}</th>
                  <th scope="col">{t('tasks.goal')}</th>
                  <th scope="col">{t('tasks.due')}</th>
                  <th scope="col">{t('tasks.leader')}</th>
                  <th scope="col">{t('tasks.owner')}</th>
                  <th scope="col">{t('tasks.clarities')}</th>
                </tr>
              </thead>
              <tbody>
                {lines.slice(0, 200).map(({ node, fields, missing }) => (
                  <tr key={node.line}>
                    <td>
                      <span style={{ paddingLeft: `${node.depth * 1.25}rem` }}>
                        {fields.title || t('tasks.untitled')}{' '}
                        <span className="ty-hint">{periodLabel(fields.period, language)}</span>
                      </span>
                      {node.remarks.map((remark) => (
                        <span key={remark.zh} className="ty-hint">
                          {bilingual(remark)}
                        </span>
                      ))}
                      {node.problems.map((problem) => (
                        <span key={problem.zh} className="ty-error">
                          {bilingual(problem)}
                        </span>
                      ))}
                    </td>
                    <td>{fields.goal}</td>
                    <td className={fields.due ? 'ty-nowrap' : undefined}>
                      {shortDayText(fields.due) || fields.dueWords || '—'}
                    </td>
                    <td className="ty-nowrap">{nameOf(state, fields.leader) || '—'}</td>
                    <td className="ty-nowrap">{nameOf(state, fields.owner) || '—'}</td>
                    <td>
                      {missing.length === 0 ? (
                        <span className="ty-light ty-light-done">✓ {t('tasks.clear')}</span>
                      ) : (
                        t('tasks.missing', { missing: clarityText(missing) })
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </Dialog>
  );
}
