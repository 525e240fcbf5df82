import type { CoverageVerdict } from '../../../../shared/insight/rule-book';
import { LightIcon, type LightName } from '../../../components/Light';
import { g } from './texts';

const lights: Record<CoverageVerdict, LightName> = {
  missing: 'overdue',
  stale: 'overdue',
  'review-owed': 'due-soon',
  thin: 'due-soon',
  sound: 'done',
};

/** How well a category of rules is covered: icon, word and colour. */
export function Verdict({ verdict }: { verdict: CoverageVerdict }) {
  const light = lights[verdict];
  return (
    <span className={`ty-light ty-light-${light}`}>
      <LightIcon light={light} />
      {g(`rules.verdict.${verdict}`)}
    </span>
  );
}
