/**
 * Names of the fonts that a PDF carries, without the mark of a subset, each once. Chromium writes
 * the dictionaries of fonts in plain; of another PDF, some may be missing.
 */
export function embeddedFonts(pdf: Buffer): readonly string[] {
  const text = pdf.toString('latin1');
  const names = text.matchAll(/\/(?:BaseFont|FontName) \/(?:[A-Z]{6}\+)?([^\s/<>[\]()]+)/g);
  return [...new Set([...names].map(([, name = '']) => name))].sort();
}
