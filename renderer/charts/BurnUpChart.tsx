import { Suspense, useDeferredValue } from 'react';
import { lazyPart } from '../components/lazy-part';
import { useAfterPaint } from '../components/use-after-paint';
import './charts.css';

/** Loaded after the page: recharts is larger than most pages are. */
const Drawing = lazyPart(() => import('./BurnUpDrawing'));

/** One point in time: what was planned by it, what was reached, what is foreseen. */
export interface BurnUpPoint {
  readonly id: string;
  readonly label: string;
  readonly planned: number | null;
  /** Upper edge of what was planned, where it is a band. */
  readonly plannedHigh?: number | null;
  readonly actual: number | null;
  readonly foreseen?: number | null;
}

export interface BurnUpChartProps {
  readonly points: readonly BurnUpPoint[];
  readonly names: {
    readonly planned: string;
    readonly plannedHigh: string;
    readonly actual: string;
    readonly foreseen: string;
  };
  /** Unit of measure at the axis. */
  readonly unit: string;
  /** Goals to be drawn across, with their words. */
  readonly goals: readonly { readonly value: number; readonly label: string }[];
  readonly onOpen?: (id: string) => void;
}

/**
 * Plan and actual as they run up over time; each reached point opens its records. Words and tables
 * around it never wait for the drawing, which has its room from the start.
 */
export function BurnUpChart(props: BurnUpChartProps) {
  const isDue = useAfterPaint();
  const shown = useDeferredValue(props);
  return (
    <div className="ty-burn">
      {isDue && (
        <Suspense fallback={null}>
          <Drawing {...shown} />
        </Suspense>
      )}
    </div>
  );
}
