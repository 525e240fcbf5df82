/** Styles of cells, in the order in which the workbook numbers them. */
const names = [
  'plain',
  'title',
  'note',
  'heading',
  'text',
  'number',
  'day',
  'percentNumber',
  'wideTitle',
  'wideNote',
] as const;

export type StyleName = (typeof names)[number];

/** Number of a style in the workbook. */
export const styleNumber = (name: StyleName): number => names.indexOf(name);

const align = (horizontal: string, vertical = 'center', isWrapped = true) =>
  `<alignment horizontal="${horizontal}" vertical="${vertical}"${isWrapped ? ' wrapText="1"' : ''}/>`;

const xf = (format: number, font: number, fill: number, border: number, alignment: string) =>
  `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`;

const side = (name: string) => `<${name} style="thin"><color rgb="FF9A958C"/></${name}>`;

/** Fonts that every office program has or stands in for, and the styles in the order of `names`. */
export const stylesXml =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>' +
  '<numFmt numFmtId="165" formatCode="General&quot;%&quot;"/></numFmts>' +
  '<fonts count="4"><font><sz val="11"/><name val="宋体"/></font>' +
  '<font><b/><sz val="16"/><name val="宋体"/></font>' +
  '<font><b/><sz val="11"/><name val="宋体"/></font>' +
  '<font><sz val="10"/><color rgb="FF6B665E"/><name val="宋体"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill>' +
  '<fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFF1EEE6"/></patternFill></fill></fills>' +
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>' +
  `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders>` +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="${names.length}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>` +
  xf(0, 1, 0, 0, align('center')) +
  xf(0, 3, 0, 0, align('left')) +
  xf(49, 2, 2, 1, align('center')) +
  xf(49, 0, 0, 1, align('left', 'top')) +
  xf(0, 0, 0, 1, align('right', 'top')) +
  xf(164, 0, 0, 1, align('center', 'top')) +
  xf(165, 0, 0, 1, align('right', 'top')) +
  // Over pages side by side nothing can be centred: both begin on the first and go on into it.
  xf(0, 1, 0, 0, align('left', 'center', false)) +
  xf(0, 3, 0, 0, align('left', 'center', false)) +
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
