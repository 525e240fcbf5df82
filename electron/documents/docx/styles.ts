import { AlignmentType, type IPropertiesOptions, LineRuleType } from 'docx';
import type { ReportDocument } from '../../../shared/report/blocks';
import { type FontRole, paperFonts } from '../../../shared/report/fonts';
import { typeSize } from '../../../shared/report/paper';
import type { SetPages } from '../../windows/print-window';
import { characterSpacing, characterTwips, lineTwips, twipsOfMm } from './measures';

type Styles = NonNullable<IPropertiesOptions['styles']>;

/** Styles of paragraphs beside those every word processor knows. */
export type ParagraphStyle =
  | 'BodyParagraph'
  | 'Byline'
  | 'AttachmentLabel'
  | 'TableCaption'
  | 'TableHead'
  | 'TableText'
  | 'ChartPicture'
  | 'ChartSentence'
  | 'AttachmentList'
  | 'SignatureLine'
  | 'PageNumber';

/** Sizes are given in half points. */
const halfPoints = (points: number): number => points * 2;

const exactly = (line: number) => ({ line, lineRule: LineRuleType.EXACT });

/** Two characters, said in characters for those who change the size, in twips for the rest. */
const twoCharacters = { firstLineChars: 200, firstLine: 2 * characterTwips };

/** The styles of a document, in the fonts of this PC; a shipped font is not named in a file. */
export function stylesFor(
  installed: SetPages['fonts'],
  language: ReportDocument['language'],
): Styles {
  const font = (role: FontRole) => {
    const name = installed[role] ?? paperFonts[role].usual;
    return { ascii: name, hAnsi: name, eastAsia: name, cs: name };
  };
  const heading = (role: FontRole) => ({
    run: {
      font: font(role),
      size: halfPoints(typeSize.body),
      characterSpacing,
      bold: false,
      color: '000000',
    },
    paragraph: {
      alignment: AlignmentType.BOTH,
      indent: twoCharacters,
      keepNext: true,
      keepLines: true,
      spacing: { ...exactly(lineTwips), before: 0, after: 0 },
    },
  });
  const style = (
    id: ParagraphStyle,
    name: string,
    run: { readonly role: FontRole; readonly size: number },
    paragraph: NonNullable<Styles['paragraphStyles']>[number]['paragraph'],
  ) => ({
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    run: {
      font: font(run.role),
      size: halfPoints(run.size),
      ...(run.size === typeSize.body && { characterSpacing }),
    },
    paragraph: { ...paragraph },
  });
  const { body, caption, table, pageNumber } = typeSize;
  const tableLine = exactly(twipsOfMm(5.6));
  return {
    default: {
      document: {
        run: {
          font: font('body'),
          size: halfPoints(body),
          language: { value: 'en-US', eastAsia: language === 'zh-CN' ? 'zh-CN' : 'en-US' },
        },
        paragraph: { spacing: exactly(lineTwips) },
      },
      title: {
        run: { font: font('title'), size: halfPoints(typeSize.title), bold: false },
        paragraph: {
          alignment: AlignmentType.CENTER,
          keepNext: true,
          spacing: { ...exactly(1.5 * lineTwips), before: 0, after: lineTwips },
        },
      },
      heading1: heading('hei'),
      heading2: heading('kai'),
      heading3: heading('body'),
      heading4: heading('body'),
    },
    paragraphStyles: [
      style(
        'BodyParagraph',
        '公文正文',
        { role: 'body', size: body },
        { alignment: AlignmentType.BOTH, indent: twoCharacters },
      ),
      style(
        'Byline',
        '题下署名',
        { role: 'kai', size: body },
        {
          alignment: AlignmentType.CENTER,
          keepNext: true,
          spacing: { ...exactly(lineTwips), after: lineTwips },
        },
      ),
      style(
        'AttachmentLabel',
        '附件标识',
        { role: 'hei', size: body },
        { keepNext: true, outlineLevel: 0, spacing: { ...exactly(lineTwips), after: lineTwips } },
      ),
      style(
        'TableCaption',
        '表题',
        { role: 'hei', size: caption },
        { alignment: AlignmentType.CENTER, keepNext: true },
      ),
      style('TableHead', '表头', { role: 'hei', size: table }, { spacing: tableLine }),
      style('TableText', '表文', { role: 'body', size: table }, { spacing: tableLine }),
      style(
        'ChartPicture',
        '图',
        { role: 'body', size: table },
        {
          alignment: AlignmentType.CENTER,
          keepNext: true,
          // An exact line would cut the picture.
          spacing: { line: 240, lineRule: LineRuleType.AUTO },
        },
      ),
      style(
        'ChartSentence',
        '图注',
        { role: 'body', size: table },
        { alignment: AlignmentType.CENTER, spacing: { ...tableLine, after: lineTwips / 2 } },
      ),
      style(
        'AttachmentList',
        '附件说明',
        { role: 'body', size: body },
        { spacing: exactly(lineTwips) },
      ),
      style(
        'SignatureLine',
        '署名日期',
        { role: 'body', size: body },
        { spacing: exactly(lineTwips), keepLines: true },
      ),
      style(
        'PageNumber',
        '页码',
        { role: 'song', size: pageNumber },
        { spacing: exactly(halfPoints(pageNumber) * 10) },
      ),
    ],
  };
}
