import type { TargetFulfilment } from '../../insight/target-fulfilment';
import type { Language } from '../drafter';
import { valueText } from '../wording';

/** The unit of measure as printed; milestones are met by per cent. */
export const measureOf = ({ target }: TargetFulfilment): string =>
  target.kind === 'milestone' ? '%' : target.measure;

/**
 * The goal as printed, of a band both edges: `95～105` in Chinese (GB/T 15834-2011, 4.13), `95–105` in
 * English; a dash where none is set.
 */
export function goalText({ aim, goal }: TargetFulfilment, language: Language): string {
  if (goal === null) return '—';
  if (aim === null || aim.low === null || aim.high === null) return valueText(goal);
  const to = language === 'zh' ? '～' : '–';
  return `${valueText(aim.low)}${to}${valueText(aim.high)}`;
}

/**
 * An amount with its unit of measure as an office writes it in running text: yuan from ten thousand on
 * in 万元 and from a hundred million on in 亿元, where that loses nothing.
 */
export function amountText(value: number, measure: string): string {
  if (measure.trim() === '元') {
    for (const [size, name] of [
      [1e8, '亿元'],
      [1e4, '万元'],
    ] as const) {
      const scaled = Number((value / size).toFixed(2));
      if (Math.abs(value) >= size && Math.abs(scaled * size - value) < 1e-6 * size) {
        return `${scaled}${name}`;
      }
    }
  }
  return `${valueText(value)}${measure}`;
}
