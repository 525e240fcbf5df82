import type { TargetState as State } from '../../../shared/insight/target-fulfilment';
import { t } from '../../i18n/i18n';

const looks: Readonly<Record<State, { mark: string; light: string }>> = {
  reached: { mark: '●', light: 'done' },
  'on-track': { mark: '✓', light: 'done' },
  behind: { mark: '▲', light: 'due-soon' },
  overdue: { mark: '■', light: 'overdue' },
  'no-data': { mark: '○', light: 'not-yet' },
};

/** How a target stands: mark, word and colour. */
export function TargetState({ state }: { state: State }) {
  const { mark, light } = looks[state];
  return (
    <span className={`ty-light ty-light-${light}`}>
      <span aria-hidden="true">{mark}</span>
      {t(`targets.state.${state}`)}
    </span>
  );
}
