import type { Day } from '../../shared/calendar/day';
import { loadRules } from '../state/act';
import { whenIdle } from '../state/idle';
import { currentReplica } from '../state/workspace';

/** How long the first page is left alone, in ms. */
const rest = 1_500;

/**
 * Brings in, once the first page is there and nobody asks for anything, what the next ones need:
 * the pages, and what they conclude from thousands of records. Ends with the function it gives.
 */
export function lookAhead(pages: readonly (() => Promise<unknown>)[], today: Day): () => void {
  const timer = setTimeout(() => {
    whenIdle(
      loadRules,
      ...pages,
      () => import('../charts/BurnUpDrawing'),
      () => import('../search/SearchDialog'),
      async () => {
        const { linesAhead } = await import('../pages/tasks/task-lines');
        const { state } = currentReplica();
        whenIdle(() => linesAhead(state, today));
      },
      async () => {
        const { targetsAhead } = await import('../../shared/insight/target-year');
        const { state } = currentReplica();
        whenIdle(() => targetsAhead(state, today));
      },
      async () => {
        const { indexAhead } = await import('../search/search-index');
        whenIdle(() => indexAhead());
      },
    );
  }, rest);
  return () => clearTimeout(timer);
}
