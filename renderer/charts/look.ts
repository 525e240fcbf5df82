/**
 * One look for all charts. Series are told apart by dash and mark, states by pattern and word; the
 * colours come on top, so that nothing is lost on a black-and-white printer.
 */
export const ink = '#22201c';
export const soft = '#5f5a50';
export const rule = '#d9d3c5';
export const ground = '#f3efe6';
export const sheet = '#fffefb';
export const vermilion = '#b3271e';
export const jade = '#1f6b4c';
export const amber = '#8a5a00';

/** Text of axes and labels. */
export const tick = { fontSize: 13, fill: soft };

/** Text that must be read first, e.g. names of rows. */
export const inkTick = { fontSize: 13, fill: ink };

/** Lines of a chart, in the order in which they are given out. */
export const lines = [
  { stroke: vermilion, strokeWidth: 2.5, strokeDasharray: '0', mark: 'circle' },
  { stroke: ink, strokeWidth: 1.75, strokeDasharray: '7 4', mark: 'square' },
  { stroke: soft, strokeWidth: 1.75, strokeDasharray: '2 3', mark: 'triangle' },
  { stroke: jade, strokeWidth: 1.75, strokeDasharray: '10 3 2 3', mark: 'diamond' },
] as const;

/** How something stands, as charts show it. */
export type Tone = 'good' | 'behind' | 'bad' | 'none';

/** Colour and mark of a tone; the mark stands beside every word and number of it. */
export const tones: Readonly<Record<Tone, { readonly colour: string; readonly mark: string }>> = {
  good: { colour: jade, mark: '●' },
  behind: { colour: amber, mark: '▲' },
  bad: { colour: vermilion, mark: '■' },
  none: { colour: soft, mark: '○' },
};
