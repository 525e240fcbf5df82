import type { Period } from '../calendar/period';
import type { Bilingual } from '../catalogue/row';
import { recordOf } from '../changes/records';
import type { State } from '../changes/state';
import { passageId } from '../model/passage';
import type { Block, Orientation, ReportDocument } from './blocks';
import { fittedColumns } from './column-widths';
import { type HeadingLevel, HeadingNumbers } from './numbering';
import { typeAreaOf } from './paper';

export type Language = 'zh' | 'en';

type ChartBlock = Extract<Block, { type: 'chart' }>;

/** A column of a table, both languages. */
export interface Column {
  readonly title: Bilingual;
  /** Share of the width of the type area, in mm of 156, roughly: what it holds is not broken. */
  readonly width: number;
  readonly align: 'left' | 'center' | 'right';
}

/** What a document is drafted from. */
export interface DraftSource {
  readonly state: State;
  /** First part of the ids of its passages. */
  readonly document: string;
  readonly period: Period;
  readonly language: Language;
  /** Whether passages the clerk rewrote are left out, to see the draft below them. */
  readonly ignorePassages?: boolean;
  /** Whether each paragraph keeps its first sentence only, the one with the counts. */
  readonly isBrief?: boolean;
}

/** Puts a document together block by block, in one language, with numbered headings. */
export class Drafter {
  readonly blocks: Block[] = [];
  readonly language: Language;
  private readonly numbers: HeadingNumbers;
  private orientation: Orientation = 'portrait';

  constructor(private readonly source: DraftSource) {
    this.language = source.language;
    this.numbers = new HeadingNumbers(source.language);
  }

  say(text: Bilingual): string {
    return text[this.language];
  }

  title(text: Bilingual): void {
    this.blocks.push({ type: 'title', text: this.say(text) });
  }

  byline(text: Bilingual): void {
    this.blocks.push({ type: 'byline', text: this.say(text) });
  }

  heading(level: HeadingLevel, text: Bilingual): void {
    this.blocks.push({
      type: 'heading',
      level,
      text: this.numbers.next(level) + this.say(text),
    });
  }

  /**
   * The sentences that exist as one paragraph; the passage that the clerk wrote for the section
   * stands in their place, even where there is nothing to draft. What was written on several lines
   * makes as many paragraphs.
   */
  paragraph(section: string, ...sentences: readonly (Bilingual | undefined)[]): void {
    const draft = sentences
      .filter((sentence) => sentence !== undefined)
      .slice(0, this.source.isBrief ? 1 : undefined)
      .map((sentence) => this.say(sentence))
      .filter((text) => text !== '')
      .join(this.language === 'zh' ? '' : ' ');
    const text = this.passage(section) || draft;
    for (const line of text.split('\n').map((part) => part.trim())) {
      if (line !== '') this.blocks.push({ type: 'paragraph', text: line, section });
    }
  }

  private passage(section: string): string {
    const { state, document, period, ignorePassages } = this.source;
    if (ignorePassages) return '';
    return recordOf(state, 'passage', passageId(document, period, section))?.text ?? '';
  }

  table(
    caption: Bilingual,
    columns: readonly Column[],
    rows: readonly (readonly string[])[],
  ): void {
    this.blocks.push({
      type: 'table',
      caption: this.say(caption),
      columns: fittedColumns(
        columns.map(({ title, width, align }) => ({ title: this.say(title), width, align })),
        rows,
        typeAreaOf(this.orientation).width,
      ),
      rows: rows.map((row) => [...row]),
    });
  }

  chart(
    chart: Omit<ChartBlock, 'type' | 'caption' | 'sentence'>,
    caption: Bilingual,
    sentence: Bilingual,
  ) {
    this.blocks.push({
      type: 'chart',
      caption: this.say(caption),
      sentence: this.say(sentence),
      ...chart,
    });
  }

  /** The finished document; who signs it last answers for it where no author is said. */
  document(title: Bilingual, author = this.signer()): ReportDocument {
    return {
      title: this.say(title),
      ...(author && { author }),
      language: this.language === 'zh' ? 'zh-CN' : 'en',
      pageNumbers: 'outer',
      blocks: this.blocks,
    };
  }

  private signer(): string {
    const signature = this.blocks.findLast((block) => block.type === 'signature');
    return signature?.type === 'signature' ? signature.name : '';
  }

  /** Starts an attachment on a new page: its label flush left, then its title. */
  attachment(label: Bilingual, title: Bilingual, orientation: Orientation = 'portrait'): void {
    this.orientation = orientation;
    this.blocks.push(
      { type: 'page-break', orientation },
      { type: 'heading', level: 1, text: this.say(label), flush: true },
      { type: 'title', text: this.say(title) },
    );
  }
}
