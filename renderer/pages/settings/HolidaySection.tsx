import { type ChangeEvent, useState } from 'react';
import {
  longestNotice,
  type NoticeProblem,
  readHolidayNotice,
} from '../../../shared/calendar/holiday-notice';
import type { HolidayTable } from '../../../shared/calendar/holidays';
import { standardCalendar } from '../../../shared/calendar/workdays';
import { edit } from '../../../shared/changes/records';
import { TextField } from '../../components/TextField';
import { dayText, t } from '../../i18n/i18n';
import { act } from '../../state/act';
import { useRecords } from '../../state/workspace';

/** A text file of the office: Unicode, or the code page of Chinese Windows. */
async function textOf(file: File): Promise<string> {
  // A character takes at most four bytes; the rest would not be read anyway.
  const bytes = await file.slice(0, 4 * longestNotice).arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

const daysText = (days: readonly string[]): string => days.map(dayText).join('、');

/** Holidays of years that the program was not delivered with: read from a notice, checked, taken over. */
export default function HolidaySection() {
  const taken = useRecords('holiday');
  const [text, setText] = useState('');
  const [source, setSource] = useState('');
  const [found, setFound] = useState<readonly HolidayTable[]>([]);
  const [problem, setProblem] = useState<NoticeProblem>();

  const look = (next: string, from: string) => {
    const read = readHolidayNotice(next);
    setSource(from);
    setFound('tables' in read ? read.tables : []);
    setProblem('problem' in read ? read.problem : undefined);
  };
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    // The same file may be chosen again after it was mended.
    target.value = '';
    if (!file) return;
    const next = await textOf(file);
    setText(next.slice(0, longestNotice));
    look(next, file.name.slice(0, 200));
  };
  const take = async () => {
    const edits = found.map(({ year, off, work }) =>
      edit('holiday', String(year), { off, work, source, deleted: false }),
    );
    const years = found.map(({ year }) => year).join('、');
    const isTaken = await act('holiday.set', edits, {
      said: t('settings.holidays.taken', { years }),
    });
    if (!isTaken) return;
    setFound([]);
    setText('');
  };

  return (
    <div className="ty-section">
      <h2>{t('settings.holidays')}</h2>
      <p className="ty-hint">
        {t('settings.holidays.what', { year: standardCalendar().lastYear ?? 0 })}{' '}
        {taken.length > 0 &&
          t('settings.holidays.own', {
            years: taken
              .map(({ id }) => id)
              .sort()
              .join('、'),
          })}
      </p>
      <TextField
        label={t('settings.holidays.text')}
        value={text}
        onChange={(next) => {
          setText(next);
          setFound([]);
          setProblem(undefined);
        }}
        multiline
        maxLength={longestNotice}
        hint={t('settings.holidays.hint')}
        error={problem && t(`settings.holidays.${problem.kind}`, { text: problem.text })}
      />
      <p className="ty-actions">
        <label className="ty-button">
          {t('settings.holidays.file')}
          <input
            type="file"
            className="ty-visually-hidden"
            accept=".txt,.csv,.json"
            onChange={(event) => void choose(event)}
          />
        </label>
        <button
          type="button"
          className="ty-button"
          disabled={text.trim() === ''}
          onClick={() => look(text, '')}
        >
          {t('settings.holidays.look')}
        </button>
      </p>
      {found.map(({ year, off, work }) => (
        <div key={year} role="status">
          <p>{t('settings.holidays.found', { year, off: off.length, work: work.length })}</p>
          <p className="ty-hint">{t('settings.holidays.off', { days: daysText(off) })}</p>
          <p className="ty-hint">{t('settings.holidays.work', { days: daysText(work) || '—' })}</p>
        </div>
      ))}
      {found.length > 0 && (
        <p className="ty-actions">
          <button type="button" className="ty-button ty-button-primary" onClick={() => void take()}>
            {t('settings.holidays.take')}
          </button>
        </p>
      )}
    </div>
  );
}
