/** One look for all charts: told apart by stroke, dash and mark, not by colour alone. */
export const ink = '#22201c';
export const soft = '#5f5a50';
export const rule = '#d9d3c5';
export const vermilion = '#b3271e';
export const jade = '#1f6b4c';
export const amber = '#8a5a00';

/** Text of axes and labels. */
export const tick = { fontSize: 13, fill: soft };
