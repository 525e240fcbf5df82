import { localDay } from '../../shared/calendar/clock';
import type { State } from '../../shared/changes/state';
import type { Judging } from '../../shared/insight/exchange/flags';
import { sealedIn } from '../../shared/insight/exchange/sealed';
import { isSoundSeal } from '../storage/seal-check';
import type { Provenance } from './provenance';

/** What packages are judged by in a unit: its seals, which months are over, and who wrote what. */
export const judgingOf = (state: State, now: Date, provenance?: Provenance): Judging => ({
  isSealed: sealedIn(state),
  isSoundSeal,
  month: localDay(now).slice(0, 7),
  authorship: provenance && ((set, change) => provenance.of(set, change)),
});
