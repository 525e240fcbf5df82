import type {
  TargetState as State,
  TargetFulfilment,
} from '../../../shared/insight/target-fulfilment';
import { stateText } from './target-words';

const looks: Readonly<Record<State, { mark: string; light: string }>> = {
  reached: { mark: '●', light: 'done' },
  'on-track': { mark: '✓', light: 'done' },
  behind: { mark: '▲', light: 'due-soon' },
  overdue: { mark: '■', light: 'overdue' },
  'no-data': { mark: '○', light: 'not-yet' },
};

/** How a target stands: mark, word and colour. */
export function TargetState({ now }: { now: Pick<TargetFulfilment, 'state' | 'target'> }) {
  const { mark, light } = looks[now.state];
  return (
    <span className={`ty-light ty-light-${light}`}>
      <span aria-hidden="true">{mark}</span>
      {stateText(now)}
    </span>
  );
}
