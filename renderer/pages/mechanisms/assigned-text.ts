import { recordOf } from '../../../shared/changes/records';
import type { State } from '../../../shared/changes/state';
import { nameOf } from '../../../shared/insight/people';
import { v } from './texts';

/** Who answers for an item in words: `侯晓燕负责，姚磊具体办理`. */
export function assignedText(
  state: State,
  of: string | { readonly leader: string; readonly deputy: string },
): string {
  const assigned = typeof of === 'string' ? recordOf(state, 'assignment', of) : of;
  const leader = nameOf(state, assigned?.leader ?? '');
  const deputy = nameOf(state, assigned?.deputy ?? '');
  if (leader !== '' && deputy !== '') return v('assign.said', { leader, deputy });
  if (leader !== '') return v('assign.said.leader', { leader });
  if (deputy !== '') return v('assign.said.deputy', { deputy });
  return v('assign.none');
}
