import { type Field, fieldValue, textOf, type Wording } from '../kinds/field';
import type { Kind } from '../kinds/kind';
import type { ReportDocument } from './blocks';
import { fittedColumns } from './column-widths';
import { typeAreaOf } from './paper';

/** What is printed of a register. */
export interface RegisterList {
  readonly kind: Kind;
  readonly columns: readonly Field[];
  readonly records: readonly Readonly<Record<string, unknown>>[];
  readonly unitName: string;
  readonly wording: Wording;
}

/** Width in mm that a column would like to have on paper. */
const shareOf = ({ control, width }: Field): number =>
  2 * (width ?? (control.type === 'prose' ? 20 : control.type === 'people' ? 14 : 12));

/** Columns that would like to be wider than this, in mm, stand on turned pages. */
const widest = 1.15 * typeAreaOf('portrait').width;

const alignOf = ({ control }: Field): 'left' | 'center' | 'right' =>
  control.type === 'number' ? 'right' : control.type === 'day' ? 'center' : 'left';

/**
 * A register as a list on paper: the columns on the screen, in the order on the screen; on turned
 * pages where there are many.
 */
export function registerList({
  kind,
  columns,
  records,
  unitName,
  wording,
}: RegisterList): ReportDocument {
  const zh = wording.language === 'zh';
  const name = kind.name[wording.language];
  const title = zh ? `${unitName}${name}台账` : `${unitName}: ${name}`;
  const rows = records.map((record, index) => [
    String(index + 1),
    ...columns.map((field) => textOf(field, fieldValue(record, field), wording)),
  ]);
  const wished = [
    { title: zh ? '序号' : 'No.', width: 12, align: 'center' as const },
    ...columns.map((field) => ({
      title: field.label[wording.language],
      width: shareOf(field),
      align: alignOf(field),
    })),
  ];
  const isWide = wished.reduce((sum, { width }) => sum + width, 0) > widest;
  const { width } = typeAreaOf(isWide ? 'landscape' : 'portrait');
  return {
    title,
    ...(unitName && { author: unitName }),
    language: zh ? 'zh-CN' : 'en',
    pageNumbers: 'outer',
    blocks: [
      ...(isWide ? [{ type: 'page-break', orientation: 'landscape' } as const] : []),
      { type: 'title', text: title },
      {
        type: 'table',
        caption: '',
        columns: fittedColumns(wished, rows, width),
        rows,
      },
    ],
  };
}
