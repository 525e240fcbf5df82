import { fieldOf } from '../../../shared/kinds/kinds';
import { bilingual } from '../../i18n/i18n';

/** How an answer of a choice reads; empty where there is none. */
export function choiceText(key: string, value: string): string {
  const control = fieldOf(key)?.control;
  if (control?.type !== 'choice') return value;
  const option = control.options.find((one) => one.value === value);
  return option ? bilingual(option.text) : value;
}
