import type { ReportDocument } from '../../../shared/report/blocks';
import type { CallOutput } from '../../../shared/rpc';
import { fileSize } from '../../components/file-size';
import { currentLanguage, t } from '../../i18n/i18n';
import { momentText } from '../history/moment';

/** A package that was written, and where. */
export type Receipt = NonNullable<CallOutput<'transfer.export'>>;

/** What a receipt states, as name and value: the same on screen and on paper. */
export function receiptRows({ path, package: made }: Receipt, to: string): [string, string][] {
  const { changeSets, changes, files } = made;
  return [
    [t('exchange.receipt.path'), path],
    [t('exchange.receipt.unit'), made.unit],
    [
      t('exchange.receipt.from'),
      [...new Set([made.author, made.device])].filter(Boolean).join(' · '),
    ],
    [t('exchange.receipt.to'), to || t('exchange.receipt.anybody')],
    [t('exchange.receipt.madeAt'), momentText(made.madeAt)],
    [t('exchange.receipt.content'), t('exchange.receipt.counts', { changeSets, changes, files })],
    [t('exchange.receipt.size'), fileSize(made.bytes)],
    [
      t('exchange.receipt.protection'),
      t(made.isEncrypted ? 'exchange.receipt.encrypted' : 'exchange.receipt.plain'),
    ],
    [t('exchange.receipt.sha256'), made.sha256],
  ];
}

/** The receipt as a paper that both sides sign. */
export function receiptDocument(receipt: Receipt, to: string): ReportDocument {
  const title = t('exchange.receipt.title');
  const column = (name: string, width: number) => ({ title: name, width, align: 'left' }) as const;
  return {
    title,
    language: currentLanguage() === 'zh' ? 'zh-CN' : 'en',
    pageNumbers: 'centre',
    blocks: [
      { type: 'title', text: title },
      {
        type: 'table',
        caption: t('exchange.receipt'),
        columns: [column(t('exchange.record.field'), 1), column(t('exchange.receipt.content'), 4)],
        rows: receiptRows(receipt, to),
      },
      { type: 'paragraph', text: t('exchange.receipt.handed') },
      { type: 'paragraph', text: t('exchange.receipt.taken') },
    ],
  };
}
