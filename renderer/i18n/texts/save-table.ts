import { texts } from '../texts';

/** Saving a table as a workbook, loaded when one is saved. */
export const saveTableTexts = texts(
  {
    note: '{unit}　{day}　共 {count} 行',
    saved: '已存为 {path}',
  },
  {
    note: '{unit}, {day}: {count} rows',
    saved: 'Saved as {path}',
  },
);
