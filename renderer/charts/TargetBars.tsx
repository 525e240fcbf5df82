import { Bar, BarChart, Cell, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { amber, ink, jade, rule, soft, tick, vermilion } from './look';

/** One target with how much of it is met. */
export interface TargetBar {
  readonly id: string;
  readonly name: string;
  /** Per cent met; drawn up to 120. */
  readonly percent: number;
  readonly label: string;
  readonly state: 'reached' | 'on-track' | 'behind' | 'overdue' | 'no-data';
}

const colours: Readonly<Record<TargetBar['state'], string>> = {
  reached: jade,
  'on-track': jade,
  behind: amber,
  overdue: vermilion,
  'no-data': rule,
};

const widest = 120;

interface TargetBarsProps {
  readonly bars: readonly TargetBar[];
  /** Share of the year that is over, in per cent: where an even pace would be. */
  readonly pace: number;
  readonly paceLabel: string;
}

/** How far each target is met, against an even pace; the state is also said in each label. */
export default function TargetBars({ bars, pace, paceLabel }: TargetBarsProps) {
  const rows = bars.map((bar) => ({ ...bar, drawn: Math.min(widest, Math.max(0, bar.percent)) }));
  return (
    <ResponsiveContainer width="100%" height={48 + rows.length * 30}>
      <BarChart
        data={rows}
        layout="vertical"
        margin={{ top: 24, right: 0, bottom: 0, left: 0 }}
        barCategoryGap={6}
      >
        <XAxis
          type="number"
          domain={[0, widest]}
          ticks={[0, 25, 50, 75, 100]}
          unit="%"
          tick={tick}
          stroke={soft}
        />
        <YAxis
          type="category"
          dataKey="name"
          width={200}
          interval={0}
          tick={{ ...tick, fill: ink }}
          stroke={soft}
        />
        <YAxis
          yAxisId="label"
          orientation="right"
          type="category"
          dataKey="label"
          width={130}
          interval={0}
          tick={{ ...tick, fill: ink }}
          tickLine={false}
          axisLine={false}
          // Two targets may read the same.
          allowDuplicatedCategory
        />
        <ReferenceLine x={100} stroke={ink} strokeWidth={1.5} />
        <ReferenceLine
          x={pace}
          stroke={soft}
          strokeDasharray="5 4"
          label={{ value: paceLabel, position: 'top', fontSize: 13, fill: soft }}
        />
        <Bar dataKey="drawn" isAnimationActive={false} background={{ fill: '#f3efe6' }}>
          {rows.map(({ id, state }) => (
            <Cell key={id} fill={colours[state]} />
          ))}
        </Bar>
      </BarChart>
    </ResponsiveContainer>
  );
}
