import { SaxesParser } from 'saxes';
import { StorageError } from '../storage/storage-error';

/**
 * Hears of the parts of a document that are in the vocabulary of its root; those of extensions may
 * have the same names and mean something else. Names are without their prefix. Attributes that point
 * to relations are called `r:…` whatever prefix the document has for them.
 */
export interface XmlHearing {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** Namespaces of attributes that point to relations, of both editions of the standard. */
const relations = new Set([
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'http://purl.oclc.org/ooxml/officeDocument/relationships',
]);

/**
 * Reads XML as it comes. No document type and so no entities but XML's own are taken. Throws
 * StorageError `sheet-damaged` where it is not well-formed.
 */
export async function hearXml(pieces: AsyncIterable<string>, hearing: XmlHearing): Promise<void> {
  const parser = new SaxesParser({ xmlns: true });
  let vocabulary: string | undefined;
  parser.on('error', () => {
    throw new StorageError('sheet-damaged');
  });
  parser.on('doctype', () => {
    throw new StorageError('sheet-damaged');
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    vocabulary ??= uri;
    if (uri !== vocabulary || !hearing.open) return;
    const heard: Record<string, string> = {};
    for (const one of Object.values(attributes)) {
      if (one.prefix === '') heard[one.local] = one.value;
      else if (relations.has(one.uri)) heard[`r:${one.local}`] = one.value;
    }
    hearing.open(local, heard);
  });
  parser.on('closetag', ({ local, uri }) => {
    if (uri === vocabulary) hearing.close?.(local);
  });
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
