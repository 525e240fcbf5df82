import type { Token, Tokens } from 'marked';
import { Fragment, type ReactNode } from 'react';
import { type ManualPage, manualPages, pictureUrl } from './manual';

interface Links {
  /** Leads to another page of the manual. */
  readonly onPage: (page: ManualPage) => void;
}

/** The type of a token names its shape; the union of marked has a catch-all that hides it. */
const as = <T extends Token>(token: Token): T => token as T;

const inline = (tokens: readonly Token[] | undefined, links: Links): ReactNode =>
  tokens?.map((token, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a text that is read does not move
    <Fragment key={place}>{piece(token, links)}</Fragment>
  ));

function piece(token: Token, links: Links): ReactNode {
  switch (token.type) {
    case 'strong':
      return <strong>{inline(as<Tokens.Strong>(token).tokens, links)}</strong>;
    case 'codespan':
      return <kbd>{as<Tokens.Codespan>(token).text}</kbd>;
    case 'link': {
      const { href, text } = as<Tokens.Link>(token);
      const page = manualPages.find((one) => href === `${one}.md`);
      return page ? (
        <button type="button" className="ty-link" onClick={() => links.onPage(page)}>
          {text}
        </button>
      ) : (
        text
      );
    }
    case 'image': {
      const { href, text } = as<Tokens.Image>(token);
      const url = pictureUrl(href);
      return url && <img src={url} alt={text} loading="lazy" />;
    }
    case 'text':
      return as<Tokens.Text>(token).tokens
        ? inline(as<Tokens.Text>(token).tokens, links)
        : as<Tokens.Text>(token).text;
    default:
      return 'text' in token ? String(token.text) : '';
  }
}

function block(token: Token, links: Links): ReactNode {
  switch (token.type) {
    case 'paragraph':
      return <p>{inline(as<Tokens.Paragraph>(token).tokens, links)}</p>;
    case 'list': {
      const { ordered, items } = as<Tokens.List>(token);
      const lines = items.map((item, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a text that is read does not move
        <li key={place}>{inline(item.tokens, links)}</li>
      ));
      return ordered ? <ol>{lines}</ol> : <ul>{lines}</ul>;
    }
    case 'table': {
      const { header, rows } = as<Tokens.Table>(token);
      return (
        <table className="ty-table">
          <thead>
            <tr>
              {header.map((cell) => (
                <th key={cell.text} scope="col">
                  {inline(cell.tokens, links)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row[0]?.text}>
                {row.map((cell, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a text that is read does not move
                  <td key={place}>{inline(cell.tokens, links)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
    }
    default:
      return null;
  }
}

/** The text of a section of the manual. What it does not know of Markdown is left out. */
export function ManualText({ tokens, ...links }: { tokens: readonly Token[] } & Links) {
  return tokens.map((token, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a text that is read does not move
    <Fragment key={place}>{block(token, links)}</Fragment>
  ));
}
