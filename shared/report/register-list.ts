import { type Field, fieldValue, textOf, type Wording } from '../kinds/field';
import type { Kind } from '../kinds/kind';
import type { ReportDocument } from './blocks';

/** What is printed of a register. */
export interface RegisterList {
  readonly kind: Kind;
  readonly columns: readonly Field[];
  readonly records: readonly Readonly<Record<string, unknown>>[];
  readonly unitName: string;
  readonly wording: Wording;
}

const shareOf = ({ control, width }: Field): number =>
  width ?? (control.type === 'prose' ? 20 : control.type === 'people' ? 14 : 12);

const alignOf = ({ control }: Field): 'left' | 'center' | 'right' =>
  control.type === 'number' ? 'right' : control.type === 'day' ? 'center' : 'left';

/** A register as a list on paper: the columns on the screen, in the order on the screen. */
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
  return {
    title,
    ...(unitName && { author: unitName }),
    language: zh ? 'zh-CN' : 'en',
    pageNumbers: 'outer',
    blocks: [
      { type: 'title', text: title },
      {
        type: 'table',
        caption: '',
        columns: [
          { title: zh ? '序号' : 'No.', width: 4, align: 'center' },
          ...columns.map((field) => ({
            title: field.label[wording.language],
            width: shareOf(field),
            align: alignOf(field),
          })),
        ],
        rows: records.map((record, index) => [
          String(index + 1),
          ...columns.map((field) => textOf(field, fieldValue(record, field), wording)),
        ]),
      },
    ],
  };
}
