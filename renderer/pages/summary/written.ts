import type { CallOutput } from '../../../shared/rpc';
import { t } from '../../i18n/i18n';
import { tellFailure } from '../../state/act';
import { call } from '../../state/bridge';
import { notify } from '../../state/notices';
import { d } from './texts';

/** Names as files carry them, `NotoSerifSCExtraLight-Bold`, without the weights. */
const familiesOf = (fonts: readonly string[]): string[] => [
  ...new Set(fonts.map((font) => font.replace(/(?:Extra|Semi)?(?:Light|Thin|Bold)?-.*$/, ''))),
];

/** Says what was written and offers to show it; nothing where the user gave up. */
export function tellWritten(saved: CallOutput<'documents.save'> | undefined): void {
  if (!saved) return;
  const { path, pages, files, fonts } = saved;
  const said =
    pages > 0 ? t('summary.saved', { pages, path }) : d('output.written', { files, path });
  notify({
    urgency: 'polite',
    text:
      fonts.length > 0
        ? d('fonts.in', { said, fonts: familiesOf(fonts).join(d('fonts.and')) })
        : said,
    action: {
      label: t('exchange.reveal'),
      run: () => void call('app.reveal', path).catch(tellFailure),
    },
  });
}
