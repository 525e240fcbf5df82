import type { Edit } from '../../shared/changes/draft';
import type { Direction } from '../../shared/changes/undo-steps';
import type { ActionLabel } from '../i18n/action-labels';
import { errorText } from '../i18n/error-text';
import { bilingual, loadPageTexts, t } from '../i18n/i18n';
import { CallFailed } from './bridge';
import { askForCheck } from './checking';
import { dismiss, notify } from './notices';
import {
  type CommitOptions,
  commit,
  currentReplica,
  redo,
  type StepResult,
  undo,
} from './workspace';

/** Tells the user why a call failed; anything else is a fault of ours and is thrown on. */
export function tellFailure(error: unknown): void {
  if (!(error instanceof CallFailed)) throw error;
  if (error.error.code === 'cancelled') return;
  const failure = error.error;
  const action = { label: t('shell.repair'), run: askForCheck };
  const isDamage = failure.code === 'workspace-damaged';
  void loadPageTexts().then(() =>
    notify({ urgency: 'assertive', text: errorText(failure), ...(isDamage && { action }) }),
  );
}

/** The notice that offers to take the last action back: an older one would take back another. */
let offer = 0;

/** What no action may do, loaded with the first one or in idle time before it. */
export const loadRules = () => import('../../shared/insight/edit-rules');
let rules: Awaited<ReturnType<typeof loadRules>> | undefined;

/**
 * Carries out a user action and answers whether it is on the disk. With `said`, tells what was
 * done and offers to take it back.
 */
export async function act(
  label: ActionLabel,
  edits: readonly Edit[],
  options: CommitOptions & { readonly said?: string } = {},
): Promise<boolean> {
  // Once they are there, nothing is waited for: what is done twice in haste is done in that order.
  rules ??= await loadRules();
  const refusal = rules.refusalOfEdits(currentReplica().state, edits);
  if (refusal) {
    notify({ urgency: 'assertive', text: bilingual(refusal.sentence) });
    return false;
  }
  try {
    await commit(label, edits, options);
  } catch (error) {
    tellFailure(error);
    return false;
  }
  dismiss(offer);
  if (options.said) {
    const action = { label: t('shell.undo'), run: () => void undoLast() };
    offer = notify({ urgency: 'polite', text: options.said, action });
  }
  return true;
}

async function tellStep(stepping: Promise<StepResult>, direction: Direction): Promise<void> {
  dismiss(offer);
  // Steps of earlier sessions are read from the journal first, which a slow disk makes one wait for.
  const waiting = window.setTimeout(
    () => notify({ urgency: 'polite', text: t('shell.undo.reading') }),
    1_000,
  );
  try {
    const result = await stepping.finally(() => window.clearTimeout(waiting));
    // Words for actions are many and seldom wanted: they come with the first step.
    const { stepText } = await import('../pages/history/step-text');
    const isCalm = result.done || result.reason === 'nothing';
    const text = stepText(result, direction, currentReplica());
    notify({ urgency: isCalm ? 'polite' : 'assertive', text });
  } catch (error) {
    tellFailure(error);
  }
}

/** Takes the last action back and says so. */
export const undoLast = (): Promise<void> => tellStep(undo(), 'undo');

/** Does the action again that was last taken back, and says so. */
export const redoLast = (): Promise<void> => tellStep(redo(), 'redo');
