import type { TargetFulfilment } from '../../insight/target-fulfilment';
import type { Language } from '../drafter';
import { numberText } from '../wording';

/** The unit of measure as printed; milestones are met by per cent. */
export const measureOf = ({ target }: TargetFulfilment): string =>
  target.kind === 'milestone' ? '%' : target.measure;

/**
 * The goal as printed, of a band both edges: `95～105` in Chinese (GB/T 15834-2011, 4.13), `95–105` in
 * English; a dash where none is set.
 */
export function goalText({ aim, goal }: TargetFulfilment, language: Language): string {
  if (goal === null) return '—';
  if (aim === null || aim.low === null || aim.high === null) return numberText(goal, 2);
  const to = language === 'zh' ? '～' : '–';
  return `${numberText(aim.low, 2)}${to}${numberText(aim.high, 2)}`;
}
