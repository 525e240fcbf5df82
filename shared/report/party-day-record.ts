import { dayText } from '../calendar/day-text';
import { periodRange } from '../calendar/period';
import { recordOf, recordOrDefault } from '../changes/records';
import type { State } from '../changes/state';
import { viewOf } from '../insight/moment';
import { recordsOfKind } from '../insight/register-values';
import { fieldValue, isEmpty } from '../kinds/field';
import { partyDay } from '../kinds/party-day';
import { unitId } from '../model/unit';
import type { ReportDocument } from './blocks';
import { type DocumentKind, type DocumentRequest, passagesOf } from './document-kind';
import { Drafter } from './drafter';
import { answerOf, paperWording, putForm } from './form';

/** Fields that make paragraphs of their own below the form. */
const running = ['content', 'decisions'];

/** Fields that a form shows only where they say something. */
const optional = ['hours', 'absent', 'absentReason', 'madeUp'];

/** 党员活动日记录: one activity day as it was held. Source: essay ¶15. */
export const partyDayRecordKind: DocumentKind = {
  id: 'party-day-record',
  name: { zh: '党员活动日记录', en: 'Record of a Party-member activity day' },
  of: 'record',
  spans: ['month'],
  subjects: (state, { period, language }) => {
    const { first, last } = periodRange(period);
    return recordsOfKind(state, partyDay.id)
      .filter(({ date }) => date >= first && date <= last)
      .map(({ id, date, title }) => ({ id, name: `${dayText(date, language)} ${title}`.trim() }));
  },
  build: partyDayRecord,
};

function partyDayRecord(
  whole: State,
  { subject, period, today, language, ignorePassages = false }: DocumentRequest,
): ReportDocument {
  const { state } = viewOf(whole, period, today);
  const record = recordOf(state, 'activity', subject);
  if (!record) throw new RangeError(`no such record: ${subject}`);
  const unit = recordOrDefault(state, 'unit', unitId);
  const wording = paperWording(state, language);
  const draft = new Drafter({
    state,
    document: passagesOf(partyDayRecordKind.id, { subject, language }),
    period,
    language,
    ignorePassages,
  });
  const name = unit.name.trim();
  const title = {
    zh: `${name}党员活动日记录`,
    en: `${name && `${name}: `}Record of a Party-Member Activity Day`,
  };
  draft.title(title);
  putForm(
    draft,
    partyDay.fields
      .filter((field) => !running.includes(field.key))
      .filter((field) => !optional.includes(field.key) || !isEmpty(fieldValue(record, field)))
      .map((field) => [field.label, answerOf(record, field, wording)]),
  );
  for (const key of running) {
    const field = partyDay.fields.find((one) => one.key === key);
    const text = field ? answerOf(record, field, wording) : '';
    if (!field || text === '') continue;
    draft.paragraph(key, { zh: `${field.label.zh}：${text}`, en: `${field.label.en}: ${text}` });
  }
  const signed = {
    zh: '主持人（签字）：　　　　　　记录人（签字）：　　　　　　',
    en: 'Chaired by (signed):            Recorded by (signed):',
  };
  draft.blocks.push({ type: 'paragraph', text: draft.say(signed), signing: true });
  const day = { zh: dayText(record.date, 'zh'), en: dayText(record.date, 'en') };
  return draft.document({ zh: `${title.zh}（${day.zh}）`, en: `${title.en}, ${day.en}` }, name);
}
