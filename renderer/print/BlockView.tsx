import { Fragment } from 'react';
import { attachmentLines } from '../../shared/report/attachment-lines';
import { isForm, type ReportDocument, type TableBlock } from '../../shared/report/blocks';
import { titleLines, titleWidth, wordsOf } from '../../shared/report/lines';
import { BlockChart } from './BlockChart';
import type { Piece } from './paginate';

/** A date that does not fit its column is broken behind the year, and nowhere else. */
function CellText({ text }: { text: string }) {
  const [, year, rest] = /^(\d{4}年)(\d+月.*)$/.exec(text) ?? [];
  if (!year || !rest || rest.length > 6) return text;
  return (
    <>
      {year}
      <span className="paper-unbroken">{rest}</span>
    </>
  );
}

function TableView({ block, from, to }: { block: TableBlock; from: number; to?: number }) {
  const total = block.columns.reduce((sum, column) => sum + column.width, 0);
  const form = isForm(block);
  const classOf = (index: number) => `paper-${block.columns[index]?.align ?? 'left'}`;
  return (
    <div
      className={
        from === 0 && block.caption === '' ? 'paper-table paper-table-bare' : 'paper-table'
      }
    >
      {from === 0 && block.caption !== '' && <p className="paper-caption">{block.caption}</p>}
      <table>
        <colgroup>
          {block.columns.map((column, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the index is the identity of the column
            <col key={index} style={{ width: `${(100 * column.width) / total}%` }} />
          ))}
        </colgroup>
        {!form && (
          <thead>
            <tr>
              {block.columns.map((column) => (
                <th key={column.title} scope="col">
                  {wordsOf(column.title).map((word, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a title's words stay where they are
                    <Fragment key={index}>
                      {index > 0 && <wbr />}
                      {word}
                    </Fragment>
                  ))}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {block.rows.slice(from, to).map((cells, row) => (
            // Rows of a finished document neither move nor change.
            // biome-ignore lint/suspicious/noArrayIndexKey: the index is the identity of the row
            <tr key={from + row}>
              {cells.map((cell, column) =>
                form && column === 0 ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the index is the identity of the cell
                  <th key={column} scope="row">
                    {cell}
                  </th>
                ) : (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the index is the identity of the cell
                  <td key={column} className={classOf(column)}>
                    <CellText text={cell} />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const headings = { 1: 'h2', 2: 'h3', 3: 'h4', 4: 'h5' } as const;

interface BlockViewProps extends Omit<Piece, 'index'> {
  readonly language: ReportDocument['language'];
}

/** A block, or the piece of it that stands on one page. */
export function BlockView({ block, from, to, language }: BlockViewProps) {
  switch (block.type) {
    case 'title':
      return (
        <h1 className="paper-title">
          {titleLines(block.text, titleWidth).map((line, index) => (
            <Fragment key={line}>
              {index > 0 && <br />}
              {line}
            </Fragment>
          ))}
        </h1>
      );
    case 'byline':
      return <p className="paper-byline">{block.text}</p>;
    case 'heading': {
      const Heading = headings[block.level];
      const flush = block.flush ? ' paper-flush' : '';
      return <Heading className={`paper-heading-${block.level}${flush}`}>{block.text}</Heading>;
    }
    case 'paragraph': {
      const goesOn = to !== undefined;
      const classes = ['paper-paragraph'];
      if (from > 0) classes.push('paper-continued');
      if (goesOn) classes.push('paper-continues');
      return <p className={classes.join(' ')}>{block.text.slice(from, to)}</p>;
    }
    case 'table':
      return <TableView block={block} from={from} {...(to !== undefined && { to })} />;
    case 'chart':
      return (
        <figure className="paper-chart">
          {from === 0 && <figcaption className="paper-caption">{block.caption}</figcaption>}
          <BlockChart block={block} from={from} {...(to !== undefined && { to })} />
          {to === undefined && <p className="paper-chart-sentence">{block.sentence}</p>}
        </figure>
      );
    case 'signature':
      return (
        <div className="paper-signature">
          <p className="paper-signature-name">{block.name}</p>
          <p className="paper-signature-date">{block.date}</p>
        </div>
      );
    case 'attachments':
      return (
        <div className="paper-attachments">
          {attachmentLines(block, language).map(({ label, text }, index) => (
            <p key={label} className={index === 0 ? '' : 'paper-attachment-next'}>
              {label}
              {text}
            </p>
          ))}
        </div>
      );
    case 'page-break':
      return null;
  }
}
