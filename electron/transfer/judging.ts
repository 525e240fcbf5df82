import { localDay } from '../../shared/calendar/clock';
import type { State } from '../../shared/changes/state';
import type { Judging } from '../../shared/insight/exchange/flags';
import { sealedIn } from '../../shared/insight/exchange/sealed';
import { isSoundSeal } from '../storage/seal-check';

/** What packages are judged by in a unit at a moment: its seals, and which months are over. */
export const judgingOf = (state: State, now: Date): Judging => ({
  isSealed: sealedIn(state),
  isSoundSeal,
  month: localDay(now).slice(0, 7),
});
