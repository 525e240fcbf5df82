import type { Day } from '../calendar/day';
import { dayText } from '../calendar/day-text';
import { periodLabel, periodRange } from '../calendar/period';
import type { Bilingual } from '../catalogue/row';
import { listOf, recordOrDefault } from '../changes/records';
import type { State } from '../changes/state';
import { viewOf } from '../insight/moment';
import { leadersOf, nameOf } from '../insight/people';
import { textIn } from '../insight/register-values';
import { hoursByPerson } from '../insight/study-progress';
import { kindOf } from '../kinds/kinds';
import { partyDay } from '../kinds/party-day';
import { selfStudy } from '../kinds/self-study';
import { studySession } from '../kinds/study-session';
import { training } from '../kinds/training';
import type { RecordOf } from '../model/collections';
import { unitId } from '../model/unit';
import type { ReportDocument } from './blocks';
import { type DocumentKind, type DocumentRequest, passagesOf } from './document-kind';
import { type Column, Drafter } from './drafter';
import { byDate } from './summary/activities';
import { clausesText, numberText } from './wording';

type Activity = RecordOf<'activity'>;

/** 学习台账: what was studied together, and how much each leader studied. Source: essay ¶13. */
export const studyLedgerKind: DocumentKind = {
  id: 'study-ledger',
  name: { zh: '学习台账', en: 'Study ledger' },
  of: 'unit',
  spans: ['month', 'quarter', 'year'],
  build: studyLedger,
};

const sessionColumns: readonly Column[] = [
  { title: { zh: '序号', en: 'No.' }, width: 12, align: 'center' },
  { title: { zh: '日期', en: 'Date' }, width: 22, align: 'center' },
  { title: { zh: '形式', en: 'Form' }, width: 22, align: 'center' },
  { title: { zh: '主题', en: 'Subject' }, width: 52, align: 'left' },
  { title: { zh: '主持人', en: 'Chaired by' }, width: 18, align: 'center' },
  { title: { zh: '应到', en: 'Expected' }, width: 12, align: 'right' },
  { title: { zh: '实到', en: 'Present' }, width: 12, align: 'right' },
  { title: { zh: '学时', en: 'Hours' }, width: 12, align: 'right' },
];

const leaderColumns: readonly Column[] = [
  { title: { zh: '序号', en: 'No.' }, width: 12, align: 'center' },
  { title: { zh: '姓名', en: 'Name' }, width: 20, align: 'center' },
  { title: { zh: '职务', en: 'Post' }, width: 49, align: 'left' },
  { title: { zh: '集中学', en: 'Together' }, width: 15, align: 'right' },
  { title: { zh: '分组学', en: 'In groups' }, width: 15, align: 'right' },
  { title: { zh: '活动日', en: 'Party days' }, width: 15, align: 'right' },
  { title: { zh: '合计', en: 'Sum' }, width: 15, align: 'right' },
  { title: { zh: '自学', en: 'Self-study' }, width: 15, align: 'right' },
];

/** Theory study, training, and Party days that are about theory. */
const isStudy = (record: Activity): boolean =>
  record.kind === studySession.id ||
  record.kind === training.id ||
  (record.kind === partyDay.id && textIn(record, 'theme') === 'study');

const sum = (numbers: readonly (number | null)[]): number =>
  numbers.reduce<number>((total, number) => total + (number ?? 0), 0);

const known = (number: number | null): string => (number === null ? '' : numberText(number));

function studyLedger(
  whole: State,
  { period, today, language, ignorePassages = false }: DocumentRequest,
): ReportDocument {
  const { state } = viewOf(whole, period, today);
  const unit = recordOrDefault(state, 'unit', unitId);
  const { first, last } = periodRange(period);
  const asOf: Day = today < last ? today : last;
  const dated = listOf(state, 'activity')
    .filter(({ date }) => date !== '' && date >= first && date <= asOf)
    .sort(byDate);
  const sessions = dated.filter(isStudy);
  const alone = dated.filter(({ kind }) => kind === selfStudy.id);
  const draft = new Drafter({
    state,
    document: passagesOf(studyLedgerKind.id, { subject: '', language }),
    period,
    language,
    ignorePassages,
  });
  const label = { zh: periodLabel(period, 'zh'), en: periodLabel(period, 'en') };
  const name = unit.name.trim();
  const title = {
    zh: `${name}${label.zh}学习台账`,
    en: `${name && `${name}: `}Study Ledger, ${label.en}`,
  };
  draft.title(title);
  const counts = clausesText(
    [studySession, training, partyDay].map((kind) => {
      const count = sessions.filter((record) => record.kind === kind.id).length;
      return count > 0
        ? { zh: `${kind.name.zh}${count}次`, en: `${kind.name.en}: ${count}` }
        : undefined;
    }),
    '、',
  );
  const seen =
    today >= last
      ? { zh: '', en: '' }
      : { zh: `截至${dayText(asOf, 'zh')}，`, en: `By ${dayText(asOf, 'en')}, ` };
  const hours = numberText(sum(sessions.map((record) => record.hours)));
  const none: Bilingual = {
    zh: `截至${dayText(asOf, 'zh')}，${label.zh}没有集体学习的记录。`,
    en: `By ${dayText(asOf, 'en')} no study together is recorded for ${label.en}.`,
  };
  draft.paragraph(
    'study',
    sessions.length === 0
      ? none
      : {
          zh: `${seen.zh || label.zh}共组织集体学习${sessions.length}次（${counts.zh}），计${hours}学时。`,
          en: `${seen.en}${sessions.length} sessions were held in ${label.en} (${counts.en}), ${hours} hours.`,
        },
    alone.length > 0
      ? {
          zh: `另有自学记录${alone.length}条。`,
          en: `There are ${alone.length} records of self-study.`,
        }
      : undefined,
  );
  if (sessions.length > 0) {
    draft.table(
      { zh: '集体学习情况', en: 'Study together' },
      sessionColumns,
      sessions.map((record, index) => [
        String(index + 1),
        dayText(record.date, language, Number(period.slice(0, 4))),
        draft.say(kindOf(record.kind)?.name ?? { zh: '', en: '' }),
        record.title,
        nameOf(state, record.host),
        known(record.expected),
        known(record.attended),
        known(record.hours),
      ]),
    );
  }
  const leaders = leadersOf(state, period);
  if (leaders.length > 0) {
    const hoursOf = hoursByPerson(state, { first, last: asOf });
    draft.table(
      { zh: '班子成员理论学习学时', en: 'Hours of theory study of the leadership team' },
      leaderColumns,
      leaders.map((person, index) => {
        const own = hoursOf(person.id);
        const hours = [own.together, own.groups, own.partyDays, own.collective, own.selfStudy];
        return [String(index + 1), person.name, person.post, ...hours.map(numberText)];
      }),
    );
  }
  draft.blocks.push({ type: 'signature', name, date: dayText(asOf, language) });
  return draft.document(title);
}
