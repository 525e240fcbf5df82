import { progressOf } from '../../insight/task-progress';
import { onOneLine } from '../wording';
import type { SummaryFacts } from './facts';

/** Why a task is late, as its last progress note by then names it; empty where none does. */
export const reasonOf = ({ state, asOf }: SummaryFacts, task: string): string =>
  onOneLine(
    progressOf(state, task, asOf).findLast(({ problem }) => problem.trim() !== '')?.problem ?? '',
  ).replace(/[。；;.]$/, '');
