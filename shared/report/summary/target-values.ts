import type { TargetFulfilment } from '../../insight/target-fulfilment';
import { numberText } from '../wording';

/** The unit of measure as printed; milestones are met by per cent. */
export const measureOf = ({ target }: TargetFulfilment): string =>
  target.kind === 'milestone' ? '%' : target.measure;

/** The goal as printed, of a band both edges: `95–105`; a dash where none is set. */
export function goalText({ aim, goal }: TargetFulfilment): string {
  if (goal === null) return '—';
  const isBand = aim !== null && aim.low !== null && aim.high !== null;
  return isBand
    ? `${numberText(aim.low ?? 0, 2)}–${numberText(aim.high ?? 0, 2)}`
    : numberText(goal, 2);
}
