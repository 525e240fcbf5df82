import type { Bilingual } from '../catalogue/row';
import type { Block, ReportDocument } from './blocks';

/** A check and what it found, as the annex lists it. */
export interface CheckedItem {
  readonly name: Bilingual;
  readonly findings: readonly Bilingual[];
}

/** The document with the result of the check before printing as its last page (打印前检查情况). */
export function withPreflight(
  document: ReportDocument,
  checked: readonly CheckedItem[],
): ReportDocument {
  const language = document.language === 'zh-CN' ? 'zh' : 'en';
  const rows = checked.flatMap(({ name, findings }) =>
    findings.map((finding) => [name[language], finding[language]]),
  );
  const say = (zh: string, en: string): string => (language === 'zh' ? zh : en);
  const blocks: Block[] = [
    { type: 'page-break' },
    { type: 'title', text: say('打印前检查情况', 'Check Before Printing') },
    {
      type: 'paragraph',
      text:
        rows.length === 0
          ? say('经检查，没有发现需要补正的事项。', 'Nothing was found to mend.')
          : say(
              `经检查，有${rows.length}处需要补正，见下表。`,
              `${rows.length} things are to be mended, as in the table.`,
            ),
    },
  ];
  if (rows.length > 0) {
    blocks.push({
      type: 'table',
      caption: '',
      columns: [
        { title: say('序号', 'No.'), width: 12, align: 'center' },
        { title: say('检查项目', 'Check'), width: 40, align: 'left' },
        { title: say('情况', 'Finding'), width: 104, align: 'left' },
      ],
      rows: rows.map((row, index) => [String(index + 1), ...row]),
    });
  }
  return { ...document, blocks: [...document.blocks, ...blocks] };
}
