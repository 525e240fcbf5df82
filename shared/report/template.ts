import type { Bilingual } from '../catalogue/row';
import { recordOrDefault } from '../changes/records';
import type { State } from '../changes/state';
import type { RecordOf } from '../model/collections';
import type { Drafter, Language } from './drafter';

/** A section of a document, before it is drafted. */
export interface SectionName {
  readonly id: string;
  readonly heading: Bilingual;
  /** Heading of the part it belongs to; sections of one part stand together. */
  readonly part?: Bilingual;
}

/** A section of a document drafted from facts; its heading is put for it. */
export interface Section<F> extends SectionName {
  readonly draft: (draft: Drafter, facts: F) => void;
}

export type Template = RecordOf<'template'>;

/** Id of the template of a kind of document in a language. */
export const templateId = (kind: string, language: Language): string =>
  language === 'zh' ? kind : `${kind}-en`;

/** How the unit wants a kind of document; all defaults where it never said. */
export const templateOf = (state: State, kind: string, language: Language): Template =>
  recordOrDefault(state, 'template', templateId(kind, language));

/** The sections in the order of the template, hidden ones among them; parts stay together. */
export function inOrder<S extends SectionName>(
  sections: readonly S[],
  template: Pick<Template, 'sections'>,
): S[] {
  const place = ({ id }: S): number => {
    const found = template.sections.findIndex((one) => one.id === id);
    return found < 0
      ? template.sections.length + sections.findIndex((one) => one.id === id)
      : found;
  };
  const sorted = [...sections].sort((a, b) => place(a) - place(b));
  const parts = [...new Set(sorted.map(({ id, part }) => part?.zh ?? id))];
  return parts.flatMap((name) => sorted.filter(({ id, part }) => (part?.zh ?? id) === name));
}

/** Drafts the shown sections in the order of the template, each under its heading. */
export function putSections<F>(
  draft: Drafter,
  sections: readonly Section<F>[],
  facts: F,
  template: Pick<Template, 'sections'>,
): void {
  let part = '';
  for (const { id, heading, part: over, draft: put } of inOrder(sections, template)) {
    const wanted = template.sections.find((one) => one.id === id);
    if (wanted && !wanted.isShown) continue;
    if (over && over.zh !== part) draft.heading(1, over);
    part = over?.zh ?? '';
    const own = wanted?.heading.trim() ?? '';
    draft.heading(over ? 2 : 1, own === '' ? heading : { zh: own, en: own });
    put(draft, facts);
  }
}

/** A sentence of the template with its places filled in; undefined where there is none. */
export function framing(text: string, unit: Bilingual, period: Bilingual): Bilingual | undefined {
  const plain = text.trim();
  if (plain === '') return undefined;
  const fill = (language: Language) =>
    plain
      .replaceAll(/【单位】|\[unit\]/g, unit[language])
      .replaceAll(/【期间】|\[period\]/g, period[language]);
  return { zh: fill('zh'), en: fill('en') };
}
