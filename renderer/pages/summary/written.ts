import type { CallOutput } from '../../../shared/rpc';
import { t } from '../../i18n/i18n';
import { tellFailure } from '../../state/act';
import { call } from '../../state/bridge';
import { notify } from '../../state/notices';
import { d } from './texts';

/** Says what was written and offers to show it; nothing where the user gave up. */
export function tellWritten(saved: CallOutput<'documents.save'> | undefined): void {
  if (!saved) return;
  const { path, pages, files, fonts } = saved;
  const said =
    pages > 0 ? t('summary.saved', { pages, path }) : d('output.written', { files, path });
  notify({
    urgency: 'polite',
    text: fonts.length > 0 ? d('fonts.in', { said, fonts: fonts.join(d('fonts.between')) }) : said,
    action: {
      label: t('exchange.reveal'),
      run: () => void call('app.reveal', path).catch(tellFailure),
    },
  });
}
