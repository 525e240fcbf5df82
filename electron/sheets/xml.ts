import { SaxesParser } from 'saxes';
import { StorageError } from '../storage/storage-error';

/** Hears of the parts of a document; names are without their prefix. */
export interface XmlHearing {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Reads XML as it comes. No document type and so no entities but XML's own are taken. Throws
 * StorageError `sheet-damaged` where it is not well-formed.
 */
export async function hearXml(pieces: AsyncIterable<string>, hearing: XmlHearing): Promise<void> {
  const parser = new SaxesParser();
  parser.on('error', () => {
    throw new StorageError('sheet-damaged');
  });
  parser.on('doctype', () => {
    throw new StorageError('sheet-damaged');
  });
  parser.on('opentag', ({ name, attributes }) => hearing.open?.(local(name), attributes));
  parser.on('closetag', ({ name }) => hearing.close?.(local(name)));
  parser.on('text', (text) => hearing.text?.(text));
  parser.on('cdata', (text) => hearing.text?.(text));
  for await (const piece of pieces) parser.write(piece);
  parser.close();
}

/** Text as a workbook writes what XML cannot hold: `_x000D_` is a carriage return. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
