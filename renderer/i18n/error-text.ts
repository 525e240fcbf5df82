import type { RpcError } from '../../shared/rpc';
import { currentLanguage, filled } from './i18n';

/**
 * What happened, what was kept and what to do now, in one or two sentences. Its texts come with those
 * of pages: before a page was drawn, `loadPageTexts` is waited for.
 */
export function errorText({ code, params }: RpcError): string {
  // The rule brings its sentence in both languages.
  const said =
    code === 'breaks-rule' ? { sentence: params?.[currentLanguage()] ?? '' } : (params ?? {});
  return filled(`errors.${code}`, said);
}
