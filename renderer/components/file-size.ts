import { t } from '../i18n/i18n';

/** The length of a file in plain units: `860 字节`, `12 KB`, `1.4 MB`, `120 MB`. */
export function fileSize(bytes: number): string {
  if (bytes < 1024) return t('attachments.bytes', { count: bytes });
  const kilobytes = bytes / 1024;
  if (kilobytes < 1000) return `${Math.max(1, Math.round(kilobytes))} KB`;
  const megabytes = kilobytes / 1024;
  return `${megabytes < 9.95 ? megabytes.toFixed(1) : Math.round(megabytes)} MB`;
}
