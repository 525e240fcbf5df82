import { Light } from '../../components/Light';
import { t } from '../../i18n/i18n';
import { type TaskLine, taskLights } from './task-line';
import { v } from './texts';

/** How a task stands: icon and word, and whether a report is late. */
export function TaskStateMark({ line }: { readonly line: TaskLine }) {
  const { state, status, reportLate } = line;
  return (
    <>
      {state === 'draft' ? (
        <span className="ty-light ty-light-not-yet">◇ {v('tasks.state.draft')}</span>
      ) : status === 'behind' ? (
        <span className="ty-light ty-light-due-soon">▲ {t('tasks.behind')}</span>
      ) : (
        <Light light={taskLights[status]} />
      )}
      {reportLate && <span className="ty-light ty-light-due-soon"> {v('tasks.report.late')}</span>}
    </>
  );
}
