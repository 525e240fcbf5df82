import { recordOf } from '../../../shared/changes/records';
import type { State } from '../../../shared/changes/state';
import { nameOf } from '../../../shared/insight/people';
import type { Wording } from '../../../shared/kinds/field';
import { currentLanguage, dayText } from '../../i18n/i18n';

/** How fields are put in words in this window. */
export const wordingOf = (state: State): Wording => ({
  language: currentLanguage(),
  personName: (id) => nameOf(state, id),
  departmentName: (id) => recordOf(state, 'department', id)?.name ?? '',
  dayText,
});
