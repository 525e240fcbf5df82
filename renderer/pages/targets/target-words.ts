import { type Period, periodLabel } from '../../../shared/calendar/period';
import {
  type TargetForecast,
  type TargetNeed,
  targetForecast,
  targetNeed,
} from '../../../shared/insight/target-forecast';
import type { TargetFulfilment, TargetState } from '../../../shared/insight/target-fulfilment';
import { type Aim, dusted, type TargetRun } from '../../../shared/insight/target-run';
import type { TargetLine } from '../../../shared/insight/target-year';
import type { Tone } from '../../charts/look';
import { currentLanguage, numberText, t } from '../../i18n/i18n';
import { v } from './texts';

/** How charts show a state. */
export const toneOf: Readonly<Record<TargetState, Tone>> = {
  reached: 'good',
  'on-track': 'good',
  behind: 'behind',
  overdue: 'bad',
  'no-data': 'none',
};

/** The month without its year: `3月`, `Mar`. */
export const monthText = (month: Period): string => {
  const label = periodLabel(month, currentLanguage());
  return currentLanguage() === 'zh' ? label.replace(/^\d+年/, '') : label.slice(0, 3);
};

/** A value with its unit of measure: `36000亩`, `98.5%`; a dash where there is none. */
export function amountText(value: number | null, { kind, measure }: TargetRun['target']): string {
  if (value === null) return '—';
  if (kind === 'milestone') return `${numberText(value)}%`;
  const isTight = measure === '%' || currentLanguage() === 'zh';
  return `${numberText(value, 2)}${isTight ? '' : ' '}${measure}`;
}

/** What has to be reached: `36000亩`, `95–105%`, `≤12起`. */
export function aimText(aim: Aim | null, target: TargetRun['target']): string {
  if (!aim) return '—';
  const { low, high } = aim;
  if (low !== null && high !== null) return `${numberText(low, 2)}–${amountText(high, target)}`;
  return high === null ? amountText(low, target) : `≤${amountText(high, target)}`;
}

/** A rate in per cent, or a dash. */
export const percentText = (percent: number | null): string =>
  percent === null ? '—' : `${numberText(percent)}%`;

/** The state in words; what leaves a band may be behind it or beyond it. */
export const stateText = ({ state, target }: Pick<TargetFulfilment, 'state' | 'target'>): string =>
  state === 'behind' && target.direction === 'band'
    ? v('targets.state.outside')
    : t(`targets.state.${state}`);

/** Rate and state in words. */
export const rateLabel = (now: TargetFulfilment): string =>
  `${now.percent === null ? '' : `${percentText(now.percent)} `}${stateText(now)}`;

/** Per cent of the goal that was planned by now, for the mark in a bar. */
export function plannedPercent({ aim, expected, target }: TargetFulfilment): number | null {
  if (!aim || expected === null || target.direction !== 'more') return null;
  const { low } = aim;
  if (low === null || low === 0) return null;
  const percent = (expected / low) * 100;
  return percent >= 0 ? percent : null;
}

/** Whether the year is foreseen to be enough. */
export const forecastWord = (
  { isEnough }: TargetForecast,
  { direction }: TargetRun['target'],
): string =>
  isEnough === false ? v(`targets.forecast.no.${direction}`) : v('targets.forecast.yes');

function needText(need: TargetNeed, { target }: TargetFulfilment): string {
  const { months, atLeast, atMost } = need;
  const amount = (value: number) => amountText(dusted(Number(value.toFixed(2))), target);
  const parts: string[] = [];
  if (atLeast !== null) {
    const key = target.mode === 'point' ? 'targets.say.move' : 'targets.say.atLeast';
    parts.push(v(key, { months, value: amount(atLeast) }));
  }
  if (atMost !== null) parts.push(v('targets.say.atMost', { months, value: amount(atMost) }));
  return parts.join(currentLanguage() === 'zh' ? '' : ' ');
}

/** How a target stands, where it is heading and what is still needed, in a few sentences. */
export function targetStory({ run, now }: TargetLine): string {
  if (now.actual === null) return v('targets.say.none');
  const { target } = run;
  const gap = currentLanguage() === 'zh' ? '' : ' ';
  const parts = [
    v('targets.say.now', {
      month: monthText(now.latest || (run.months[now.elapsed - 1] ?? '')),
      actual: amountText(now.actual, target),
      goal: aimText(now.aim, target),
      percent: percentText(now.percent),
      plan: aimText(now.plan, target),
    }),
  ];
  const forecast = targetForecast(run, now);
  if (forecast && now.aim) {
    parts.push(
      v('targets.say.forecast', {
        value: amountText(Number(forecast.value.toFixed(2)), target),
        method: v(`targets.method.${forecast.method}`),
        word: forecastWord(forecast, target),
      }),
    );
  }
  const need = targetNeed(run, now);
  if (need) parts.push(needText(need, now));
  return parts.filter((part) => part !== '').join(gap);
}
