import type { RpcError } from '../../shared/rpc';
import { firstTexts } from './first-texts';
import { currentLanguage, fill } from './i18n';

/** What happened, what was kept and what to do now, in one or two sentences. */
export function errorText({ code, params }: RpcError): string {
  const language = currentLanguage();
  // The rule brings its sentence in both languages.
  const said = code === 'breaks-rule' ? { sentence: params?.[language] ?? '' } : (params ?? {});
  return fill(firstTexts[language][`errors.${code}`], said);
}
