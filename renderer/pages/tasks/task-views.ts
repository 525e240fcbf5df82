import type { KeyboardEvent } from 'react';
import type { Day } from '../../../shared/calendar/day';
import type { FollowUpStep } from './FollowUpDialog';
import type { TaskLine } from './task-line';

/** What every view of the tasks is given. */
export interface TaskViewProps {
  readonly lines: readonly TaskLine[];
  readonly chosen: ReadonlySet<string>;
  readonly onOpen: (id: string) => void;
  readonly onChoose: (ids: readonly string[], isChosen: boolean) => void;
  readonly onFollow: (step: FollowUpStep, lines: readonly TaskLine[], due?: Day) => void;
}

/** Moves the focus among the elements of a kind inside the frame, by whole rows. */
export function moveFocus(event: KeyboardEvent<HTMLElement>, selector: string, by: number): void {
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(selector)];
  const at = all.findIndex((element) => element.matches(':focus'));
  const next = all[Math.min(all.length - 1, Math.max(0, at + by))];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
}
